"""Carrying a match to another day with the mouse.

Not Qt's own drag and drop: nothing leaves the window, and what would happen is said
beside the pointer while it moves. Esc, or the right button, lets go of it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sportsec.i18n.formats import long_date
from sportsec.queries.agenda_days import BoardMatch
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.agenda.day_box import DayBox
from sportsec.ui.pages.agenda.wording import sides_of

#: How far from the pointer the words stand.
_BESIDE = QPoint(14, 18)

BoxAt = Callable[[QPoint], DayBox | None]


class Carrying(QObject):
    """Watches the days of a board for a match that is dragged.

    Signals:
        put: A match was let go over another day.

    Args:
        board: In whose coordinates days are looked for.
        box_at: Finds the day under a point of the board.
    """

    put = Signal(object, object)

    def __init__(self, board: QWidget, box_at: BoxAt) -> None:
        super().__init__(board)
        self._board = board
        self._box_at = box_at
        self._pressed_at: QPointF | None = None
        self._from: DayBox | None = None
        self._target: DayBox | None = None
        self.match: BoardMatch | None = None
        self.said = QLabel(board)
        self.said.setProperty("role", "carried")
        self.said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.said.hide()

    @property
    def is_under_way(self) -> bool:
        """Whether a match is in the air."""
        return self.said.isVisible()

    def watch(self, box: DayBox) -> None:
        """Let matches of a day be carried."""
        box.list.viewport().installEventFilter(self)
        box.list.installEventFilter(self)
        box.list.viewport().setProperty("box", box)
        box.list.setProperty("box", box)

    def let_go(self) -> None:
        """Put the match back where it was."""
        self._aim(None)
        self._pressed_at = self.match = None
        if self.is_under_way:
            self.said.hide()
            QApplication.restoreOverrideCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse from the press to the release."""
        if isinstance(event, QKeyEvent):
            return self.is_under_way and self._on_key(event)
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress:
            return self._press(watched.property("box"), event)
        if self.match is None:
            return False
        if kind is QEvent.Type.MouseMove:
            return self._move(event)
        return kind is QEvent.Type.MouseButtonRelease and self._release()

    # ---- inside

    def _on_key(self, event: QKeyEvent) -> bool:
        """Let go at Esc, which is a shortcut of the window at other times."""
        if event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() is QEvent.Type.KeyPress:
            self.let_go()
        event.accept()
        return True

    def _press(self, box: DayBox, event: QMouseEvent) -> bool:
        if self.is_under_way:
            self.let_go()
            return True
        match = box.list.match_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and match is not None:
            self._pressed_at = event.globalPosition()
            self._from = box
            self.match = match
        return False

    def _move(self, event: QMouseEvent) -> bool:
        if not event.buttons() & Qt.MouseButton.LeftButton or self._pressed_at is None:
            self.let_go()
            return False
        far = (event.globalPosition() - self._pressed_at).manhattanLength()
        if not self.is_under_way:
            if far < QApplication.startDragDistance():
                return True  # the list would choose the matches passed over
            QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
            self.said.show()
            self.said.raise_()
        where = self._board.mapFromGlobal(event.globalPosition().toPoint())
        box = self._box_at(where)
        self._aim(box if box is not self._from else None)
        self._say(where)
        return True

    def _release(self) -> bool:
        carried, target = self.match, self._target
        was_under_way = self.is_under_way
        self.let_go()
        if carried is not None and target is not None and was_under_way:
            self.put.emit(carried.id, target.day)
        return was_under_way

    def _aim(self, box: DayBox | None) -> None:
        if self._target is not None and self._target is not box:
            self._target.mark_target(on=False)
        self._target = box
        if box is not None:
            box.mark_target(on=True)

    def _say(self, where: QPoint) -> None:
        """Say beside the pointer what letting go would do."""
        match = self.match
        if match is None:
            return
        self.said.setText(_words(match, self._target.day if self._target else None))
        self.said.adjustSize()
        room = self._board.rect().adjusted(0, 0, -self.said.width(), 0)
        place = where + _BESIDE
        place.setX(max(room.left(), min(place.x(), room.right())))
        place.setY(min(place.y(), self._board.height() - self.said.height()))
        self.said.move(place)


def _words(match: BoardMatch, day: date | None) -> str:
    if day is None:
        return sides_of(match)
    shown = long_date(day, translator().language)
    return tr("{match}: move to {day}", match=sides_of(match), day=shown)
