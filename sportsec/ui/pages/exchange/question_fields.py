"""All fields of a question, folded away: each can be decided alone."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.conflicts import Conflict, Question
from sportsec.domain.plain_text import on_one_line
from sportsec.i18n.kind_words import kind_label
from sportsec.queries.record_labels import OF
from sportsec.ui.conflict_words import field_name, side_name, version_text
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, tr_count, translator, words
from sportsec.ui.pages.exchange.content_tree import dress_tree
from sportsec.ui.pages.exchange.preview_tree import Wrapping
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.scrolled import show_within

#: Lines on view at most; the others are scrolled to.
_LINES = 10
_PLACE = int(Qt.ItemDataRole.UserRole)


class QuestionFields(QWidget):
    """Records with their fields, and the value of each side; emits a conflict."""

    wants_field = Signal(object)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question
        count = len(question.fields)
        fields = tr_count("The {n} field", "All {n} fields", count)
        self.fold = IconButton("down", fields, "accent")
        self.fold.setProperty("role", "link")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self.tree = QTreeWidget()
        self.alone = IconButton("edit", tr("Decide this field alone"))
        self.alone.clicked.connect(lambda _on: self._open(self.tree.currentItem()))
        self.tree.itemActivated.connect(lambda item, _at: self._open(item))
        self.tree.currentItemChanged.connect(lambda item, _was: self._name(item))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        box.addWidget(self.tree)
        box.addWidget(self.alone, 0, Qt.AlignmentFlag.AlignLeading)
        self._unfold(False)

    def show_field(self, record: UUID, register: str) -> None:
        """Unfold, with one field chosen."""
        self.fold.setChecked(True)
        for item in self._items():
            each = self._conflict(item)
            if each is not None and (each.record, each.register) == (record, register):
                self.tree.setCurrentItem(item)

    def chosen(self) -> tuple[UUID, str] | None:
        """Return the record and the field chosen; None while they are folded away."""
        if not self.fold.isChecked():
            return None
        each = self._conflict(self.tree.currentItem()) or self._question.head
        return each.record, each.register

    # ---- inside

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 - a Qt slot
        if unfolded and not self.tree.topLevelItemCount():
            self._fill()
        self.fold.setIcon(icon("up" if unfolded else "down", "accent"))
        for each in (self.tree, self.alone):
            each.setVisible(unfolded)
        self._name(self.tree.currentItem())
        if unfolded:  # once it has its place
            QTimer.singleShot(0, self, lambda: show_within(self, self.rect()))

    def _fill(self) -> None:
        """Build the list when it is first asked for."""
        sides = self._question.head.versions
        headers = [tr("Field"), *(side_name(each) for each in sides)]
        dress_tree(self.tree, headers, self.fold.text().strip())
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        self.tree.setWordWrap(True)
        self.tree.setUniformRowHeights(False)
        self.tree.setItemDelegate(Wrapping(self.tree))
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda *_: self.tree.scheduleDelayedItemsLayout())
        records: dict[UUID, QTreeWidgetItem] = {}
        for at, each in enumerate(self._question.fields):
            if each.record not in records:
                records[each.record] = self._add_record(each)
            parent = records[each.record]
            item = QTreeWidgetItem(parent, self._texts(each))
            item.setData(0, _PLACE, at)
            for column, text in enumerate(self._texts(each)):
                item.setToolTip(column, text)
        self.tree.expandAll()
        lines = min(_LINES, sum(1 for _ in self._items()))
        height = self.tree.sizeHintForRow(0) * lines
        self.tree.setFixedHeight(height + header.sizeHint().height() + scaled(4))

    def _add_record(self, conflict: Conflict) -> QTreeWidgetItem:
        kind = kind_label(translator(), conflict.table)
        of_head = OF + words(self._question.head.label)  # said above the list
        called = words(conflict.label).removesuffix(of_head)
        name = tr("{name}: {text}", name=kind, text=called)
        item = QTreeWidgetItem(self.tree, [name])
        item.setToolTip(0, name)
        item.setFirstColumnSpanned(True)
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsSelectable)
        return item

    def _texts(self, conflict: Conflict) -> list[str]:
        short, sides = conflict.in_short(), self._question.head.versions
        likes = (short.version_like(each) for each in sides)
        values = (version_text(short, each) if each else "" for each in likes)
        return [field_name(conflict), *map(on_one_line, values)]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self.tree)
        while (item := walk.value()) is not None:
            yield item
            walk += 1

    def _conflict(self, item: QTreeWidgetItem | None) -> Conflict | None:
        at = item.data(0, _PLACE) if item is not None else None
        return None if at is None else self._question.fields[at]

    def _name(self, item: QTreeWidgetItem | None) -> None:
        self.alone.setEnabled(self._conflict(item) is not None)

    def _open(self, item: QTreeWidgetItem | None) -> None:
        conflict = self._conflict(item)
        if conflict is not None:
            self.wants_field.emit(conflict)
