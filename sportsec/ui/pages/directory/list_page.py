"""A page of one list; its button makes a record."""

from __future__ import annotations

from uuid import UUID

from sportsec.ui.desk import Desk
from sportsec.ui.page import Page
from sportsec.ui.pages.directory.record_list import RecordList


class ListPage(Page):
    """Base of the pages that hold one list."""

    def __init__(self, desk: Desk, title: str, records: RecordList) -> None:
        super().__init__(desk, title)
        self.list = records
        self.new_button = self.add_button(
            records.noun.new, records.new, "plus", primary=True
        )
        self.body.addWidget(records, 1)

    def reload(self) -> None:
        """Ask again."""
        self.list.reload()

    def show_target(self, target: object) -> None:
        """Select a record."""
        if isinstance(target, UUID):
            self.list.select(target)

    def begin_new(self, table: str) -> None:
        """Open the form of a new record."""
        if table == self.list.table_name:
            self.list.new()
