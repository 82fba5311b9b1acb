"""Whom to call before a match: both clubs, their groups, the stadium, its city."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.liaison import CallPlace, LiaisonDraft
from sportsec.domain.people import ContactRole, Freshness, OrganisationKind
from sportsec.domain.words import Words
from sportsec.queries.callees import Callee, last_calls, whom_to_call
from sportsec.services.liaison import add_entry
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture, a_group, a_venue

SAFETY = ContactRole.SAFETY_OFFICER


@pytest.fixture
def match(work: Work) -> Fixture:
    home, away = a_club(work), a_club(work, "Rif Club")
    ground = a_venue(work, city=Words(fr="Fès", ar="فاس"))
    work.session.flush()
    match = a_fixture(work, home, away, venue_id=ground.id)
    a_group(work, home, "Alpha")
    work.session.flush()
    return match


def a_person(work: Work, name: str, **values: Any) -> UUID:
    person = work.add(Contact(name_latin=name, phone="+212600000001", **values))
    work.session.flush()
    return person.id


def an_office(work: Work, kind: OrganisationKind, city: Words) -> UUID:
    office = work.add(Organisation(name=Words(fr=str(kind)), kind=kind, city=city))
    work.session.flush()
    return office.id


def called(work: Work, match: Fixture) -> list[tuple[str, CallPlace]]:
    found = whom_to_call(work, match.id)
    return [(each.person.name.fr, each.place) for each in found]


def test_clubs_come_first_then_groups_stadium_and_the_city(
    work: Work, match: Fixture
) -> None:
    office = an_office(work, OrganisationKind.LOCAL_AUTHORITY, Words(ar="فاس"))
    group = a_group(work, a_club(work, "Elsewhere"), "Beta")
    home_group = a_group(work, _home(work, match), "Gamma")
    work.session.flush()
    a_person(work, "Caïd", organisation_id=office)
    a_person(work, "Director", venue_id=match.venue_id)
    a_person(work, "Speaker", group_id=home_group.id)
    a_person(work, "Guest", club_id=match.away_club_id)
    a_person(work, "Host", club_id=match.home_club_id)
    a_person(work, "Stranger", group_id=group.id)
    assert called(work, match) == [
        ("Host", CallPlace.HOME_CLUB),
        ("Guest", CallPlace.AWAY_CLUB),
        ("Speaker", CallPlace.HOME_GROUP),
        ("Director", CallPlace.STADIUM),
        ("Caïd", CallPlace.CITY),
    ]


def test_at_each_place_functions_have_their_order_and_ended_mandates_none(
    work: Work, match: Fixture
) -> None:
    club = match.home_club_id
    a_person(work, "President", club_id=club, role=ContactRole.PRESIDENT)
    a_person(work, "Tickets", club_id=club, role=ContactRole.TICKETING_OFFICER)
    past = date(2026, 1, 1)
    a_person(work, "Past", club_id=club, role=SAFETY, valid_to=past)
    a_person(work, "Safety", club_id=club, role=SAFETY)
    a_person(work, "Away", club_id=match.away_club_id)
    names = [name for name, _place in called(work, match)]
    assert names == ["Safety", "Tickets", "President", "Away", "Past"]
    assert whom_to_call(work, match.id)[-1].person.freshness is Freshness.EXPIRED


def test_other_cities_and_media_are_not_called(work: Work, match: Fixture) -> None:
    for kind, city in (
        (OrganisationKind.MEDIA, Words(fr="Fes")),
        (OrganisationKind.LOCAL_AUTHORITY, Words(fr="Rabat")),
        (OrganisationKind.HEALTH, Words(fr="FES")),
    ):
        a_person(work, str(kind), organisation_id=an_office(work, kind, city))
    assert called(work, match) == [("health", CallPlace.CITY)]


def test_without_a_stadium_the_city_is_that_of_the_home_club(
    work: Work, match: Fixture
) -> None:
    match.venue_id = None
    _home(work, match).city = Words(fr="Oujda")
    office = an_office(work, OrganisationKind.POLICE, Words(fr="Oujda"))
    a_person(work, "Captain", organisation_id=office)
    assert called(work, match) == [("Captain", CallPlace.CITY)]
    _home(work, match).city = Words()
    assert called(work, match) == []


def test_the_last_attempt_of_this_match_is_told_with_the_answer_before_it(
    work: Work, match: Fixture
) -> None:
    one = a_person(work, "One", club_id=match.home_club_id)
    two = a_person(work, "Two", club_id=match.home_club_id)
    three = a_person(work, "Three", club_id=match.home_club_id)
    other = a_fixture(work, _home(work, match), a_club(work, "Third"))
    work.session.flush()
    for person, hours, is_reached, fixture in (
        (one, 5, True, match.id),
        (one, 3, False, match.id),
        (two, 4, False, match.id),
        (three, 6, False, match.id),
        (three, 1, True, match.id),
        (two, 2, False, match.id),
        (two, 1, True, other.id),
    ):
        draft = LiaisonDraft(
            fixture_id=fixture,
            contact_id=person,
            gist="Said",
            is_reached=is_reached,
            happened_at=NOW - timedelta(hours=hours),
        )
        add_entry(work, draft)
    work.session.flush()
    told = {
        each.person.name.fr: (each.reached_at, each.tried_at)
        for each in whom_to_call(work, match.id)
    }
    assert told == {
        "One": (NOW - timedelta(hours=5), NOW - timedelta(hours=3)),
        "Two": (None, NOW - timedelta(hours=2)),
        "Three": (NOW - timedelta(hours=1), None),
    }
    assert len(last_calls(work, match.id)) == 3


def test_who_was_not_called_has_no_last_call(work: Work, match: Fixture) -> None:
    a_person(work, "One", club_id=match.home_club_id)
    (row,) = whom_to_call(work, match.id)
    assert row == Callee(row.person, CallPlace.HOME_CLUB)


def _home(work: Work, match: Fixture) -> Any:
    return work.get(Club, match.home_club_id)
