"""A list of suggestions closes with its field, and no click is lost for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
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
        self._completer = completer
        self._owner = owner
        popup = completer.popup()
        if popup is not None:
            popup.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

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

    def _follow(self) -> None:
        """Close the popup once its line lost the cursor.

        While it is open Qt keeps that from the line, which went on showing a cursor.
        """
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            return
        line = self._completer.widget()
        if line is not QApplication.focusWidget():
            popup.hide()
            QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut))


def _press(target: QWidget, event: QMouseEvent) -> None:
    """Press a widget as the mouse does: through its window.

    Only the window keeps in mind what was pressed. A widget that is pressed past it
    never hears that the button is let go, and a button that is not let go does nothing.
    """
    window = target.window().windowHandle()
    at = event.globalPosition()
    inside = window.mapFromGlobal(at)
    pressed = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        inside,
        inside,
        at,
        event.button(),
        event.buttons(),
        event.modifiers(),
    )
    if target.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        target.setFocus(Qt.FocusReason.MouseFocusReason)
    # Later: the window is still about the press that closed the list.
    QApplication.postEvent(window, pressed)
