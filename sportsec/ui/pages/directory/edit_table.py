"""A small table edited in place: a row per part, everything typed counts at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.pages.directory.edit_columns import NO_VALUE, EditColumn
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cells import CellDelegate
from sportsec.ui.widgets.column_measures import (
    HEAD_PADDING,
    LONGEST,
    MEASURED_ROWS,
    NORMAL_HEIGHT,
    WHOLE,
    WIDEST,
    Cell,
    head_metrics,
    needed_width,
    squeezed,
)
from sportsec.ui.widgets.columns import LEVEL_ROLE
from sportsec.ui.widgets.conflict_link import waiting_text
from sportsec.ui.widgets.sides import absolute
from sportsec.ui.widgets.steady_combo import SteadyCombo

Index = QModelIndex | QPersistentModelIndex
_ALIGN = {
    "start": Qt.AlignmentFlag.AlignLeading,
    "end": absolute(right=True),
}
#: Icon beside the first cell of a row with problems.
_MARKS = {"block": ("warning", "level_block_ink"), "warn": ("info", "level_warn_ink")}
_CONFLICT = ("warning", "danger")
ROW_PADDING = 12
LEAST = 48


class PartsModel(QAbstractTableModel):
    """Drafts by id as rows; emits `edited(id, draft)` for each change."""

    edited = Signal(object, object)

    def __init__(self, columns: Sequence[EditColumn]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.keys: list[UUID] = []
        self._drafts: dict[UUID, Any] = {}
        self.level_of: Callable[[UUID], str | None] = lambda _key: None
        self._conflicts: Mapping[UUID, int] = {}

    def show_parts(self, drafts: Mapping[UUID, Any]) -> None:
        """Show these drafts in their order; the same ones only change their cells."""
        keys = list(drafts)
        if keys == self.keys:
            self._drafts = dict(drafts)
            if keys:
                last = self.index(len(keys) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.keys, self._drafts = keys, dict(drafts)
        self.endResetModel()

    def show_conflicts(self, counts: Mapping[UUID, int]) -> None:
        """Mark the parts of which fields hold two values."""
        self._conflicts = counts
        if self.keys:
            first, last = self.index(0, 0), self.index(len(self.keys) - 1, 0)
            self.dataChanged.emit(first, last)

    def cells(self, column: int) -> list[Cell]:
        """Return what stands in the first cells of a column."""
        shown: list[Cell] = []
        for row in range(min(self.rowCount(), MEASURED_ROWS)):
            index = self.index(row, column)
            badge, mark = index.data(LEVEL_ROLE), Qt.ItemDataRole.DecorationRole
            has_icon = index.data(mark) is not None
            shown.append(Cell(str(index.data() or ""), bool(badge), has_icon))
        return shown

    def is_blank(self, column: int) -> bool:
        """Say whether a column says nothing of any part."""
        text = self.columns[column].text
        return not any(text(key, draft) for key, draft in self._drafts.items())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return how many parts there are."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the typed columns be edited."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].field:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        column, key = self.columns[index.column()], self.keys[index.row()]
        draft = self._drafts[key]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return column.text(key, draft)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        if role == LEVEL_ROLE:
            return column.level(key, draft) if column.level else None
        return self._mark(key, role) if index.column() == 0 else None

    def _mark(self, key: UUID, role: int) -> Any:
        """Return the mark before a part, and what it says."""
        count = self._conflicts.get(key, 0)
        if role == Qt.ItemDataRole.DecorationRole:
            mark = _CONFLICT if count else _MARKS.get(self.level_of(key) or "")
            return icon(*mark) if mark else None
        if role == Qt.ItemDataRole.ToolTipRole and count:
            return waiting_text(count)
        return None

    def setData(
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Take what was typed or chosen; a text that is no value is refused."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column, key = self.columns[index.column()], self.keys[index.row()]
        draft = self._drafts[key]
        old = getattr(draft, column.field)
        new = value if column.choices else column.read(old, str(value))
        if new is NO_VALUE:
            return False
        if new != old:
            self.edited.emit(key, replace(draft, **{column.field: new}))
        return True


class PartsDelegate(CellDelegate):
    """Edits texts in a line, and choices in a box that opens at once."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return the editor of a cell."""
        column = _column_of(index)
        if not column.choices:
            return super().createEditor(parent, option, index)
        box = SteadyCombo(parent)
        for value, text in column.choices:
            box.addItem(text, value)
        box.activated.connect(lambda _at: self.commitData.emit(box))
        box.activated.connect(lambda _at: self.closeEditor.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value of the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Write the value into the model."""
        if isinstance(editor, QComboBox):
            choices = _column_of(index).choices
            model.setData(index, choices[editor.currentIndex()][0])
        else:
            super().setModelData(editor, model, index)


class EditTable(QTableView):
    """The table of a `PartsModel`; emits `chosen(id)`."""

    chosen = Signal(object)

    def __init__(self, model: PartsModel, name: str) -> None:
        super().__init__()
        self._parts = model
        self.setModel(model)
        model.setParent(self)
        self.setItemDelegate(PartsDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + ROW_PADDING
        self.verticalHeader().setDefaultSectionSize(height)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        #: What each column needs for the parts on view, and those the officer drew.
        self._needs: dict[int, int] = {}
        self._drawn: set[int] = set()
        self._fitting = False
        scale = self.fontMetrics().height() / NORMAL_HEIGHT
        for at, column in enumerate(model.columns):
            if column.width:
                natural = round(column.width * scale)
                self.setColumnWidth(at, max(natural, self._head_width(at)))
            else:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(round(LEAST * scale))
        head.sectionResized.connect(self._resized)
        self.selectionModel().currentRowChanged.connect(self._announce)

    def fit_columns(self, *, only_wider: bool = False) -> None:
        """Give each column the room of its contents, the name what is left.

        Args:
            only_wider: None asks for less than before: only a cell has changed.
        """
        if not self._parts.rowCount():
            return
        for at, column in enumerate(self._parts.columns):
            if column.is_spare:
                self.setColumnHidden(at, self._parts.is_blank(at))
            need = max(
                self._head_width(at),
                min(needed_width(self._parts.cells(at), self.font()), scaled(LONGEST)),
            )
            before = self._needs.get(at, 0) if only_wider else 0
            self._needs[at] = max(need, before)
        self._share()

    def least_width(self) -> int:
        """Return below what width a column is cut; of the name a few letters stay."""
        least = self.horizontalHeader().minimumSectionSize()
        parts = (
            max(least, self._floor(at) if self._parts.columns[at].width else 0)
            for at in self._needs
            if not self.isColumnHidden(at)
        )
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return sum(parts) + bar + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room there is now."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Cut no column while another is wider than what it holds."""
        columns = self._parts.columns
        needs, floors = dict[int, int](), dict[int, int]()
        for at, need in self._needs.items():
            if self.isColumnHidden(at):
                continue
            needs[at], floors[at] = need, self._floor(at)
            if at in self._drawn:
                needs[at] = floors[at] = self.columnWidth(at)
        self._fitting = True
        room = self.viewport().width()
        for at, width in squeezed(needs, floors, (), room).items():
            if columns[at].width:
                self.setColumnWidth(at, width)
        self._fitting = False

    def _floor(self, at: int) -> int:
        """Return the width below which a column is not narrowed."""
        most = scaled(WIDEST if self._parts.columns[at].level else WHOLE)
        return max(self._head_width(at), min(self._needs[at], most))

    def _head_width(self, at: int) -> int:
        metrics = head_metrics(self.horizontalHeader())
        return metrics.horizontalAdvance(self._parts.columns[at].header) + HEAD_PADDING

    def _resized(self, at: int, _old: int, new: int) -> None:
        """Remember what the officer drew; names take what the others leave."""
        if not self._fitting and new and self._parts.columns[at].width:
            self._drawn.add(at)

    def current(self) -> UUID | None:
        """Return the id of the current row."""
        row = self.currentIndex().row()
        return self._parts.keys[row] if 0 <= row < len(self._parts.keys) else None

    def choose(self, key: UUID | None) -> None:
        """Make a part current; None or an unknown one the first."""
        keys = self._parts.keys
        if not keys:
            self._announce()
            return
        row = keys.index(key) if key in keys else 0
        column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self._parts.index(row, column))

    def _announce(self) -> None:
        self.chosen.emit(self.current())


def _column_of(index: Index) -> EditColumn:
    model = index.model()
    if not isinstance(model, PartsModel):
        raise TypeError(model)
    return model.columns[index.column()]
