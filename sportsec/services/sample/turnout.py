"""How many come to a match, and how it goes for public order."""

from __future__ import annotations

from dataclasses import dataclass

from sportsec.domain.fixtures import OutcomeCode
from sportsec.domain.words import Words
from sportsec.services.sample.clubs import (
    Tension,
    clubs,
    distance_km,
    is_derby,
    tension,
)
from sportsec.services.sample.matches import Match
from sportsec.services.sample.mint import lot
from sportsec.services.sample.sources import lines, words

#: Share of the usual visitors that come from so many kilometres, at most.
_REACH = ((40, 1.15), (130, 0.95), (260, 0.5), (450, 0.28))
_FAR = 0.14
#: In a derby the visitors have a stand of their own.
_DERBY_SHARE = 0.4
#: How often each outcome happens, gravest first, by tension of the publics.
_OUTCOMES = {
    Tension.HOSTILITY: (0.015, 0.07, 0.2, 0.35),
    Tension.RIVALRY: (0.0, 0.02, 0.09, 0.25),
}
_USUAL_OUTCOMES = (0.0, 0.004, 0.02, 0.1)


@dataclass(frozen=True, slots=True)
class Turnout:
    """A public in persons: all in the stadium, visitors among them, and outside."""

    crowd: int
    visitors: int
    ticketless: int


def turnout(match: Match, capacity: int, mood: str) -> Turnout:
    """Return the public of a match.

    Args:
        capacity: How many the stadium may hold.
        mood: "expected" or "actual": two figures that are close, not equal.
    """
    chance = lot("turnout", mood, *match.key)
    home, away = clubs()[match.home], clubs()[match.away]
    if is_derby(match.home, match.away):
        full = _tens(capacity - chance.randrange(0, 900))
        ticketless = 100 * chance.randrange(20, 30)
        return Turnout(full, _tens(full * _DERBY_SHARE), ticketless)
    visitors = away.travel * _reach(match) * chance.uniform(0.85, 1.1)
    visitors = min(visitors, capacity * 0.07)
    pull = 0.45 + 0.55 * away.strength / 88
    residents = home.crowd * pull * chance.uniform(0.8, 1.05)
    if match.competition == "cup":
        residents *= 0.8
    crowd = min(residents + visitors, capacity * 0.985)
    is_hot = tension(match.home, match.away) >= Tension.RIVALRY
    outside = visitors * chance.uniform(0.08, 0.15) if is_hot else 0
    return Turnout(_tens(crowd), _tens(visitors), _tens(outside))


def _tens(persons: float) -> int:
    return int(persons // 10) * 10


def _reach(match: Match) -> float:
    kilometres = distance_km(clubs()[match.home].city, clubs()[match.away].city)
    return next((share for far, share in _REACH if kilometres <= far), _FAR)


def outcome(match: Match) -> tuple[OutcomeCode, Words]:
    """Return how a played match went, and what was noted."""
    chance = lot("outcome", *match.key)
    hot = tension(match.home, match.away)
    fate, code = chance.random(), 0
    odds = _OUTCOMES.get(hot, _USUAL_OUTCOMES)
    reached = 0.0
    for grave, share in zip((4, 3, 2, 1), odds, strict=True):
        reached += share
        if fate < reached:
            code = grave
            break
    hostile = "1" if hot >= Tension.RIVALRY else "0"
    fitting = [line for line in lines("outcome_notes") if line["code"] == str(code)]
    closer = [line for line in fitting if line["hostile"] == hostile]
    return OutcomeCode(str(code)), words(chance.choice(closer or fitting))
