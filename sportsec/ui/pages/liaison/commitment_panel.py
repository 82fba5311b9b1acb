"""A promise or decision beside the ledger: whole, with what can be said of it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sportsec.domain.commitments import CommitmentState
from sportsec.queries.commitments import CommitmentRow
from sportsec.queries.ledger import COMMITMENTS
from sportsec.ui.commitment_look import due_day_of, said_as, state_badge
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.pages.liaison.not_kept_form import open_not_kept
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.flow import FlowLayout


class CommitmentPanel(RecordPanel):
    """One of them; its match in one click, and what became of it in another."""

    wants_kept = Signal(object)
    wants_open = Signal(object)

    def read(self, work: Work, record_id: UUID) -> CommitmentRow | None:
        """Read all about one; None where it was deleted meanwhile."""
        return next(iter(COMMITMENTS.rows(work, [record_id])), None)

    def show_facts(self, facts: CommitmentRow | None) -> None:
        """Show it."""
        if facts is None:
            return
        row = facts
        self.add_heading(row.wording, joined(label(row.kind), label(row.topic)))
        self.add_badges([state_badge(row)])
        self._box.addLayout(self._acts(row))
        self.add_pairs(
            [
                (tr("Who is bound"), words(row.bound)),
                (tr("To whom"), words(row.towards)),
                (tr("Responsible"), row.responsible),
                (tr("Due on"), due_day_of(row)),
                (tr("Closed on"), day(row.closed_on)),
            ]
        )
        if row.fixture_id is not None:
            self.add_section(tr("Match"))
            self.add(self._match(row, row.fixture_id))
        if row.remark:
            self.add_section(tr("Remark"))
            self.add_note(row.remark)

    def _match(self, row: CommitmentRow, match: UUID) -> QWidget:
        text = joined(words(row.match), isolate(day(row.match_on)))
        return value_link(text, partial(self.desk.go, "match", (match, "liaison")))

    def _acts(self, row: CommitmentRow) -> FlowLayout:
        flow = FlowLayout(gap=6)
        if row.state is not CommitmentState.OPEN:
            again = IconButton("undo", tr("Open again"))
            again.clicked.connect(lambda _on: self.wants_open.emit(row.id))
            flow.addWidget(again)
            return flow
        kept = IconButton("check", said_as(row, CommitmentState.KEPT))
        kept.clicked.connect(lambda _on: self.wants_kept.emit(row))
        broken = IconButton("close", said_as(row, CommitmentState.BROKEN))
        broken.clicked.connect(lambda _on: open_not_kept(self, self.desk, row))
        flow.addWidget(kept)
        flow.addWidget(broken)
        flow.setAlignment(Qt.AlignmentFlag.AlignLeading)
        return flow
