"""The agenda page: periods, search, filter chips, the list of matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from sportsec.domain.fixtures import FixtureDraft
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_choices import new_match, today_and_season
from sportsec.services.fixtures import delete_fixture, restore_fixture
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.page import Page
from sportsec.ui.pages.agenda.columns import agenda_columns
from sportsec.ui.pages.agenda.day_cells import DayDelegate
from sportsec.ui.pages.agenda.export import ExportButton
from sportsec.ui.pages.agenda.filters import PeriodBar, filter_chips
from sportsec.ui.pages.agenda.state import AgendaState, Period
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.search_field import SearchField
from sportsec.ui.widgets.table import TableView

_PERIOD = "agenda/period"


class AgendaPage(Page):
    """All matches; Enter opens the file of one, Ctrl+N plans one."""

    cares: ClassVar[frozenset[str]] = frozenset(
        {"fixture", "club", "venue", "competition", "season", "risk_assessment"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Agenda"))
        self.intake_button = self.add_button(
            tr("Take in a programme"), lambda: desk.go("intake"), "intake"
        )
        self.export_button = ExportButton(
            desk, lambda: (self.state.wanted(), *self.model.order)
        )
        self.buttons.addWidget(self.export_button)
        self.new_button = self.add_button(
            tr("New match"), self.plan, "plus", primary=True
        )
        self.state = AgendaState(
            period=self._remembered_period(),
            today=datetime.now(ZONE).date(),
            language=translator().language,
        )
        self.search = SearchField(tr("Search clubs, stadiums, competitions, rounds"))
        self.periods = PeriodBar(self.state.period)
        self.chips = filter_chips(desk.runner)
        self.count = text_label("", "caption")
        self.model = RowsModel(
            desk.runner,
            AGENDA,
            agenda_columns(),
            self.state.wanted(),
            sort="kick_off",
            descending=self.state.latest_first,
        )
        self.table = TableView(self.model, desk.settings, "agenda")
        self.table.setItemDelegate(DayDelegate(self.table))
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Ask which season it is, then for the matches."""
        self.desk.runner.read(self, "season", today_and_season, self._take_season)

    def plan(self) -> None:
        """Open the form of a new match."""
        self.desk.runner.read(self, "new", new_match, self._open_form)

    def _open_form(self, draft: FixtureDraft) -> FormDialog:
        # The forms are loaded with the first match planned, not with the first page.
        from sportsec.ui.pages.match.forms import open_new_match  # noqa: PLC0415

        return open_new_match(self, self.desk, draft, self._show_new)

    def open_match(self, fixture_id: UUID) -> None:
        """Open the file of a match."""
        self.desk.go("match", fixture_id)

    def delete(self, ids: Sequence[UUID]) -> None:
        """Delete matches at once; the message offers to bring them back."""
        chosen, desk = list(ids), self.desk

        def act(work: Work) -> None:
            for one in chosen:
                delete_fixture(work, one)

        def bring_back(work: Work) -> None:
            for one in chosen:
                restore_fixture(work, one)

        def undo() -> None:
            desk.runner.write(self, N_("Match brought back"), bring_back)

        def done(_result: object) -> None:
            text = tr_count("{n} match deleted", "{n} matches deleted", len(chosen))
            desk.say(text, action=tr("Undo"), on_action=undo)

        if chosen:
            desk.runner.write(self, N_("Match deleted"), act, done)

    # ---- inside

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.periods)
        top.addWidget(self.search, 1)
        chips = FlowLayout()
        for chip in self.chips.values():
            chips.addWidget(chip)
        line = QHBoxLayout()
        line.addLayout(chips, 1)
        line.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(top)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.periods.chosen.connect(self._choose_period)
        for name, chip in self.chips.items():
            chip.changed.connect(
                lambda value, name=name: self._ask(self.state.choose(name, value))
            )
        self.table.opened.connect(self.open_match)
        self.table.add_action_for_rows(tr("Delete"), self.delete, "delete")
        self.model.opened.connect(self._show_count)
        self.model.settled.connect(self._show_count)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.New, self, self.plan, context=here)
        QShortcut(
            QKeySequence.StandardKey.Find, self, self.search.setFocus, context=here
        )
        gone = QShortcut(QKeySequence.StandardKey.Delete, self.table, context=here)
        gone.activated.connect(lambda: self.delete(self.table.selected_ids()))

    def _remembered_period(self) -> Period:
        kept = self.desk.settings.text(_PERIOD, Period.FOUR_WEEKS)
        return Period(kept) if kept in set(Period) else Period.FOUR_WEEKS

    def _take_season(self, found: tuple[date, UUID | None]) -> None:
        today, season_id = found
        self._ask(replace(self.state, season_id=season_id, today=today))

    def _search(self, text: str) -> None:
        self._ask(replace(self.state, text=text))

    def _choose_period(self, period: Period) -> None:
        self.desk.settings.keep(_PERIOD, period)
        before = self.state.latest_first
        self.state = replace(self.state, period=period)
        if self.state.latest_first != before and self.model.order[0] == "kick_off":
            self.model.sort_by("kick_off", descending=self.state.latest_first)
        self._ask(self.state)

    def _ask(self, state: AgendaState) -> None:
        self.state = state
        empty = tr("No match here. Drop a programme file on the window, or plan one.")
        if state.is_narrowed:
            empty = tr("No match fits the filters.")
        self.table.say_when_empty(empty)
        self.model.ask(state.wanted())

    def _show_count(self) -> None:
        shown = self.model.rowCount()
        self.count.setText(tr_count("{n} match", "{n} matches", shown) if shown else "")

    def _show_new(self, fixture_id: UUID) -> None:
        self.open_match(fixture_id)
