"""Which match comes next, and which is meant by a name."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from sportsec.domain.errors import NotFound, SeveralMatches
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import Stage
from sportsec.queries.next_match import fixture_named, match_spoken_of, next_match
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture, a_group

TODAY = NOW.date()


def a_match(work: Work, days: int, category: int = 0, **values: object) -> Fixture:
    day: date = TODAY + timedelta(days)
    match = a_fixture(
        work,
        a_club(work),
        a_club(work, "Ocean FC"),
        kick_off_date=day,
        kick_off_at=NOW + timedelta(days),
        **values,
    )
    work.session.flush()
    if category:
        work.add(
            RiskAssessment(
                fixture_id=match.id,
                stage=Stage.INITIAL,
                category_inside=category,
                decided_at=NOW,
            )
        )
        work.session.flush()
    return match


def test_the_next_match_of_high_risk_goes_before_earlier_calm_ones(work: Work) -> None:
    a_match(work, 1, category=2)
    high = a_match(work, 5, category=3)
    a_match(work, 9, category=4)
    assert next_match(work) == high.id


def test_without_high_risk_the_next_of_all_is_meant(work: Work) -> None:
    a_match(work, 9)
    soon = a_match(work, 2, category=1)
    assert fixture_named(work, "next") == soon.id


def test_past_and_postponed_matches_do_not_come(work: Work) -> None:
    a_match(work, -1, category=4)
    a_match(work, 1, category=4, status=FixtureStatus.POSTPONED)
    today = a_match(work, 0)
    assert next_match(work) == today.id


def test_a_match_is_named_by_identifier_or_reference(work: Work) -> None:
    match = a_match(work, 3, ref_no="CAS/2026-2027/014")
    assert fixture_named(work, str(match.id)) == match.id
    assert fixture_named(work, "CAS/2026-2027/014") == match.id


def test_a_number_on_two_matches_names_neither(work: Work) -> None:
    matches = [a_match(work, days, ref_no="CAS/2026-2027/014") for days in (3, 4)]
    with pytest.raises(SeveralMatches) as caught:
        fixture_named(work, "CAS/2026-2027/014")
    assert set(caught.value.ids) == {match.id for match in matches}


def test_no_number_names_no_match_not_one_without_number(work: Work) -> None:
    a_match(work, 3, ref_no="")
    with pytest.raises(NotFound):
        fixture_named(work, " ")


@pytest.mark.parametrize("name", ["next", "CAS/1", str(UUID(int=7))])
def test_a_name_without_match_is_not_found(work: Work, name: str) -> None:
    with pytest.raises(NotFound):
        fixture_named(work, name)


def a_person(work: Work, **values: object) -> UUID:
    person = work.add(Contact(name_latin="Foulane", **values))
    work.session.flush()
    return person.id


def test_a_call_is_about_the_next_match_of_the_club_of_whom_one_speaks_to(
    work: Work,
) -> None:
    a_match(work, 2)
    own = a_match(work, 20)
    a_match(work, 3)
    group = a_group(work, work.get(Club, own.away_club_id), "Alpha")
    work.session.flush()
    assert match_spoken_of(work, a_person(work, club_id=own.home_club_id)) == own.id
    assert match_spoken_of(work, a_person(work, group_id=group.id)) == own.id


def test_of_several_matches_of_a_club_in_two_weeks_none_is_proposed(work: Work) -> None:
    first = a_match(work, 2)
    club, other = first.home_club_id, first.away_club_id
    person = a_person(work, club_id=club)
    assert match_spoken_of(work, person) == first.id
    second = a_match(work, 9)
    second.home_club_id, second.away_club_id = other, club
    work.session.flush()
    assert match_spoken_of(work, person) is None


def test_without_a_club_a_call_is_about_the_only_match_of_the_next_two_weeks(
    work: Work,
) -> None:
    person = a_person(work)
    a_match(work, 15)
    assert match_spoken_of(work, person) is None
    only = a_match(work, 14)
    assert match_spoken_of(work, person) == match_spoken_of(work, None) == only.id
    a_match(work, 2)
    assert match_spoken_of(work, person) is None
