"""Scrolls to the field of a form that has the cursor, whatever the form lies in."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from sportsec.ui.widgets.mouse_hand import is_pressed
from sportsec.ui.widgets.scrolled import show_within

#: Until pages that scroll around a form have followed it, in milliseconds.
SETTLED_MS = 60
_KIND = QEvent.Type
#: What moves the fields of a form without the officer.
_MOVES = frozenset({_KIND.LayoutRequest, _KIND.Resize})
#: By what the officer shows that the message was seen.
_ACTS = frozenset(
    {_KIND.KeyPress, _KIND.MouseButtonPress, _KIND.Wheel, _KIND.TouchBegin}
)


class FieldInView(QObject):
    """Follows the cursor through a form; `show` shows a part of it at once.

    Args:
        form: Its fields are those added with `add`.
    """

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._watched: tuple[QObject, ...] = ()
        self._places: dict[QWidget, QWidget] = {}
        self._shown: QWidget | None = None
        self._said: QWidget | None = None
        self._opens = False
        # Messages that were just shown move the fields: they are laid out first.
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._scroll)
        self._again = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._again.timeout.connect(self._scroll)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def add(self, place: QWidget, label: QWidget) -> None:
        """Watch over a field, with what is said under it and its label."""
        self._places[place] = label

    def show(
        self, place: QWidget, said: QWidget | None = None, *, opens: bool = False
    ) -> None:
        """Scroll to a part of the form, as soon as it is laid out.

        Args:
            said: What is said in it; it is in view also where not all of it can be, and
                stays there until the officer acts: checks that answer later move it.
            opens: The form opens with it. Only its first line and the cursor must be in
                view: where they have room, so has the head of the page.
        """
        self._stop_holding()
        self._opens = opens
        self._go_to(place, said)
        if said is not None:
            self._hold()

    def keep(self) -> None:
        """Stay at the field that has the cursor when messages move it.

        Not where the officer scrolled away from it, or reads a message elsewhere.
        """
        now = QApplication.focusWidget()
        is_away = now is None or now.visibleRegion().isEmpty()
        if not self._watched and not is_away:
            self._opens = False
            self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the message that is held in view; let go of it once one acts."""
        if event.type() in _ACTS:
            self._stop_holding()
        elif event.type() in _MOVES:
            self._scroll_soon()
        return super().eventFilter(watched, event)

    def _hold(self) -> None:
        """Watch what the form lies in, and the window, where keys and clicks arrive."""
        around, window = self._form.parentWidget(), self._form.window().windowHandle()
        parts: tuple[QObject | None, ...] = (self._form, around, window)
        self._watched = tuple(part for part in parts if part is not None)
        for part in self._watched:
            part.installEventFilter(self)

    def _stop_holding(self) -> None:
        for part in filter(shiboken6.isValid, self._watched):
            part.removeEventFilter(self)
        self._watched = ()
        self._pause.stop()
        self._again.stop()

    def _go_to(self, place: QWidget, said: QWidget | None) -> None:
        self._shown, self._said = place, said
        self._scroll_soon()

    def _scroll_soon(self) -> None:
        self._pause.start()
        self._again.start()

    def _follow(self) -> None:
        """Show the field that keys or the program went to; a click saw it already.

        What the signal carries is not taken: the widget that lost the cursor may be
        dying, and PySide would make an object of it.
        """
        place = QApplication.focusWidget()
        while place is not None and place not in self._places:
            place = place.parentWidget()
        if place is not None and not is_pressed():
            # A window that becomes active only now must not forget the message.
            is_same = place is self._shown
            if not is_same:
                self._stop_holding()
                self._opens = False
            self._go_to(place, self._said if is_same else None)

    def _scroll(self) -> None:
        place = self._shown
        if place is None or not place.isVisible():
            return
        show_within(place, self._room_of(place))
        now = QApplication.focusWidget()
        if now is not None and place.isAncestorOf(now):  # of several lines, this one
            line = now.rect()
            if isinstance(now, QPlainTextEdit):  # may be higher than the window
                line = now.cursorRect()
            show_within(now, line)
        if self._said is not None and self._said.isVisible():
            show_within(self._said, self._said.rect())

    def _room_of(self, place: QWidget) -> QRect:
        """Return the room of a field, and of its label where that stands above."""
        label = self._places.get(place)
        if label is None:
            return place.rect()
        top = label.mapTo(place.window(), label.rect().topLeft())
        above = place.mapFrom(place.window(), top).y()
        room = place.rect().adjusted(0, min(0, above), 0, 0)
        if self._opens:
            room.setHeight(min(room.height(), label.height()))
        return room
