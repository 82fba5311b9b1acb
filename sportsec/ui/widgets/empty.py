"""What a list or page says when there is nothing to show, and what to do then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.icons import icon
from sportsec.ui.theme import scaled, signals
from sportsec.ui.widgets.wrapped import WrappedLabel

EDGE = 40


class EmptyState(QWidget):
    """An icon, a sentence, and perhaps one button.

    Args:
        text: What is missing, or what to do.
        action: Text of the button; none without it.
    """

    def __init__(
        self,
        text: str,
        icon_name: str = "search",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._mark = QLabel()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.label = WrappedLabel(text)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setProperty("role", "subtitle")
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(self._mark)
        box.addSpacing(8)
        box.addWidget(self.label)
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        self.button.clicked.connect(lambda _on: self._act())
        box.addSpacing(8)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.offer(action, on_action)
        signals().changed.connect(self._draw)
        self._draw()

    def say(self, text: str, icon_name: str) -> None:
        """Say something else."""
        self._icon_name = icon_name
        self.label.setText(text)
        self._draw()

    def offer(self, action: str, on_action: Callable[[], object] | None) -> None:
        """Offer something else to do; nothing with an empty text."""
        self._on_action = on_action
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def _act(self) -> None:
        if self._on_action is not None:
            self._on_action()

    def _draw(self) -> None:
        self._mark.setPixmap(
            icon(self._icon_name, "faint").pixmap(scaled(EDGE), scaled(EDGE))
        )
