"""What taking files in would do: kinds with their counts, records, old and new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from sportsec.domain.exchange_received import (
    Fate,
    KindPreview,
    ReceivePreview,
    RecordChange,
    Told,
)
from sportsec.i18n.field_words import field_label
from sportsec.i18n.labels_exchange import kind_name, kind_sentence
from sportsec.ui.conflict_words import change_text
from sportsec.ui.icons import icon
from sportsec.ui.language import label, tr, tr_count, translator, words
from sportsec.ui.pages.exchange.content_tree import dress_tree, no_sign
from sportsec.ui.pages.exchange.told_items import told_items

#: Between a text and the edge of its cell, and lines of a text shown at most.
_CELL_MARGIN, _MOST_LINES = 10, 10
#: Of a value, so that the new one is seen below the old one; a tip shows all.
_MOST_LETTERS = 80
_NOTHING = Told()
_TABLE = int(Qt.ItemDataRole.UserRole)
FATE_ICONS = {
    Fate.NEW: "plus",
    Fate.CHANGED: "edit",
    Fate.DELETED: "delete",
    Fate.RESTORED: "undo",
    Fate.CONFLICT: "warning",
    Fate.ERASED: "lock",
    Fate.UNKNOWN: "info",
    Fate.LEFT_OUT: "minus",
}


class PreviewTree(QTreeWidget):
    """Kinds can be left out by taking their tick away; emits (table, taken).

    Args:
        can_choose: Whether there are ticks at all.
    """

    ticked = Signal(str, bool)

    def __init__(self, *, can_choose: bool = True) -> None:
        super().__init__()
        self._can_choose = can_choose
        happens = tr("What happens") if can_choose else tr("What happened")
        name = tr("What would be taken in") if can_choose else tr("What was taken in")
        dress_tree(self, [tr("Kind of record"), happens], name)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setItemDelegate(Wrapping(self))
        self.itemChanged.connect(self._on_changed)

    def show_preview(self, preview: ReceivePreview, left_out: frozenset[str]) -> None:
        """Show what would happen."""
        self.show_changes(preview.kinds, preview.changes, preview.told, left_out)

    def show_changes(
        self,
        kinds: Sequence[KindPreview],
        changes: Sequence[RecordChange],
        told: Told = _NOTHING,
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        """Show kinds, under them their records, under those the fields.

        Args:
            told: Stands before them.
        """
        open_kinds = self._expanded()
        self.blockSignals(True)
        self.clear()
        of_kind: dict[str, list[RecordChange]] = defaultdict(list)
        for change in changes:
            of_kind[change.table].append(change)
        for item in told_items(told):
            self.addTopLevelItem(item)
            item.setExpanded(True)
        for kind in kinds:
            item = self._kind_item(kind, is_taken=kind.table not in left_out)
            self.addTopLevelItem(item)
            self._add_records(item, of_kind[kind.table])
            _count_the_rest(item, kind)
            item.setExpanded(kind.table in open_kinds)
        self.blockSignals(False)

    def _kind_item(self, kind: KindPreview, *, is_taken: bool) -> QTreeWidgetItem:
        t = translator()
        sentence = kind_sentence(t, kind)
        what = sentence.partition(":")[2].strip() or sentence
        item = QTreeWidgetItem([kind_name(t, kind.table), what])
        item.setData(0, _TABLE, kind.table)
        item.setToolTip(0, sentence)
        item.setToolTip(1, what)
        if self._can_choose:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked
            item.setCheckState(0, state)
        return item

    def _add_records(
        self, parent: QTreeWidgetItem, changes: Sequence[RecordChange]
    ) -> None:
        for change in changes:
            name = words(change.label) or _nameless(change)
            item = QTreeWidgetItem([name, label(change.fate)])
            item.setIcon(0, icon(FATE_ICONS[change.fate], "soft"))
            item.setToolTip(0, name)
            for field in change.fields:
                text = field_label(translator(), field.column)
                line = QTreeWidgetItem([text, change_text(field, _MOST_LETTERS)])
                line.setToolTip(1, change_text(field))
                sign = icon("warning", "soft") if field.is_conflict else no_sign()
                line.setIcon(0, sign)
                item.addChild(line)
            parent.addChild(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _expanded(self) -> set[str]:
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return {
            str(each.data(0, _TABLE)) for each in items if each and each.isExpanded()
        }

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        table = item.data(0, _TABLE)
        if column == 0 and table and self._can_choose:
            on = item.checkState(0) == Qt.CheckState.Checked
            self.ticked.emit(table, on)


class Wrapping(QStyledItemDelegate):
    """Gives a line the height that its texts need; Qt itself reckons without width."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a cell in the column as wide as it is now."""
        size = super().sizeHint(option, index)
        width = self._room(option, index)
        line = option.fontMetrics.height()
        text = str(index.data() or "")
        box = QRect(0, 0, max(width, 1), line * _MOST_LINES)
        needed = option.fontMetrics.boundingRect(
            box, int(Qt.TextFlag.TextWordWrap), text
        )
        lines = min(_MOST_LINES, max(1, round(needed.height() / line)))
        more = lines - len(text.split("\n"))  # Qt reckons with these
        return QSize(width, size.height() + more * line)

    def _room(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> int:
        """Return the width of the words: the first column has branch, tick and sign."""
        tree = self._tree
        width = tree.columnWidth(index.column()) - 2 * _CELL_MARGIN
        if index.column() != 0:
            return width
        if tree.isFirstColumnSpanned(index.row(), index.parent()):
            width = tree.viewport().width() - 2 * _CELL_MARGIN
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.rect = QRect(0, 0, width - _depth(index) * tree.indentation(), 1)
        part = QStyle.SubElement.SE_ItemViewItemText
        return tree.style().subElementRect(part, cell, tree).width()


def _depth(index: QModelIndex | QPersistentModelIndex) -> int:
    """Return how many branches stand before a line; its own counts as well."""
    above = index.parent()
    return 1 + _depth(above) if above.isValid() else 1


def _count_the_rest(item: QTreeWidgetItem, kind: KindPreview) -> None:
    """Say how many records of a kind are not listed, below those that are."""
    touched = (n for fate, n in kind.counts.items() if fate is not Fate.LEFT_OUT)
    more = sum(touched) - item.childCount()
    if more > 0:
        text = tr_count("and {n} more record", "and {n} more records", more)
        rest = QTreeWidgetItem([text])
        rest.setIcon(0, no_sign())
        item.addChild(rest)


def _nameless(change: RecordChange) -> str:
    if any(field.is_withheld for field in change.fields):
        return tr("its name was kept back by the sender")
    return tr("a record that is not here")
