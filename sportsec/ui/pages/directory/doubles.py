"""Entries that look alike: pointed out in a list and on a record, made one.

The dialog asks about one pair after the other; where the two differ, the officer says
which value stays. Making one of two is undone with one click.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.words import N_, Words
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, tr_count
from sportsec.ui.pages.directory.merge_card import (
    MergeCard,
    Side,
    pair_text,
    read_sides,
)
from sportsec.ui.tasks import Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import margins, scrolled, text_label
from sportsec.ui.widgets.cells import CellDelegate, Dress, Index
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.splitter import SideSplitter
from sportsec.ui.widgets.table import TableView

WIDTH, HEIGHT = 860, 600
_MERGED = N_("Two records made one")
_TWO = N_("Decided whether two records are the same")
_APART = N_("One record made two again")


def alike_text(count: int) -> str:
    """Return in words how many others a record looks like."""
    return tr_count(
        "Looks like {n} other entry: compare",
        "Looks like {n} other entries: compare",
        count,
    )


class DoublesDialog(QDialog):
    """Asks about the pairs of a table that look alike.

    Args:
        record: Only the pairs of this one; None for all.
    """

    def __init__(
        self, parent: QWidget, desk: Desk, table: str, record: UUID | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        self._record = record
        self.pairs: list[TwinPair] = []
        self._told: Mapping[UUID, Words] = {}
        self.card: MergeCard | None = None
        self.setWindowTitle(tr("Entries that look alike"))
        fit(self, WIDTH, HEIGHT)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Entries that look alike"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._compare)
        self.detail = QVBoxLayout()
        self._lay_out()
        self.reload()

    def reload(self) -> None:
        """Ask which pairs there are."""
        table, record = self._table, self._record

        def ask(work: Work) -> tuple[list[TwinPair], Mapping[UUID, Words]]:
            from sportsec.queries.doubles import doubles, told_apart  # noqa: PLC0415 - lane

            pairs = doubles(work, table, record)
            return pairs, told_apart(work, table, pairs)

        self._desk.runner.read(self, "pairs", ask, self._show, lane="survey")

    def merge(self) -> None:
        """Make one record of the two, with the values chosen."""
        pair, card = self._pair(), self.card
        if pair is None or card is None:
            return
        taken = card.taken()

        def act(work: Work) -> tuple[int, ...]:
            from sportsec.services.merging import merge_records  # noqa: PLC0415 - lane

            return merge_records(work, pair.table, pair.first, pair.second, taken)

        def done(acts: tuple[int, ...]) -> None:
            self._desk.say(
                tr(_MERGED),
                action=tr("Separate again"),
                on_action=lambda: _take_apart(self._desk, acts),
            )
            self.reload()

        self._desk.runner.write(self, _MERGED, act, done, self._desk.complain)

    def keep_both(self) -> None:
        """Say that the two are two, so that nobody is asked again."""
        pair = self._pair()
        if pair is None:
            return

        def act(work: Work) -> UUID:
            from sportsec.services.twins import decide_different  # noqa: PLC0415 - lane

            return decide_different(work, pair.table, pair.first, pair.second)

        self._desk.runner.write(
            *(self, _TWO, act, lambda _id: self.reload(), self._desk.complain)
        )

    # ---- inside

    def _lay_out(self) -> None:
        sign = icon("check", "accent_ink")
        self.merge_button = QPushButton(sign, tr("Merge into one"))
        self.merge_button.setProperty("primary", True)
        self.merge_button.clicked.connect(lambda _on: self.merge())
        self.merge_button.setDefault(True)
        self.both_button = QPushButton(tr("These are two different ones"))
        self.both_button.clicked.connect(lambda _on: self.keep_both())
        close = QPushButton(tr("Close"))
        close.clicked.connect(lambda _on: self.accept())
        buttons = QHBoxLayout()
        buttons.addWidget(self.merge_button)
        buttons.addWidget(self.both_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        body = QWidget()
        body.setLayout(self.detail)
        self.detail.setContentsMargins(margins(0, 0, 6, 0))
        split = SideSplitter()
        split.addWidget(self.list)
        split.addWidget(scrolled(body))
        split.setSizes([220, 610])
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 14)
        box.setSpacing(12)
        note = tr(
            "Choose which value each field keeps. Whatever refers to either of the "
            "two will then refer to the merged record; both histories are kept."
        )
        box.addWidget(text_label(note, "caption", wrap=True))
        box.addWidget(split, 1)
        box.addLayout(buttons)

    def _show(self, found: tuple[list[TwinPair], Mapping[UUID, Words]]) -> None:
        pairs, self._told = found
        at = max(self.list.currentRow(), 0)
        self.pairs = pairs
        self.list.clear()
        if not pairs:
            self.accept()
            return
        for pair in pairs:
            self.list.addItem(pair_text(pair, self._told))
        self.list.setCurrentRow(min(at, len(pairs) - 1))

    def _pair(self) -> TwinPair | None:
        at = self.list.currentRow()
        return self.pairs[at] if 0 <= at < len(self.pairs) else None

    def _compare(self, _at: int) -> None:
        pair = self._pair()
        if pair is None:
            return

        def show(sides: list[Side]) -> None:
            clear_layout(self.detail)
            self.card = MergeCard(pair, sides, self._told)
            self.detail.addWidget(self.card)
            self.detail.addStretch(1)

        self._desk.runner.read(
            self, "sides", lambda work: read_sides(work, pair), show, self._gone
        )

    def _gone(self, _error: Exception) -> None:
        self.reload()


def _take_apart(desk: Desk, acts: tuple[int, ...]) -> None:
    def job(work: Work) -> None:
        from sportsec.services.merging import take_apart  # noqa: PLC0415 - lane

        take_apart(work, acts)

    def done(_none: None) -> None:
        desk.say(tr(_APART))

    desk.runner.write(desk.runner, _APART, job, done, desk.complain)


class DoubleLink(QPushButton):
    """Says beside a record, or above a list, what looks alike; a click compares."""

    def __init__(self, desk: Desk, *, of_list: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._of_list = of_list
        self.table = ""
        self._record: UUID | None = None
        self.setIcon(icon("copy", "level_warn_ink"))
        self.clicked.connect(lambda _on: self.compare())
        self.hide()

    def show_counts(self, counts: Mapping[UUID, int], record: UUID | None) -> None:
        """Show what is known of a record, or of all where it stands above a list."""
        self._record = record
        count = len(counts) if self._of_list else counts.get(record, 0) if record else 0
        text = alike_text(count)
        if self._of_list:
            text = tr_count("{n} entry looks alike", "{n} entries look alike", count)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(count > 0)

    def compare(self) -> DoublesDialog:
        """Open the comparison."""
        record = None if self._of_list else self._record
        dialog = DoublesDialog(self.window(), self._desk, self.table, record)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog


class Doubles(QObject):
    """Knows which records of a list look alike, and marks their rows."""

    known = Signal()

    def __init__(self, desk: Desk, table: TableView, kind: str) -> None:
        super().__init__(table)
        self.counts: Mapping[UUID, int] = {}
        self._desk = desk
        self._table = table
        self._kind = kind
        self._mark = icon("copy", "level_warn_ink")
        self._others: Dress | None = None
        delegate = table.itemDelegate()
        if isinstance(delegate, CellDelegate):
            self._others = delegate.dress
            delegate.dress = self._dress
        remark = table.rows.remark
        table.rows.remark = lambda record: (
            remark(record) or self._said(self.counts.get(record, 0))
        )
        table.rows.opened.connect(self.ask)

    def ask(self) -> None:
        """Ask again which records look alike."""
        kind = self._kind

        def counts(work: Work) -> Mapping[UUID, int]:
            from sportsec.queries.doubles import double_counts  # noqa: PLC0415 - lane

            return double_counts(work, kind)

        self._desk.runner.read(self, "doubles", counts, self._show, lane="survey")

    def _show(self, counts: Mapping[UUID, int]) -> None:
        self.counts = counts
        self._table.viewport().update()
        self.known.emit()

    @staticmethod
    def _said(count: int) -> str:
        return alike_text(count) if count else ""

    def _dress(self, option: QStyleOptionViewItem, index: Index) -> None:
        table = self._table
        here = bool(self.counts) and index.column() == table.name_column()
        if here and table.rows.id_at(index.row()) in self.counts:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = self._mark
            option.decorationSize = QSize(scaled(15), scaled(15))
        if self._others is not None:
            self._others(option, index)
