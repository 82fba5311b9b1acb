"""The history: every act of the workspace, filtered; undoing; the trash."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.history import HistoryFilter
from sportsec.i18n.formats import ZONE
from sportsec.i18n.kind_words import KINDS, kind_label
from sportsec.queries.history import TRAIL, Choices, history_choices
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, translator, words
from sportsec.ui.page import Page
from sportsec.ui.pages.history.act_panel import ActPanel
from sportsec.ui.pages.history.columns import act_columns
from sportsec.ui.pages.history.export import ExportButton
from sportsec.ui.pages.history.trash_tab import TrashTab
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.controls import Controls
from sportsec.ui.widgets.fields_above import FieldsAbove
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.search_field import SearchField
from sportsec.ui.widgets.splitter import SideSplitter
from sportsec.ui.widgets.table import TableView
from sportsec.ui.widgets.tabs import Tabs

LIST_SHARE, PANEL_SHARE = 700, 310
SEARCH_WIDTH = 260
TODAY, WEEK, MONTH = 1, 7, 30


class HistoryPage(Page):
    """All acts and all deleted records; `show_target` takes the number of an act."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("History"))
        self._first: object = None
        self._comes_back = False
        self.tabs = Tabs()
        self.trash = TrashTab(desk)
        self._make_filters()
        self.model: RowsModel[Any, HistoryFilter] = RowsModel(
            desk.runner,
            TRAIL,
            act_columns(),
            self.wanted(),
            sort="-time",
        )
        self.table = TableView(
            self.model, desk.settings, "history", empty=tr("Nothing has been done yet.")
        )
        # Cells and records of one kind are told apart by their ends.
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.above = FieldsAbove(
            desk.settings, "history", self.search, (self.kind, self.period), self._ask
        )
        for field in (self.actor, self.cell):
            field.changed.connect(self._ask)
        self.panel = ActPanel(desk)
        self.export = ExportButton(desk, lambda: self.model.wanted)
        self.buttons.addWidget(self.export)
        self.tabs.addTab(self._acts(), tr("What was done"))
        self.tabs.addTab(self.trash, tr("Deleted records"))
        self.body.addWidget(self.tabs, 1)
        self._connect()

    def wanted(self) -> HistoryFilter:
        """Return the filter of what is chosen."""
        days = self.period.value()
        midnight = datetime.combine(datetime.now(ZONE).date(), time(), ZONE)
        return HistoryFilter(
            text=self.search.text().strip(),
            language=translator().language,
            actor=self.actor.value() or "",
            cell=self.cell.value(),
            kind=self.kind.value() or "",
            since=midnight - timedelta(days=days - 1) if days else None,
        )

    def reload(self) -> None:
        """Ask again for everything."""
        self.desk.runner.read(self, "choices", history_choices, self._offer)
        self._tell_filters()
        self.model.ask(self.wanted())
        self.panel.reload()
        self.trash.reload()

    def show_target(self, target: object) -> None:
        """Show an act."""
        if isinstance(target, int):
            self._comes_back = False
            self.tabs.setCurrentIndex(0)
            self.show_act(target)

    def show_act(self, act: int) -> None:
        """Show an act on the panel, and in the list where it is known there."""
        if not self.table.select(act):  # type: ignore[arg-type]  # acts have numbers
            self.panel.show_act(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave list and act room in a low window: each has a bar of its own."""
        super().resizeEvent(event)
        self.controls.fold(height=(self.room or self.size()).height())
        self.panel.keep_low(is_low=self.controls.is_folded)

    # ---- inside

    def _make_filters(self) -> None:
        t = translator()
        self.search = SearchField(tr("Search the history"))
        self.actor = ChoiceField([], none=tr("Everybody"))
        self.cell = ChoiceField([], none=tr("All cells"))
        kinds = sorted(((key, kind_label(t, key)) for key in KINDS), key=lambda k: k[1])
        self.kind = ChoiceField(kinds, none=tr("All kinds"))
        periods = [
            (TODAY, tr("Today")),
            (WEEK, tr("Last 7 days")),
            (MONTH, tr("Last 30 days")),
        ]
        self.period = ChoiceField(periods, none=tr("At any time"))
        self.filters = (self.kind, self.actor, self.cell, self.period)

    def _acts(self) -> QWidget:
        self.search.setFixedWidth(scaled(SEARCH_WIDTH))
        tools = ListTools(self.desk, self.table, tr("History"), self.above)
        self.controls = Controls((self.search, *self.filters, tools), self.filters)
        self.split = SideSplitter()
        self.split.addWidget(self.table)
        self.split.addWidget(self.panel)
        self.split.setSizes([LIST_SHARE, PANEL_SHARE])
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.controls)
        box.addWidget(self.split, 1)
        return whole

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.model.settled.connect(self._choose_first)
        self.panel.wants_act.connect(self.show_act)
        self.panel.wants_undo.connect(self.desk.undo)

    def _on_changed(self, _touched: frozenset[str]) -> None:
        """Every act belongs to the history, whatever it touched."""
        if self.isVisible():
            self.reload()
        else:
            self._stale = self._comes_back = True

    def _ask(self) -> None:
        nothing = tr("Nothing found. Shorten the search, or clear the filters.")
        self.table.say_when_empty(nothing, tr("Clear the filters"), self._clear)
        self._tell_filters()
        self.model.ask(self.wanted())

    def _tell_filters(self) -> None:
        """Let the button that holds the filters say which are set."""
        chosen = (each for each in self.filters if each.value() is not None)
        self.controls.button.say("", [each.combo.currentText() for each in chosen])

    def _clear(self) -> None:
        for field in (self.actor, self.cell):
            field.set_value(None)
        self.above.clear()

    def _choose(self, act: int | UUID | None) -> None:
        if isinstance(act, int):
            self.panel.show_act(act)

    def _choose_first(self) -> None:
        """Choose the newest act; whoever stood there when leaving finds it chosen."""
        first, current = self.model.id_at(0), self.table.current_id()
        stood_there = self._comes_back and current == self._first
        self._first, self._comes_back = first, False
        if first is None:
            self.panel.show_act(None)
        elif current is None or stood_there:
            self.table.select(first)

    def _offer(self, choices: Choices) -> None:
        """Keep what is chosen while the choices are renewed."""
        actors = [(name, isolate(name)) for name in choices.actors]
        cells = [
            (key, words(name) or tr("Cell without a name"))
            for key, name in choices.cells
        ]
        for field, offered, none in (
            (self.actor, actors, tr("Everybody")),
            (self.cell, cells, tr("All cells")),
        ):
            chosen = field.value()
            field.blockSignals(True)
            field.offer(offered, none=none)
            field.set_value(chosen)
            field.blockSignals(False)
        self.cell.setVisible(len(cells) > 1)
        self.table.widths.show_usually("cell", shown=len(cells) > 1)
