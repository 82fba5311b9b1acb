"""What the record of a match suggests for the factors of the default grid.

A suggestion is never a rating: the officer takes it over or not. Factors that only
a human can judge (ticketing, intelligence, crisis) get none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from sportsec.domain.fixtures import (
    HOME_ZONE,
    AttendanceRegime,
    OutcomeCode,
    Stake,
    TravelRegime,
)
from sportsec.domain.groups import RelationKind
from sportsec.domain.kick_off import local_day, local_hour, match_times
from sportsec.domain.ramadan import is_ramadan
from sportsec.domain.risk import (
    AWAY_PUBLIC,
    CROWD,
    HOUR,
    MEETINGS,
    RELATION,
    STAKE,
    TRAVEL,
    Circumstances,
)
from sportsec.domain.risk_rating import MANY_AWAY, MANY_AWAY_SHARE, NEARLY_FULL
from sportsec.domain.words import N_, Words

#: Kick-offs from this local hour on count as night matches; a proposal of ours.
NIGHT_FROM = 18
#: A stadium is full, or the crowd as heavy as a full one, from here on.
HEAVY_CROWD = 30_000

_RELATION_VALUES = {
    RelationKind.ALLIANCE: 0,
    RelationKind.FRIENDSHIP: 0,
    RelationKind.NEUTRAL: 2,
    RelationKind.RIVALRY: 3,
    RelationKind.HOSTILITY: 4,
}
#: What the grid calls minor is its 2, a death or serious injury its 4; 3 lies between.
_OUTCOME_VALUES = {
    OutcomeCode.NONE: 0,
    OutcomeCode.MINOR: 2,
    OutcomeCode.DISTURBANCE: 2,
    OutcomeCode.VIOLENCE: 3,
    OutcomeCode.SERIOUS: 4,
}
_STAKE_VALUES = {
    Stake.TITLE: 4,
    Stake.RELEGATION: 4,
    Stake.FINAL: 4,
    Stake.QUALIFICATION: 2,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A value that the record suggests, and the sentence that says why.

    Args:
        message: English msgid with `{placeholders}`, filled from `facts`.
    """

    code: str
    value: int
    message: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a home group and an away group are to each other."""

    home_group: Words
    away_group: Words
    kind: RelationKind


@dataclass(frozen=True, slots=True)
class Meeting:
    """An earlier match of the two clubs with its outcome for public order."""

    played_on: date
    outcome: OutcomeCode


@dataclass(frozen=True, slots=True)
class EarlierRating:
    """A value decided for a factor in an earlier match that says something of this."""

    code: str
    value: int
    played_on: date
    home: Words
    away: Words


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """What the record holds of a match, as far as a rating may use it.

    Args:
        away: Away supporters expected, with and without ticket; None if no estimate.
        crowd: Public expected in the stadium.
        capacity: Persons allowed for the match, else the stadium's figure.
        sunset_at: At the stadium, on the day of the match; None where it is not known.
        relations: Between groups of the two clubs.
        meetings: The last five of the two clubs whose outcome was noted.
        earlier: From the last decided rating at the venue and of each public.
        grave_on: Day of a meeting in the last three seasons that ended in a death or
            serious injury.
    """

    away: int | None = None
    crowd: int | None = None
    capacity: int | None = None
    regime: AttendanceRegime = AttendanceRegime.OPEN
    travel_regime: TravelRegime = TravelRegime.ALLOWED
    stakes: tuple[Stake, ...] = ()
    is_decisive_for_both: bool = False
    kick_off_at: datetime | None = None
    zone: str = HOME_ZONE
    sunset_at: datetime | None = None
    has_concurrent_events: bool = False
    relations: Sequence[Relation] = ()
    meetings: Sequence[Meeting] = ()
    earlier: Sequence[EarlierRating] = ()
    grave_on: date | None = None


def circumstances(record: MatchRecord, *, has_grave_precedent: bool) -> Circumstances:
    """Return the facts on which floors may rest.

    Args:
        has_grave_precedent: The rater knows of one, even if the record does not.
    """
    return Circumstances(
        away=record.away,
        crowd=record.crowd,
        capacity=record.capacity,
        is_decisive_for_both=record.is_decisive_for_both,
        is_behind_closed_doors=record.regime is AttendanceRegime.BEHIND_CLOSED_DOORS,
        has_grave_precedent=has_grave_precedent or record.grave_on is not None,
    )


def findings(record: MatchRecord) -> tuple[Finding, ...]:
    """Return what the record suggests: for each factor the highest of its findings."""
    highest: dict[str, Finding] = {}
    for finding in _all_findings(record):
        other = highest.get(finding.code)
        if other is None or finding.value > other.value:
            highest[finding.code] = finding
    return tuple(highest.values())


def away_value(away: int, capacity: int | None) -> int:
    """Return F5: 0 none · 1 under 300 · 2 under 1,000 · 3 under 2,000 or 20 % · 4."""
    if away >= MANY_AWAY:
        return 4
    if capacity and away and Fraction(away, capacity) >= MANY_AWAY_SHARE:
        return 4
    return sum(away >= step for step in (1, 300, 1000))


def crowd_value(crowd: int, capacity: int | None) -> int | None:
    """Return F6: the steps 25, 50, 80 %, and 4 when full or above 30,000.

    Returns:
        None when the capacity is not known and the crowd alone does not decide.
    """
    if crowd > HEAVY_CROWD:
        return 4
    if not capacity:
        return None
    share = Fraction(crowd, capacity)
    steps = (Fraction(1, 4), Fraction(1, 2), NEARLY_FULL, Fraction(1))
    return sum(share >= step for step in steps)


def hour_value(
    *,
    is_night: bool,
    in_ramadan: bool,
    has_other_event: bool,
    grows_dark: bool = False,
) -> int:
    """Return F11: 0 day · 2 night · 4 Ramadan night and another crowd event.

    Args:
        grows_dark: The sun sets before the final whistle: between day and night.
    """
    if not is_night:
        return int(grows_dark) + int(has_other_event)
    return 2 + int(in_ramadan) + int(has_other_event)


def _all_findings(record: MatchRecord) -> Iterator[Finding]:
    yield from _relations(record)
    yield from _meetings(record)
    yield from _publics(record)
    yield from _stakes(record)
    yield from _travel(record)
    yield from _hour(record)
    for earlier in record.earlier:
        text = N_("Rated {value} for {home} – {away} on {day}")
        facts: dict[str, object] = {
            "value": earlier.value,
            "home": earlier.home,
            "away": earlier.away,
            "day": earlier.played_on,
        }
        yield Finding(earlier.code, earlier.value, text, facts)


def _relations(record: MatchRecord) -> Iterator[Finding]:
    if Stake.DERBY in record.stakes:
        yield Finding(RELATION, 4, N_("The match is a derby"))
    worst = max(
        record.relations, key=lambda each: _RELATION_VALUES[each.kind], default=None
    )
    if worst:
        facts = {
            "home": worst.home_group,
            "away": worst.away_group,
            "relation": worst.kind,
        }
        value = _RELATION_VALUES[worst.kind]
        yield Finding(RELATION, value, N_("{home} and {away}: {relation}"), facts)
    if Stake.REGIONAL_RIVALRY in record.stakes:
        yield Finding(RELATION, 3, N_("Regional rivalry between the clubs"))


def _meetings(record: MatchRecord) -> Iterator[Finding]:
    if not record.meetings:
        return
    worst = max(record.meetings, key=lambda each: (each.outcome, each.played_on))
    facts = {
        "n": len(record.meetings),
        "outcome": worst.outcome,
        "day": worst.played_on,
    }
    text = N_("Worst of {n} earlier meetings: {outcome}, on {day}")
    yield Finding(MEETINGS, _OUTCOME_VALUES[worst.outcome], text, facts)


def _publics(record: MatchRecord) -> Iterator[Finding]:
    if record.away is not None:
        value = away_value(record.away, record.capacity)
        yield Finding(
            AWAY_PUBLIC, value, N_("{n} away supporters expected"), {"n": record.away}
        )
    elif record.travel_regime is TravelRegime.BANNED:
        yield Finding(AWAY_PUBLIC, 0, N_("Collective travel is banned"))
    if record.regime is AttendanceRegime.BEHIND_CLOSED_DOORS:
        yield Finding(CROWD, 0, N_("The match is played behind closed doors"))
    elif record.crowd is not None:
        crowd = crowd_value(record.crowd, record.capacity)
        if crowd is None:
            return
        facts = {"n": record.crowd, "capacity": record.capacity or 0}
        text = N_("{n} expected, {capacity} allowed")
        if not record.capacity:
            text = N_("{n} expected in the stadium")
        yield Finding(CROWD, crowd, text, facts)


def _stakes(record: MatchRecord) -> Iterator[Finding]:
    if record.is_decisive_for_both:
        yield Finding(STAKE, 4, N_("The match is decisive for both clubs"))
    rated = [stake for stake in record.stakes if stake in _STAKE_VALUES]
    if rated:
        worst = max(rated, key=lambda stake: _STAKE_VALUES[stake])
        value = _STAKE_VALUES[worst]
        yield Finding(STAKE, value, N_("Stake: {stake}"), {"stake": worst})


def _travel(record: MatchRecord) -> Iterator[Finding]:
    if record.travel_regime is TravelRegime.BANNED and record.away:
        text = N_(
            "Collective travel is banned, {n} supporters are expected all the same"
        )
        yield Finding(TRAVEL, 4, text, {"n": record.away})


def _hour(record: MatchRecord) -> Iterator[Finding]:
    if record.kick_off_at is None:
        return
    hour = local_hour(record.kick_off_at, record.zone)
    in_ramadan = is_ramadan(local_day(record.kick_off_at, record.zone))
    is_night, grows_dark = _darkness(record, hour.hour)
    value = hour_value(
        is_night=is_night,
        in_ramadan=in_ramadan,
        has_other_event=record.has_concurrent_events,
        grows_dark=grows_dark,
    )
    facts = {"hour": f"{hour:%H:%M}"}
    text = N_("Kick-off at {hour}")
    if in_ramadan:
        text = N_("Kick-off at {hour}, in Ramadan")
    if record.has_concurrent_events:
        text = N_("Kick-off at {hour}, other events at the same time")
        if in_ramadan:
            text = N_("Kick-off at {hour}, in Ramadan, other events at the same time")
    if grows_dark and record.sunset_at is not None and not in_ramadan:
        text = N_("Kick-off at {hour}, sunset at {sunset}")
        if record.has_concurrent_events:
            text = N_(
                "Kick-off at {hour}, sunset at {sunset}, other events at the same time"
            )
        sunset = local_hour(record.sunset_at, record.zone)
        facts["sunset"] = f"{sunset:%H:%M}"
    yield Finding(HOUR, value, text, facts)


def _darkness(record: MatchRecord, hour: int) -> tuple[bool, bool]:
    """Say whether a match begins by night, and whether it grows dark while it is on.

    Args:
        hour: Local, of the kick-off.
    """
    begins, sunset = record.kick_off_at, record.sunset_at
    if begins is None or sunset is None:
        return hour >= NIGHT_FROM, False
    is_night = hour >= NIGHT_FROM or begins >= sunset
    return is_night, not is_night and sunset < match_times(begins).final_whistle
