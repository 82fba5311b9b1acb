"""Lines that exchange the sides of a known match, and what goes with the clubs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.comparison import KnownMatch
from sportsec.domain.intake.preview import IntakeLine
from sportsec.domain.problems import Problem
from sportsec.domain.sides import SideFigures, carried, stays_at, told
from sportsec.domain.words import Words
from sportsec.services.intake.known import Surroundings


def exchanged_in(lines: Sequence[IntakeLine]) -> tuple[UUID, ...]:
    """Return the known matches whose sides lines exchange, or would."""
    found = (line.fixture_id for line in lines if _exchanges_sides(line))
    return tuple(dict.fromkeys(filter(None, found)))


def with_sides(
    lines: Sequence[IntakeLine],
    known: Mapping[UUID, KnownMatch],
    figures: Mapping[UUID, SideFigures],
    around: Surroundings,
) -> tuple[IntakeLine, ...]:
    """Add to lines that exchange sides what that does besides, and say it.

    Args:
        known: The matches that lines mean.
        figures: Of the matches of `exchanged_in`.
    """
    found = list(lines)
    for at, line in enumerate(lines):
        key = line.fixture_id
        if key is None or key not in figures or not _exchanges_sides(line):
            continue
        of_match = figures[key]
        stays = _stays(line, known[key], around)
        found[at] = line._replace(
            changes=(*line.changes, *carried(of_match)),
            reasons=_beside_exchange(line.reasons, (*stays, *told(of_match))),
        )
    return tuple(found)


def _beside_exchange(
    reasons: tuple[Problem, ...], more: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Say more right after the exchange itself: of a long list the end is cut."""
    at = next(n for n, each in enumerate(reasons, 1) if words.tells_exchange(each))
    return (*reasons[:at], *more, *reasons[at:])


def _exchanges_sides(line: IntakeLine) -> bool:
    return any(change.field == "home_club_id" for change in line.changes)


def _stays(
    line: IntakeLine, known: KnownMatch, around: Surroundings
) -> Iterator[Problem]:
    """Say that the stadium, of which the line says nothing, is the visitors' now."""
    away, venue = line.away_club_id, known.venue_id
    if away is None or venue is None or line.line.venue or known.is_neutral:
        return
    if around.directory.home_venues.get(away) == venue:
        names = around.venues.get(venue, Words()), around.clubs.get(away, Words())
        yield stays_at(*names)
