"""Edits a list of the cell's own: ranks, kinds of units; order, names, entries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
)

from sportsec.domain.deployment import ListKind
from sportsec.domain.units import ListItemDraft
from sportsec.domain.words import N_
from sportsec.queries.conflicts import conflict_counts
from sportsec.queries.units import ListItemRow, list_items
from sportsec.services.units import (
    add_list_item,
    delete_list_item,
    list_item_problems,
    order_list,
    restore_list_item,
    revise_list_item,
)
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import label, tr, tr_count, words
from sportsec.ui.pages.directory.neighbours import neighbour
from sportsec.ui.pages.directory.noun import Acts
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.directory.record_form import open_form
from sportsec.ui.pages.history.opening import show_history
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import Card
from sportsec.ui.widgets.cells import CellDelegate, Index
from sportsec.ui.widgets.conflict_link import ConflictLink, waiting_text
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

ROW = int(Qt.ItemDataRole.UserRole)


def list_item_acts(kind: ListKind) -> Acts:
    """Return what the form of an entry says and does."""

    def draft(work: Work, item_id: UUID) -> ListItemDraft:
        rows = list_items(work, kind)
        return next(row.draft for row in rows if row.id == item_id)

    return Acts(
        blank=lambda: ListItemDraft(kind),
        draft=draft,
        add=add_list_item,
        revise=revise_list_item,
        problems=list_item_problems,
        title=tr("List entry"),
        new=tr("New entry"),
        added=N_("Entry added"),
        saved=N_("Entry saved"),
    )


class LineDelegate(CellDelegate):
    """Draws a line that ends in dots where it is cut; none is scrolled sideways."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height; any width will do."""
        return QSize(0, super().sizeHint(option, index).height())


class ListEditor(Card):
    """One editable list, in the cell's own order."""

    def __init__(self, desk: Desk, kind: ListKind) -> None:
        super().__init__(label(kind))
        self.desk = desk
        self._kind = kind
        self.acts = list_item_acts(kind)
        self._awaited: UUID | None = None
        self._deleted: UUID | None = None
        self.conflict = ConflictLink(desk)
        self.view = QListWidget()
        self.view.setAccessibleName(label(kind))
        self.view.setAlternatingRowColors(True)
        self.view.setItemDelegate(LineDelegate(self.view))
        self.view.itemActivated.connect(lambda _item: self.edit())
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.conflict)
        self.body.addLayout(self._buttons())
        KeyedShortcut(self.view, "here.delete", self.delete)
        self.view.currentRowChanged.connect(lambda _row: self._enable())
        self._enable()

    def reload(self) -> None:
        """Ask again."""
        kind = self._kind

        def read(work: Work) -> tuple[list[ListItemRow], Mapping[UUID, int]]:
            return list_items(work, kind), conflict_counts(work)

        self.desk.runner.read(self, "items", read, self._show)

    def new(self) -> FormDialog:
        """Open an empty form."""
        return self._open(None, self.acts.blank())

    def edit(self) -> None:
        """Open the chosen entry."""
        row = self.current()
        if row is not None:
            self._open(row.id, row.draft)

    def delete(self) -> None:
        """Delete the chosen entry; it can be undone."""
        row = self.current()
        if row is None:
            return
        runner, say = self.desk.runner, self.desk.say
        deleted, restored = N_("Entry deleted"), N_("Entry brought back")

        def undo() -> None:
            runner.write(self, restored, lambda work: restore_list_item(work, row.id))

        def done(_result: object) -> None:
            self._deleted = row.id
            say(tr(deleted), action=tr("Undo"), on_action=undo)

        def delete(work: Work) -> None:
            delete_list_item(work, row.id)

        runner.write(self, deleted, delete, done, self.desk.complain)

    def show_history(self) -> None:
        """Open the history of the chosen entry."""
        row = self.current()
        if row is not None:
            show_history(self, self.desk, "list_item", row.id)

    def shift(self, by: int) -> None:
        """Move the chosen entry up (-1) or down (+1)."""
        at, row = self.view.currentRow(), self.current()
        target = at + by
        if row is None or not 0 <= target < self.view.count():
            return
        ids = self._ids()
        ids[at], ids[target] = ids[target], ids[at]
        self._awaited = row.id
        self.desk.runner.write(
            self, N_("List put in order"), lambda work: order_list(work, ids)
        )

    def current(self) -> ListItemRow | None:
        """Return the chosen entry."""
        chosen = self.view.selectedItems()
        row: ListItemRow | None = chosen[0].data(ROW) if chosen else None
        return row

    def _open(self, item_id: UUID | None, draft: Any) -> FormDialog:
        name = Bind("name", tr("Name"), WordsField(), needed=True)
        form = Form([Part(label(self._kind), [name])])
        return open_form(self, self.desk, self.acts, form, item_id, draft, self._await)

    def _await(self, item_id: UUID) -> None:
        self._awaited = item_id
        self.reload()

    def _show(self, found: tuple[list[ListItemRow], Mapping[UUID, int]]) -> None:
        rows, waiting = found
        wanted = self._to_choose([row.id for row in rows])
        self._awaited = None
        self.view.clear()
        for at, row in enumerate(rows):
            used = tr_count("used {n} time", "used {n} times", row.uses)
            name = words(row.draft.name)
            text = joined(name, used if row.uses else "")
            item = QListWidgetItem(text)
            item.setData(ROW, row)
            item.setToolTip(text)  # it may be longer than the line
            if row.id in waiting:
                item.setIcon(icon("warning", "danger"))
                item.setToolTip(f"{text}\n{waiting_text(waiting[row.id])}")
            self.view.addItem(item)
            if row.id == wanted:
                self.view.setCurrentRow(at)
        self._enable()

    def _to_choose(self, ids: list[UUID]) -> UUID | None:
        """Return what was saved, is back after it was deleted, or stays chosen."""
        if self._deleted in ids:
            self._awaited, self._deleted = self._deleted, None
        chosen = self.current()
        if self._awaited is not None or chosen is None or chosen.id in ids:
            return self._awaited or (chosen.id if chosen else None)
        return neighbour(self._ids(), chosen.id, ids)

    def _ids(self) -> list[UUID]:
        return [self.view.item(at).data(ROW).id for at in range(self.view.count())]

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.add_button = sign_button("plus", tr("New entry"), self.new)
        self.edit_button = sign_button("edit", tr("Edit"), self.edit)
        self.up_button = sign_button("up", tr("Move up"), lambda: self.shift(-1))
        self.down_button = sign_button("down", tr("Move down"), lambda: self.shift(1))
        self.history_button = sign_button("history", tr("History"), self.show_history)
        self.delete_button = sign_button("delete", tr("Delete"), self.delete)
        for button in (self.add_button, self.edit_button):
            row.addWidget(button)
        for button in (self.up_button, self.down_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.history_button)
        row.addWidget(self.delete_button)
        return row

    def _enable(self) -> None:
        at, last = self.view.currentRow(), self.view.count() - 1
        for button in (self.edit_button, self.history_button, self.delete_button):
            button.setEnabled(at >= 0)
        row = self.current()
        self.conflict.show_record(row.id if row else None)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(0 <= at < last)
