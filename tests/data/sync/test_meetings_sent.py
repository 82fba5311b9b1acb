"""Meetings go with their match: who came, what was decided, and the people named."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.exchange import Scope, ScopeKind
from sportsec.domain.meetings import ParticipantDraft, Presence, Signature
from sportsec.domain.people import OrganisationKind
from sportsec.queries.meetings import meeting_file, meetings_of
from sportsec.services.commitments import close_commitment
from sportsec.services.meetings import add_participant, set_presence, sign_minutes
from sportsec.store.work import Work
from tests.data.meetings.samples import (
    YESTERDAY,
    a_body,
    a_city,
    a_decision,
    a_meeting,
    a_person,
)
from tests.data.sync.conftest import Cell


def a_commission(work: Work) -> tuple[UUID, UUID, UUID]:
    """Return a match, its meeting, and the decision that it took."""
    match = a_city(work).match
    meeting = a_meeting(work, match.id, meets_at=YESTERDAY, agenda="Tickets")
    body = a_body(work, OrganisationKind.HEALTH, "Hôpital")
    doctor = a_person(work, "Médecin", organisation_id=body)
    draft = ParticipantDraft(contact_id=doctor, organisation_id=body)
    seat = add_participant(work, meeting, draft)
    set_presence(work, seat, Presence.PRESENT)
    add_participant(work, meeting, ParticipantDraft(person="Foulane"))
    decision = a_decision(work, meeting, "By name", fixture_id=match.id)
    return UUID(str(match.id)), meeting, decision


def test_a_match_pack_carries_its_meetings_whole(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    match, meeting, decision = one.act(a_commission)
    one.act(a_meeting)  # of the season: it stays here
    path = one.send(tmp_path / "match.ssx", scope=Scope(ScopeKind.MATCH, match))
    other.receive(path)
    with other.workspace.reading() as work:
        assert [row.id for row in meetings_of(work, match)] == [meeting]
        file = meeting_file(work, meeting)
    doctor, written = file.participants
    assert (doctor.name.fr, doctor.body.fr) == ("Médecin", "Hôpital")
    assert doctor.presence is Presence.PRESENT
    assert written.name.fr == "Foulane"
    assert [row.id for row in file.decisions] == [decision]


def test_what_a_cell_changes_after_the_signing_is_seen_in_the_other(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    match, meeting, _ = one.act(a_commission)
    one.act(lambda work: sign_minutes(work, meeting, Signature.SIGNED))
    scope = Scope(ScopeKind.MATCH, match)

    def is_changed_there(name: str) -> bool:
        other.receive(one.send(tmp_path / name, scope=scope))
        with other.workspace.reading() as work:
            return meeting_file(work, meeting).is_changed

    assert not is_changed_there("signed.ssx")
    one.act(lambda work: a_decision(work, meeting, "Gates", fixture_id=match))
    assert is_changed_there("changed.ssx")


def test_what_became_of_a_decision_travels_back(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    match, meeting, decision = one.act(a_commission)
    scope = Scope(ScopeKind.MATCH, match)
    other.receive(one.send(tmp_path / "there.ssx", scope=scope))
    other.act(lambda work: close_commitment(work, decision, CommitmentState.KEPT))
    one.receive(other.send(tmp_path / "back.ssx", scope=scope))
    with one.workspace.reading() as work:
        (row,) = meeting_file(work, meeting).decisions
    assert row.state is CommitmentState.KEPT
