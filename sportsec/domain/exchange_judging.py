"""Puts what is known about a received file into findings, gravest first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from sportsec.domain.exchange import Trust
from sportsec.domain.exchange_received import Judgement, Place
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_, Words

#: Clocks of two PCs differ by minutes; more is worth saying (exchange.md §14).
CLOCK_TOLERANCE = timedelta(hours=1)
#: Changes dated so far ahead of our clock are told of; they are taken in all the same.
CHANGES_AHEAD = timedelta(days=1)
#: Missing files of a cell that are told one from the other.
_NAMED = 1000

_FAST = N_("The clock of {cell} is fast by {hours} h: tell that cell.")


class Before(NamedTuple):
    """Numbers of the files of a cell that were taken in, of one way of counting them.

    Args:
        same: Those that the very database wrote that wrote the file.
        others: Those that other databases of that cell wrote.
    """

    same: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()


def judged(file: Judgement) -> Judgement:
    """Return the judgement with its findings in words."""
    return replace(file, findings=(*_of_the_sender(file), *_of_the_file(file)))


def place_of(
    number: int, before: Before, *, was_received: bool, tells_gaps: bool = True
) -> tuple[Place, range]:
    """Say where a file stands among those that its sender numbered for us.

    A database that was put back from a backup, or copied, goes on numbering from where
    the backup was made: its numbers are held against its own first.

    Args:
        number: Of the file; 0 when it is not numbered.
        was_received: Whether this very file was taken in.
        tells_gaps: Whether those numbered before it were meant for us, too.

    Returns:
        The place, and the numbers that are missing before it.
    """
    nothing = range(0)
    if was_received:
        return Place.AGAIN, nothing
    if not number or not (before.same or before.others or tells_gaps):
        return Place.UNNUMBERED, nothing
    if number <= max(before.same, default=0):
        return Place.OLDER, nothing
    earlier = [each for each in before.same or before.others if each < number]
    missing = range(max(earlier, default=0) + 1, number) if tells_gaps else nothing
    if missing:
        return Place.GAP, missing
    is_anew = number <= max(before.others, default=0)
    return Place.ANEW if is_anew else Place.NEXT, nothing


def in_company(file: Judgement, numbers: Collection[int]) -> Judgement:
    """Return the judgement of a file beside which those of other numbers lie."""
    here = [number for number in numbers if number in file.missing]
    if not here or len(file.missing) > _NAMED:
        return file
    missing = tuple(number for number in file.missing if number not in here)
    place = file.place if missing else Place.NEXT
    return judged(replace(file, missing=missing, place=place))


def _found(message: str, level: Level = Level.WARN, **facts: object) -> Problem:
    return Problem(None, message, level, facts)


def _of_the_sender(file: Judgement) -> Iterator[Problem]:
    cell = file.sender.name
    match file.sender.trust:
        case Trust.REVOKED:
            yield _found(
                N_("Trust in {cell} was withdrawn: its files are refused."),
                Level.BLOCK,
                cell=cell,
            )
        case Trust.UNKNOWN:
            yield _found(
                N_(
                    "Signed by a key that you have not met ({cell}): compare these "
                    "words by phone: {words}"
                ),
                Level.BLOCK,
                cell=cell,
                words=file.sender.words,
            )
        case Trust.OURS:
            yield _found(
                N_("Made by this cell itself, by this database or a copy of it.")
            )
        case Trust.TRUSTED:
            pass


def _of_the_file(file: Judgement) -> Iterator[Problem]:
    yield from _of_the_sequence(file)
    cell = file.sender.name
    for of, changes in file.lacking:
        yield _found(
            N_("Changes of {cell} made before these are missing ({n}): ask for them."),
            cell=of,
            n=changes,
        )
    if file.clock_off is not None:
        hours = max(1, round(abs(file.clock_off).total_seconds() / 3600))
        message = (
            _FAST
            if file.clock_off > timedelta()
            else N_("The clock of {cell} was put back by {hours} h: tell that cell.")
        )
        yield _found(message, cell=cell, hours=hours)
    for of, ahead in file.ahead:
        if file.clock_off is None or of != cell:  # else it was said already
            hours = round(ahead.total_seconds() / 3600)
            yield _found(_FAST, cell=of, hours=hours)
    if file.is_newer_version:
        yield _found(
            N_(
                "Made by a newer version of the program ({version}): what this one "
                "does not know is kept for later."
            ),
            version=file.version,
        )
    if file.later:
        message = N_(
            "Values that this version cannot show yet: {n}. They are kept until "
            "the program is updated."
        )
        yield _found(message, n=file.later)
    if file.scope.is_partial:
        yield _found(N_("Holds only part of the database: {title}"), title=file.title)
    if file.withholds_personal:
        yield _found(N_("{cell} kept the personal fields to itself."), cell=cell)
    if file.purges:
        yield _found(
            N_("Erases personal values for good (places: {n})."), n=file.purges
        )
        yield _found(
            N_(
                "Undoing it will not bring them back. The backup made first still "
                "holds them: once the file is in, you are offered to replace it."
            )
        )


def _of_the_sequence(file: Judgement) -> Iterator[Problem]:
    cell = file.sender.name
    if file.place is Place.AGAIN and file.was_undone:
        yield _found(
            N_("Taken in before and undone since: do it again in the history.")
        )
    elif file.place is Place.AGAIN:
        yield _found(N_("Taken in before: nothing in it is new."))
    elif file.place is Place.OLDER:
        yield _found(N_("Older than what you have from {cell}."), cell=cell)
    elif file.place is Place.ANEW:
        message = N_(
            "{cell} uses file numbers that it has used before: its database was "
            "put back from a backup, or copied. What is new in the file comes in "
            "all the same."
        )
        yield _found(message, cell=cell)
    elif file.place is Place.GAP:
        yield _gap(file.missing, cell)


def _gap(missing: Sequence[int], cell: Words) -> Problem:
    """Ask for the files that lie between this one and the last."""
    first, last = missing[0], missing[-1]
    if first == last:
        text = N_("File {number} from {cell} is missing: ask for it.")
        return _found(text, number=first, cell=cell)
    if missing[1] == last:
        text = N_("Files {first} and {last} from {cell} are missing: ask for them.")
    else:
        text = N_("Files {first} to {last} from {cell} are missing: ask for them.")
    return _found(text, first=first, last=last, cell=cell)
