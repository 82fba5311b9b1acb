"""Lines that would be one more match of two clubs that meet about that day already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.comparison_elsewhere import (
    LOOK_AROUND,
    OtherMeeting,
    beside,
    day_given,
)
from sportsec.domain.intake.preview import IntakeLine, LineKey
from sportsec.domain.words import Words
from sportsec.queries.intake import Directory, read_others
from sportsec.store.work import Work

#: Two clubs, whoever of them is at home.
_Pair = frozenset[UUID | None]


def ask_of_meetings(
    work: Work,
    lines: Sequence[IntakeLine],
    directory: Directory,
    taken: Collection[LineKey],
    names: Mapping[UUID, Words],
) -> tuple[IntakeLine, ...]:
    """Ask of each line with a new day whether the nearest match of its clubs is meant.

    Matches that the file itself speaks of are left out: it tells them apart.

    Args:
        taken: Unclear lines that the officer takes all the same.
        names: Of all clubs.
    """
    days = {at: day for at, line in enumerate(lines) if (day := day_given(line))}
    if not days:
        return tuple(lines)
    meetings = _meetings(work, lines, days, directory, names)
    if not meetings:
        return tuple(lines)
    asked = list(lines)
    for at in days:
        found = meetings.get(_pair_of(lines[at]))
        if found:
            is_taken = lines[at].key in taken
            asked[at] = beside(lines[at], found, is_taken=is_taken)
    return tuple(asked)


def _pair_of(line: IntakeLine) -> _Pair:
    return frozenset((line.home_club_id, line.away_club_id))


def _meetings(
    work: Work,
    lines: Sequence[IntakeLine],
    days: Mapping[int, date],
    directory: Directory,
    names: Mapping[UUID, Words],
) -> dict[_Pair, list[OtherMeeting]]:
    """Return the matches of the record by their two clubs, cancelled ones left out."""
    said = {line.fixture_id for line in lines}
    pairs = {_pair_of(lines[at]) for at in days}
    clubs = {club for pair in pairs for club in pair if club is not None}
    span = min(days.values()) - LOOK_AROUND, max(days.values()) + LOOK_AROUND
    found: dict[_Pair, list[OtherMeeting]] = defaultdict(list)
    for other in read_others(work, span, clubs):
        pair = frozenset((other.home_club_id, other.away_club_id))
        is_held = other.status is not FixtureStatus.CANCELLED
        if pair in pairs and is_held and other.id not in said:
            known = directory.competitions.get(other.competition_id)
            name = known.known.name if known is not None else Words()
            home, away = other.home_club_id, other.away_club_id
            sides = names.get(home, Words()), names.get(away, Words())
            may_change = not _is_closed(directory, other.season_id)
            meeting = OtherMeeting(other.id, other.day, name, sides, may_change)
            found[pair].append(meeting)
    return found


def _is_closed(directory: Directory, season: UUID | None) -> bool:
    facts = directory.seasons.get(season) if season is not None else None
    return facts is not None and facts.is_closed
