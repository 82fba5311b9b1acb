"""The clubs of the sample season, their grounds, and how they stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from math import asin, cos, radians, sin, sqrt

from sportsec.domain.words import Words
from sportsec.services.sample.sources import Line, lines, words


class Tension(IntEnum):
    """How two publics stand to each other, as the grid's first factor counts it."""

    FRIENDSHIP = 0
    UNKNOWN = 1
    NEUTRAL = 2
    RIVALRY = 3
    HOSTILITY = 4


@dataclass(frozen=True, slots=True)
class SampleClub:
    """A club as the season needs it.

    Args:
        slot: Its place in the circle of the calendar.
        strength: 0 … 100, decides results.
        crowd: Usual public at home, in persons.
        travel: Usual visitors it brings along, in persons.
    """

    code: str
    slot: int
    city: str
    venue: str
    strength: int
    crowd: int
    travel: int
    name: Words
    short_name: Words
    line: Line


@dataclass(frozen=True, slots=True)
class City:
    """A city, where it lies, and the station where visitors arrive."""

    key: str
    name: Words
    latitude: float
    longitude: float
    station: Words


@cache
def cities() -> dict[str, City]:
    """Return the cities by key."""
    return {
        line["key"]: City(
            line["key"],
            words(line, "name"),
            float(line["latitude"]),
            float(line["longitude"]),
            words(line, "station"),
        )
        for line in lines("cities")
    }


@cache
def clubs() -> dict[str, SampleClub]:
    """Return the clubs by code."""
    return {
        line["code"]: SampleClub(
            code=line["code"],
            slot=int(line["slot"]),
            city=line["city"],
            venue=line["venue"],
            strength=int(line["strength"]),
            crowd=int(line["crowd"]),
            travel=int(line["travel"]),
            name=words(line, "name"),
            short_name=words(line, "short_name"),
            line=line,
        )
        for line in lines("clubs")
    }


def distance_km(one: str, other: str) -> int:
    """Return about how many kilometres of road lie between two cities."""
    first, second = cities()[one], cities()[other]
    north = radians(second.latitude - first.latitude)
    east = radians(second.longitude - first.longitude)
    chord = (
        sin(north / 2) ** 2
        + cos(radians(first.latitude))
        * cos(radians(second.latitude))
        * sin(east / 2) ** 2
    )
    straight = 2 * 6371 * asin(sqrt(chord))
    return round(straight * 1.2)


_TENSIONS = {
    "alliance": Tension.FRIENDSHIP,
    "friendship": Tension.FRIENDSHIP,
    "neutral": Tension.NEUTRAL,
    "rivalry": Tension.RIVALRY,
    "hostility": Tension.HOSTILITY,
}


@cache
def _relations() -> dict[frozenset[str], tuple[Tension, Line]]:
    """Return the gravest relation between the groups of each two clubs."""
    club_of = {line["key"]: line["club"] for line in lines("groups")}
    found: dict[frozenset[str], tuple[Tension, Line]] = {}
    for line in lines("relations"):
        pair = frozenset((club_of[line["one"]], club_of[line["other"]]))
        tension = _TENSIONS[line["kind"]]
        if len(pair) == 2 and tension >= found.get(pair, (tension,))[0]:
            found.setdefault(pair, (tension, line))
            if tension > found[pair][0]:
                found[pair] = (tension, line)
    return found


def tension(one: str, other: str) -> Tension:
    """Return how the publics of two clubs stand to each other."""
    return _relations().get(frozenset((one, other)), (Tension.UNKNOWN,))[0]


def reason(one: str, other: str) -> Words:
    """Return why; empty where nothing is known."""
    found = _relations().get(frozenset((one, other)))
    return words(found[1], "reason") if found else Words()


def is_derby(one: str, other: str) -> bool:
    """Say whether two clubs of one city meet that are hostile to each other."""
    home, away = clubs()[one], clubs()[other]
    return home.city == away.city and tension(one, other) is Tension.HOSTILITY
