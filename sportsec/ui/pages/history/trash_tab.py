"""The trash: deleted records, to be brought back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.words import N_
from sportsec.queries.trash import TRASH, TrashFilter
from sportsec.services.history import restore_record
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.pages.history.columns import trash_columns
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.search_field import SearchField
from sportsec.ui.widgets.table import TableView


class TrashTab(QWidget):
    """Deleted records, latest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.search = SearchField(tr("Search deleted records"))
        self.back = QPushButton(tr("Bring back"))
        self.back.setIcon(icon("undo"))
        self.back.setEnabled(False)
        self.model: RowsModel[Any, TrashFilter] = RowsModel(
            desk.runner,
            TRASH,
            trash_columns(),
            TrashFilter(),
            sort="-time",
        )
        self.table = TableView(
            self.model, desk.settings, "trash", empty=tr("The trash is empty.")
        )
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.search, 1)
        top.addWidget(self.back)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(12)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        self.search.searched.connect(
            lambda text: self.model.ask(TrashFilter(text.strip()))
        )
        self.back.clicked.connect(lambda _on: self.restore(self.table.selected_ids()))
        self.table.add_action_for_rows(tr("Bring back"), self.restore, "undo")
        self.table.selectionModel().selectionChanged.connect(
            lambda *_: self.back.setEnabled(bool(self.table.selected_ids()))
        )

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
