"""The week board and the month: days side by side, each with its matches.

One widget for both: a week is one row of tall days, a month four to six of low ones.
Arrow keys walk over matches and days; with Ctrl and Shift they move the match itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from sportsec.domain.calendar_days import WEEK
from sportsec.queries.agenda_days import Board, DayOnBoard
from sportsec.ui.language import is_rtl
from sportsec.ui.pages.agenda.carrying import Carrying
from sportsec.ui.pages.agenda.day_box import DayBox
from sportsec.ui.pages.agenda.room import share_of_week, share_of_weekday
from sportsec.ui.pages.agenda.wording import short_day
from sportsec.ui.widgets.cards import text_label

_DAY = timedelta(days=1)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN = Qt.KeyboardModifier.NoModifier
#: Alt with an arrow leads back, everywhere.
_CARRYING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class DayBoard(QWidget):
    """Some weeks of days.

    Signals:
        opened: A match shall be opened, by its id.
        wants_move: A match shall be moved, by id and day; the day may be None.
        wants_new: A match shall be planned on a day.
        wants_day: A day shall be shown that is not on view.
        wants_week: All matches of a day shall be shown, of which some have no room.
        stood: The officer stands on another day of the board.

    Args:
        compact: One line for each match, for the month.
    """

    opened = Signal(object)
    wants_move = Signal(object, object)
    wants_new = Signal(object)
    wants_day = Signal(object)
    wants_week = Signal(object)
    stood = Signal(object)

    def __init__(self, *, compact: bool) -> None:
        super().__init__()
        self._compact = compact
        self._pool: list[DayBox] = []
        self.boxes: dict[date, DayBox] = {}
        self.at = date.min
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._names: list[QLabel] = []
        self._names_at = 0
        for column in range(7):
            if compact:
                name = text_label("", "caption")
                name.setAlignment(Qt.AlignmentFlag.AlignCenter)
                name.setProperty("head", True)  # days are scrolled behind it
                name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                self._grid.addWidget(name, 0, column)
                self._names.append(name)
        self.carrying = Carrying(self, self.box_at)
        self.carrying.put.connect(self.wants_move)

    def show_board(self, shown: Board, at: date, today: date) -> None:
        """Show days; their number is a multiple of seven.

        Args:
            at: The day that gets the focus of the keyboard.
        """
        self.carrying.let_go()
        had_focus = self.isAncestorOf(self.focusWidget()) and self._has_focus()
        kept = self.current_id()
        self._make_room(len(shown.days))
        self.boxes = {}
        for box, day in zip(self._pool, shown.days, strict=False):
            outside = self._compact and (day.day.month, day.day.year) != (
                at.month,
                at.year,
            )
            box.show_day(day, today=today, outside=outside)
            self.boxes[day.day] = box
        for name, day in zip(self._names, shown.days, strict=False):
            name.setText(short_day(day.day))
        self._share_room(shown.days)
        self._agree()
        self._stand_at(at, kept)
        if had_focus:
            self.boxes[self.at].list.setFocus()

    def focus(self) -> None:
        """Give the keyboard to the day that the board stands at."""
        if self.at in self.boxes:
            self.boxes[self.at].list.setFocus()

    @property
    def head_height(self) -> int:
        """How much the names of the days take."""
        return max((name.height() for name in self._names), default=0)

    def keep_names_at(self, top: int) -> None:
        """Show the names of the days there, where the board is scrolled."""
        self._names_at = top
        for name in self._names:
            name.move(name.x(), top)
            name.raise_()

    def event(self, event: QEvent) -> bool:
        """Keep the names where they were when the layout has put all at its place."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.keep_names_at(self._names_at)
        return done

    def current_id(self) -> UUID | None:
        """Return the match chosen on the day that the board stands at."""
        box = self.boxes.get(self.at)
        return box.current_id() if box is not None else None

    def wanted_ids(self) -> list[UUID]:
        """Return the matches that fit the filter, day by day."""
        days = (box.list.shown.matches for box in self.boxes.values())
        return [match.id for day in days for match in day if match.is_wanted]

    def box_at(self, where: QPoint) -> DayBox | None:
        """Return the day under a point of the board."""
        for box in self.boxes.values():
            if box.geometry().contains(where):
                return box
        return None

    def go(self, day: date) -> None:
        """Stand at a day; one that is not on view is asked for."""
        if day in self.boxes:
            self.boxes[day].list.setFocus()
        else:
            self.wants_day.emit(day)

    # ---- inside

    def _has_focus(self) -> bool:
        return any(box.list.hasFocus() for box in self.boxes.values())

    def _make_room(self, days: int) -> None:
        """Have as many boxes as days; those made before are used again."""
        while len(self._pool) < days:
            box = DayBox(self._on_key, compact=self._compact)
            box.opened.connect(self.opened)
            box.asked_move.connect(lambda match: self.wants_move.emit(match, None))
            box.entered.connect(self._on_entered)
            box.asked_more.connect(self.wants_week)
            box.head.reformed.connect(self._agree)
            self.carrying.watch(box)
            at = len(self._pool)
            self._grid.addWidget(box, at // 7 + self._compact, at % 7)
            self._pool.append(box)
        for at, box in enumerate(self._pool):
            box.setVisible(at < days)

    def _share_room(self, days: Sequence[DayOnBoard]) -> None:
        """Give weeks and weekdays with matches the room that others do not need."""
        for column in range(7):
            share = share_of_weekday(days[column::7])
            self._grid.setColumnStretch(column, share)
        for row in range(len(self._pool) // 7):
            week = days[row * 7 : row * 7 + 7]
            share = share_of_week(week) if week else 0
            self._grid.setRowStretch(row + self._compact, share)

    def _agree(self) -> None:
        """Let all days of a week be written in the same form."""
        if not self._compact and self.boxes:
            heads = [box.head for box in self.boxes.values()]
            forms = min(head.forms() for head in heads)
            for head in heads:
                head.keep_to(forms)

    def _stand_at(self, at: date, kept: UUID | None) -> None:
        self.at = at
        for day, box in self.boxes.items():
            # The board is one stop of the Tab key; inside it the arrows walk.
            policy = Qt.FocusPolicy.StrongFocus
            box.list.setFocusPolicy(policy if day == at else Qt.FocusPolicy.ClickFocus)
            if kept is not None and day != at:
                box.list.choose(-1)
        box = self.boxes[at]
        if kept is None or not box.list.select(kept):
            box.list.choose(0 if box.list.count() else -1)

    def _on_entered(self, day: date) -> None:
        before = self.boxes.get(self.at)
        if before is not None and day != self.at:
            before.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            before.list.choose(-1)
        self.at = day
        self.boxes[day].list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for box in self.boxes.values():
            box.update()
        self.stood.emit(day)

    def _on_key(self, box: DayBox, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        by = self._steps(event.key())
        if modifiers == _CARRYING and by:
            return self._move_by(box, by)
        if modifiers != _PLAIN:
            return False
        if event.key() in _ENTER:
            match = box.current_id()
            if match is None:
                self.wants_new.emit(box.day)
            else:
                self.opened.emit(match)
            return True
        if event.key() == Qt.Key.Key_M and box.current_id() is not None:
            self.wants_move.emit(box.current_id(), None)
            return True
        if by is None or not self._leaves(box, by):
            return False
        self.go(box.day + by)
        return True

    def _move_by(self, box: DayBox, by: timedelta) -> bool:
        match = box.current_id()
        if match is not None:
            self.wants_move.emit(match, box.day + by)
        return match is not None

    def _steps(self, key: int) -> timedelta | None:
        """Return how far an arrow leads; in a week up and down stay on the day."""
        ahead = Qt.Key.Key_Left if is_rtl() else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if is_rtl() else Qt.Key.Key_Left
        steps = {ahead: _DAY, back: -_DAY}
        if self._compact:
            steps |= {Qt.Key.Key_Down: WEEK, Qt.Key.Key_Up: -WEEK}
        return steps.get(Qt.Key(key))

    @staticmethod
    def _leaves(box: DayBox, by: timedelta) -> bool:
        """Say whether a step goes past the first or last match of the day."""
        if abs(by) != WEEK:
            return True
        last = box.list.count() - 1
        return box.list.row() >= last if by > _DAY else box.list.row() < 1
