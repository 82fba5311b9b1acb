"""Minutes that were signed, and what is changed in them afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.commitments import CommitmentState, OutcomeDraft
from sportsec.domain.meetings import (
    SIGN_AGAIN,
    MeetingStatus,
    ParticipantDraft,
    Presence,
    Signature,
)
from sportsec.queries.commitments import commitment_draft
from sportsec.queries.meetings import meeting_draft, meeting_file
from sportsec.queries.minutes import minutes_rows
from sportsec.services.commitments import (
    delete_commitment,
    restore_commitment,
    revise_commitment,
    settle_commitment,
)
from sportsec.services.history import redo_last, undo_last
from sportsec.services.meetings import (
    add_participant,
    delete_participant,
    revise_meeting,
    set_presence,
    sign_minutes,
)
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.data.meetings.samples import YESTERDAY, a_decision, a_meeting


class Minutes:
    """A meeting that was held, each change an act of its own."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        held = {"meets_at": YESTERDAY, "status": MeetingStatus.HELD}
        self.id: UUID = self.do(lambda work: a_meeting(work, agenda="Tickets", **held))
        draft = ParticipantDraft(person="Foulane")
        self.person: UUID = self.do(lambda w: add_participant(w, self.id, draft))
        self.decision: UUID = self.do(lambda w: a_decision(w, self.id, "By name"))

    def do(self, job: Callable[[Work], Any]) -> Any:
        with self.workspace.writing() as work:
            result = job(work)
            work.commit("Meeting saved")
        return result

    def sign(self) -> None:
        self.do(lambda work: sign_minutes(work, self.id, Signature.SIGNED))

    def revise(self, **values: Any) -> None:
        def job(work: Work) -> None:
            seen = meeting_draft(work, self.id)
            revise_meeting(work, self.id, replace(seen, **values), seen=seen)

        self.do(job)

    def undo(self) -> None:
        with self.workspace.writing() as work:
            work.commit("Undone", undoes=undo_last(work))

    def redo(self) -> None:
        with self.workspace.writing() as work:
            work.commit("Done again", undoes=redo_last(work))

    @property
    def are_changed(self) -> bool:
        with self.workspace.reading() as work:
            file, rows = meeting_file(work, self.id), minutes_rows(work, self.id)
        said = [each.message for each in file.problems if each.field == "signature"]
        assert said == [SIGN_AGAIN] * file.is_changed
        assert rows.is_changed is file.is_changed
        return file.is_changed


@pytest.fixture
def minutes(workspace: Workspace) -> Minutes:
    return Minutes(workspace)


def test_minutes_that_are_signed_stand_until_something_in_them_is_changed(
    minutes: Minutes,
) -> None:
    minutes.revise(agenda="Tickets\nRoute")
    assert not minutes.are_changed  # nobody has signed
    minutes.sign()
    assert not minutes.are_changed
    minutes.revise(agenda="Tickets\nRoute\nTifo")
    assert minutes.are_changed


def reword(work: Work, minutes: Minutes) -> None:
    seen = commitment_draft(work, minutes.decision)
    draft = replace(seen, wording="Without names")
    revise_commitment(work, minutes.decision, draft, seen=seen)


@pytest.mark.parametrize(
    "change",
    [
        lambda work, it: a_decision(work, it.id, "Gates open at 15:00"),
        reword,
        lambda work, it: delete_commitment(work, it.decision),
        lambda work, it: add_participant(work, it.id, ParticipantDraft(person="Ali")),
        lambda work, it: set_presence(work, it.person, Presence.PRESENT),
        lambda work, it: delete_participant(work, it.person),
    ],
)
def test_a_decision_or_somebody_who_came_changes_what_was_signed(
    minutes: Minutes, change: Callable[[Work, Minutes], object]
) -> None:
    minutes.sign()
    minutes.do(lambda work: change(work, minutes))
    assert minutes.are_changed
    minutes.sign()
    assert not minutes.are_changed


def test_what_became_of_a_decision_changes_nothing_that_was_signed(
    minutes: Minutes,
) -> None:
    minutes.sign()
    kept = OutcomeDraft(CommitmentState.KEPT, "Seen at the gate")
    minutes.do(
        lambda w: settle_commitment(w, minutes.decision, kept, seen=OutcomeDraft())
    )
    assert not minutes.are_changed


def test_a_change_that_was_taken_back_is_none(minutes: Minutes) -> None:
    minutes.sign()
    minutes.revise(place="Wilaya")
    minutes.undo()
    assert not minutes.are_changed
    minutes.do(lambda work: delete_commitment(work, minutes.decision))
    minutes.do(lambda work: restore_commitment(work, minutes.decision))
    assert not minutes.are_changed


def test_signing_again_is_undone_and_done_again(minutes: Minutes) -> None:
    minutes.sign()
    minutes.revise(place="Wilaya")
    minutes.sign()
    assert not minutes.are_changed
    minutes.undo()
    assert minutes.are_changed
    minutes.redo()
    assert not minutes.are_changed


def test_what_is_written_with_the_signature_was_signed(minutes: Minutes) -> None:
    minutes.revise(place="Wilaya", chair="Governor", signature=Signature.SIGNED)
    assert not minutes.are_changed
    minutes.revise(signature=Signature.NONE)
    minutes.revise(place="Province")
    minutes.undo()
    minutes.undo()  # it shows that it is signed again
    assert not minutes.are_changed
    minutes.revise(chair="Secretary")
    assert minutes.are_changed


def test_refused_minutes_claim_nothing(minutes: Minutes) -> None:
    minutes.do(lambda work: sign_minutes(work, minutes.id, Signature.REFUSED))
    minutes.revise(place="Wilaya")
    assert not minutes.are_changed
