"""What the record suggests for the grid."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from sportsec.domain.fixtures import (
    AttendanceRegime,
    OutcomeCode,
    Stake,
    TravelRegime,
)
from sportsec.domain.groups import RelationKind
from sportsec.domain.kick_off import local_moment
from sportsec.domain.risk_record import (
    EarlierRating,
    MatchRecord,
    Meeting,
    Relation,
    away_value,
    circumstances,
    crowd_value,
    findings,
    hour_value,
)
from sportsec.domain.words import Words

ALPHA, BETA = Words(en="Group Alpha"), Words(en="Group Beta")


def suggested(record: MatchRecord) -> dict[str, int]:
    return {finding.code: finding.value for finding in findings(record)}


@pytest.mark.parametrize(
    ("away", "capacity", "value"),
    [
        (0, 10_000, 0),
        (1, 10_000, 1),
        (299, 10_000, 1),
        (300, 10_000, 2),
        (999, 10_000, 2),
        (1000, 10_000, 3),
        (1999, 10_000, 3),
        (2000, 10_000, 4),
        (2000, None, 4),
        (200, 1000, 4),
        (199, 1000, 1),
    ],
)
def test_away_supporters_are_valued_by_number_and_share(
    away: int, capacity: int | None, value: int
) -> None:
    assert away_value(away, capacity) == value


@pytest.mark.parametrize(
    ("crowd", "capacity", "value"),
    [
        (2499, 10_000, 0),
        (2500, 10_000, 1),
        (4999, 10_000, 1),
        (5000, 10_000, 2),
        (7999, 10_000, 2),
        (8000, 10_000, 3),
        (9999, 10_000, 3),
        (10_000, 10_000, 4),
        (30_000, 60_000, 2),
        (30_001, 60_000, 4),
        (30_001, None, 4),
        (5000, None, None),
    ],
)
def test_the_crowd_is_valued_by_its_share_of_the_capacity(
    crowd: int, capacity: int | None, value: int | None
) -> None:
    assert crowd_value(crowd, capacity) == value


@pytest.mark.parametrize(
    ("night", "ramadan", "event", "value"),
    [
        (False, False, False, 0),
        (False, True, True, 1),
        (True, False, False, 2),
        (True, True, False, 3),
        (True, False, True, 3),
        (True, True, True, 4),
    ],
)
def test_a_ramadan_night_with_another_event_is_the_gravest_hour(
    *, night: bool, ramadan: bool, event: bool, value: int
) -> None:
    found = hour_value(is_night=night, in_ramadan=ramadan, has_other_event=event)
    assert found == value


def test_an_empty_record_suggests_nothing() -> None:
    assert findings(MatchRecord()) == ()


def test_the_worst_relation_between_the_two_publics_counts() -> None:
    record = MatchRecord(
        relations=[
            Relation(ALPHA, BETA, RelationKind.FRIENDSHIP),
            Relation(BETA, ALPHA, RelationKind.RIVALRY),
        ]
    )
    (found,) = findings(record)
    assert (found.code, found.value) == ("F1", 3)
    assert found.facts["home"] == BETA


def test_a_derby_is_hostile_even_where_no_relation_is_noted() -> None:
    assert suggested(MatchRecord(stakes=(Stake.DERBY,))) == {"F1": 4}


def test_a_regional_rivalry_outweighs_a_neutral_relation() -> None:
    record = MatchRecord(
        stakes=(Stake.REGIONAL_RIVALRY,),
        relations=[Relation(ALPHA, BETA, RelationKind.NEUTRAL)],
    )
    assert suggested(record) == {"F1": 3}


def test_the_worst_earlier_meeting_gives_its_outcome() -> None:
    record = MatchRecord(
        meetings=[
            Meeting(date(2025, 11, 2), OutcomeCode.NONE),
            Meeting(date(2026, 4, 12), OutcomeCode.VIOLENCE),
        ]
    )
    (found,) = findings(record)
    assert (found.code, found.value) == ("F2", 3)
    assert found.facts["day"] == date(2026, 4, 12)


@pytest.mark.parametrize(
    ("outcome", "value"), list(zip(OutcomeCode, (0, 2, 2, 3, 4), strict=True))
)
def test_earlier_incidents_are_valued_as_the_scale_of_the_grid_says(
    outcome: OutcomeCode, value: int
) -> None:
    """0 none, 2 minor, 4 serious injury or death."""
    (found,) = findings(MatchRecord(meetings=[Meeting(date(2026, 4, 12), outcome)]))
    assert (found.code, found.value) == ("F2", value)


def test_behind_closed_doors_no_crowd_is_expected() -> None:
    record = MatchRecord(
        crowd=9000, capacity=10_000, regime=AttendanceRegime.BEHIND_CLOSED_DOORS
    )
    assert suggested(record) == {"F6": 0}


def test_a_travel_ban_that_will_be_ignored_is_the_gravest_travel() -> None:
    banned = TravelRegime.BANNED
    assert suggested(MatchRecord(travel_regime=banned)) == {"F5": 0}
    expected = MatchRecord(travel_regime=banned, away=400)
    assert suggested(expected) == {"F5": 2, "F9": 4}


def test_a_crowd_without_a_capacity_suggests_nothing_unless_it_is_heavy() -> None:
    assert suggested(MatchRecord(crowd=5000)) == {}
    assert suggested(MatchRecord(crowd=31_000)) == {"F6": 4}


def test_a_match_decisive_for_both_has_the_highest_stake() -> None:
    record = MatchRecord(stakes=(Stake.QUALIFICATION,), is_decisive_for_both=True)
    assert suggested(record) == {"F7": 4}
    assert suggested(MatchRecord(stakes=(Stake.QUALIFICATION,))) == {"F7": 2}


def test_night_is_judged_by_the_local_clock_also_in_ramadan() -> None:
    # 22:00 on both days: UTC+1 in November, UTC+0 in Ramadan.
    autumn = datetime(2025, 11, 28, 21, 0, tzinfo=UTC)
    ramadan = datetime(2026, 2, 20, 22, 0, tzinfo=UTC)
    (one,) = findings(MatchRecord(kick_off_at=autumn))
    (other,) = findings(MatchRecord(kick_off_at=ramadan, has_concurrent_events=True))
    assert (one.facts["hour"], one.value) == ("22:00", 2)
    assert (other.facts["hour"], other.value) == ("22:00", 4)


def test_a_factor_rated_before_is_carried_over_with_its_match() -> None:
    earlier = EarlierRating("F10", 3, date(2026, 10, 4), ALPHA, BETA)
    (found,) = findings(MatchRecord(earlier=[earlier]))
    assert (found.code, found.value) == ("F10", 3)


def test_the_record_makes_the_facts_on_which_floors_rest() -> None:
    record = MatchRecord(
        away=2500,
        regime=AttendanceRegime.BEHIND_CLOSED_DOORS,
        grave_on=date(2025, 1, 1),
    )
    facts = circumstances(record, has_grave_precedent=False)
    assert facts.has_grave_precedent
    assert facts.is_behind_closed_doors
    assert facts.away == 2500
    assert circumstances(MatchRecord(), has_grave_precedent=True).has_grave_precedent


@pytest.mark.parametrize(
    ("hour", "value", "names_sunset"),
    [(14, 0, False), (17, 1, True), (19, 2, False)],
)
def test_the_sun_that_sets_during_the_match_lies_between_day_and_night(
    hour: int, value: int, *, names_sunset: bool
) -> None:
    day = date(2026, 12, 6)
    record = MatchRecord(
        kick_off_at=local_moment(day, time(hour)),
        sunset_at=local_moment(day, time(18, 20)),
    )
    (finding,) = findings(record)
    assert finding.value == value
    assert finding.facts.get("sunset") == ("18:20" if names_sunset else None)


def test_a_kick_off_after_sunset_is_by_night_however_early() -> None:
    day = date(2026, 12, 6)
    record = MatchRecord(
        kick_off_at=local_moment(day, time(17, 45)),
        sunset_at=local_moment(day, time(17, 20)),
    )
    assert suggested(record) == {"F11": 2}
