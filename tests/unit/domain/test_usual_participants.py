"""Who usually sits at a meeting, by its kind."""

from __future__ import annotations

import pytest

from sportsec.domain.meetings import MeetingKind
from sportsec.domain.people import OrganisationKind
from sportsec.domain.usual_participants import USUAL, BodySeat, ClubSeat, GroupSeat


def test_every_kind_of_meeting_has_its_usual_participants() -> None:
    assert set(USUAL) == set(MeetingKind)
    assert all(USUAL.values())


def test_the_members_of_the_local_commission_are_those_of_the_decree() -> None:
    members = [
        seat
        for seat in USUAL[MeetingKind.LOCAL_COMMISSION]
        if isinstance(seat, BodySeat) and seat.is_member
    ]
    assert [seat.kind for seat in members] == [
        OrganisationKind.LOCAL_AUTHORITY,
        None,
        OrganisationKind.POLICE,
        OrganisationKind.GENDARMERIE,
        OrganisationKind.AUXILIARY_FORCES,
        OrganisationKind.CIVIL_PROTECTION,
        None,
    ]
    assert [seat.function for seat in members if seat.kind is None] == [
        "Sport authority",
        "Magistrate",
    ]


@pytest.mark.parametrize("kind", MeetingKind)
def test_no_seat_stands_twice(kind: MeetingKind) -> None:
    assert len(USUAL[kind]) == len(set(USUAL[kind]))


def test_a_seat_that_no_organisation_fills_says_its_function() -> None:
    for seats in USUAL.values():
        for seat in seats:
            if isinstance(seat, BodySeat):
                assert seat.kind is not None or seat.function


def test_supporters_are_met_with_their_groups_and_clubs() -> None:
    kinds = {type(seat) for seat in USUAL[MeetingKind.SUPPORTERS]}
    assert {GroupSeat, ClubSeat} <= kinds
