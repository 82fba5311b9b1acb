"""What the officer's hand is about to click stays where it is until it was clicked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

#: How often is looked whether the button of the mouse is let go, in milliseconds.
LOOK_MS = 30


def is_pressed() -> bool:
    """Say whether a button of the mouse is down."""
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


class AfterRelease(QObject):
    """Does what moves parts of a window, but never between a press and its release.

    A field that is left by a press on a button below it says what is wrong with it: the
    button would move away under the mouse, and the click would be lost.
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._act: Callable[[], object] | None = None
        # Asked, not listened for: what is dragged has no release of its own.
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._go_on)

    def do(self, act: Callable[[], object]) -> None:
        """Act now, or once the mouse is let go; instead of what waited for that."""
        self._act = act
        if is_pressed():
            self._look.start()
        else:
            self._go_on()

    def forget(self) -> None:
        """Leave undone what waits."""
        self._act = None
        self._look.stop()

    def _go_on(self) -> None:
        if is_pressed():
            return
        act = self._act
        self.forget()
        if act is not None:
            act()


class MouseHand:
    """Knows whether the mouse is about to click in a window, as far as one can see.

    Args:
        window: What lies in it may be aimed at.
        ground: The part of it on which the fields lie; it is no aim itself.
    """

    def __init__(self, window: QWidget, ground: QWidget) -> None:
        self._ends = (window, ground, None)
        self._window = window
        self._at_keys = self._at = QCursor.pos()

    def note_keys(self) -> None:
        """Remember where it lies while the officer types."""
        self._at_keys = self._at = QCursor.pos()

    def is_busy(self) -> bool:
        """Say whether it moved since this was asked last, is pressed, or aims."""
        before, self._at = self._at, QCursor.pos()
        return is_pressed() or before != self._at or self._aims()

    def _aims(self) -> bool:
        """Say whether it came to rest on what takes clicks, and has not clicked it."""
        if self._at == self._at_keys or not self._window.isVisible():
            return False
        under: QWidget | None = QApplication.widgetAt(self._at)
        if under is None or not self._window.isAncestorOf(under):
            return False
        while under is not None and under not in self._ends:
            by_click = under.focusPolicy() & Qt.FocusPolicy.ClickFocus
            if by_click or isinstance(under, QAbstractButton):
                return under.isEnabled() and not under.hasFocus()
            under = under.parentWidget()
        return False
