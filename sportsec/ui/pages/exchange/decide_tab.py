"""The inbox: what two cells wrote without seeing each other, to be decided.

Enter goes from the list to the values, Escape back; Alt+1, Alt+2 … take one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.conflicts import Decision, Question
from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.twins import Verdict
from sportsec.domain.words import N_, Words
from sportsec.i18n.kind_words import kind_label
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, translator, words
from sportsec.ui.pages.exchange import deciding
from sportsec.ui.pages.exchange.conflict_card import ConflictCard
from sportsec.ui.pages.exchange.inbox_list import (
    InboxAbove,
    choices_of,
    inbox_columns,
    inbox_source,
)
from sportsec.ui.pages.exchange.state import (
    InboxFilter,
    Item,
    cells_of,
    items_of,
    kinds_of,
)
from sportsec.ui.pages.exchange.twin_card import Compared, TwinCard
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import scrolled
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.controls import Controls
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.splitter import SideSplitter
from sportsec.ui.widgets.table import TableView

#: Values that have a key of their own.
_KEYS = 4
#: Of the card at least, so that the values are read.
_CARD_HEIGHT = 120


class DecideTab(QWidget):
    """List with filters at its start, the chosen conflict at its end."""

    counted = Signal(int)
    wants_record = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.source = inbox_source()
        self.model: RowsModel[Item, InboxFilter] = RowsModel(
            desk.runner, self.source, inbox_columns(), InboxFilter()
        )
        nothing = tr("Nothing waits for a decision.")
        self.table = TableView(
            self.model, desk.settings, "exchange-inbox", nothing, "check"
        )
        self.kind = ChoiceField([], none=tr("All kinds"))
        self.cell = ChoiceField([], none=tr("All cells"))
        above = InboxAbove(self.kind, self.cell, self._filter)
        self.tools = ListTools(desk, self.table, tr("To decide"), above)
        self.everything = QPushButton(tr("All records"))
        self.many = IconButton("check", tr("Decide all shown"))
        self.menu = QMenu(self.many)
        self.detail = QVBoxLayout()
        self.card: ConflictCard | TwinCard | None = None
        self._record: UUID | None = None
        self._awaited: tuple[UUID, str] | None = None
        self._begin: tuple[UUID, str] | None = None
        self._on_view: UUID | None = None
        self._line = 0
        self._lay_out()
        self._connect()

    # ---- for the page

    def reload(self) -> None:
        """Ask what waits."""
        record = self._record
        self._desk.runner.read(
            self, "inbox", lambda work: deciding.read_inbox(work, record), self._show
        )

    def show_record(self, record: UUID | None, register: str = "") -> None:
        """Show what waits on the page of one record; None shows all.

        Args:
            register: The field to begin with.
        """
        self._record = record
        self._awaited = (record, register) if record and register else None
        for field in (self.kind, self.cell):
            field.set_value(None)
        self._filter()
        if record is not None:
            self.reload()  # it may not be among the first of many

    # ---- inside

    def _lay_out(self) -> None:
        for field, name in ((self.kind, tr("Kind")), (self.cell, tr("Cell"))):
            field.call(name)
        self.many.setMenu(self.menu)
        narrowing = (self.kind, self.cell)
        acts = (self.everything, self.many, self.tools)
        self.controls = Controls((*narrowing, *acts), narrowing)
        body = QWidget()
        body.setLayout(self.detail)
        self.detail.setContentsMargins(12, 0, 12, 0)
        self.split = SideSplitter()
        self.split.addWidget(self.table)
        self.side = scrolled(body)
        self.side.setMinimumHeight(scaled(_CARD_HEIGHT))
        self.split.addWidget(self.side)
        self.split.setSizes([480, 560])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.controls)
        box.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.kind.changed.connect(self._filter)
        self.cell.changed.connect(self._filter)
        self.everything.clicked.connect(lambda _on: self.show_record(None))
        self.table.chosen.connect(self._show_detail)
        self.model.settled.connect(self._choose_first)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.table.selectionModel().selectionChanged.connect(
            lambda *_: self._name_many()
        )
        self.table.opened.connect(lambda _id: self._enter_card())
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for at in range(_KEYS):
            key = QShortcut(QKeySequence(f"Alt+{at + 1}"), self, context=here)
            key.activated.connect(lambda at=at: self._take(at))
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.side, context=here)
        back.activated.connect(self.table.setFocus)

    def _show(self, inbox: deciding.Inbox) -> None:
        self.source.show(items_of(inbox.questions, inbox.twins))
        if not self.source.shown(InboxFilter("", Words(), self._record)):
            self._record = None  # all of it is decided: what else waits is shown
        kinds = kinds_of(self.source.held)
        t = translator()
        self.kind.offer(
            [(kind, kind_label(t, kind)) for kind in kinds], none=tr("All kinds")
        )
        cells = cells_of(self.source.held)
        self.cell.offer([(one, words(one)) for one in cells], none=tr("All cells"))
        for field in (self.kind, self.cell):
            if field.value() is None:  # what was chosen is decided, all of it
                field.set_value(None)
        self.counted.emit(inbox.total)
        self._filter()

    def _filter(self) -> None:
        self.everything.setVisible(self._record is not None)
        wanted = InboxFilter(
            self.kind.value() or "", self.cell.value() or Words(), self._record
        )
        chosen = (each for each in (self.kind, self.cell) if each.value() is not None)
        self.controls.button.say("", [each.combo.currentText() for each in chosen])
        self.many.setEnabled(bool(self.source.shown(wanted)))
        self.model.ask(wanted)

    def _choose_first(self) -> None:
        """Show what was asked for, else the line at the place of the one decided."""
        wanted = self._find(self._awaited) if self._awaited else None
        count = self.model.rowCount()
        if wanted is not None:
            self._begin, self._awaited = self._awaited, None
            is_current = self.table.current_id() == wanted
            self.table.select(wanted)
            if is_current:  # then nothing is chosen anew
                self._show_detail(wanted)
        elif not count:
            self._show_detail(None)
        elif self.table.current_id() is None:
            at = self.model.id_at(min(self._line, count - 1))
            if at is not None:
                self.table.select(at)
        else:
            self._show_detail(self.table.current_id())

    def _find(self, wanted: tuple[UUID, str]) -> UUID | None:
        for each in self.source.held:
            if wanted in {(field.record, field.register) for field in each.fields}:
                return each.id
        return None

    def _show_detail(self, identity: UUID | None) -> None:
        """Show a line; one that is on view already keeps its list unfolded."""
        card = self.card if identity == self._on_view else None
        if isinstance(card, ConflictCard) and card.fields is not None:
            self._begin = self._begin or card.fields.chosen()
        self._on_view = identity
        clear_layout(self.detail)
        self.card = None
        found = {each.id: each for each in self.source.held}
        item = found.get(identity) if identity is not None else None
        if item is None:
            return
        self._line = max(self.table.currentIndex().row(), 0)
        if item.question is not None:
            self._ask(item.question)
        elif item.twin is not None:
            self._compare(item.twin)

    def _ask(self, question: Question, whole: Question | None = None) -> None:
        """Show what one answer decides, or one field of that alone."""
        card = ConflictCard(self._desk.runner, question, whole)
        card.decided.connect(self.decide)
        card.wants_record.connect(self.wants_record)
        card.wants_field.connect(lambda field: self._turn(Question((field,)), question))
        card.wants_whole.connect(lambda: self._turn(whole or question))
        self._place(card)
        begin, self._begin = self._begin, None
        if card.fields is not None and begin is not None:
            card.fields.show_field(*begin)

    def _turn(self, question: Question, whole: Question | None = None) -> None:
        """Show another card in the place of one that was just used."""
        self._ask(question, whole)
        self._enter_card()

    def _compare(self, pair: TwinPair) -> None:
        def show(compared: Compared) -> None:
            card = TwinCard(pair, compared)
            card.decided.connect(self._decide_twins)
            self._place(card)

        self._desk.runner.read(
            self, "compare", lambda work: deciding.compare(work, pair), show
        )

    def _place(self, card: ConflictCard | TwinCard) -> None:
        clear_layout(self.detail)
        self.card = card
        self.detail.addWidget(card)

    def _chosen(self) -> list[Item]:
        """Return the lines to decide at once: those selected, or all shown."""
        shown = self.source.shown(self.model.wanted)
        chosen = set(self.table.selected_ids())
        return [each for each in shown if each.id in chosen or len(chosen) < 2]

    def _name_many(self) -> None:
        chosen = len(self.table.selected_ids())
        several = tr_count("Decide {n} chosen line", "Decide {n} chosen lines", chosen)
        self.many.setText(several if chosen > 1 else tr("Decide all shown"))

    def _fill_menu(self) -> None:
        """Offer what can be decided of several lines."""
        self.menu.clear()
        for text, decisions in choices_of(self._chosen()):
            action = self.menu.addAction(text)
            action.setEnabled(bool(decisions))
            action.triggered.connect(lambda _on, some=decisions: self.decide(some))

    def _enter_card(self) -> None:
        """Put the focus on the first value that can be taken."""
        if isinstance(self.card, ConflictCard):
            usable = (
                each.button for each in self.card.sides if each.button.isEnabled()
            )
            for button in usable:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        elif self.card is not None:
            self.card.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, at: int) -> None:
        if isinstance(self.card, ConflictCard) and at < len(self.card.sides):
            self.card.sides[at].button.click()

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Carry out decisions."""
        self._desk.runner.write(
            self,
            N_("Conflict decided"),
            lambda work: deciding.decide_conflicts(work, decisions),
            lambda _count: self.reload(),
            failed=self._desk.complain,
        )

    def _decide_twins(self, pair: TwinPair, verdict: Verdict) -> None:
        self._desk.runner.write(
            self,
            N_("Decided whether two records are the same"),
            lambda work: deciding.decide_twins(work, pair, verdict),
            lambda _none: self.reload(),
            failed=self._desk.complain,
        )
