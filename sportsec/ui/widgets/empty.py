"""What a list or page says when there is nothing to show, and what to do then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.icons import icon
from sportsec.ui.theme import scaled, signals
from sportsec.ui.widgets.wrapped import WrappedLabel

EDGE = 40
#: Heights of a window and of a part of it, for plain text, that have no room for a
#: picture: what is below it would have to be scrolled to.
LOW_WINDOW, LOW = 500, 220
#: Share of the room above that is left free, where there is a picture.
ABOVE = 2


class EmptyState(QWidget):
    """An icon, a sentence, and perhaps one button; without icon where room is short.

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
        self._box = box = QVBoxLayout(self)
        box.addStretch(ABOVE)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is short begin at the top, with the sentence."""
        is_low = self.window().height() < scaled(LOW_WINDOW)
        is_low = is_low and self.height() < scaled(LOW)
        self._mark.setHidden(is_low)
        self._box.setStretch(0, 0 if is_low else ABOVE)

    def _act(self) -> None:
        if self._on_action is not None:
            self._on_action()

    def _draw(self) -> None:
        self._mark.setPixmap(
            icon(self._icon_name, "faint").pixmap(scaled(EDGE), scaled(EDGE))
        )
        self._fit()
