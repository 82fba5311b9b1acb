"""The agenda page: one set of filters over a list, two boards and a heat-calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayoutItem, QStackedWidget

from sportsec.domain.listing import by
from sportsec.i18n.formats import ZONE
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_choices import current_season, today_and_season
from sportsec.queries.agenda_plan import NO_VENUE
from sportsec.ui.desk import Desk
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.page import Page
from sportsec.ui.pages.agenda import kept_filters
from sportsec.ui.pages.agenda.above import AgendaAbove, Chosen
from sportsec.ui.pages.agenda.acts import AgendaActs
from sportsec.ui.pages.agenda.boards import Boards
from sportsec.ui.pages.agenda.columns import agenda_columns
from sportsec.ui.pages.agenda.day_cells import DayDelegate
from sportsec.ui.pages.agenda.empty_list import EmptyList
from sportsec.ui.pages.agenda.export import ExportButton
from sportsec.ui.pages.agenda.filters import PeriodBar, filter_chips
from sportsec.ui.pages.agenda.from_today import FromToday
from sportsec.ui.pages.agenda.scope import scope_on_view, whole_season
from sportsec.ui.pages.agenda.score_column import ScoreColumn
from sportsec.ui.pages.agenda.state import AgendaState, Period, View
from sportsec.ui.pages.agenda.views import ViewBar
from sportsec.ui.targets import SeasonTarget, WalkTarget
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.conflict_marks import ConflictMarks
from sportsec.ui.widgets.controls import Controls
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.search_field import SearchField
from sportsec.ui.widgets.table import TableView

SEARCH_WIDTH = 200
#: Height of the matches below which the page is scrolled, for plain text.
LEAST_LIST = 110
_PERIOD, _VIEW = "agenda/period", "agenda/view"
_FILTERS = "agenda/filters"


class AgendaPage(Page):
    """All matches; Enter opens the file of one, Ctrl+N plans one."""

    cares: ClassVar[frozenset[str]] = frozenset(
        {
            *("fixture", "club", "venue", "competition", "season"),
            *("risk_assessment", "detachment"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Agenda"))
        self.acts = AgendaActs(desk, self, self.open_match)
        self._season = ""
        self.intake_button = self.add_button(
            tr("Take in a programme"), lambda: desk.go("intake"), "intake"
        )
        self.export_button = ExportButton(
            desk,
            lambda: scope_on_view(
                *(self.state, self.model.order, self._season, self._chips_said())
            ),
            lambda: whole_season(self.state, self.model.order, self._season),
        )
        self.buttons.addWidget(self.export_button)
        self.new_button = self.add_button(
            tr("New match"), self.plan, "plus", primary=True, keys="here.new"
        )
        self.state = AgendaState(
            period=Period(self._remembered(_PERIOD, Period, Period.FOUR_WEEKS)),
            today=datetime.now(ZONE).date(),
            language=translator().language,
            view=View(self._remembered(_VIEW, View, View.LIST)),
            chosen=tuple(kept_filters.read(desk.settings.text(_FILTERS)).items()),
        )
        self.views = ViewBar(self.state.view)
        self.search = SearchField(tr("Search matches"))
        self.periods = PeriodBar(self.state.period)
        self.chips = filter_chips(desk.runner)
        self.count = text_label("", "caption")
        self.model = RowsModel(
            desk.runner,
            AGENDA,
            agenda_columns(),
            self.state.wanted(),
            sort=self._by_day(),
        )
        self.table = TableView(self.model, desk.settings, "agenda")
        self.table.setItemDelegate(DayDelegate(self.table))
        FromToday(desk.runner, self.table, lambda: self.state.today)
        ScoreColumn(desk.runner, self.table)
        self.marks = ConflictMarks(desk, self.table)
        self.above = AgendaAbove(
            lambda: self.state,
            self.ask_again,
            self._chips_said,
        )
        self.tools = ListTools(desk, self.table, tr("Agenda"), self.above)
        self.empty = EmptyList(
            *(desk.runner, self.table),
            clear=self.above.clear,
            plan=self.plan,
            show_all=self._show_all,
        )
        self.boards = Boards(desk.runner, self.count)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Ask which season it is, then for the matches."""
        self.desk.runner.read(self, "season", today_and_season, self._take_season)
        kept = dict(self.state.chosen)
        if kept:
            self.desk.runner.read(
                *(self, "kept", lambda work: kept_filters.texts(work, kept)),
                lambda names: self._recall(kept, names),
            )

    def show_target(self, target: object) -> None:
        """List the matches of a season, if that is asked for."""
        if isinstance(target, SeasonTarget):
            self.desk.runner.read(
                *(self, "target", current_season),
                lambda current: self._show_season(target, current),
            )

    def plan(self) -> None:
        """Open the form of a new match; on a board, on the day stood at."""
        on_board = self.state.view is not View.LIST and self.state.day is not None
        self.acts.plan(self.state.day if on_board else None)

    def begin_new(self, table: str) -> None:
        """Open the form of a new match."""
        if table == "fixture":
            self.plan()

    def open_match(self, fixture_id: UUID) -> None:
        """Open the file of a match; from there one walks on in what is shown here."""
        walk = tuple(self._walk())
        is_there = fixture_id in walk
        self.desk.go("match", WalkTarget(fixture_id, walk) if is_there else fixture_id)

    def ask_again(self, text: str, period: Period, chosen: Chosen) -> None:
        """Show what was saved above the list, and ask for it."""
        self.search.say(text)
        self.periods.buttons[period].setChecked(True)
        for name, chip in self.chips.items():
            if name not in chosen:
                chip.recall(())
        self.state = replace(self.state, text=text, chosen=tuple(chosen.items()))
        self.desk.settings.keep(_FILTERS, kept_filters.written(self.state.chosen))
        self._choose_period(period)
        self.reload()

    def show_view(self, view: View, day: date | None = None) -> None:
        """Show the matches in another way, or around another day."""
        self.desk.settings.keep(_VIEW, view)
        self.views.press(view)
        self._ask(replace(self.state, view=view, day=day or self.state.day))
        if view is not View.LIST:
            self.boards.focus()

    # ---- for the window

    @property
    def main(self) -> QLayoutItem | None:
        """None: list and boards scroll what they hold, and the page around them not."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what narrows the matches where the window is low."""
        super().resizeEvent(event)
        self.controls.fold(height=(self.room or self.size()).height())
        is_low = self.controls.is_folded
        self.boards.hint.setHidden(is_low)
        style = Qt.ToolButtonStyle
        self.tools.setToolButtonStyle(
            style.ToolButtonIconOnly if is_low else style.ToolButtonTextBesideIcon
        )

    # ---- inside

    def _lay_out(self) -> None:
        chips = tuple(self.chips.values())
        self.controls = Controls(
            (
                *(self.views, self.periods, self.boards.navigator, self.search),
                *(*chips, self.tools, self.count),
            ),
            narrowing=(self.periods, *chips),
        )
        self.search.setFixedWidth(scaled(SEARCH_WIDTH))
        self.tools.setFixedHeight(self.search.sizeHint().height())
        self.count.setFixedHeight(self.search.sizeHint().height())
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.boards)
        self.stack.setMinimumHeight(scaled(LEAST_LIST))
        self.body.addWidget(self.controls)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.views.chosen.connect(self.show_view)
        self.boards.opened.connect(self.open_match)
        self.boards.wants_move.connect(self.acts.move)
        self.boards.wants_new.connect(self.acts.plan)
        self.boards.wants_view.connect(self.show_view)
        self.boards.stood.connect(self._stand)
        self.boards.wants_clear.connect(self.above.clear)
        self.periods.chosen.connect(self._choose_period)
        for name, chip in self.chips.items():
            chip.changed.connect(lambda values, name=name: self._choose(name, values))
        self.table.opened.connect(self.open_match)
        self.acts.offer(self.table)
        self.model.opened.connect(self._show_count)
        self.model.settled.connect(self._show_count)
        KeyedShortcut(self, "here.find", self.search.setFocus)
        for view in View:
            show = partial(self.show_view, view)
            KeyedShortcut(self, f"here.{view}", show)

    def _say_narrowing(self) -> None:
        on_list = self.state.view is View.LIST
        period = self.periods.buttons[self.state.period].text() if on_list else ""
        self.controls.button.say(period, self._chips_said())

    def _chips_said(self) -> list[str]:
        return [chip.said for chip in self.chips.values() if chip.chosen]

    def _remembered(self, key: str, kind: type[StrEnum], usual: StrEnum) -> str:
        kept = self.desk.settings.text(key, usual)
        return kept if kept in set(kind) else usual

    def _walk(self) -> Sequence[UUID]:
        """Return what is shown, in its order; nothing where that is the order of time.

        All matches of a period lead on to those before and after it.
        """
        if self.state.view is not View.LIST:
            return self.boards.wanted_ids() if self.state.is_narrowed else ()
        model = self.model
        is_plain = model.order == by(self._by_day()) and not model.group
        if is_plain and not self.state.is_narrowed:
            return ()
        ids = model.ids
        return ids if len(ids) == model.records else ()  # the rest is on its way

    def _by_day(self) -> str:
        return "-kick_off" if self.state.latest_first else "kick_off"

    def _stand(self, day: date) -> None:
        """Keep the day, so that the other boards open at it."""
        self.state = replace(self.state, day=day)
        self.boards.stand(self.state)

    def _take_season(self, found: tuple[date, UUID | None, str]) -> None:
        today, season_id, season = found
        self._season = season
        self.periods.call_season(season)
        self._ask(replace(self.state, season_id=season_id, today=today))

    def _choose(self, name: str, values: tuple[Any, ...]) -> None:
        state = self.state.choose(name, values)
        self.desk.settings.keep(_FILTERS, kept_filters.written(state.chosen))
        self._ask(state)

    def _recall(self, kept: Chosen, names: Mapping[str, Mapping[Any, str]]) -> None:
        """Show the filters kept; a value whose record is gone is let go."""
        for name, values in self.state.chosen:
            if kept.get(name) != values:
                continue  # ticked since its names were asked for
            self.chips[name].recall(names[name].items())
            if len(names[name]) < len(values):
                self._choose(name, tuple(names[name]))
        self._say_narrowing()

    def _search(self, text: str) -> None:
        self._ask(replace(self.state, text=text))

    def _choose_period(self, period: Period) -> None:
        self.desk.settings.keep(_PERIOD, period)
        before = self.state.latest_first
        self.state = replace(self.state, period=period)
        if self.state.latest_first != before:
            turned = by(self._by_day())[0]
            order = [turned if s.key == turned.key else s for s in self.model.order]
            self.model.arrange(order, self.model.group)
        self._ask(self.state)

    def _ask(self, state: AgendaState) -> None:
        self.state = state
        on_board = state.view is not View.LIST
        self.stack.setCurrentIndex(on_board)
        self.periods.setVisible(not on_board)
        self.boards.navigator.setVisible(on_board)
        self.tools.setVisible(not on_board)
        self.chips["season_id"].setVisible(state.asks_for_season)
        self._say_narrowing()
        if on_board:
            self.boards.ask(state)
            return
        self.empty.expect(state)
        self.model.ask(state.wanted())

    def _show_season(self, target: SeasonTarget, current: UUID | None) -> None:
        season = target.season
        is_current = season is not None and season == current
        chosen: dict[str, tuple[Any, ...]] = {}
        if season is not None and not is_current:
            chosen["season_id"] = (season,)
        if target.without_venue:
            chosen["venue_id"] = (NO_VENUE,)
        self.show_view(View.LIST)
        self.ask_again("", Period.SEASON if is_current else Period.ALL, chosen)

    def _show_all(self) -> None:
        self.periods.buttons[Period.ALL].setChecked(True)
        self._choose_period(Period.ALL)

    def _show_count(self) -> None:
        if self.state.view is not View.LIST:
            return
        shown = self.model.records
        self.count.setText(tr_count("{n} match", "{n} matches", shown) if shown else "")
        if not shown:
            self.empty.look_elsewhere()
