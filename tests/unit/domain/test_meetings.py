"""What is asked of a meeting, of who comes, and how its agenda is filled."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.folding import fold
from sportsec.domain.meetings import (
    MeetingDraft,
    MeetingKind,
    MeetingStatus,
    ParticipantDraft,
    Presence,
    Signature,
    check_attendance,
    check_convocation,
    check_meeting,
    check_participant,
    check_presence,
    check_signature,
    lines_lacking,
    with_lines,
)
from sportsec.domain.problems import Level

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
PLANNED = MeetingDraft(
    kind=MeetingKind.TECHNICAL,
    meets_at=NOW + HOUR,
    place="Town hall",
    chair="Head of the cell",
)
HELD = replace(
    PLANNED,
    meets_at=NOW - HOUR,
    status=MeetingStatus.HELD,
    minutes_keeper="Secretary",
)
lines = st.lists(st.text("abcé ً", max_size=8), max_size=5)


def found(
    draft: MeetingDraft, kick_off: datetime | None = None
) -> dict[str | None, Level]:
    return {each.field: each.level for each in check_meeting(draft, NOW, kick_off)}


@pytest.mark.parametrize("draft", [PLANNED, HELD])
def test_a_meeting_with_its_hour_and_its_people_is_fine(draft: MeetingDraft) -> None:
    assert found(draft) == {}


def test_without_an_hour_it_warns() -> None:
    assert found(replace(PLANNED, meets_at=None)) == {"meets_at": Level.WARN}


def test_what_is_still_to_come_was_not_held() -> None:
    assert found(replace(HELD, meets_at=NOW + HOUR)) == {"meets_at": Level.BLOCK}


def test_a_planned_one_whose_hour_has_passed_asks_what_became_of_it() -> None:
    assert found(replace(PLANNED, meets_at=NOW - HOUR)) == {"meets_at": Level.WARN}


def test_the_minutes_say_where_it_was_who_was_in_the_chair_and_who_kept_them() -> None:
    blank = replace(HELD, place=" ", chair=" ", minutes_keeper="")
    wanted = ("place", "chair", "minutes_keeper")
    assert found(blank) == dict.fromkeys(wanted, Level.WARN)


def test_of_a_meeting_to_come_the_place_need_not_be_known() -> None:
    assert found(replace(PLANNED, place="", chair="")) == {}


def test_the_sport_authority_keeps_the_minutes_of_a_local_commission() -> None:
    commission = replace(PLANNED, kind=MeetingKind.LOCAL_COMMISSION)
    said = check_meeting(commission, NOW)
    assert [each.field for each in said] == ["minutes_keeper"]
    assert "2-23-155" in said[0].message
    assert found(replace(commission, minutes_keeper="Sport authority")) == {}


def test_nothing_is_asked_of_one_that_was_called_off() -> None:
    gone = MeetingDraft(status=MeetingStatus.CANCELLED)
    assert found(gone) == {}


def test_a_meeting_that_prepares_a_match_stands_before_its_kick_off() -> None:
    late = replace(PLANNED, meets_at=NOW + 3 * HOUR)
    assert found(late, NOW + 2 * HOUR) == {"meets_at": Level.WARN}
    assert found(replace(late, kind=MeetingKind.DEBRIEF), NOW + 2 * HOUR) == {}
    assert found(late, NOW + 4 * HOUR) == {}


def test_a_meeting_that_looks_back_stands_after_the_kick_off() -> None:
    debrief = replace(PLANNED, kind=MeetingKind.DEBRIEF, meets_at=NOW + 3 * HOUR)
    assert found(debrief, NOW + 2 * HOUR) == {}
    assert found(debrief, NOW + 4 * HOUR) == {"meets_at": Level.WARN}
    assert found(debrief) == {}  # there is no hour to hold against it


# ---- who comes


def of(draft: ParticipantDraft, *others: ParticipantDraft) -> dict[str | None, Level]:
    return {each.field: each.level for each in check_participant(draft, others)}


def test_somebody_must_be_invited() -> None:
    assert of(ParticipantDraft(person=" ")) == {"contact_id": Level.BLOCK}
    for named in (
        ParticipantDraft(contact_id=uuid4()),
        ParticipantDraft(organisation_id=uuid4()),
        ParticipantDraft(person="Foulane"),
        ParticipantDraft(function="Magistrate"),
    ):
        assert of(named) == {}


def test_nobody_is_invited_twice() -> None:
    person = ParticipantDraft(contact_id=uuid4())
    assert of(person, person) == {"contact_id": Level.BLOCK}
    written = ParticipantDraft(person="Foulane")
    assert of(written, replace(written, person=" Foulane ")) == {"person": Level.WARN}
    elsewhere = replace(written, organisation_id=uuid4())
    assert of(written, elsewhere, person) == {}


# ---- the agenda


def test_nobody_can_be_present_or_absent_before_it_begins() -> None:
    early = [each for each in Presence if check_presence(each, begun=False)]
    assert early == [Presence.PRESENT, Presence.ABSENT]
    assert not [each for each in Presence if check_presence(each, begun=True)]


def test_only_what_was_signed_is_to_be_signed_again() -> None:
    again = [each for each in Signature if check_signature(each, is_changed=True)]
    assert again == [Signature.SIGNED]
    assert check_signature(Signature.SIGNED, is_changed=False) == []


def test_points_are_added_below_what_the_officer_wrote() -> None:
    agenda, added = with_lines("Tickets\n\n", ["Route", "Tifo"])
    assert agenda == "Tickets\nRoute\nTifo"
    assert added == 2


def test_a_point_that_is_there_in_another_language_is_not_added() -> None:
    assert lines_lacking("الطريق", [["Route", "الطَّريق"], ["Tifo"]]) == ["Tifo"]


@given(written=lines, points=lines)
def test_filling_keeps_what_is_there_and_adds_nothing_twice(
    written: list[str], points: list[str]
) -> None:
    before = "\n".join(written)
    wanted = [point for point in points if fold(point)]  # a vowel sign says nothing
    agenda, added = with_lines(before, wanted)
    assert agenda.startswith(before.rstrip())
    there = {fold(line) for line in agenda.splitlines()}
    assert all(fold(point) in there for point in wanted)
    assert with_lines(agenda, wanted) == (agenda, 0)
    assert added <= len(wanted)


@pytest.mark.parametrize(
    ("status", "presences", "warns"),
    [
        (MeetingStatus.HELD, [Presence.INVITED, Presence.EXCUSED], True),
        (MeetingStatus.HELD, [Presence.INVITED, Presence.PRESENT], False),
        (MeetingStatus.HELD, [], False),
        (MeetingStatus.PLANNED, [Presence.INVITED], False),
    ],
)
def test_a_meeting_held_without_anybody_present_warns(
    status: MeetingStatus, presences: list[Presence], *, warns: bool
) -> None:
    problems = check_attendance(status, presences)
    assert [each.level for each in problems] == [Level.WARN] * warns


def test_a_convocation_leaves_open_what_is_not_fixed_yet() -> None:
    blank = MeetingDraft(place=" ")
    assert [each.field for each in check_convocation(blank)] == [
        *("meets_at", "place", "chair")
    ]
    assert check_convocation(replace(PLANNED, place="Stadium")) == []
