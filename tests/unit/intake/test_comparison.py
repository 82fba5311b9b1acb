"""What a line changes in a known match."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from sportsec.domain.fixtures import FixtureStatus as S
from sportsec.domain.intake.comparison import (
    SeasonFacts,
    changes_of,
    day_doubt,
    doubts_of,
    exchanged,
    outcome_of,
    says_the_same,
    status_wanted,
)
from sportsec.domain.intake.preview import Change
from sportsec.domain.intake.programme import Outcome, ProgrammeLine, Score
from tests.unit.intake.known_matches import a_match, club

DAY = date(2026, 11, 7)
FIVE = datetime(2026, 11, 7, 16, tzinfo=UTC)
ZONE = "Africa/Casablanca"
MATCH = a_match("Raja", "Wydad", DAY, FIVE, round="3", leg=1)
LINE = ProgrammeLine(1, "Raja", "Wydad", DAY, None, FIVE)


def changed(line: ProgrammeLine, venue: UUID | None = None) -> dict[str, object]:
    found = changes_of(line, MATCH, venue, ZONE)
    return {each.field: each.new for each in found}


def test_what_a_line_does_not_say_stays() -> None:
    assert changed(LINE) == {}
    assert changed(LINE._replace(kick_off=None)) == {}
    assert changed(LINE._replace(round="Journée 3", leg=1)) == {}


def test_every_particular_is_compared() -> None:
    venue = club("Stade")
    line = LINE._replace(
        round="4", leg=2, neutral=True, score=Score(2, 1), remark="a.e.t."
    )
    assert changed(line, venue) == {
        "venue_id": venue,
        "round": "4",
        "leg": 2,
        "is_neutral": True,
        "home_score": 2,
        "away_score": 1,
        "status_remark": "a.e.t.",
    }


def test_the_day_is_that_of_the_zone_of_the_match() -> None:
    late = datetime(2026, 11, 8, 0, 30, tzinfo=UTC)
    line = LINE._replace(date=DAY, kick_off=late)
    found = changes_of(line, MATCH, None, "America/New_York")
    assert {each.field for each in found} == {"kick_off_date", "kick_off_at"}


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        ((), Outcome.SAME),
        (("round",), Outcome.CHANGED),
        (("round", "venue_id"), Outcome.MOVED),
        (("kick_off_at",), Outcome.MOVED),
    ],
)
def test_a_move_outweighs_other_changes(
    fields: tuple[str, ...], outcome: Outcome
) -> None:
    assert outcome_of(tuple(Change(each, 1, 2) for each in fields)) is outcome


@pytest.mark.parametrize(
    ("known", "said", "wanted"),
    [
        (S.CONFIRMED, S.SCHEDULED, S.CONFIRMED),
        (S.SCHEDULED, S.CONFIRMED, S.CONFIRMED),
        (S.AWARDED, S.PLAYED, S.AWARDED),
        (S.POSTPONED, S.SCHEDULED, S.SCHEDULED),
        (S.POSTPONED, None, S.POSTPONED),
        (S.PLAYED, S.AWARDED, S.AWARDED),
    ],
)
def test_who_knows_more_of_a_status_is_believed(
    known: S, said: S | None, wanted: S
) -> None:
    match = MATCH._replace(status=known)
    line = LINE._replace(status=said)
    assert status_wanted(line, match, has_moved=False) is wanted


def test_exchanged_sides_exchange_the_goals() -> None:
    match = MATCH._replace(home_score=3, away_score=1)
    line = LINE._replace(home="Wydad", away="Raja")
    found = {each.field: each.new for each in exchanged(line, match, None, ZONE)}
    assert found == {
        "home_club_id": club("Wydad"),
        "away_club_id": club("Raja"),
        "home_score": 1,
        "away_score": 3,
    }
    told = line._replace(score=Score(3, 1))
    fields = {each.field for each in exchanged(told, match, None, ZONE)}
    assert fields == {"home_club_id", "away_club_id"}


def test_a_match_that_is_over_does_not_wander() -> None:
    over = MATCH._replace(status=S.PLAYED)
    far = (Change("kick_off_date", DAY, DAY + timedelta(days=30)),)
    near = (Change("kick_off_date", DAY, DAY + timedelta(days=1)),)
    assert list(doubts_of(over, far))
    assert not list(doubts_of(over, near))
    assert not list(doubts_of(MATCH, far))


def test_days_far_outside_the_season_and_results_of_tomorrow_are_doubted() -> None:
    season = SeasonFacts("2026-2027", date(2026, 8, 1), None, is_closed=False)
    assert day_doubt(date(2026, 1, 1), None, season, DAY)
    assert not day_doubt(date(2026, 7, 1), None, season, DAY)
    assert not day_doubt(date(2040, 1, 1), None, season, DAY)
    assert day_doubt(DAY + timedelta(days=1), S.PLAYED, season, DAY)
    assert not day_doubt(DAY, S.PLAYED, season, DAY)
    assert not day_doubt(None, None, season, DAY)


def test_two_lines_say_the_same_when_all_that_matters_is_equal() -> None:
    assert says_the_same(LINE, LINE._replace(number=9, home="RAJA"))
    assert not says_the_same(LINE, LINE._replace(venue="Stade"))
