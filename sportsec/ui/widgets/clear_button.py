"""The cross at the end of a line that empties it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QStyle, QToolButton

from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.theme import scaled

EDGE, BESIDE = 16, 3
_CHANGES = {
    QEvent.Type.Resize,
    QEvent.Type.ReadOnlyChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.LayoutDirectionChange,
}


class ClearButton(QToolButton):
    """Empties a line; Qt's own keeps the colour and the size of its first day.

    Escape and the keys of the line do the same: it takes no focus.

    Args:
        before: Returns the room that the line keeps where reading begins, in pixels.
    """

    def __init__(self, line: QLineEdit, before: Callable[[], int] = lambda: 0) -> None:
        super().__init__(line)
        self._line = line
        self._before = before
        self.setIcon(icon("close"))
        self.setProperty("role", "cross")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Empty the field"))
        self.setToolTip(tr("Empty the field"))
        self.clicked.connect(lambda _on: self._empty())
        line.textChanged.connect(lambda _text: self._follow())
        line.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end of the line, while it can be emptied."""
        if watched is self._line and event.type() in _CHANGES:
            self._follow()
        return super().eventFilter(watched, event)

    def _empty(self) -> None:
        """Empty the line as by typing: fields take only that for the officer's."""
        self._line.clear()
        self._line.textEdited.emit("")

    def _follow(self) -> None:
        line, side = self._line, scaled(EDGE) + 2 * BESIDE
        is_needed = bool(line.text()) and not line.isReadOnly()
        direction = line.layoutDirection()
        place = QRect(0, (line.height() - side) // 2, side, side)
        place.moveRight(line.width() - 1 - BESIDE)
        self.setIconSize(QSize(scaled(EDGE), scaled(EDGE)))
        self.setGeometry(QStyle.visualRect(direction, line.rect(), place))
        self.setVisible(is_needed)
        first, last = self._before(), side * is_needed
        if direction == Qt.LayoutDirection.RightToLeft:
            first, last = last, first
        line.setTextMargins(first, 0, last, 0)
