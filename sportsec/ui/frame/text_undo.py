"""Leaves Ctrl+Z to a text field only while it has something of its own to take back.

Qt's fields claim the keys even when they have nothing to undo, so that the window would
never hear of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from sportsec.ui.frame.key_field import KeyField


class TextUndo(QObject):
    """Watches the widget with the focus, and no other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keys: list[QKeySequence] = []
        self._field: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def leave(self, keys: Sequence[QKeySequence]) -> None:
        """Say which keys undo and redo."""
        self._keys = list(keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keys to the window where the field has nothing to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()) in self._keys
            and not can_take_back(watched, event)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Go over to the field with the focus; that before may be gone by now."""
        if self._field is not None and shiboken6.isValid(self._field):
            self._field.removeEventFilter(self)
        now = QApplication.focusWidget()
        self._field = now if now is not None and _text_of(now) is not None else None
        if self._field is not None:
            self._field.installEventFilter(self)


def can_take_back(field: QObject, event: QKeyEvent) -> bool:
    """Say whether a field has something to undo, or to redo, of its own."""
    text = _text_of(field)
    undo = event.matches(QKeySequence.StandardKey.Undo)
    if isinstance(text, QLineEdit):
        return text.isUndoAvailable() if undo else text.isRedoAvailable()
    if isinstance(text, QTextEdit | QPlainTextEdit):
        document = text.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    return False


def _text_of(field: QObject) -> QObject | None:
    """Return what takes the text of a field; None where it takes none.

    A field of keys takes none: Ctrl+Z may be just what somebody wants to choose.
    """
    if isinstance(field, KeyField):
        return None
    if isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit):
        return field
    if isinstance(field, QAbstractSpinBox | QComboBox):
        return field.lineEdit()
    return None
