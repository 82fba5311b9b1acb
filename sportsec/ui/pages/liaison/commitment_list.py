"""The ledger: promises and decisions of all matches, late ones first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Final
from uuid import UUID

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
)
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.queries.commitments import CommitmentRow
from sportsec.queries.ledger import COMMITMENTS, CommitmentFilter
from sportsec.services.commitments import (
    close_commitment,
    delete_commitment,
    reopen_commitment,
    restore_commitment,
)
from sportsec.ui.commitment_look import (
    closing_act,
    state_choices,
    state_level,
    state_text,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr, words
from sportsec.ui.pages.directory.noun import Noun
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.liaison.commitment_form import edit_commitment, open_commitment
from sportsec.ui.pages.liaison.commitment_panel import CommitmentPanel
from sportsec.ui.pages.liaison.commitment_table import DELETED, REOPENED
from sportsec.ui.pages.liaison.ledger_list import LedgerList
from sportsec.ui.targets import LedgerTarget
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.form_dialog import FormDialog

#: Stands among the states: open, and the day has passed.
LATE: Final = "late"


def commitment_noun() -> Noun:
    """Return what the list says and does."""
    return Noun(
        key="commitments",
        title=tr("Promises and decisions"),
        delete=delete_commitment,
        restore=restore_commitment,
        new=tr("New promise or decision"),
        empty=tr("Nothing promised or decided yet."),
        search=tr("Search wordings, people, clubs"),
        deleted=DELETED,
        restored=N_("Promise or decision brought back"),
    )


def commitment_columns(
    below: Callable[[CommitmentRow], str],
) -> list[Column[CommitmentRow]]:
    """Return the columns of the list.

    Args:
        below: What stands below a wording where there is no room beside it.
    """
    return [
        Column(
            *(tr("Wording"), lambda r: r.wording),
            tip=_told,
            below=below,
            stretch=True,
            key="text",
        ),
        Column(
            *(tr("Due on"), lambda r: day(r.due_on), "due_on"),
            width=92,
            least=92,
        ),
        Column(
            *(tr("What became of it"), state_text, "state"),
            level=state_level,
            width=132,
            least=110,
            spare=True,
        ),
        Column(
            *(tr("Who is bound"), lambda r: words(r.bound), "bound"),
            width=150,
            yields=True,
        ),
        Column(
            *(tr("Match"), lambda r: words(r.match), "match"),
            tip=lambda r: words(r.match),
            width=170,
            parted=True,
            whole=True,
        ),
        Column(
            *(tr("Responsible"), lambda r: r.responsible, "responsible"),
            width=130,
            yields=True,
        ),
        Column(
            *(tr("Subject"), lambda r: label(r.topic), "topic"), width=110, hidden=True
        ),
        Column(*(tr("Kind"), lambda r: label(r.kind), "kind"), width=100, hidden=True),
    ]


class CommitmentList(LedgerList):
    """Promises and decisions; Enter opens the match of one.

    Many promises begin alike; the match and the state tell them apart.
    """

    below = "match"

    def __init__(self, desk: Desk) -> None:
        columns = commitment_columns(self._told_below)
        super().__init__(desk, commitment_noun(), COMMITMENTS, columns, sort="")

    def filters(self) -> Sequence[Field]:
        """Filter by what became of them."""
        states = state_choices(None)
        choices = [states[0], (LATE, tr("Late")), *states[1:]]
        self.state = ChoiceField(choices, none=tr("All of them"))
        self.state.set_value(None)
        return [self.state]

    def wanted(self, text: str) -> CommitmentFilter:
        """Return the filter for what was typed and chosen."""
        chosen, language = self.state.value(), self.language()
        if chosen == LATE:
            return CommitmentFilter(text, language, late_on=_today())
        return CommitmentFilter(text, language, state=chosen)

    def choose(self, target: LedgerTarget) -> None:
        """Show the late ones alone, or all."""
        self.state.set_value(LATE if target.only_late else None)

    def new(self) -> FormDialog:
        """Open the form of one of no match."""
        return self._saves(open_commitment(self, self.desk, CommitmentDraft()))

    def edit(self, record_id: UUID) -> None:
        """Open the form of one, as it stands now."""
        edit_commitment(self, self.desk, record_id)

    def open(self, record_id: UUID) -> None:
        """Open the match; the form of one that has none."""
        place = self.model.place_of(record_id)
        row = None if place is None else self.model.row(place)
        if row is None or row.fixture_id is None:
            self.edit(record_id)
        else:
            self.desk.go("match", (row.fixture_id, "liaison"))

    def offer_on_rows(self) -> None:
        """Offer to say of several at once what became of them."""
        add = self.table.add_action_for_rows
        add(tr("Edit"), lambda ids: self.edit(ids[0]), "edit")
        for kind in (*CommitmentKind, None):
            words, these = dict(state_choices(kind)), partial(self._are_all, kind)
            add(words[CommitmentState.KEPT], self._keep, "check", when=these)
            add(words[CommitmentState.BROKEN], self._break, "close", when=these)
        add(tr("Open again"), self._reopen, "undo")

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen one."""
        panel = CommitmentPanel(self.desk)
        panel.wants_kept.connect(self._keep_one)
        panel.wants_open.connect(lambda one: self._reopen([one]))
        return panel

    # ---- inside

    def _told_below(self, row: CommitmentRow) -> str:
        state = state_text(row) if self.table.widths.gave_way("state") else ""
        return joined(state, words(row.match))

    def _saves(self, dialog: FormDialog) -> FormDialog:
        def saved(result: object) -> None:
            if isinstance(result, UUID):
                self.select_saved(result)

        dialog.saved.connect(saved)
        return dialog

    def _keep(self, ids: Sequence[UUID]) -> None:
        self._close(CommitmentState.KEPT, ids)

    def _keep_one(self, row: CommitmentRow) -> None:
        self._close(CommitmentState.KEPT, [row.id])

    def _break(self, ids: Sequence[UUID]) -> None:
        self._close(CommitmentState.BROKEN, ids)

    def _close(self, state: CommitmentState, ids: Sequence[UUID]) -> None:
        act = closing_act(state, self._kind_of(ids))
        self._do(act, ids, lambda work, one: close_commitment(work, one, state))

    def _kind_of(self, ids: Sequence[UUID]) -> CommitmentKind | None:
        """Return what all of these are; None where some are otherwise."""
        places = (self.model.place_of(one) for one in ids)
        rows = [self.model.row(place) for place in places if place is not None]
        kinds = {None if row is None else row.kind for row in rows}
        return kinds.pop() if len(kinds) == 1 else None

    def _are_all(self, kind: CommitmentKind | None, ids: Sequence[UUID]) -> bool:
        return bool(ids) and self._kind_of(ids) is kind

    def _reopen(self, ids: Sequence[UUID]) -> None:
        self._do(REOPENED, ids, reopen_commitment)

    def _do(
        self, act: str, ids: Sequence[UUID], job: Callable[[Work, UUID], None]
    ) -> None:
        chosen = list(ids)

        def do(work: Work) -> None:
            for one in chosen:
                job(work, one)

        def done(_result: object) -> None:
            self.desk.say(tr(act))
            self.table.setFocus()  # the button that was pressed is gone

        self.desk.runner.write(self, act, do, done, self._refused)


def _today() -> date:
    return datetime.now(ZONE).date()


def _told(row: CommitmentRow) -> str:
    return row.wording
