"""The trash: deleted records, to be brought back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.words import N_
from sportsec.i18n.kind_words import KINDS, kind_label
from sportsec.queries.trash import INNER, TRASH, TrashFilter
from sportsec.services.history import restore_record
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.history.columns import trash_columns
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.fields_above import FieldsAbove
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.search_field import SearchField
from sportsec.ui.widgets.table import TableView


class TrashTab(QWidget):
    """Deleted records, latest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.search = SearchField(tr("Search deleted records"))
        t = translator()
        labels = ((key, kind_label(t, key)) for key in KINDS if key not in INNER)
        kinds = sorted(labels, key=lambda pair: pair[1])
        self.kind = ChoiceField(kinds, none=tr("All kinds"))
        self.kind.call(tr("Kind"))
        self.back = IconButton("undo", tr("Bring back"))
        self.back.setEnabled(False)
        self.model: RowsModel[Any, TrashFilter] = RowsModel(
            desk.runner,
            TRASH,
            trash_columns(),
            self.wanted(),
            sort="-time",
        )
        self.table = TableView(
            self.model,
            desk.settings,
            "trash",
            empty=tr("There are no deleted records."),
        )
        self.above = FieldsAbove(
            desk.settings, "trash", self.search, (self.kind,), self.reload
        )
        self.tools = ListTools(desk, self.table, tr("Deleted records"), self.above)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.search, 1)
        top.addWidget(self.kind)
        top.addWidget(self.back)
        top.addWidget(self.tools)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(12)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        self.back.clicked.connect(lambda _on: self.restore(self.table.selected_ids()))
        self.table.add_action_for_rows(tr("Bring back"), self.restore, "undo")
        self.table.selectionModel().selectionChanged.connect(
            lambda *_: self.back.setEnabled(bool(self.table.selected_ids()))
        )

    def wanted(self) -> TrashFilter:
        """Return the filter of what is typed and chosen."""
        text, kind = self.search.text().strip(), self.kind.value() or ""
        return TrashFilter(text, kind, translator().language)

    def reload(self) -> None:
        """Ask again for what is typed and chosen."""
        wanted = self.wanted()
        if wanted == TrashFilter(language=wanted.language):
            self.table.say_when_empty(tr("There are no deleted records."))
        else:
            nothing = tr("Nothing found. Shorten the search, or clear the filters.")
            clear = tr("Clear the filters")
            self.table.say_when_empty(nothing, clear, self.above.clear)
        self.model.ask(wanted)

    def restore(self, ids: Sequence[UUID]) -> None:
        """Bring records back, with the parts that were deleted with them."""
        wanted = list(ids)

        def job(work: Work) -> None:
            for row in TRASH.rows(work, wanted):
                restore_record(work, row.record.kind, row.id)

        if wanted:
            self.desk.runner.write(
                self, N_("Record brought back"), job, None, self.desk.complain
            )
