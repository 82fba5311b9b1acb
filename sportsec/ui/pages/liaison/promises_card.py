"""What was promised and decided about a match, and whether it was kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Qt

from sportsec.domain.commitments import CommitmentDraft, CommitmentState
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.queries.old_times import old_promises
from sportsec.queries.outdated_promises import outdated_promises
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.commitment_form import open_commitment
from sportsec.ui.pages.liaison.commitment_table import CommitmentTable
from sportsec.ui.targets import OLD_FIGURES, OLD_HOURS, PROMISES
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.scrolled import KeptAtTop, show_within

#: Promises of a match, those with hours of before, those with figures of before.
_Found = tuple[Sequence[CommitmentRow], Collection[UUID], Collection[UUID]]
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
        self._is_read = self._is_led_to = False
        self._meant = PROMISES
        self._found: _Found = ((), (), ())
        self.table = CommitmentTable(desk, first=FIRST)
        self.body.addWidget(self.table)

    def reload(self) -> None:
        """Ask again."""
        shown = self._fixture_id
        self._desk.runner.read(
            self,
            "commitments",
            lambda work: (
                commitments_of(work, fixture_id=shown),
                old_promises(work, shown),
                outdated_promises(work, shown),
            ),
            lambda found: self.show_rows(*found),
        )

    def lead_here(self, meant: str = PROMISES) -> None:
        """Be what the officer sees first, on what is to be seen to first.

        Args:
            meant: Also `OLD_HOURS` or `OLD_FIGURES`: those that are marked so stand
                first from now on, before the late ones.
        """
        self._is_led_to, self._meant = True, meant
        if self._is_read:
            self.show_rows(*self._found)

    def show_rows(
        self,
        rows: Sequence[CommitmentRow],
        old: Collection[UUID] = (),
        outdated: Collection[UUID] = (),
    ) -> None:
        """Show promises and decisions, and how many wait, are late or were not kept.

        Args:
            old: Those that may speak of the time before a move; they follow the late
                ones, unless they are meant, and say so.
            outdated: Those that give a figure which has changed since; so do they.
        """
        self._found = rows, old, outdated
        self.say_none(none=not rows)
        meant = {OLD_HOURS: old, OLD_FIGURES: outdated}.get(self._meant, ())
        doubtful = {*old, *outdated}
        rows = sorted(
            rows,
            key=lambda row: (
                row.id not in meant,
                not row.is_late,
                row.id not in doubtful,
            ),
        )
        self.table.show_rows(rows, old, outdated)
        self.table.setVisible(bool(rows))
        late = sum(row.is_late for row in rows)
        waiting = sum(row.state is CommitmentState.OPEN for row in rows)
        broken = sum(row.state is CommitmentState.BROKEN for row in rows)
        self.say_counts(
            tr_count("{n} to be kept", "{n} to be kept", waiting) if waiting else "",
            tr_count("{n} late", "{n} late", late) if late else "",
            tr_count("{n} not kept", "{n} not kept", broken) if broken else "",
        )
        self._is_read = True
        if self._is_led_to:
            self._lead()

    def add(self) -> FormDialog:
        """Open the form of a new one."""
        draft = CommitmentDraft(fixture_id=self._fixture_id)
        return open_commitment(self, self._desk, draft)

    # ---- inside

    def _lead(self) -> None:
        self._is_led_to = False
        if self.table.focus_first():
            first = self.table.lines[0]
            show_within(first, first.rect())
        else:
            self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        KeptAtTop(self)
