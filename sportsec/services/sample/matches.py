"""The matches of a season: league and cup, with results where they are played."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import exp
from random import Random

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.kick_off import local_moment
from sportsec.domain.ramadan import is_ramadan
from sportsec.services.sample.clubs import SampleClub, clubs, tension
from sportsec.services.sample.league import rounds
from sportsec.services.sample.mint import lot
from sportsec.services.sample.seasons import SeasonFrame

#: Day from the Saturday and hour, from the most to the least attractive match.
_SLOTS = ((0, 19), (1, 19), (1, 17), (0, 17), (-1, 20), (1, 15), (0, 15), (-1, 18))
#: In Ramadan matches begin after the evening prayer.
_RAMADAN_HOUR = 22
#: Rounds of the cup, as a paper writes them.
CUP_ROUNDS = ("1/8", "1/4", "1/2", "F")
_CUP_HOURS = (15, 17, 19, 20)
NEUTRAL_VENUE = "oudayas"


@dataclass(frozen=True, slots=True)
class Match:
    """A match of the sample season; clubs by code, venue by key."""

    competition: str
    season: str
    round: str
    leg: int | None
    home: str
    away: str
    venue: str
    day: date
    at: datetime | None
    is_neutral: bool = False
    status: FixtureStatus = FixtureStatus.SCHEDULED
    home_score: int | None = None
    away_score: int | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What the match is known by in every build of the season."""
        return self.competition, self.season, self.round, self.home, self.away

    @property
    def is_played(self) -> bool:
        """Whether there is a result."""
        return self.home_score is not None


def season_matches(frame: SeasonFrame) -> list[Match]:
    """Return all matches of a season whose clubs are known, in order of time."""
    found = [_settled(match, frame) for match in _league(frame)]
    found += _cup(frame)
    return sorted(found, key=lambda match: (match.day, match.at or _end(match.day)))


def _league(frame: SeasonFrame) -> Iterator[Match]:
    by_slot = {club.slot: club for club in clubs().values()}
    calendar = rounds(frame.offset, mirrored=frame.is_mirrored)
    for number, pairs in enumerate(calendar):
        saturday = frame.saturday_of(number)
        met = [(by_slot[home], by_slot[away]) for home, away in pairs]
        met.sort(key=lambda pair: (-_attraction(*pair), pair[0].code))
        for (home, away), (days, hour) in zip(met, _SLOTS, strict=True):
            day = saturday + timedelta(days)
            yield Match(
                *("league", frame.label, str(number + 1), number // 15 + 1),
                *(home.code, away.code, home.venue, day),
                _moment(day, hour) if number < frame.hours_known else None,
            )


def _attraction(home: SampleClub, away: SampleClub) -> int:
    return home.crowd + 3 * away.travel + 12000 * tension(home.code, away.code)


def _moment(day: date, hour: int) -> datetime:
    hour = _RAMADAN_HOUR if is_ramadan(day) else hour
    return local_moment(day, time(hour))


def _end(day: date) -> datetime:
    return local_moment(day, time(23, 59))


def _settled(match: Match, frame: SeasonFrame) -> Match:
    """Play the match if its day is past."""
    if match.day >= frame.today:
        return match
    chance = lot("score", *match.key)
    fate = chance.random()
    if fate > 0.996:
        return replace(match, status=FixtureStatus.AWARDED, home_score=3, away_score=0)
    home, away = clubs()[match.home], clubs()[match.away]
    edge = (home.strength - away.strength) / 60
    return replace(
        match,
        status=FixtureStatus.PLAYED,
        home_score=_goals(chance, 1.35 * exp(edge)),
        away_score=_goals(chance, 1.0 * exp(-edge)),
    )


def _goals(chance: Random, expected: float) -> int:
    """Draw a number of goals (Poisson)."""
    floor, product, goals = exp(-expected), chance.random(), 0
    while product > floor and goals < 7:
        product *= chance.random()
        goals += 1
    return goals


def _cup(frame: SeasonFrame) -> Iterator[Match]:
    """Yield the cup as far as its clubs are known: winners go on."""
    left = _draw(frame.label)
    for name, day in zip(CUP_ROUNDS, frame.cup_days, strict=True):
        winners = []
        for number in range(0, len(left), 2):
            # two days, or clubs that share a ground would receive at the same time
            on = day + timedelta(2 * number // len(left))
            match = _cup_match(frame, name, on, left[number], left[number + 1])
            yield match
            if match.is_played:
                home_won = (match.home_score or 0) > (match.away_score or 0)
                winners.append(match.home if home_won else match.away)
        left = winners
        if len(left) < 2:
            return


def _draw(label: str) -> list[str]:
    """Draw the cup; the two big clubs of the city cannot meet before the final."""
    others = sorted(code for code in clubs() if code not in {"ATL", "OCE"})
    lot("cup", label).shuffle(others)
    return ["ATL", *others[:7], "OCE", *others[7:]]


def _cup_match(frame: SeasonFrame, name: str, day: date, home: str, away: str) -> Match:
    is_final = name == CUP_ROUNDS[-1]
    hour = _CUP_HOURS[lot("hour", frame.label, home, away).randrange(4)]
    match = Match(
        *("cup", frame.label, name, None, home, away),
        *(NEUTRAL_VENUE if is_final else clubs()[home].venue, day),
        _moment(day, hour),
        is_neutral=is_final,
    )
    played = _settled(match, frame)
    if played.is_played and played.home_score == played.away_score:
        return replace(played, home_score=(played.home_score or 0) + 1)
    return played
