"""Lines that are the match they are asked about, as the officer says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.comparison import (
    KnownMatch,
    changes_of,
    doubts_of,
    exchanged,
    outcome_of,
)
from sportsec.domain.intake.preview import Change, IntakeLine, LineKey
from sportsec.domain.problems import Problem
from sportsec.domain.words import Words
from sportsec.queries.intake import Directory


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a line and a known match are named by.

    Args:
        zone: Where the days of the file are meant.
        clubs, venues: The names of all of them.
    """

    directory: Directory
    zone: str
    clubs: Mapping[UUID, Words]
    venues: Mapping[UUID, Words]


def matches_meant(
    lines: Sequence[IntakeLine], same: Mapping[LineKey, UUID]
) -> frozenset[UUID]:
    """Return the known matches that lines are said to be, and may be."""
    asked = {line.key: line.may_be for line in lines if line.may_be} if same else {}
    return frozenset(match for key, match in same.items() if asked.get(key) == match)


def take_as_known(
    lines: Sequence[IntakeLine],
    same: Mapping[LineKey, UUID],
    meant: Mapping[UUID, KnownMatch],
    around: Surroundings,
) -> tuple[IntakeLine, ...]:
    """Let lines change the match that they are said to be.

    Of several lines said to be one match the first is; the others go on waiting, but
    not for that any more.

    Args:
        same: The lines that the officer said it of, and of which match.
        meant: The matches of `matches_meant`.
    """
    if not meant:
        return tuple(lines)
    spoken_for: set[UUID] = set()
    found = list(lines)
    for at, line in enumerate(lines):
        said = same.get(line.key)
        known = meant.get(said) if said is not None and said == line.may_be else None
        if known is not None and known.id not in spoken_for:
            spoken_for.add(known.id)
            found[at] = _as_known(line, known, around)
    return tuple(
        line._replace(may_be=None) if line.may_be in spoken_for else line
        for line in found
    )


def _as_known(line: IntakeLine, known: KnownMatch, around: Surroundings) -> IntakeLine:
    venue = line.venue_id if line.line.venue else None  # else one was assumed
    is_turned = known.home_club_id != line.home_club_id
    compare = exchanged if is_turned else changes_of
    own = compare(line.line, known, venue, around.zone)
    changes = (*_frame(line, known), *own)
    far = words.moved_far(changes)
    reasons = (
        *((far,) if far is not None else ()),
        words.is_that_match(known.day, *_names(known, around)),
        *doubts_of(known, changes),
        *_other_frame(line, known, around),
        *words.describe(changes, around.venues),
        *(each for each in line.reasons if _still_holds(each)),
    )
    return line._replace(
        outcome=outcome_of(changes),
        reasons=reasons,
        venue_id=venue,
        fixture_id=known.id,
        changes=changes,
        if_taken=None,
        may_be=None,
    )


def _frame(line: IntakeLine, known: KnownMatch) -> list[Change]:
    pairs = (
        Change("competition_id", known.competition_id, line.competition_id),
        Change("season_id", known.season_id, line.season_id),
    )
    return [change for change in pairs if change.old != change.new]


def _still_holds(reason: Problem) -> bool:
    """Say whether a reason of a new match holds of the known one, too."""
    return words.meeting_named(reason) is None and not words.assumes_ground(reason)


def _names(
    known: KnownMatch, around: Surroundings
) -> tuple[Words, tuple[Words, Words]]:
    sides = known.home_club_id, known.away_club_id
    home, away = (around.clubs.get(club, Words()) for club in sides)
    return _competition(known.competition_id, around), (home, away)


def _other_frame(
    line: IntakeLine, known: KnownMatch, around: Surroundings
) -> Sequence[Problem]:
    competitions = known.competition_id, line.competition_id
    old, new = (_competition(each, around) for each in competitions)
    seasons = (around.directory.seasons.get(key) for key in _seasons(line, known))
    was, now = (season.label if season else "" for season in seasons)
    return tuple(words.other_frame((old, new), (was, now)))


def _seasons(line: IntakeLine, known: KnownMatch) -> tuple[UUID, UUID]:
    # A line has its season before it is compared with a match at all.
    return known.season_id, line.season_id or known.season_id


def _competition(key: UUID | None, around: Surroundings) -> Words:
    if key is None or key not in around.directory.competitions:
        return Words()
    return around.directory.competitions[key].known.name
