"""What was promised and decided about a match, and whether it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sportsec.domain.commitments import CommitmentDraft, CommitmentState
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.commitment_form import open_commitment
from sportsec.ui.pages.liaison.commitment_table import CommitmentTable
from sportsec.ui.widgets.form_dialog import FormDialog

#: So many are shown at first: late ones and those due next come first.
FIRST = 6


class PromisesCard(AddingCard):
    """Promises and decisions of one match: late ones first."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__(
            tr("Promises and decisions"),
            tr("Nothing promised or decided yet."),
            self.add,
        )
        self._desk = desk
        self._fixture_id = fixture_id
        self.table = CommitmentTable(desk, first=FIRST)
        self.body.addWidget(self.table)

    def reload(self) -> None:
        """Ask again."""
        shown = self._fixture_id
        self._desk.runner.read(
            self,
            "commitments",
            lambda work: commitments_of(work, fixture_id=shown),
            self.show_rows,
        )

    def show_rows(self, rows: Sequence[CommitmentRow]) -> None:
        """Show promises and decisions, and how many wait, are late or were not kept."""
        self.say_none(none=not rows)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        late = sum(row.is_late for row in rows)
        waiting = sum(row.state is CommitmentState.OPEN for row in rows)
        broken = sum(row.state is CommitmentState.BROKEN for row in rows)
        self.say_counts(
            tr_count("{n} to be kept", "{n} to be kept", waiting) if waiting else "",
            tr_count("{n} late", "{n} late", late) if late else "",
            tr_count("{n} not kept", "{n} not kept", broken) if broken else "",
        )

    def add(self) -> FormDialog:
        """Open the form of a new one."""
        draft = CommitmentDraft(fixture_id=self._fixture_id)
        return open_commitment(self, self._desk, draft)
