"""A click that closes a list of suggestions does what it was meant for besides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter, QWidget


class PassingClick(QObject):
    """Hands a click beside a popup on to what lies under it.

    Qt takes it for the closing alone: the next field had to be clicked twice.

    Args:
        completer: With the popup that it keeps.
        owner: Clicks in its window are handed on.
    """

    def __init__(self, completer: QCompleter, owner: QWidget) -> None:
        super().__init__(completer)
        self._owner = owner
        popup = completer.popup()
        if popup is not None:
            popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the popup by a click beside it, and hand that on."""
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if not (is_press and isinstance(event, QMouseEvent)):
            return super().eventFilter(watched, event)
        if not isinstance(watched, QWidget) or watched.rect().contains(
            event.position().toPoint()
        ):
            return super().eventFilter(watched, event)
        watched.hide()
        at = event.globalPosition()
        target = QApplication.widgetAt(at.toPoint())
        if target is not None and target.window() is self._owner.window():
            _press(target, event)
        return True


def _press(target: QWidget, event: QMouseEvent) -> None:
    """Press a widget as the mouse would; the button is let go over it by itself."""
    at = event.globalPosition()
    pressed = QMouseEvent(
        event.type(),
        target.mapFromGlobal(at),
        at,
        event.button(),
        event.buttons(),
        event.modifiers(),
    )
    if target.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        target.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.sendEvent(target, pressed)
