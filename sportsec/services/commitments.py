"""Acts on promises and decisions: take down, revise, say what became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentState,
    OutcomeDraft,
    check_commitment,
    shifted,
)
from sportsec.domain.identity import new_id
from sportsec.domain.plain_text import plain
from sportsec.domain.problems import Problem
from sportsec.domain.task_times import CALLED_OFF
from sportsec.queries.clock import local_day
from sportsec.queries.left_behind import OldDay
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work


def commitment_problems(
    work: Work, draft: CommitmentDraft, commitment_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, worst first."""
    return check_commitment(
        draft,
        local_day(work),
        is_new=commitment_id is None,
        match_day=_day_of(work, draft.fixture_id),
    )


def _day_of(work: Work, fixture_id: UUID | None) -> date | None:
    """Return the day of a match; None of one that is off: its old day is no limit."""
    match = None if fixture_id is None else work.session.get(Fixture, fixture_id)
    return None if match is None or match.status in CALLED_OFF else match.kick_off_date


def add_commitment(work: Work, draft: CommitmentDraft) -> UUID:
    """Take down a promise or decision and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(commitment_problems(work, draft))
    record = work.add(Commitment(id=new_id()))
    apply_draft(record, draft)
    return record.id


def revise_commitment(
    work: Work, commitment_id: UUID, draft: CommitmentDraft, *, seen: CommitmentDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The promise or decision as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Commitment, commitment_id)
    refuse_blocking(commitment_problems(work, draft, commitment_id))
    apply_draft(record, draft, seen)


def close_commitment(
    work: Work, commitment_id: UUID, state: CommitmentState, remark: str = ""
) -> None:
    """Say that it was kept, broken or withdrawn; the day is that of the first saying.

    Args:
        remark: How that is known; empty leaves what stood there.

    Raises:
        NotFound: It was deleted meanwhile.
    """
    if state is CommitmentState.OPEN:
        raise ValueError(state)
    record = work.get(Commitment, commitment_id)
    if record.state is not state:
        record.state, record.closed_on = state, local_day(work)
    if remark.strip():
        record.remark = plain(remark).strip()


def settle_commitment(
    work: Work, commitment_id: UUID, draft: OutcomeDraft, *, seen: OutcomeDraft
) -> None:
    """Write what became of it, as the form says; the day is that of the first saying.

    Args:
        seen: The outcome as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody said something else meanwhile.
    """
    record = work.get(Commitment, commitment_id)
    if "state" in apply_draft(record, draft, seen):
        is_open = draft.state is CommitmentState.OPEN
        record.closed_on = None if is_open else local_day(work)


def shift_due_days(work: Work, ids: Iterable[UUID], days: int) -> int:
    """Move the due days of promises after their match; return how many moved.

    None falls due on a day that is over already: then it is due today. What was
    closed, or lost its due day, meanwhile stays as it is.

    Args:
        days: By how many; below 0 to earlier ones.

    Raises:
        NotFound: One was deleted meanwhile.
    """
    moved = 0
    for commitment_id in ids:
        record = work.get(Commitment, commitment_id)
        if record.due_on is not None and record.state is CommitmentState.OPEN:
            record.due_on = shifted(record.due_on, days, local_day(work))
            moved += 1
    return moved


def settle_old_days(
    work: Work, days: Iterable[OldDay], moving: Collection[UUID]
) -> int:
    """Move due days after their match; say of the others that they stay.

    One that no longer suits the match is told again all the same, unless it is late.

    Args:
        days: As they were shown to the officer.
        moving: Which of them move.

    Returns:
        How many moved.

    Raises:
        NotFound: One was deleted meanwhile.
    """
    moved = 0
    for each in days:
        if each.row.id in moving:
            moved += shift_due_days(work, (each.row.id,), each.days)
        elif each.suits:
            work.confirm(Commitment, each.row.id, "due_on")
            work.note_touched("commitment")
    return moved


def confirm_wording(work: Work, commitment_id: UUID) -> None:
    """Note that its wording is right as it stands, whatever its match did since.

    It is asked about again once the wording or the match is changed.

    Raises:
        NotFound: It was deleted meanwhile.
    """
    work.get(Commitment, commitment_id)
    work.confirm(Commitment, commitment_id, "wording")
    work.note_touched("commitment")


def reopen_commitment(work: Work, commitment_id: UUID) -> None:
    """Let it wait to be kept again.

    Raises:
        NotFound: It was deleted meanwhile.
    """
    record = work.get(Commitment, commitment_id)
    record.state, record.closed_on = CommitmentState.OPEN, None


def delete_commitment(work: Work, commitment_id: UUID) -> None:
    """Delete one that was taken down by mistake."""
    put_in_trash(work, work.get(Commitment, commitment_id))


def restore_commitment(work: Work, commitment_id: UUID) -> None:
    """Bring a deleted one back."""
    take_from_trash(work, Commitment, commitment_id)
