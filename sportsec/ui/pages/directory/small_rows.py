"""Small lines of a panel: a link, and a text that can be removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label

LINK_PADDING, LINK_HEIGHT, LINK_LEAST = 30, 8, 80


class LinkButton(QPushButton):
    """A line that leads elsewhere; a long text is cut where the room ends."""

    def __init__(self, text: str, icon_name: str = "next") -> None:
        super().__init__()
        self.full_text = text
        self.setProperty("role", "link")
        self.setIcon(icon(icon_name, "accent"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room of the whole text."""
        width = self.fontMetrics().horizontalAdvance(self.full_text) + _padding()
        return QSize(width, self.fontMetrics().height() + LINK_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the room of a few letters."""
        return QSize(LINK_LEAST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - _padding() + 4, 0)
        cut = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self.full_text, cut, room))


def _padding() -> int:
    """Return the room of the icon and the edges; the icon grows with the text."""
    return scaled(LINK_PADDING)


def link_row(text: str, act: Callable[[], object]) -> LinkButton:
    """Return a line that leads to another page."""
    button = LinkButton(text)
    button.clicked.connect(lambda _on: act())
    return button


def icon_button(name: str, tip: str, act: Callable[[], object]) -> QToolButton:
    """Return a small button without a text."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _on: act())
    return button


def removable_row(text: str, tip: str, remove: Callable[[], object]) -> QWidget:
    """Return a line with a button that removes it."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(text_label(text, "value", wrap=True), 1)
    box.addWidget(icon_button("close", tip, remove))
    return row
