"""Matches as other programs get them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sportsec.domain.errors import NotFound
from sportsec.domain.words import Words
from sportsec.queries.fixture_list import listed_matches
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture, a_season

DAY = date(2026, 12, 5)


def test_matches_come_in_the_order_of_their_kick_off_with_their_season(
    work: Work,
) -> None:
    season = a_season(work)
    home, away = a_club(work, "Atlas Club"), a_club(work, "Ocean FC")
    work.session.flush()
    for days in (2, 0, 1):
        a_fixture(
            work,
            home,
            away,
            season_id=season.id,
            kick_off_date=DAY + timedelta(days),
            kick_off_at=NOW + timedelta(days),
        )
    work.session.flush()
    found = listed_matches(work)
    assert [each.row.kick_off_date.day for each in found] == [5, 6, 7]
    assert {each.season for each in found} == {"2026-2027"}
    within = listed_matches(work, DAY + timedelta(1), DAY + timedelta(1))
    assert [each.row.kick_off_date.day for each in within] == [6]


def test_a_name_that_fits_several_clubs_lists_the_matches_of_all(work: Work) -> None:
    one, two = a_club(work, "Atlas Club"), a_club(work, "Atlas Junior")
    third = a_club(work, "Ocean FC")
    first = a_fixture(work, one, third, kick_off_date=DAY + timedelta(3))
    second = a_fixture(work, third, two, kick_off_date=DAY)
    both = a_fixture(work, two, one, kick_off_date=DAY + timedelta(1))
    work.session.flush()
    found = [each.row.id for each in listed_matches(work, club="ATLAS")]
    assert found == [second.id, both.id, first.id]


def test_a_match_without_hour_comes_last_of_its_day(work: Work) -> None:
    one, two = a_club(work, "Atlas Club"), a_club(work, "Atlas Junior")
    bare = a_fixture(work, one, two, kick_off_date=DAY, kick_off_at=None)
    timed = a_fixture(work, two, one, kick_off_date=DAY)
    work.session.flush()
    found = [each.row.id for each in listed_matches(work, club="atlas")]
    assert set(found) == {bare.id, timed.id}
    assert found[-1] == bare.id


def test_a_club_that_nobody_knows_is_not_found(work: Work) -> None:
    a_club(work).name = Words(ar="نادي الأطلس")
    work.session.flush()
    with pytest.raises(NotFound):
        listed_matches(work, club="xyz")
