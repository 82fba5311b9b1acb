"""Who an unknown spelling plays, and when: a programme gives its clubs away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.intake.comparison import KnownMatch
from sportsec.domain.intake.programme import ProgrammeLine

#: Fewer matches in common may be chance, and so may less than half of them.
ENOUGH = 3
SHARE = 0.5


class Coincidence(NamedTuple):
    """A club that plays where the file has an unknown spelling.

    Args:
        matches: In how many matches.
        share: Of those that could tell, 0 … 1.
    """

    club: UUID
    matches: int
    share: float


def coincidences(
    lines: Iterable[ProgrammeLine],
    clubs: Mapping[str, UUID | None],
    matches: Sequence[KnownMatch],
) -> dict[str, list[Coincidence]]:
    """Return for each unknown spelling the clubs whose matches it plays.

    A line tells something when its other side is known, or when the record and the
    file have one match only at that moment.

    Args:
        clubs: What each spelling means; None where it is unknown.
        matches: Of the same season of the same competition.
    """
    votes: dict[str, Counter[UUID]] = defaultdict(Counter)
    told: Counter[str] = Counter()
    hosts: dict[tuple[object, object], UUID] = {
        (each.day, each.away_club_id): each.home_club_id for each in matches
    }
    guests: dict[tuple[object, object], UUID] = {
        (each.day, each.home_club_id): each.away_club_id for each in matches
    }
    alone = _alone(matches)
    lines = list(lines)
    moments = Counter(line.kick_off for line in lines)
    for line in lines:
        home, away = clubs.get(line.home), clubs.get(line.away)
        if home is not None and away is not None:
            continue
        match = alone.get(line.kick_off) if moments[line.kick_off] == 1 else None
        for spelled, known, other, at_moment in (
            (line.home, home, hosts.get((line.date, away)), match and match[0]),
            (line.away, away, guests.get((line.date, home)), match and match[1]),
        ):
            if known is not None:
                continue
            club = other or at_moment
            told[spelled] += club is not None or (home or away) is not None
            if club is not None:
                votes[spelled][club] += 1
    return {
        spelled: list(_convincing(votes[spelled], told[spelled])) for spelled in votes
    }


def _alone(
    matches: Sequence[KnownMatch],
) -> dict[datetime | None, tuple[UUID, UUID]]:
    """Return the sides of the matches that are the only one at their moment."""
    moments = Counter(each.at for each in matches)
    return {
        each.at: (each.home_club_id, each.away_club_id)
        for each in matches
        if each.at is not None and moments[each.at] == 1
    }


def _convincing(votes: Counter[UUID], told: int) -> Iterator[Coincidence]:
    for club, count in votes.most_common():
        if count >= ENOUGH and count >= SHARE * told:
            yield Coincidence(club, count, count / told)
