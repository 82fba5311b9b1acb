"""One day of a board: its head, its matches as cards, and what clashes on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from sportsec.queries.agenda_days import BoardMatch, DayOnBoard
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.pages.agenda.day_head import ClashLine, DayHead
from sportsec.ui.pages.agenda.day_list import DayList
from sportsec.ui.pages.agenda.wording import (
    by_gravity,
    by_weight,
    match_lines,
    spoken_day,
)
from sportsec.ui.theme import colour, signals

#: Matches of a day of a month that have room; below that the month scrolls.
WHOLE = 2
#: Least height of a week without a match, in heights of a letter.
LEAST_EMPTY = 2.5
#: What is free round a day of a month.
EDGE = 2
#: Asked first about every key; says whether it was one of the board's.
Keys = Callable[["DayBox", QKeyEvent], bool]


class DayBox(QFrame):
    """A day that matches can be put on.

    Signals:
        opened: A match shall be opened, by its id.
        asked_move: A match shall be moved, to a day that is not said yet.
        entered: The officer stands on this day now.
        asked_more: The matches shall be shown that have no room here.
    """

    opened = Signal(object)
    asked_move = Signal(object)
    entered = Signal(object)
    asked_more = Signal(object)

    def __init__(self, keys: Keys, *, compact: bool) -> None:
        super().__init__()
        self.day = date.min
        self.compact = compact
        self.is_target = False
        self.is_today = False
        self.is_outside = False
        self._said = ""
        self.head = DayHead(compact=compact)
        self.head.pressed.connect(lambda: self.asked_more.emit(self.day))
        self.list = DayList(lambda event: keys(self, event), compact=compact)
        self.list.opened.connect(self.opened)
        self.list.focused.connect(self._enter)
        self.list.asked_menu.connect(self._open_menu)
        self.list.moved.connect(self._say_hidden)
        self.foot = ClashLine()
        box = QVBoxLayout(self)
        edge = EDGE if compact else 4
        box.setContentsMargins(edge, edge, edge, edge)
        box.setSpacing(1 if compact else 2)
        box.addWidget(self.head)
        box.addWidget(self.list, 1)
        box.addWidget(self.foot)
        self._keep_room()
        signals().changed.connect(self.update)

    def show_day(self, shown: DayOnBoard, *, today: date, outside: bool) -> None:
        """Show a day; the match that was chosen stays so.

        Args:
            outside: It belongs to the month before or after the one on view.
        """
        kept = self.current_id()
        self.day = shown.day
        self.is_today, self.is_outside = shown.day == today, outside
        # A month may have no room for all: the gravest stand above what is hidden.
        matches = by_weight(shown.matches) if self.compact else shown.matches
        self.list.shown.show_matches(matches)
        self._said = spoken_day(shown)
        self.list.setAccessibleName(self._said)
        self.head.show_day(shown, is_today=self.is_today, is_outside=outside)
        self.foot.show_kinds(shown.clashes)
        self._keep_room()
        if kept is not None:
            self.list.select(kept)
        self._say_hidden()
        self.update()

    def current(self) -> BoardMatch | None:
        """Return the match chosen on this day."""
        return self.list.current()

    def current_id(self) -> UUID | None:
        """Return the id of the match chosen on this day."""
        match = self.list.current()
        return match.id if match is not None else None

    def mark_target(self, *, on: bool) -> None:
        """Show that a match would be put here."""
        if on != self.is_target:
            self.is_target = on
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground: today, the day that has the focus, the day aimed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "stripe" if not self.is_outside else "window"
        edge, width, style = "line", 1.0, Qt.PenStyle.SolidLine
        if self.is_today:
            edge = "accent"
        if self.list.hasFocus():
            edge, width = "accent", 2.0
        if self.is_target:
            ground, edge, width = "accent_soft", "accent", 2.0
            style = Qt.PenStyle.DashLine
        painter.setBrush(colour(ground))
        painter.setPen(QPen(colour(edge), width, style))
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, 6, 6)
        painter.end()

    # ---- inside

    def _enter(self) -> None:
        if self.list.row() < 0 and self.list.count():
            self.list.choose(0)
        self.entered.emit(self.day)

    def _keep_room(self) -> None:
        """Be no lower than what a day of a month has to show; a week is never low.

        A match may take two lines; how wide the day will be is not known yet.
        """
        if self.compact:
            whole = min(self.list.count(), WHOLE) * 2 * self.list.fontMetrics().height()
            foot = self.foot.sizeHint().height() + 1 if self.foot.text else 0
            least = round(self.fontMetrics().ascent() * LEAST_EMPTY)
            head = self.head.sizeHint().height() + 2 * EDGE + 1
            self.setMinimumHeight(max(least, head + whole + foot))

    def _say_hidden(self) -> None:
        """Say how many matches there is no room for, and which."""
        hidden = by_gravity(self.list.hidden())
        self.head.show_hidden(len(hidden), hidden[0].category if hidden else None)
        self.head.setAccessibleName("\n".join([self._said, *match_lines(hidden)]))
        way = [tr("A click here shows the week.")] if hidden and self.compact else []
        self.head.setToolTip("\n".join([self._said, *match_lines(hidden), *way]))

    def _open_menu(self, where: QPoint) -> None:
        match = self.current()
        if match is None:
            return
        menu = QMenu(self)
        menu.addAction(icon("match"), tr("Open"), lambda: self.opened.emit(match.id))
        menu.addAction(
            icon("calendar"), tr("Move"), lambda: self.asked_move.emit(match.id)
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
