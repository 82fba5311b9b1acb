"""Marks the rows of a list whose records hold two values; a click leads there.

ConflictMarks(desk, self.table)     # all there is to do for a list
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QToolTip

from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.targets import DecideTarget
from sportsec.ui.tasks import Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cells import CellDelegate, Index
from sportsec.ui.widgets.conflict_link import waiting_text
from sportsec.ui.widgets.table import TableView

SIZE = 15
#: Width from the edge of the cell in which a click means the mark.
REACH = 28


class ConflictMarks(QObject):
    """Knows which records of a list wait for a decision, and draws that.

    All counts are read with one question, whatever the length of the list: there are
    as many as conflicts, not as rows.
    """

    def __init__(self, desk: Desk, table: TableView) -> None:
        super().__init__(table)
        self.counts: Mapping[UUID, int] = {}
        self._desk = desk
        self._table = table
        self._model = table.rows
        delegate = table.itemDelegate()
        if isinstance(delegate, CellDelegate):
            delegate.dress = self._dress
        self._model.remark = lambda record: _said(self.counts.get(record, 0))
        self._model.opened.connect(self.ask)
        desk.runner.changed.connect(self._on_changed)
        table.viewport().installEventFilter(self)
        table.add_action_for_rows(
            tr("Decide between two values"),
            lambda ids: self.lead(ids[0]),
            "warning",
            when=lambda ids: ids[0] in self.counts,
        )

    def ask(self) -> None:
        """Ask again which records wait."""
        self._desk.runner.read(self, "marks", _counts, self._show)

    def lead(self, record: UUID) -> None:
        """Go where the values stand beside each other."""
        self._desk.go("exchange", DecideTarget(record))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the mark be clicked and explain itself."""
        if self.counts and isinstance(event, QMouseEvent):
            record = self._record_at(event.position().toPoint())
            self._follow_pointer(over=record is not None)
            if record is not None and _is_click(event):
                self.lead(record)
                return True
        elif self.counts and isinstance(event, QHelpEvent):
            record = self._record_at(event.pos())
            if record is not None:
                said = _said(self.counts[record])
                QToolTip.showText(event.globalPos(), said, self._table)
                return True
        return False

    def mark_of(self, record: UUID) -> QRect:
        """Return where a record's mark is drawn; empty where it has none."""
        place = self._model.place_of(record)
        if place is None or record not in self.counts:
            return QRect()
        index = self._model.index(place, self._table.name_column())
        return self._mark_in(self._table.visualRect(index))

    # ---- inside

    def _on_changed(self, _tables: object) -> None:
        if self._model.is_open:
            self.ask()

    def _show(self, counts: Mapping[UUID, int]) -> None:
        if counts != self.counts:
            self.counts = counts
            self._table.viewport().update()

    def _dress(self, option: QStyleOptionViewItem, index: Index) -> None:
        if not self.counts or index.column() != self._table.name_column():
            return
        if self._model.id_at(index.row()) in self.counts:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = icon("warning", "danger")
            option.decorationSize = QSize(scaled(SIZE), scaled(SIZE))

    def _record_at(self, where: QPoint) -> UUID | None:
        """Return the marked record whose mark lies under a point."""
        index = self._table.indexAt(where)
        if not index.isValid() or index.column() != self._table.name_column():
            return None
        record = self._model.id_at(index.row())
        if record not in self.counts:
            return None
        return (
            record
            if self._mark_in(self._table.visualRect(index)).contains(where)
            else None
        )

    def _mark_in(self, cell: QRect) -> QRect:
        mark = QRect(cell.x(), cell.y(), REACH, cell.height())
        return QStyle.visualRect(self._table.layoutDirection(), cell, mark)

    def _follow_pointer(self, *, over: bool) -> None:
        shape = (
            Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        )
        if self._table.viewport().cursor().shape() is not shape:
            self._table.viewport().setCursor(shape)


def _is_click(event: QMouseEvent) -> bool:
    released = event.type() is QEvent.Type.MouseButtonRelease
    return released and event.button() is Qt.MouseButton.LeftButton


def _said(count: int) -> str:
    return waiting_text(count) if count else ""


def _counts(work: Work) -> Mapping[UUID, int]:
    from sportsec.queries.conflicts import conflict_counts  # noqa: PLC0415 - lane

    return conflict_counts(work)
