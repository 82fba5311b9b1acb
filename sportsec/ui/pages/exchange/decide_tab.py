"""The inbox: what two cells wrote without seeing each other, to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.conflicts import Decision, Side, decisions_for
from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.folding import fold
from sportsec.domain.twins import Verdict
from sportsec.domain.words import N_, Words
from sportsec.i18n.field_words import kind_label
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, tr_count, translator, words
from sportsec.ui.pages.exchange import doing
from sportsec.ui.pages.exchange.conflict_card import ConflictCard
from sportsec.ui.pages.exchange.state import (
    InboxFilter,
    Item,
    cells_of,
    items_of,
    kinds_of,
    shown_items,
)
from sportsec.ui.pages.exchange.twin_card import Line, TwinCard
from sportsec.ui.pages.exchange.wording import field_name, sides_text
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.cards import scrolled
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView


class InboxSource:
    """The inbox as a list; it was read as a whole, so nothing is asked again."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def count(self, _work: Work, wanted: InboxFilter) -> int:
        """Count the lines that a filter lets through."""
        return len(shown_items(self.items, wanted))

    def ids(
        self,
        _work: Work,
        wanted: InboxFilter,
        sort: str,
        descending: bool,  # noqa: FBT001 - as all lists ask
        limit: int | None,
    ) -> Sequence[UUID]:
        """Return the lines wanted, in the order of the inbox or of a column."""
        found = shown_items(self.items, wanted)
        if sort:
            keys = {"record": record_text, "field": field_text}
            found.sort(key=lambda item: fold(keys[sort](item)))
        if descending:
            found.reverse()
        return [each.id for each in found[:limit]]

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[Item]:
        """Return the lines."""
        known = {each.id: each for each in self.items}
        return [known[one] for one in ids if one in known]


class DecideTab(QWidget):
    """List with filters at its start, the chosen conflict at its end."""

    counted = Signal(int)
    wants_record = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.source = InboxSource()
        self.model: RowsModel[Item, InboxFilter] = RowsModel(
            desk.runner, self.source, _columns(), InboxFilter()
        )
        nothing = tr("Nothing waits for a decision.")
        self.table = TableView(
            self.model, desk.settings, "exchange-inbox", nothing, "check"
        )
        self.kind = ChoiceField([], none=tr("All kinds"))
        self.cell = ChoiceField([], none=tr("All cells"))
        self.everything = QPushButton(tr("All records"))
        self.many = QPushButton(f" {tr('Decide all shown')}")
        self.menu = QMenu(self.many)
        self.detail = QVBoxLayout()
        self.card: ConflictCard | TwinCard | None = None
        self._record: UUID | None = None
        self._lay_out()
        self._connect()

    # ---- for the page

    def reload(self) -> None:
        """Ask what waits."""
        self._desk.runner.read(self, "inbox", doing.read_inbox, self._show)

    def show_record(self, record: UUID | None) -> None:
        """Show what waits on the page of one record; None shows all."""
        self._record = record
        self._filter()

    # ---- inside

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        for field, name in ((self.kind, tr("Kind")), (self.cell, tr("Cell"))):
            field.call(name)
            filters.addWidget(field)
        filters.addWidget(self.everything)
        filters.addStretch(1)
        self.many.setIcon(icon("check"))
        self.many.setMenu(self.menu)
        filters.addWidget(self.many)
        body = QWidget()
        body.setLayout(self.detail)
        self.detail.setContentsMargins(12, 0, 12, 0)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.table)
        self.split.addWidget(scrolled(body))
        self.split.setSizes([480, 560])
        self.split.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(10)
        box.addLayout(filters)
        box.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.kind.changed.connect(self._filter)
        self.cell.changed.connect(self._filter)
        self.everything.clicked.connect(lambda _on: self.show_record(None))
        self.table.chosen.connect(self._show_detail)
        self.model.settled.connect(self._choose_first)
        self.menu.aboutToShow.connect(self._fill_menu)

    def _show(self, inbox: doing.Inbox) -> None:
        self.source.items = items_of(inbox.conflicts, inbox.twins)
        kinds = kinds_of(self.source.items)
        t = translator()
        self.kind.offer(
            [(kind, kind_label(t, kind)) for kind in kinds], none=tr("All kinds")
        )
        cells = cells_of(self.source.items)
        self.cell.offer([(one, words(one)) for one in cells], none=tr("All cells"))
        self.counted.emit(len(self.source.items))
        self._filter()

    def _filter(self) -> None:
        self.everything.setVisible(self._record is not None)
        wanted = InboxFilter(
            self.kind.value() or "", self.cell.value() or Words(), self._record
        )
        self.many.setEnabled(bool(shown_items(self.source.items, wanted)))
        self.model.ask(wanted)

    def _choose_first(self) -> None:
        first = self.model.id_at(0)
        if first is None:
            self._show_detail(None)
        elif self.table.current_id() is None:
            self.table.select(first)
        else:
            self._show_detail(self.table.current_id())

    def _show_detail(self, identity: UUID | None) -> None:
        clear_layout(self.detail)
        self.card = None
        found = {each.id: each for each in self.source.items}
        item = found.get(identity) if identity is not None else None
        if item is None:
            return
        if item.conflict is not None:
            card = ConflictCard(self._desk.runner, item.conflict)
            card.decided.connect(lambda decision: self.decide([decision]))
            card.wants_record.connect(self.wants_record)
            self._place(card)
        elif item.twin is not None:
            self._compare(item.twin)

    def _compare(self, pair: TwinPair) -> None:
        def show(lines: list[Line]) -> None:
            card = TwinCard(pair, lines)
            card.decided.connect(self._decide_twins)
            self._place(card)

        self._desk.runner.read(
            self, "compare", lambda work: doing.compare(work, pair), show
        )

    def _place(self, card: ConflictCard | TwinCard) -> None:
        clear_layout(self.detail)
        self.card = card
        self.detail.addWidget(card)

    def _fill_menu(self) -> None:
        """Offer what can be decided of all conflicts shown, with how many that is."""
        self.menu.clear()
        shown = shown_items(self.source.items, self.model.wanted)
        conflicts = [each.conflict for each in shown if each.conflict is not None]
        choices: list[tuple[str, Any]] = [
            (tr("Keep what is shown meanwhile"), Side.SHOWN),
            (tr("Take the values of this cell"), Side.OURS),
            *(
                (tr("Take the values of {cell}", cell=words(cell)), cell)
                for cell in cells_of(shown)
            ),
        ]
        for text, chosen in choices:
            side = chosen if isinstance(chosen, Side) else Side.THEIRS
            cell = chosen if isinstance(chosen, Words) else None
            decisions = list(decisions_for(conflicts, side, cell))
            count = tr_count("{n} field", "{n} fields", len(decisions))
            action = self.menu.addAction(f"{text}  ({count})")
            action.setEnabled(bool(decisions))
            action.triggered.connect(lambda _on, some=decisions: self.decide(some))

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Carry out decisions."""
        self._desk.runner.write(
            self,
            N_("Conflict decided"),
            lambda work: doing.decide_conflicts(work, decisions),
            lambda _count: self.reload(),
            failed=self._desk.complain,
        )

    def _decide_twins(self, pair: TwinPair, verdict: Verdict) -> None:
        self._desk.runner.write(
            self,
            N_("Decided whether two records are the same"),
            lambda work: doing.decide_twins(work, pair, verdict),
            lambda _none: self.reload(),
            failed=self._desk.complain,
        )


def record_text(item: Item) -> str:
    """Return what a line is about."""
    return words(item.label) or kind_label(translator(), item.table)


def field_text(item: Item) -> str:
    """Return which field, or that two records may be the same."""
    return field_name(item.conflict) if item.conflict else tr("Is this the same?")


def _sides(item: Item) -> str:
    if item.conflict is not None:
        return sides_text(item.conflict)
    return words(item.twin.second_label) if item.twin else ""


def _columns() -> list[Column[Item]]:
    return [
        Column(
            *(tr("Kind"), lambda r: kind_label(translator(), r.table)),
            width=90,
            yields=True,
            key="kind",
        ),
        Column(
            *(tr("Record"), record_text, "record"),
            tip=record_text,
            width=190,
            stretch=True,
        ),
        Column(tr("Field"), field_text, "field", width=120, least=90),
        Column(tr("Values"), _sides, tip=_sides, width=150, yields=True, key="values"),
    ]
