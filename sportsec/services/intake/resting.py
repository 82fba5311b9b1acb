"""Lines that leave a club without rest: told as the form of a match tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import cast
from uuid import UUID

from sportsec.domain.day_clashes import OFF, DayMatch, without_rest
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.comparison import KnownMatch
from sportsec.domain.intake.preview import IntakeLine
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.nearby import MIN_REST, TOO_NEAR
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import Words
from sportsec.queries.intake import read_others
from sportsec.store.work import Work

#: These give a match its day; of what stands in the record already, its agenda tells.
_GIVES_A_DAY = frozenset({Outcome.NEW, Outcome.MOVED})
_IS_PLAYED = _GIVES_A_DAY | {Outcome.CHANGED, Outcome.SAME}
_AROUND = timedelta(days=MIN_REST.days)


def warn_of_rest(
    work: Work,
    lines: Sequence[IntakeLine],
    known: Iterable[KnownMatch],
    names: Mapping[UUID, Words],
) -> tuple[IntakeLine, ...]:
    """Say of a line that a club of it would play twice within `MIN_REST`.

    The other match may stand in the file or in the record. Nothing is refused. A line
    that waits for the officer is told too, for he decides by it; but as long as it
    waits it takes nobody's rest.

    Args:
        known: The matches that lines may mean.
        names: Of all clubs.
    """
    in_file = _in_file(lines, known)
    if not in_file:
        return tuple(lines)
    waiting = {match.id for match in in_file if _waits(lines[match.id.int])}
    near: dict[UUID, dict[UUID, DayMatch]] = defaultdict(dict)
    for pair in without_rest([*in_file, *_in_record(work, lines, in_file)]):
        for one, other in (pair, pair[::-1]):
            if other.id not in waiting:
                near[one.id][other.id] = other
    warned = list(lines)
    for match in in_file:
        line = lines[match.id.int]
        near[match.id].pop(line.fixture_id, None)  # type: ignore[arg-type]  # None is no key
        if line.outcome in _GIVES_A_DAY or match.id in waiting:
            told = [_told(other, names) for other in near[match.id].values()]
            warned[match.id.int] = _with(line, told) if told else line
    return tuple(warned)


def _waits(line: IntakeLine) -> bool:
    """Say whether a line gives a match its day once the officer takes it."""
    return line.outcome is Outcome.UNCLEAR and line.if_taken in _GIVES_A_DAY


def _with(line: IntakeLine, told: Sequence[Problem]) -> IntakeLine:
    """Return a line with more warnings, first of all but the questions."""
    asked = [each for each in line.reasons if each.level is Level.BLOCK]
    others = [each for each in line.reasons if each.level is not Level.BLOCK]
    return line._replace(reasons=(*asked, *told, *others))


def _in_file(
    lines: Sequence[IntakeLine], known: Iterable[KnownMatch]
) -> list[DayMatch]:
    """Return the matches of the lines that are played; each has its place as its id.

    Those of lines that wait are among them.
    """
    by_id = {match.id: match for match in known}
    found = []
    for at, line in enumerate(lines):
        if (line.outcome in _IS_PLAYED or _waits(line)) and line.line.date is not None:
            match = _match(at, line, by_id.get(line.fixture_id))  # type: ignore[arg-type]  # None is no key
            if match.status not in OFF:
                found.append(match)
    return found


def _match(at: int, line: IntakeLine, known: KnownMatch | None) -> DayMatch:
    """Return a line as a match; what it does not say stays as the record has it."""
    read = line.line
    moment, status = read.kick_off, read.status
    if known is not None:
        status = status or known.status
        if moment is None and read.date == known.day:
            moment = known.at
    return DayMatch(
        *(UUID(int=at), cast(date, read.date), moment),
        status or FixtureStatus.SCHEDULED,
        clubs=cast(tuple[UUID, UUID], (line.home_club_id, line.away_club_id)),
    )


def _in_record(
    work: Work, lines: Sequence[IntakeLine], in_file: Sequence[DayMatch]
) -> Iterator[DayMatch]:
    """Yield the matches of these clubs that the file says nothing of."""
    said = {line.fixture_id for line in lines if line.outcome in _IS_PLAYED}
    days = [match.day for match in in_file]
    clubs = {club for match in in_file for club in match.clubs}
    first, last = min(days) - _AROUND, max(days) + _AROUND
    for other in read_others(work, (first, last), clubs):
        if other.id not in said and other.status not in OFF:
            sides = other.home_club_id, other.away_club_id
            yield DayMatch(other.id, other.day, other.at, other.status, clubs=sides)


def _told(other: DayMatch, names: Mapping[UUID, Words]) -> Problem:
    home, away = (names.get(club, Words()) for club in other.clubs)
    facts = {"home": home, "away": away, "day": other.day}
    return Problem("date", TOO_NEAR, Level.WARN, facts)
