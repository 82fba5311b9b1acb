"""Entries that look alike: pointed out in a list and on a record."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
)

from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, tr_count
from sportsec.ui.pages.directory.doubles_dialog import DoublesDialog, open_dialog
from sportsec.ui.targets import PAGE_OF_KIND
from sportsec.ui.tasks import Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cells import CellDelegate, Dress, Index
from sportsec.ui.widgets.table import TableView

_TWO = 2


def alike_text(count: int) -> str:
    """Return in words how many others a record looks like."""
    return tr_count(
        "Looks like {n} other entry: compare",
        "Looks like {n} other entries: compare",
        count,
    )


class DoubleLink(IconButton):
    """Says beside a record, or above a list, what looks alike; a click compares."""

    def __init__(self, desk: Desk, *, of_list: bool = False) -> None:
        super().__init__("copy", ink="level_warn_ink")
        self._desk = desk
        self._of_list = of_list
        self.table = ""
        self._record: UUID | None = None
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
        self.setVisible(count > 0)

    def compare(self) -> DoublesDialog:
        """Open the comparison."""
        record = None if self._of_list else self._record
        return open_dialog(DoublesDialog(self.window(), self._desk, self.table, record))


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

    def offer_merging(self) -> None:
        """Offer to make one of two rows, whether they look alike or not."""
        self._table.add_action_for_rows(
            *(tr("Merge these two…"), self.merge, "copy"),
            when=lambda ids: len(ids) == _TWO and self._kind in PAGE_OF_KIND,
        )

    def merge(self, ids: list[UUID]) -> DoublesDialog:
        """Compare two records that the officer chose."""
        chosen = (min(ids), max(ids))
        window = self._table.window()
        return open_dialog(DoublesDialog(window, self._desk, self._kind, chosen=chosen))

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
