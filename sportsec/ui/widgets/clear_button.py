"""The cross at the end of a line that empties it."""

from __future__ import annotations

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
    """

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.setIcon(icon("close"))
        self.setProperty("role", "cross")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Empty the field"))
        self.setToolTip(tr("Empty the field"))
        self.clicked.connect(lambda _on: line.clear())
        line.textChanged.connect(lambda _text: self._follow())
        line.installEventFilter(self)
        self._follow()

    @staticmethod
    def room() -> int:
        """Return how much of its line it takes, in pixels."""
        return scaled(EDGE) + 2 * BESIDE

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end of the line, while it can be emptied."""
        if watched is self._line and event.type() in _CHANGES:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        line, side = self._line, self.room()
        self.setIconSize(QSize(scaled(EDGE), scaled(EDGE)))
        end = line.width() - side - BESIDE
        place = QRect(end, (line.height() - side) // 2, side, side)
        self.setGeometry(QStyle.visualRect(line.layoutDirection(), line.rect(), place))
        self.setVisible(bool(line.text()) and not line.isReadOnly())
