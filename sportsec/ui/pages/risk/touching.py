"""Tells when the officer was at a field: typed into it, or left it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from sportsec.ui.widgets.field import Field

#: The keys come back by themselves: the field is not left.
_FOR_A_WHILE = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


class Touching(QObject):
    """Watches a field, and goes with it.

    Signals:
        touched: Something was typed, or the keys went elsewhere.
    """

    touched = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._field = field
        field.changed.connect(self.touched)
        for part in field.inputs():
            part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hear where the keys go, and let them."""
        if (
            isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() not in _FOR_A_WHILE
            and self._is_left()
        ):
            self.touched.emit()
        return False

    def _is_left(self) -> bool:
        """Say whether the keys are elsewhere; what is put away was not left."""
        if not shiboken6.isValid(self._field) or not self._field.isVisible():
            return False
        now = QApplication.focusWidget()
        return now is None or not self._field.isAncestorOf(now)
