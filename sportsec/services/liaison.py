"""Acts on the liaison log: a call, with what was promised in it, in one act."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.identity import new_id
from sportsec.domain.liaison import LiaisonDraft, check_entry
from sportsec.domain.problems import Problem
from sportsec.i18n.formats import ZONE
from sportsec.queries.clock import local_day
from sportsec.queries.parties import party_of
from sportsec.services.commitments import add_commitment, commitment_problems
from sportsec.services.drafts import apply_draft
from sportsec.services.people import confirm_contact
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.liaison import LiaisonEntry
from sportsec.store.work import Work


def entry_problems(work: Work, draft: LiaisonDraft) -> list[Problem]:
    """Say what is wrong with a call, visit or message."""
    return check_entry(draft, work.now)


def call_problems(
    work: Work, draft: LiaisonDraft, promise: CommitmentDraft | None
) -> tuple[list[Problem], list[Problem]]:
    """Say what is wrong with a call, and with what was promised in it."""
    given = [] if promise is None else _promise_problems(work, draft, promise)
    return entry_problems(work, draft), given


def add_entry(work: Work, draft: LiaisonDraft) -> UUID:
    """Write a call, visit or message into the log and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(entry_problems(work, draft))
    record = work.add(LiaisonEntry(id=new_id()))
    apply_draft(record, replace(draft, happened_at=draft.happened_at or work.now))
    return record.id


def log_call(
    work: Work,
    draft: LiaisonDraft,
    promise: CommitmentDraft | None = None,
    *,
    is_number_right: bool = False,
) -> UUID:
    """Write a call with what was promised in it; return the id of the call.

    The promise is of the same match, and of whom was spoken to unless it names another.
    The number counts as verified only if somebody answered it today.

    Raises:
        Invalid: A rule is broken.
    """
    entry = add_entry(work, draft)
    if promise is not None:
        add_commitment(work, _given_in(draft, promise, entry))
    if is_number_right and _proves_number(work, draft) and draft.contact_id is not None:
        confirm_contact(work, draft.contact_id)
    return entry


def revise_entry(
    work: Work, entry_id: UUID, draft: LiaisonDraft, *, seen: LiaisonDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The entry as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(LiaisonEntry, entry_id)
    refuse_blocking(entry_problems(work, draft))
    apply_draft(record, draft, seen)


def delete_entry(work: Work, entry_id: UUID) -> None:
    """Delete a call written down by mistake.

    Raises:
        Invalid: A promise was given in it.
    """
    put_in_trash(work, work.get(LiaisonEntry, entry_id))


def restore_entry(work: Work, entry_id: UUID) -> None:
    """Bring a deleted call back."""
    take_from_trash(work, LiaisonEntry, entry_id)


def _promise_problems(
    work: Work, draft: LiaisonDraft, promise: CommitmentDraft
) -> list[Problem]:
    return commitment_problems(work, _given_in(draft, promise))


def _given_in(
    draft: LiaisonDraft, promise: CommitmentDraft, entry: UUID | None = None
) -> CommitmentDraft:
    """Return a promise as one that was given in a call."""
    given = replace(promise, fixture_id=draft.fixture_id, liaison_id=entry)
    if party_of(promise) is None:
        given = replace(given, contact_id=draft.contact_id)
    return given


def _proves_number(work: Work, draft: LiaisonDraft) -> bool:
    moment = draft.happened_at or work.now
    today = moment.astimezone(ZONE).date() == local_day(work)
    return today and draft.is_reached
