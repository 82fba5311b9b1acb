"""Meetings in the record: called, prepared, held, listed, deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sportsec.domain.commitments import CommitmentKind, CommitmentState
from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.listing import by
from sportsec.domain.meetings import (
    MeetingDraft,
    MeetingKind,
    MeetingStatus,
    ParticipantDraft,
    Signature,
)
from sportsec.queries.meetings import (
    MEETINGS,
    MeetingFilter,
    meeting_draft,
    meeting_file,
    meeting_problems,
    meetings_of,
)
from sportsec.services.commitments import close_commitment
from sportsec.services.fixtures import delete_fixture, restore_fixture
from sportsec.services.meetings import (
    add_participant,
    delete_meeting,
    hold_meeting,
    restore_meeting,
    revise_meeting,
    sign_minutes,
)
from sportsec.store.tables.liaison import Commitment, Meeting, Participant
from sportsec.store.work import Work
from tests.builders import NOW, a_fixture
from tests.data.meetings.samples import (
    KICK_OFF,
    TOMORROW,
    YESTERDAY,
    a_city,
    a_decision,
    a_meeting,
)


def test_a_meeting_is_read_as_it_was_written(work: Work) -> None:
    one = a_meeting(work, place="  Province ", agenda="Tickets\u202e")
    assert meeting_draft(work, one).agenda == "Tickets"
    assert work.get(Meeting, one).meets_at == TOMORROW


def test_a_meeting_cannot_be_entered_as_held_before_it_begins(work: Work) -> None:
    with pytest.raises(Invalid):
        a_meeting(work, status=MeetingStatus.HELD)


def test_the_kick_off_of_its_match_is_held_against_it(work: Work) -> None:
    match = a_city(work).match
    draft = MeetingDraft(match.id, MeetingKind.CLUB, KICK_OFF + timedelta(hours=1))
    assert [each.field for each in meeting_problems(work, draft)] == ["meets_at"]
    of_the_season = replace(draft, fixture_id=None)
    assert meeting_problems(work, of_the_season) == []


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(work: Work) -> None:
    one = a_meeting(work, place="Province")
    seen = MeetingDraft(place="Stadium")
    with pytest.raises(StaleWrite):
        revise_meeting(work, one, replace(seen, place="Wilaya"), seen=seen)
    now = meeting_draft(work, one)
    revise_meeting(work, one, replace(now, place="Wilaya"), seen=now)
    assert meeting_draft(work, one).place == "Wilaya"


def test_decisions_follow_their_meeting_to_another_match(work: Work) -> None:
    city = a_city(work)
    other = a_fixture(work, city.away, city.home)
    work.session.flush()
    one = a_meeting(work, city.match.id)
    own = a_decision(work, one, "Gates", fixture_id=city.match.id)
    elsewhere = a_decision(work, one, "Cameras")
    seen = meeting_draft(work, one)
    revise_meeting(work, one, replace(seen, fixture_id=other.id), seen=seen)
    assert work.get(Commitment, own).fixture_id == other.id
    assert work.get(Commitment, elsewhere).fixture_id is None


# ---- held, called off, signed


def test_a_meeting_that_was_called_for_no_hour_was_held_now(work: Work) -> None:
    one = a_meeting(work, meets_at=None)
    hold_meeting(work, one)
    draft = meeting_draft(work, one)
    assert (draft.status, draft.meets_at) == (MeetingStatus.HELD, NOW)


def test_a_meeting_still_to_come_cannot_be_held(work: Work) -> None:
    one = a_meeting(work)
    with pytest.raises(Invalid):
        hold_meeting(work, one)


def test_the_hour_for_which_it_was_called_stays(work: Work) -> None:
    one = a_meeting(work, meets_at=YESTERDAY)
    hold_meeting(work, one)
    assert meeting_draft(work, one).meets_at == YESTERDAY


def test_the_minutes_are_signed(work: Work) -> None:
    one = a_meeting(work)
    sign_minutes(work, one, Signature.SIGNED)
    assert meeting_draft(work, one).signature is Signature.SIGNED


# ---- deleted and brought back


def test_participants_go_with_their_meeting_and_come_back(work: Work) -> None:
    one = a_meeting(work)
    person = add_participant(work, one, ParticipantDraft(person="Foulane"))
    delete_meeting(work, one)
    with pytest.raises(NotFound):
        meeting_file(work, one)
    restore_meeting(work, one)
    assert [each.id for each in meeting_file(work, one).participants] == [person]


def test_a_meeting_that_took_decisions_is_not_deleted(work: Work) -> None:
    one = a_meeting(work)
    a_decision(work, one, "Gates open at 15:00")
    with pytest.raises(Invalid) as caught:
        delete_meeting(work, one)
    assert "decisions" in caught.value.problems[0].message


def test_a_meeting_goes_with_its_match_and_comes_back(work: Work) -> None:
    city = a_city(work)
    one = a_meeting(work, city.match.id)
    person = add_participant(work, one, ParticipantDraft(person="Foulane"))
    a_decision(work, one, "Gates open at 15:00", fixture_id=city.match.id)
    delete_fixture(work, city.match.id)
    assert work.session.get_one(Participant, person).deleted_at is not None
    restore_fixture(work, city.match.id)
    file = meeting_file(work, one)
    assert len(file.participants) == len(file.decisions) == 1


# ---- what is read


def test_the_file_of_a_meeting_holds_all_in_the_order_it_came(work: Work) -> None:
    city = a_city(work)
    one = a_meeting(work, city.match.id, chair="Governor")
    a_decision(work, one, "Second by day", due_on=(NOW + timedelta(5)).date())
    first = a_decision(work, one, "First by day", due_on=NOW.date())
    a_decision(work, one, "A promise", kind=CommitmentKind.PROMISE, is_ours=True)
    close_commitment(work, first, CommitmentState.KEPT)
    file = meeting_file(work, one)
    said = [row.wording for row in file.decisions]
    assert said == ["Second by day", "First by day", "A promise"]
    assert (file.entry.decisions, file.entry.open_decisions) == (3, 2)
    assert (file.entry.home.fr, file.entry.away.fr) == ("Atlas Club", "Rif Club")
    assert file.problems == ()


def test_the_meetings_of_a_match_come_in_time(work: Work) -> None:
    match = a_city(work).match
    second = a_meeting(work, match.id)
    first = a_meeting(work, match.id, meets_at=YESTERDAY)
    unknown = a_meeting(work, match.id, meets_at=None)
    a_meeting(work)
    assert [row.id for row in meetings_of(work, match.id)] == [unknown, first, second]


# ---- the list


def listed(work: Work, *order: str, **wanted: object) -> list[object]:
    given = MeetingFilter(**wanted)  # type: ignore[arg-type]  # of the test
    return list(MEETINGS.ids(work, given, by(*order or ("-meets_at",)), None))


def test_the_latest_meeting_comes_first(work: Work) -> None:
    old = a_meeting(work, meets_at=YESTERDAY)
    unknown = a_meeting(work, meets_at=None)
    new = a_meeting(work)
    assert listed(work) == [new, old, unknown]
    assert listed(work, "meets_at") == [old, new, unknown]
    assert listed(work, "kind") == [new, old, unknown]
    assert MEETINGS.count(work, MeetingFilter()) == 3
    assert [row.id for row in MEETINGS.rows(work, [old, new])] == [old, new]


def test_a_meeting_is_found_by_its_clubs_and_by_what_is_in_it(work: Work) -> None:
    city = a_city(work)
    one = a_meeting(work, city.match.id, place="مقر العمالة", agenda="Tickets, Route")
    other = a_meeting(work, chair="Gouverneur de la préfecture")
    assert listed(work, text="rif") == [one]
    assert listed(work, text="مقر العماله") == [one]
    assert listed(work, text="route tick") == [one]
    assert listed(work, text="PREFECTURE") == [other]
    assert listed(work, text="100%") == []


def test_the_list_keeps_one_kind_or_what_is_open(work: Work) -> None:
    planned = a_meeting(work)
    a_meeting(work, meets_at=YESTERDAY, status=MeetingStatus.HELD)
    waiting = a_meeting(
        *(work,),
        kind=MeetingKind.CLUB,
        meets_at=YESTERDAY,
        status=MeetingStatus.HELD,
    )
    decision = a_decision(work, waiting, "Tickets by name")
    assert listed(work, only_open=True) == [planned, waiting]
    close_commitment(work, decision, CommitmentState.KEPT)
    assert listed(work, only_open=True) == [planned]
    assert listed(work, kind=MeetingKind.CLUB) == [waiting]


def test_the_list_stands_in_groups(work: Work) -> None:
    a_meeting(work)
    a_meeting(work, kind=MeetingKind.CLUB)
    a_meeting(work, kind=MeetingKind.CLUB)
    groups = MEETINGS.groups(work, MeetingFilter(), by("kind")[0])
    assert [(group.name, group.count) for group in groups] == [
        (MeetingKind.TECHNICAL, 1),
        (MeetingKind.CLUB, 2),
    ]
