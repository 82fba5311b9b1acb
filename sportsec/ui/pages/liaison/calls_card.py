"""The log of a match: who was spoken to, when, and what was said."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sportsec.domain.liaison import LiaisonDraft
from sportsec.queries.liaison import EntryRow, entries_of
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.call_form import open_call
from sportsec.ui.pages.liaison.entry_lines import EntryLines
from sportsec.ui.widgets.form_dialog import FormDialog

#: So many are shown at first: the latest are asked for.
FIRST = 4


class CallsCard(AddingCard):
    """Calls, visits and messages of one match, the latest first."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__(
            tr("Calls and visits"),
            tr("Nobody was called for this match yet."),
            self.add,
        )
        self._desk = desk
        self._fixture_id = fixture_id
        self.entries = EntryLines(desk, first=FIRST)
        self.body.addWidget(self.entries)

    def reload(self) -> None:
        """Ask again."""
        shown = self._fixture_id
        self._desk.runner.read(
            self,
            "entries",
            lambda work: entries_of(work, fixture_id=shown),
            self.show_rows,
        )

    def show_rows(self, rows: Sequence[EntryRow]) -> None:
        """Show the calls, and how many were not answered."""
        self.say_none(none=not rows)
        self.entries.show_rows(rows)
        self.entries.setVisible(bool(rows))
        mute = sum(not row.is_reached for row in rows)
        count = tr_count("{n} entry", "{n} entries", len(rows)) if rows else ""
        text = tr_count("{n} not answered", "{n} not answered", mute) if mute else ""
        self.say_counts(count, text)

    def add(self) -> FormDialog:
        """Open the form of a call."""
        return open_call(self, self._desk, LiaisonDraft(fixture_id=self._fixture_id))
