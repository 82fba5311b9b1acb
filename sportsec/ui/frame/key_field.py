"""A field that shows keys, and listens once for others when it is asked to.

Qt's own goes on listening as long as it has the focus, and empties itself with the
first key, even with Alt alone: so keys were lost that nobody meant to change.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sportsec.ui.keys import named
from sportsec.ui.language import tr
from sportsec.ui.widgets.clear_button import ClearButton

_STARTING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2}
#: Held with others; alone they say nothing yet.
_HELD = {
    *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
    *(Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock),
    *(Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R),
    *(Qt.Key.Key_unknown, 0),
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class KeyField(QLineEdit):
    """A click, Enter or Space lets it listen; Esc or leaving it keeps the keys.

    Signals:
        pressed: The keys wanted instead; empty ones for none.
    """

    pressed = Signal(QKeySequence)

    def __init__(self) -> None:
        super().__init__()
        self._keys = QKeySequence()
        self.is_listening = False
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        cross = ClearButton(self)
        cross.clicked.connect(lambda _on: self.pressed.emit(QKeySequence()))
        self._show()

    @property
    def keys(self) -> QKeySequence:
        """The keys shown."""
        return self._keys

    def show_keys(self, keys: QKeySequence) -> None:
        """Show the keys in use."""
        self._keys = keys
        self._show()

    def listen(self, *, listening: bool = True) -> None:
        """Wait for keys, or no more."""
        self.is_listening = listening
        self._show()

    # ---- Qt

    def event(self, event: QEvent) -> bool:
        """While listening take every key, also those that do something elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(self.is_listening)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to listen, or take what is pressed."""
        if self.is_listening:
            self._hear(event)
        elif event.key() in _STARTING and not event.modifiers() & _OTHERS:
            self.listen()
        else:
            QWidget.keyPressEvent(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to listen; there is no text to point at."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.listen()

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Nothing is selected."""

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Nothing is pasted."""

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As above."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Listen no more."""
        self.listen(listening=False)
        super().focusOutEvent(event)

    # ---- inside

    def _hear(self, event: QKeyEvent) -> None:
        key = event.key()  # of a letter in Arabic, too, which Qt has no name for
        if key in _HELD:
            return
        held = event.modifiers() & _OTHERS
        if _says_shift(event):
            held |= _SHIFT
        self.listen(listening=False)
        if key != Qt.Key.Key_Escape or held:
            self.pressed.emit(QKeySequence(held.value | key))

    def _show(self) -> None:
        self.setText("" if self.is_listening else named(self._keys))
        self.setPlaceholderText(tr("Press the keys") if self.is_listening else "—")


def _says_shift(event: QKeyEvent) -> bool:
    """Say whether Shift is a key of its own: not where it only makes another sign."""
    text = event.text()[:1]
    is_sign = text.isprintable() and not text.isalnum() and not text.isspace()
    return bool(event.modifiers() & _SHIFT) and not (text and is_sign)
