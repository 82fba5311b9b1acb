"""The week, the month and the season of the agenda, below one way through time."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.calendar_days import month_of
from sportsec.queries.agenda_days import Board, read_board
from sportsec.queries.agenda_elsewhere import Elsewhere, matches_elsewhere
from sportsec.queries.agenda_heat import Heat, read_heat
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import isolate, tr, tr_count
from sportsec.ui.pages.agenda.board import DayBoard
from sportsec.ui.pages.agenda.legend import Legend
from sportsec.ui.pages.agenda.season import SeasonView
from sportsec.ui.pages.agenda.state import AgendaState, View, span_of, stepped
from sportsec.ui.pages.agenda.views import Navigator
from sportsec.ui.pages.agenda.wording import elsewhere_text, span_title
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.cards import Banner, scrolled
from sportsec.ui.widgets.elided import ElidedLabel

#: After this the days have their places.
LAID_OUT_MS = 60


class Boards(QWidget):
    """Shows what the state of the agenda asks for, and asks for another day.

    Signals:
        opened: A match shall be opened, by its id.
        wants_move: A match shall be moved, by id and day; the day may be None.
        wants_new: A match shall be planned on a day.
        wants_view: Another way of seeing shall be taken, at a day.
        stood: The officer stands at a day.
        filled: The answer is on the screen.
        wants_clear: The filters shall be cleared.

    Attributes:
        navigator: The way through time; the page puts it beside its own controls.

    Args:
        count: Where the number of matches on view is said.
    """

    opened = Signal(object)
    wants_move = Signal(object, object)
    wants_new = Signal(object)
    wants_view = Signal(object, object)
    stood = Signal(object)
    filled = Signal()
    wants_clear = Signal()

    def __init__(self, runner: Runner, count: QLabel) -> None:
        super().__init__()
        self._runner = runner
        self.count = count
        self._state: AgendaState | None = None
        self._wants_focus = False
        self.navigator = Navigator()
        self._is_bare = False  # nothing is on view, though all was asked for
        self._nearest: date | None = None
        clear = tr("Clear the filters")
        self.empty = Banner("", "info", clear, self._leave_empty)
        self.week = DayBoard(compact=False)
        self.month = DayBoard(compact=True)
        self.season = SeasonView()
        self.legend = Legend()
        self.hint = ElidedLabel("caption")
        self.stack = QStackedWidget()
        self.month_area = scrolled(self.month)
        for view in (self.week, self.month_area, self.season):
            self.stack.addWidget(view)
        self._lay_out()
        self._connect()

    def ask(self, state: AgendaState) -> None:
        """Show what a state asks for; the old answer stays until then."""
        self._state = state
        wanted, day, view = state.narrowing(), state.at, state.view
        if view is View.SEASON:
            self._runner.read(
                *(self, "board", lambda work: read_heat(work, wanted, day)),
                lambda heat: self._show_heat(state, heat),
            )
        else:
            first, last = span_of(view, day)
            self._runner.read(
                *(self, "board", lambda work: read_board(work, wanted, first, last)),
                lambda board: self._show_board(state, board),
            )

    def focus(self) -> None:
        """Give the keyboard to what is on view, now or when it is filled."""
        self._wants_focus = True
        view = self._state.view if self._state is not None else View.WEEK
        if view is View.SEASON:
            self.season.setFocus()
        else:
            self._board(view).focus()

    def wanted_ids(self) -> list[UUID]:
        """Return the matches on view that fit the filter, by kick-off."""
        view = self._state.view if self._state is not None else View.SEASON
        return [] if view is View.SEASON else self._board(view).wanted_ids()

    def stand(self, state: AgendaState) -> None:
        """Take the day that the officer walked to, which is on view already."""
        self._state = state

    def hasHeightForWidth(self) -> bool:
        """Say whether a sentence breaks above the days: it needs its lines."""
        return not self.empty.isHidden()

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at least.

        Qt would take what the days like for what they need, and the page be scrolled.
        """
        box = self.layout()
        return -1 if box is None else box.totalMinimumHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the day stood at in sight."""
        super().resizeEvent(event)
        self._turn_foot()
        QTimer.singleShot(LAID_OUT_MS, self, lambda: self._show_whole(self.month.at))

    # ---- inside

    def _board(self, view: View) -> DayBoard:
        return self.week if view is View.WEEK else self.month

    def _lay_out(self) -> None:
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(self.hint, 1)
        self._foot.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTrailing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.empty)
        box.addWidget(self.stack, 1)
        box.addLayout(self._foot)

    def _connect(self) -> None:
        for board in (self.week, self.month):
            board.opened.connect(self.opened)
            board.wants_move.connect(self.wants_move)
            board.wants_new.connect(self.wants_new)
            board.wants_day.connect(self._go)
            board.stood.connect(self.stood)
        self.month.wants_week.connect(lambda day: self.wants_view.emit(View.WEEK, day))
        self.month.stood.connect(self._show_whole)
        self.month_area.verticalScrollBar().valueChanged.connect(
            self.month.keep_names_at
        )
        self.season.stood.connect(self.stood)
        self.season.opened.connect(lambda day: self.wants_view.emit(View.WEEK, day))
        self.navigator.stepped.connect(self._step)
        self.navigator.wants_today.connect(self._go_today)
        KeyedShortcut(self, "here.earlier", lambda: self._step(-1))
        KeyedShortcut(self, "here.later", lambda: self._step(1))
        KeyedShortcut(self, "here.today", self._go_today)

    def _turn_foot(self) -> None:
        """Put what the marks mean under the hint where both have no room."""
        words = self.hint.fontMetrics().horizontalAdvance(self.hint.text())
        needed = words + self._foot.spacing() + self.legend.sizeHint().width()
        is_low = not self.legend.isHidden() and needed > self.width()
        way = QBoxLayout.Direction
        self._foot.setDirection(way.TopToBottom if is_low else way.LeftToRight)

    def _show_whole(self, day: date) -> None:
        """Scroll a low window to the day that the officer stands at."""
        if day in self.month.boxes:
            box, edge = self.month.boxes[day], 8 + self.month.head_height
            self.month_area.ensureWidgetVisible(box, 0, edge)
            bar = self.month_area.verticalScrollBar()
            bar.setValue(min(bar.value(), box.y() - edge))  # its date before the rest

    def _step(self, by: int) -> None:
        if self._state is not None and self._may_step():
            self._go(stepped(self._state.view, self._state.at, by))

    def _may_step(self) -> bool:
        """A season that was chosen by a filter is the only one on view."""
        state = self._state
        chosen = dict(state.chosen) if state is not None else {}
        is_season = state is not None and state.view is View.SEASON
        return not (is_season and "season_id" in chosen)

    def _go_today(self) -> None:
        if self._state is not None:
            self._go(self._state.today)

    def _go(self, day: date) -> None:
        if self._state is not None:
            self._wants_focus = True
            self.wants_view.emit(self._state.view, day)

    def _show_board(self, state: AgendaState, board: Board) -> None:
        shown = self._board(state.view)
        self.stack.setCurrentIndex(0 if shown is self.week else 1)
        shown.show_board(board, state.at, state.today)
        first, last = board.days[0].day, board.days[-1].day
        title = span_title(state.view, first, last, state.at)
        own = _own_count(state, board)
        self._settle(state, title, own)
        self._say_around(board.found - own)
        others = tr_count("{n} other match", "{n} other matches", board.others)
        if board.others:
            said = filter(None, (self.count.text(), others))
            self.count.setText(" · ".join(said))
        self._say_empty(state, board.found)
        hint = tr(
            "Drag a match to another day to move it,"
            " or press Ctrl, Shift and an arrow key."
        )
        self.hint.show_text(hint if board.found + board.others else "")
        self._turn_foot()
        if shown is self.month:
            QTimer.singleShot(LAID_OUT_MS, self, lambda: self._show_whole(shown.at))
        if self._wants_focus:
            shown.focus()
            self._wants_focus = False
        self.filled.emit()

    def _show_heat(self, state: AgendaState, heat: Heat) -> None:
        self.stack.setCurrentWidget(self.season)
        self.season.show_heat(heat, state.at, state.today)
        title = span_title(View.SEASON, heat.first, heat.last, state.at)
        if heat.label:
            title = isolate(heat.label)  # the way of seeing says that it is a season
        self._settle(state, title, heat.found)
        self._say_empty(state, heat.found)
        self.hint.show_text(tr("Enter shows the week of a day."))
        self._turn_foot()
        if self._wants_focus:
            self.season.setFocus()
            self._wants_focus = False
        self.filled.emit()

    def _settle(self, state: AgendaState, title: str, found: int) -> None:
        self.navigator.show_title(title, state.view)
        self.navigator.back.setEnabled(self._may_step())
        self.navigator.on.setEnabled(self._may_step())
        self.legend.show_for(state.view)
        self.count.setText(tr_count("{n} match", "{n} matches", found) if found else "")

    def _say_around(self, around: int) -> None:
        """Say apart what only fills the weeks of a month: files leave it out."""
        if around:
            said = tr_count(
                "{n} match on the days around", "{n} matches on the days around", around
            )
            self.count.setText(" · ".join(filter(None, (self.count.text(), said))))

    def _say_empty(self, state: AgendaState, found: int) -> None:
        """Teach what to do where nothing is that was asked for."""
        self.empty.say("" if found else _nothing(state))
        self.empty.button.setText(tr("Clear the filters"))
        self.empty.button.setVisible(state.is_narrowed)
        self._is_bare = not found and not state.is_narrowed
        if self._is_bare:
            self._runner.read(
                *(self, "elsewhere", lambda work: matches_elsewhere(work, state.at)),
                self._say_elsewhere,
            )

    def _say_elsewhere(self, elsewhere: Elsewhere) -> None:
        if elsewhere.count and self._is_bare:
            self._nearest = elsewhere.day
            how = tr("Press Enter on a day to plan one.")
            self.empty.say(f"{elsewhere_text(elsewhere.count)} {how}")
            self.empty.button.setText(tr("Go to the nearest match"))
            self.empty.button.show()

    def _leave_empty(self) -> None:
        """Go where something is: without the filters, or to another day."""
        if not self._is_bare:
            self.wants_clear.emit()
        elif self._nearest is not None:
            self._go(self._nearest)


def _own_count(state: AgendaState, board: Board) -> int:
    """Return how many matches fit the filter in the week or the month itself."""
    if state.view is not View.MONTH:
        return board.found
    first, last = month_of(state.at)
    own = [day for day in board.days if first <= day.day <= last]
    return sum(match.is_wanted for day in own for match in day.matches)


def _nothing(state: AgendaState) -> str:
    if state.is_narrowed:
        return tr("No match fits the filters here.")
    return tr("No match here. Press Enter on a day to plan one, or drop a programme.")
