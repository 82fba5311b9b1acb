"""Buttons that hear only the clicks that were aimed at them."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

#: A second click of an impatient hand falls within; it was not meant for what came up.
STRAY_MS = 1500
#: Nobody has read what came up and aimed at its button so soon, wherever it stands.
DEAF_MS = 600
_PRESSED = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


class Aim(QObject):
    """Keeps buttons deaf as they appear, and longer where the pointer rested then.

    Who clicks "Save" twice would undo at once what was saved: "Undo" may come up right
    under the pointer. So may the button of another line, once the lines have moved.

    Args:
        deaf_ms: How long also those are deaf that lie away from the pointer: 0 where
            they stood in sight before, and are only moved.
    """

    def __init__(self, parent: QObject, deaf_ms: int = DEAF_MS) -> None:
        super().__init__(parent)
        self._deaf_ms = deaf_ms
        self._rested_at = QPoint()
        self._since = QElapsedTimer()

    def guard(self, button: QAbstractButton) -> None:
        """Keep clicks from a button that were not aimed at it."""
        button.installEventFilter(self)

    def begin(self) -> None:
        """Remember where the pointer rests: the buttons appear, or are moved."""
        self._rested_at = QCursor.pos()
        self._since.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow a click that was not aimed."""
        if isinstance(event, QMouseEvent) and event.type() in _PRESSED:
            return not self._is_aimed(event.globalPosition().toPoint())
        return super().eventFilter(watched, event)

    def _is_aimed(self, at: QPoint) -> bool:
        if not self._since.isValid() or self._since.hasExpired(STRAY_MS):
            return True
        way = (at - self._rested_at).manhattanLength()
        is_away = way >= QApplication.startDragDistance()
        return is_away and self._since.elapsed() >= self._deaf_ms
