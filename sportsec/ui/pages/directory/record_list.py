"""A list of the directory: search, filters, table, and the chosen record beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.errors import SportsecError
from sportsec.ui.desk import Desk
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.pages.directory.deleting import delete_records
from sportsec.ui.pages.directory.doubles import DoubleLink, Doubles
from sportsec.ui.pages.directory.neighbours import Neighbours
from sportsec.ui.pages.directory.noun import Acts, Noun
from sportsec.ui.pages.directory.record_form import open_form
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.history.opening import show_history
from sportsec.ui.targets import PAGE_OF_KIND
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.columns import Column, Source
from sportsec.ui.widgets.conflict_marks import ConflictMarks
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields_above import FieldsAbove
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.search_field import SearchField
from sportsec.ui.widgets.search_row import SearchRow
from sportsec.ui.widgets.splitter import SideSplitter
from sportsec.ui.widgets.table import TableView

if TYPE_CHECKING:
    from sportsec.ui.pages.history.dialog import HistoryDialog

LIST_SHARE, PANEL_SHARE = 680, 330
#: Rows that are on view in the lowest window. With more the page would be scrolled
#: too, in large text on a small laptop: two bars inside each other.
LEAST_ROWS = 3
#: Of what is searched for that are seen at least: most names.
LETTERS = 12


class RecordList(QWidget):
    """Base of all lists of the directory; a subclass says what is listed.

    Ctrl+N makes a record, Ctrl+F searches, Enter opens, Delete deletes; deleting is
    never asked about but can be undone.

    Attributes:
        below: The column whose text stands on a second line, where it has no room.
    """

    below: ClassVar[str] = ""
    opened_elsewhere = Signal(object)

    def __init__(
        self,
        desk: Desk,
        noun: Noun,
        source: Source[Any, Any],
        columns: Sequence[Column[Any]],
        *,
        sort: str = "name",
    ) -> None:
        super().__init__()
        self.desk = desk
        self.noun = noun
        self.table_name: str = source.table.__tablename__  # type: ignore[attr-defined]
        self._awaited: UUID | None = None
        self._saved: UUID | None = None
        self._sought: UUID | None = None
        self.search = SearchField(noun.search, letters=LETTERS)
        self.count = text_label("", "caption")
        self.filter_fields = self.filters()
        self._everything = self.wanted("")
        self.model = RowsModel(
            desk.runner,
            source,
            columns,
            self._everything,
            sort=sort,
        )
        self.table = TableView(self.model, desk.settings, noun.key)
        # Names of one kind begin alike: their ends tell them apart.
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._neighbours = Neighbours(self.table)
        self.above = FieldsAbove(
            desk.settings, noun.key, self.search, self.filter_fields, self._ask
        )
        self.tools = ListTools(desk, self.table, noun.title, self.above)
        self.marks = ConflictMarks(desk, self.table)
        self.doubles = Doubles(desk, self.table, self.table_name)
        self.double_link = DoubleLink(desk, of_list=True)
        self.double_link.table = self.table_name
        self.panel = self.make_panel()
        self._lay_out()
        self._connect()

    # ---- for subclasses

    def wanted(self, text: str) -> Any:
        """Return the filter for what was typed and chosen."""
        raise NotImplementedError

    def new(self) -> object:
        """Make a record."""
        raise NotImplementedError

    def edit(self, record_id: UUID) -> None:
        """Change a record."""
        raise NotImplementedError

    def make_panel(self) -> RecordPanel | None:
        """Return what shows the chosen record; None without."""
        return None

    def filters(self) -> Sequence[Field]:
        """Return the fields beside the search; `wanted` reads them."""
        return ()

    def offer_on_rows(self) -> None:
        """Offer acts on the rows, before those that every list has."""

    # ---- for pages

    def reload(self) -> None:
        """Ask again, also for the record on the panel."""
        self._ask()
        if self.panel is not None:
            self.panel.reload()

    def select(self, record_id: UUID) -> None:
        """Make a record current that was asked for; what hides it gives way."""
        self._await(record_id)
        if self._awaited is not None:
            self._sought = record_id
            if self.model.is_open:  # else its first answer is on the way
                self._ask()

    def select_saved(self, record_id: UUID) -> None:
        """Make a record current that was saved; say so if the list does not show it."""
        self._saved = record_id
        self._await(record_id)

    def delete(self, ids: Sequence[UUID]) -> None:
        """Delete records at once; the message offers to bring them back."""
        if ids:
            delete_records(
                *(self, self.desk, self.noun, self.table_name, ids),
                gone=self._neighbours.await_back,
                back=self.select_saved,
            )

    def show_history(self, record_id: UUID) -> HistoryDialog:
        """Open the history of a record."""
        return show_history(self, self.desk, self.table_name, record_id)

    # ---- inside

    def _lay_out(self) -> None:
        fields = (*self.filter_fields, self.double_link)
        top = SearchRow(self.search, fields, self.count, self.tools)
        self._keep_on_view(LEAST_ROWS)
        self.split = SideSplitter()
        self.split.addWidget(self.table)
        if self.panel is not None:
            self.split.addWidget(self.panel)
            self.split.setSizes([LIST_SHARE, PANEL_SHARE])
            self.split.setStretchFactor(0, 3)
            self.split.setStretchFactor(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(top)
        box.addWidget(self.split, 1)

    def _keep_on_view(self, rows: int) -> None:
        """Let the list be high enough for so many rows, whatever the window."""
        table = self.table
        height = rows * table.verticalHeader().defaultSectionSize()
        head = table.horizontalHeader().sizeHint().height()
        table.setMinimumHeight(head + height + 2 * table.frameWidth())

    def _connect(self) -> None:
        self.table.opened.connect(self.open)
        self.table.opened.connect(self._note_opened)
        self.offer_on_rows()
        self.table.add_action_for_rows(
            tr("History"), lambda ids: self.show_history(ids[0]), "history"
        )
        self.doubles.offer_merging()
        self.table.add_action_for_rows(
            tr("Delete"), self.delete, "delete", keys="here.delete"
        )
        self.model.opened.connect(self._show_count)
        self.model.settled.connect(self._meet_awaited)
        self.model.settled.connect(self._tell_hidden)
        self.model.settled.connect(self._uncover)
        self.doubles.known.connect(self._show_doubles)
        if self.below:
            self.table.widths.fitted.connect(self._tell_below)
        if self.panel is not None:
            self.table.starts_over = True
            self.panel.doubles.table = self.table_name
            self.table.chosen.connect(lambda _id: self._show_doubles())
            self.table.chosen.connect(self.panel.show_record)
            self.panel.wants_edit.connect(self.edit)
            self.panel.wants_edit.connect(self._note_opened)
            self.panel.wants_delete.connect(lambda one: self.delete([one]))
            self.panel.wants_history.connect(self.show_history)
        table = self.table
        KeyedShortcut(self, "here.new", self.new)
        KeyedShortcut(self, "here.find", self.search.setFocus)
        KeyedShortcut(table, "here.delete", lambda: self.delete(table.selected_ids()))

    def open(self, record_id: UUID) -> None:
        """What Enter and a double click do: open the form."""
        self.edit(record_id)

    def language(self) -> str:
        """Return the language that names are sorted in."""
        return translator().language

    def _ask(self) -> None:
        if not self._is_narrowed():
            self.table.say_when_empty(self.noun.empty, self.noun.new, self.new)
        else:
            nothing = tr("Nothing found. Shorten the search, or clear the filters.")
            clear = tr("Clear the filters")
            self.table.say_when_empty(nothing, clear, self.above.clear)
        self.model.ask(self.wanted(self.search.text().strip()))

    def _tell_below(self) -> None:
        self.table.tell_below(below=self.table.widths.gave_way(self.below))

    def _show_count(self) -> None:
        shown = self.model.records
        self.count.setText(tr_count("{n} entry", "{n} entries", shown) if shown else "")

    def _show_doubles(self) -> None:
        counts = self.doubles.counts
        self.double_link.show_counts(counts, None)
        if self.panel is not None:
            self.panel.doubles.show_counts(counts, self.table.current_id())

    def _await(self, record_id: UUID) -> None:
        """Make a record current as soon as it is in the list."""
        self._awaited = record_id
        self._meet_awaited()

    def _meet_awaited(self) -> None:
        """Select the record just saved, or what took the place of the one chosen.

        Without these it is the first one for the panel to show.
        """
        self._neighbours.choose()
        if self._awaited is not None:
            self.model.unfold_to(self._awaited)
        if self._awaited is not None and self.table.select(self._awaited):
            self._awaited = None
        elif self.panel is not None and self.table.current_id() is None:
            first = self.model.id_at(0)
            if first is None:
                self.panel.show_record(None)
            else:
                self.table.select(first)

    def _tell_hidden(self) -> None:
        """Say that what was saved is kept out by the search or a filter."""
        saved, self._saved = self._saved, None
        if saved is not None and saved == self._awaited and self._is_narrowed():
            self.desk.say(
                tr("Saved, but the search or a filter hides it."),
                level="info",
                action=tr("Show"),
                on_action=self.above.clear,
            )

    def _uncover(self) -> None:
        """Lift the search and the filters that keep out what was asked for."""
        sought, self._sought = self._sought, None
        if sought is not None and sought == self._awaited and self._is_narrowed():
            self.above.clear()
            self.desk.say(
                tr("The search and the filters were cleared to show this entry."),
                level="info",
            )

    def _note_opened(self, record_id: UUID) -> None:
        """Let the search offer the record again, if it knows the kind."""
        if self.table_name in PAGE_OF_KIND:
            self.desk.opened(record_id)

    def _is_narrowed(self) -> bool:
        return bool(self.wanted(self.search.text().strip()) != self._everything)

    def _refused(self, error: SportsecError) -> None:
        self.desk.complain(error)


class FormList(RecordList):
    """A list whose records open in a form of their own window."""

    acts: Acts

    def form(self, record_id: UUID | None) -> Form:
        """Return the form of a record; None for a new one."""
        raise NotImplementedError

    def new(self) -> FormDialog:
        """Open an empty form."""
        return self._open(None, self.acts.blank())

    def edit(self, record_id: UUID) -> None:
        """Open the form of a record."""
        acts = self.acts
        self.desk.runner.read(
            self,
            "draft",
            lambda work: acts.draft(work, record_id),
            lambda draft: self._open(record_id, draft),
        )

    def _open(self, record_id: UUID | None, draft: Any) -> FormDialog:
        form = self.form(record_id)
        return open_form(
            self, self.desk, self.acts, form, record_id, draft, self.select_saved
        )
