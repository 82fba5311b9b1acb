"""Which known match each line means, where the same two clubs meet more than once.

A match is known by competition, season, home and away club; round, leg and day tell
several meetings apart. The identifier of a feed only decides between equals: feeds
give new ones at every refresh.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.comparison import KnownMatch, says_the_same
from sportsec.domain.intake.programme import ProgrammeLine
from sportsec.domain.intake.rounds import round_key
from sportsec.domain.problems import Problem

#: Nobody plays the same club at home twice within these days.
SAME_MEETING = timedelta(days=3)
#: A match whose round nobody gives is found again this far from its old day.
NEAR = timedelta(days=21)
#: Legs of a tie lie further apart than the slip of exchanged sides.
SWAP_WITHIN = timedelta(days=1)

_NOT_HELD = frozenset(
    {
        FixtureStatus.POSTPONED,
        FixtureStatus.CANCELLED,
        FixtureStatus.ABANDONED,
        FixtureStatus.INTERRUPTED,
    }
)


_BROKEN_OFF = frozenset({FixtureStatus.ABANDONED, FixtureStatus.INTERRUPTED})


class Pairing(NamedTuple):
    """What one line means.

    Args:
        known: The match of the record; None for a new one.
        doubt: Why the officer should look before it is taken so.
        repeats: Number of the line of the same file that it repeats.
        agrees: Whether a repeated line says the same as the first.
        is_broken_off: Whether the line tells of a match broken off that the other
            line tells the end of.
        earlier: What was remarked of the match when it was broken off.
        may_be: The match of the record that a new one is doubted for.
    """

    known: KnownMatch | None = None
    doubt: Problem | None = None
    repeats: int | None = None
    agrees: bool = True
    is_broken_off: bool = False
    earlier: str = ""
    may_be: KnownMatch | None = None


class Meeting(NamedTuple):
    """A line with what it is compared by; `key` is of its round."""

    line: ProgrammeLine
    key: str


def pair_up(
    lines: Sequence[ProgrammeLine], known: Sequence[KnownMatch], *, is_league: bool
) -> list[Pairing]:
    """Say which known match each line of one pair of clubs means.

    Args:
        lines: All lines of the file with this home and away club, in its order.
        known: Their matches of the record in that season of the competition.
        is_league: There, two clubs meet once on each other's ground.
    """
    if len(lines) == 1:
        if not known:
            return [_NEW]
        if len(known) == 1 and _is_it(lines[0], known[0]):
            return [Pairing(known[0])]
    meetings = [Meeting(line, round_key(line.round)) for line in lines]
    leaders = _leaders(meetings)
    firsts = sorted(set(leaders))
    found = _assign([meetings[index] for index in firsts], known, is_league=is_league)
    by_leader = dict(zip(firsts, found, strict=True))
    result = []
    for index, leader in enumerate(leaders):
        first, line = lines[leader], lines[index]
        if index == leader:
            tries = (lines[n] for n, other in enumerate(leaders) if other == leader)
            broken = (each for each in tries if _is_broken_off(each, first))
            earlier = "; ".join(each.remark for each in broken if each.remark)
            result.append(by_leader[leader]._replace(earlier=earlier))
        else:
            result.append(
                Pairing(
                    by_leader[leader].known,
                    repeats=first.number,
                    agrees=says_the_same(first, line),
                    is_broken_off=_is_broken_off(line, first),
                )
            )
    return result


def _is_broken_off(line: ProgrammeLine, last: ProgrammeLine) -> bool:
    """Say whether a match broken off came to its end on another line."""
    return line.status in _BROKEN_OFF and last.status not in _NOT_HELD


_NEW = Pairing()


def _is_it(line: ProgrammeLine, match: KnownMatch) -> bool:
    """Say at once what nearly all lines of a later programme come to."""
    return line.date == match.day and line.round == match.round


def _leaders(meetings: Sequence[Meeting]) -> list[int]:
    """Return for each line the index of the line that speaks for the same match.

    That is the first one, but a line with a new day speaks for a postponed match
    that is listed on its old day too.
    """
    groups: list[list[int]] = []
    for index, meeting in enumerate(meetings):
        for group in groups:
            if _is_one(meetings[group[0]], meeting):
                group.append(index)
                break
        else:
            groups.append([index])
    leaders = list(range(len(meetings)))
    for group in groups:
        held = (n for n in group if meetings[n].line.status not in _NOT_HELD)
        first = next(held, group[0])
        for index in group:
            leaders[index] = first
    return leaders


def _is_one(one: Meeting, other: Meeting) -> bool:
    """Say whether two lines of one file surely mean one match."""
    if one.line.leg != other.line.leg and one.line.leg and other.line.leg:
        return False
    if one.key and other.key:
        return one.key == other.key or one.line.date == other.line.date
    return one.line.date == other.line.date


def _assign(
    meetings: Sequence[Meeting], known: Sequence[KnownMatch], *, is_league: bool
) -> list[Pairing]:
    free = dict(enumerate(known))
    found: dict[int, Pairing] = {}
    for rule in (_same_round, _same_day, _same_uid):
        for index, meeting in enumerate(meetings):
            if index in found:
                continue
            hits = [n for n, match in free.items() if rule(meeting, match)]
            if len(hits) == 1:
                found[index] = Pairing(free.pop(hits[0]))
    for index, meeting in enumerate(meetings):
        if index not in found:
            left = [n for n in range(len(meetings)) if n not in found]
            found[index] = _nearest(
                meeting, free, is_league=is_league, is_last=len(left) == 1
            )
    return [_doubted(index, meetings, found, known) for index in range(len(meetings))]


def _same_round(meeting: Meeting, match: KnownMatch) -> bool:
    legs = meeting.line.leg, match.leg
    if None not in legs and legs[0] != legs[1]:
        return False
    return bool(meeting.key) and meeting.key == round_key(match.round)


def _same_day(meeting: Meeting, match: KnownMatch) -> bool:
    if meeting.line.kick_off is not None and meeting.line.kick_off == match.at:
        return True
    return meeting.line.date == match.day


def _same_uid(meeting: Meeting, match: KnownMatch) -> bool:
    return bool(meeting.line.uid_hint) and meeting.line.uid_hint == match.uid


def _nearest(
    meeting: Meeting,
    free: dict[int, KnownMatch],
    *,
    is_league: bool,
    is_last: bool,
) -> Pairing:
    """Find a match that is known under another round, or was moved."""
    ranked = sorted((_days(meeting, match), number) for number, match in free.items())
    if not ranked:
        return _NEW
    distance, number = ranked[0]
    match = free[number]
    rounds_differ = bool(meeting.key and round_key(match.round)) and (
        meeting.key != round_key(match.round)
    )
    if rounds_differ and distance > SAME_MEETING:
        if not is_league:
            return _NEW
        facts = {"old": match.round, "new": meeting.line.round}
        doubt = Problem("round", words.OTHER_ROUND, facts=facts)
        return Pairing(free.pop(number), doubt)
    only = len(ranked) == 1 and is_last
    clear = len(ranked) == 1 or ranked[1][0] > 2 * distance
    if only or (distance <= NEAR and clear):
        return Pairing(free.pop(number))
    return _NEW


def _days(meeting: Meeting, match: KnownMatch) -> timedelta:
    day = meeting.line.date
    return abs(day - match.day) if day is not None else timedelta.max


def _doubted(
    index: int,
    meetings: Sequence[Meeting],
    found: dict[int, Pairing],
    known: Sequence[KnownMatch],
) -> Pairing:
    """Doubt a new match of a pair that meets already, unless the rounds differ."""
    pairing, meeting = found[index], meetings[index]
    if pairing.known is not None:
        return pairing
    rivals: list[tuple[str, date | None, KnownMatch | None]] = []
    claimed = set()
    for number, other in enumerate(meetings):
        match = found[number].known
        if match is not None:
            claimed.add(match.id)
            # As it will be once this file is taken in.
            rivals.append((other.key or round_key(match.round), match.day, None))
        elif number < index:
            rivals.append((other.key, other.line.date, None))
    rivals += [
        (round_key(match.round), match.day, match)
        for match in known
        if match.id not in claimed
    ]
    for key, day, match in rivals:
        if not (key and meeting.key and key != meeting.key):
            doubt = Problem("date", words.MEETS_TWICE, facts={"day": day})
            return Pairing(doubt=doubt, may_be=match)
    return pairing


def swapped(
    line: ProgrammeLine, reverse: Sequence[KnownMatch], *, is_league: bool
) -> KnownMatch | None:
    """Return the known match that a line names with its sides exchanged, if any.

    Args:
        reverse: Matches of the record in which its away club is at home, and which
            no line of the file names.
    """
    return next(_swapped(line, reverse, is_league=is_league), None)


def _swapped(
    line: ProgrammeLine, reverse: Sequence[KnownMatch], *, is_league: bool
) -> Iterator[KnownMatch]:
    key = round_key(line.round)
    for match in reverse:
        if line.leg and match.leg and line.leg != match.leg:
            continue
        near = line.date is not None and abs(line.date - match.day) <= SWAP_WITHIN
        same_round = bool(key) and key == round_key(match.round)
        if (is_league and same_round) or near:
            yield match
