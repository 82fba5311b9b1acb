"""A match comes back from the trash with all that was arranged for it."""

from __future__ import annotations

from uuid import UUID

import pytest

from sportsec.domain.commitments import CommitmentDraft, CommitmentKind
from sportsec.domain.errors import Invalid
from sportsec.domain.liaison import LiaisonDraft
from sportsec.domain.meetings import MeetingDraft, ParticipantDraft
from sportsec.queries.commitments import commitments_of
from sportsec.queries.history_record import record_history
from sportsec.queries.liaison import entries_of
from sportsec.queries.meetings import meetings_of
from sportsec.services.commitments import add_commitment
from sportsec.services.fixtures import delete_fixture
from sportsec.services.history import restore_record
from sportsec.services.liaison import add_entry
from sportsec.services.meetings import add_meeting, add_participant
from sportsec.store.tables.liaison import Participant
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture


@pytest.fixture
def match(work: Work) -> UUID:
    match = a_fixture(work, a_club(work), a_club(work, "Rif Club"))
    work.session.flush()
    add_entry(work, LiaisonDraft(match.id, with_whom="Caretaker", gist="Keys"))
    meeting = add_meeting(work, MeetingDraft(match.id, meets_at=NOW))
    add_participant(work, meeting, ParticipantDraft(person="Captain"))
    decision = CommitmentDraft(
        CommitmentKind.DECISION,
        match.id,
        meeting_id=meeting,
        wording="Double cordon",
        responsible="Captain",
    )
    add_commitment(work, decision)
    work.session.flush()
    return UUID(str(match.id))


def test_its_history_tells_of_calls_meetings_and_decisions(
    work: Work, match: UUID
) -> None:
    assert record_history(work, "fixture", match).has_parts


def test_it_comes_back_from_the_trash_with_all_of_them(work: Work, match: UUID) -> None:
    delete_fixture(work, match)
    work.session.flush()
    restore_record(work, "fixture", match)
    work.session.expire_all()
    assert len(entries_of(work, fixture_id=match)) == 1
    assert len(meetings_of(work, match)) == 1
    assert [row.wording for row in commitments_of(work, fixture_id=match)] == [
        "Double cordon"
    ]
    assert [one.deleted_at for one in work.session.query(Participant)] == [None]


def test_a_decision_does_not_come_back_without_its_match(
    work: Work, match: UUID
) -> None:
    (decision,) = commitments_of(work, fixture_id=match)
    delete_fixture(work, match)
    work.session.flush()
    with pytest.raises(Invalid):
        restore_record(work, "commitment", decision.id)
