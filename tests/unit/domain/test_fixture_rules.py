from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sportsec.domain.fixture_rules import (
    FixtureFacts,
    allowed_persons,
    check_fixture,
    check_move,
)
from sportsec.domain.fixtures import (
    AttendanceRegime,
    FixtureDraft,
    MoveDraft,
    PlanStatus,
    RegimeAuthority,
    TravelRegime,
)
from sportsec.domain.identity import new_id
from sportsec.domain.nearby import NearbyFixture
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import Words

KICK_OFF = datetime(2026, 12, 5, 18, tzinfo=UTC)
GOOD = FixtureDraft(
    home_club_id=new_id(),
    away_club_id=new_id(),
    kick_off_date=date(2026, 12, 5),
    kick_off_at=KICK_OFF,
)
SEASON = {
    "season_label": "2026-2027",
    "season_starts_on": date(2026, 8, 1),
    "season_ends_on": date(2027, 6, 30),
}


def found(facts: Mapping[str, Any] | None = None, /, **values: Any) -> list[Problem]:
    return check_fixture(replace(GOOD, **values), FixtureFacts(**(facts or {})))


def levels(problems: list[Problem]) -> list[tuple[str | None, Level]]:
    return [(problem.field, problem.level) for problem in problems]


def test_a_plain_match_has_no_problem() -> None:
    assert found(SEASON) == []


@pytest.mark.parametrize("side", ["home_club_id", "away_club_id"])
def test_both_clubs_are_named(side: str) -> None:
    assert levels(found(**{side: None})) == [(side, Level.BLOCK)]


def test_a_club_does_not_play_against_itself() -> None:
    problems = found(away_club_id=GOOD.home_club_id)
    assert levels(problems) == [("away_club_id", Level.BLOCK)]


def test_there_are_two_legs_at_most() -> None:
    assert found(leg=2) == []
    assert levels(found(leg=3)) == [("leg", Level.BLOCK)]


def test_the_day_is_always_known() -> None:
    problems = found(kick_off_date=None, kick_off_at=None)
    assert levels(problems) == [("kick_off_date", Level.BLOCK)]


def test_the_hour_is_on_the_local_day() -> None:
    late = datetime(2026, 12, 6, 0, 30, tzinfo=UTC)
    assert levels(found(kick_off_at=late)) == [("kick_off_at", Level.BLOCK)]


@pytest.mark.parametrize("day", [date(2026, 7, 31), date(2027, 7, 1)])
def test_a_day_outside_the_season_is_warned_of(day: date) -> None:
    problems = found(SEASON, kick_off_date=day, kick_off_at=None)
    assert levels(problems) == [("kick_off_date", Level.WARN)]
    assert problems[0].facts["season"] == "2026-2027"


def test_a_closed_season_is_read_only() -> None:
    problems = found({**SEASON, "season_is_closed": True})
    assert levels(problems) == [("season_id", Level.BLOCK)]


def test_gates_open_before_kick_off() -> None:
    early = KICK_OFF - timedelta(hours=3)
    assert found(gates_open_at=early) == []
    problems = found(gates_open_at=KICK_OFF)
    assert levels(problems) == [("gates_open_at", Level.BLOCK)]
    problems = found(gates_open_at=KICK_OFF - timedelta(hours=9))
    assert levels(problems) == [("gates_open_at", Level.WARN)]


def test_a_restricted_public_needs_an_authority_and_a_reference() -> None:
    regime = {"attendance_regime": AttendanceRegime.HOME_ONLY}
    assert levels(found(**regime)) == [
        ("regime_authority", Level.BLOCK),
        ("regime_reference", Level.BLOCK),
    ]
    assert not found(
        **regime, regime_authority=RegimeAuthority.WALI, regime_reference="1234/2026"
    )


@pytest.mark.parametrize(
    "regime", [AttendanceRegime.HOME_ONLY, AttendanceRegime.BEHIND_CLOSED_DOORS]
)
def test_away_tickets_without_an_away_public_are_warned_of(
    regime: AttendanceRegime,
) -> None:
    problems = found(
        attendance_regime=regime,
        regime_authority=RegimeAuthority.FRMF,
        regime_reference="12",
        away_allocation=500,
    )
    assert levels(problems) == [("away_allocation", Level.WARN)]


def test_away_tickets_under_a_travel_ban_are_warned_of() -> None:
    known = {"regime_authority": RegimeAuthority.WALI, "regime_reference": "12"}
    banned: dict[str, Any] = {"travel_regime": TravelRegime.BANNED, **known}
    assert levels(found(**banned, away_allocation=500)) == [
        ("away_allocation", Level.WARN)
    ]
    # what was sold before the decision is a fact that may be entered
    assert levels(found(**banned, away_allocation=0, tickets_sold_away=12)) == [
        ("tickets_sold_away", Level.WARN)
    ]
    assert levels(found({"away_expected": 150}, **banned)) == [
        ("travel_regime", Level.WARN)
    ]


def test_a_ban_on_travel_is_somebodys_decision() -> None:
    assert levels(found(travel_regime=TravelRegime.BANNED)) == [
        ("regime_authority", Level.WARN),
        ("regime_reference", Level.WARN),
    ]


def test_no_more_are_allowed_than_the_venue_safely_holds() -> None:
    facts = {"safe_capacity": 20_000}
    assert found(facts, capacity_allowed=20_000) == []
    problems = found(facts, capacity_allowed=20_001)
    assert levels(problems) == [("capacity_allowed", Level.BLOCK)]


@pytest.mark.parametrize(
    ("allowed", "safe", "result"),
    [(None, None, None), (10, None, 10), (None, 20, 20), (10, 20, 10), (30, 20, 20)],
)
def test_the_lower_of_allowed_and_safe_counts(
    allowed: int | None, safe: int | None, result: int | None
) -> None:
    facts = FixtureFacts(safe_capacity=safe)
    assert allowed_persons(replace(GOOD, capacity_allowed=allowed), facts) == result


def test_more_expected_than_allowed_is_warned_of() -> None:
    problems = found({"expected": 12_000}, capacity_allowed=10_000)
    assert levels(problems) == [("capacity_allowed", Level.WARN)]


def test_tickets_stay_within_what_was_printed_and_allowed() -> None:
    within = {
        "capacity_allowed": 1000,
        "tickets_printed": 1000,
        "tickets_sold_home": 800,
        "tickets_sold_away": 100,
        "complimentary_tickets": 100,
        "away_allocation": 100,
    }
    assert found(**within) == []
    one_more = found(**{**within, "complimentary_tickets": 101})
    assert levels(one_more) == [("tickets_printed", Level.BLOCK)]
    printed = found(**{**within, "tickets_printed": 1001})
    assert levels(printed) == [("tickets_printed", Level.BLOCK)]
    unprinted = found(
        **{**within, "tickets_printed": None, "complimentary_tickets": 101}
    )
    assert levels(unprinted) == [("tickets_sold_home", Level.BLOCK)]


def test_the_away_club_sells_no_more_than_its_allocation() -> None:
    problems = found(tickets_sold_away=501, away_allocation=500)
    assert levels(problems) == [("tickets_sold_away", Level.BLOCK)]


def test_the_away_allocation_is_within_the_persons_allowed() -> None:
    problems = found(away_allocation=501, capacity_allowed=500)
    assert levels(problems) == [("away_allocation", Level.BLOCK)]


def test_the_away_allocation_is_held_against_quota_and_sector() -> None:
    facts = {
        "safe_capacity": 20_000,
        "away_quota_percent": 5.0,
        "away_sector_capacity": 800,
    }
    assert found(facts, away_allocation=800) == []
    assert len(found(facts, away_allocation=1001)) == 2


@pytest.mark.parametrize(
    ("step", "blocked"),
    [(PlanStatus.ORDERED, False), (PlanStatus.BRIEFED, True)],
)
def test_a_commander_is_named_before_the_plan_is_briefed(
    step: PlanStatus, *, blocked: bool
) -> None:
    problems = found(plan_status=step)
    assert bool(problems) == blocked
    assert not found(plan_status=step, commander_id=new_id())


def test_the_deputy_is_another_person() -> None:
    person = new_id()
    problems = found(commander_id=person, deputy_id=person)
    assert levels(problems) == [("deputy_id", Level.WARN)]


def nearby(**values: Any) -> dict[str, Any]:
    other = NearbyFixture(
        kick_off_date=date(2026, 12, 5),
        kick_off_at=None,
        home_club_id=new_id(),
        away_club_id=new_id(),
        venue_id=new_id(),
        home=Words(fr="X"),
        away=Words(fr="Y"),
    )
    return {"nearby": (replace(other, **values),)}


def test_the_same_pair_twice_is_warned_of_in_either_order() -> None:
    twin = nearby(home_club_id=GOOD.away_club_id, away_club_id=GOOD.home_club_id)
    assert levels(found(twin)) == [("away_club_id", Level.WARN)]


def test_two_matches_at_one_venue_on_one_day_are_warned_of() -> None:
    venue = new_id()
    facts = nearby(venue_id=venue)
    assert levels(found(facts, venue_id=venue)) == [("venue_id", Level.WARN)]
    next_day = nearby(venue_id=venue, kick_off_date=date(2026, 12, 6))
    assert found(next_day, venue_id=venue) == []


def test_away_publics_that_meet_on_their_way_are_warned_of() -> None:
    way = {"away_station": "Casa Voyageurs", "away_route": "A5, A3"}
    facts = nearby(**way)
    station, route = ("away_station", Level.WARN), ("away_route", Level.WARN)
    assert levels(found(facts, **way)) == [station, route]
    assert levels(found(facts, away_route="a3")) == [route]
    assert found(facts, away_route="A1") == []
    assert found(facts) == []
    next_day = nearby(**way, kick_off_date=date(2026, 12, 6))
    assert found(next_day, **way) == []
    banned = nearby(**way, travel_regime=TravelRegime.BANNED)
    assert found(banned, **way) == []


def test_a_club_that_hardly_rests_is_warned_of() -> None:
    facts = nearby(away_club_id=GOOD.home_club_id, kick_off_date=date(2026, 12, 6))
    assert levels(found(facts)) == [("kick_off_date", Level.WARN)]


def test_a_club_that_plays_that_day_is_named_also_where_the_stadium_is_taken() -> None:
    venue = new_id()
    facts = nearby(away_club_id=GOOD.home_club_id, venue_id=venue)
    problems = found(facts, venue_id=venue)
    warned = [("kick_off_date", Level.WARN), ("venue_id", Level.WARN)]
    assert levels(problems) == warned
    assert problems[0].facts["club"] == Words(fr="Y")


def test_a_move_says_why_and_moves_something() -> None:
    day = date(2026, 12, 6)
    assert check_move(MoveDraft(kick_off_date=day, reason="TV"), GOOD) == []
    silent = check_move(MoveDraft(kick_off_date=day), GOOD)
    assert levels(silent) == [("reason", Level.BLOCK)]
    still = MoveDraft(GOOD.kick_off_date, GOOD.kick_off_at, None, "TV")
    assert levels(check_move(still, GOOD)) == [("kick_off_date", Level.BLOCK)]
    first = MoveDraft(GOOD.kick_off_date, GOOD.kick_off_at, new_id())
    assert check_move(first, GOOD) == []  # where nothing was known nothing moves
    nowhere = MoveDraft(None, None, None, "TV")
    assert levels(check_move(nowhere, GOOD)) == [("kick_off_date", Level.BLOCK)]


def test_more_away_supporters_than_their_sector_holds_are_warned_of() -> None:
    corner = Words(fr="Virage sud")
    facts = FixtureFacts(
        away_expected=501, away_sector_capacity=500, away_sector=corner
    )
    assert levels(check_fixture(GOOD, facts)) == [("away_sector_id", Level.WARN)]
    assert check_fixture(GOOD, replace(facts, away_expected=500)) == []
    (told,) = check_fixture(GOOD, replace(facts, away_ticketless=90))
    counts = {"expected": 501, "without": 90, "limit": 500}
    assert told.facts == {**counts, "sector": corner}


@pytest.mark.parametrize(("announced", "is_warned"), [(2, True), (4, False)])
def test_too_few_travelling_stewards_are_warned_of(
    announced: int, *, is_warned: bool
) -> None:
    match = replace(GOOD, travelling_stewards=announced)
    problems = check_fixture(match, FixtureFacts(away_expected=650))
    expected = [("travelling_stewards", Level.WARN)] if is_warned else []
    assert levels(problems) == expected
