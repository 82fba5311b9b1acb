"""A line that gives two clubs one more match, beside the matches they have already.

Which match of its own competition a line means is said elsewhere. A file taken in for
the wrong competition, or a slip of its date, would put one match on the agenda twice:
so the nearest match of the two clubs is named, whatever its competition or ground.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.comparison_pairs import NEAR, SAME_MEETING
from sportsec.domain.intake.preview import IntakeLine
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.words import Words

#: Days around a line in which a match of the same clubs may have to be named.
LOOK_AROUND = NEAR


class OtherMeeting(NamedTuple):
    """A match of the record of the same two clubs, either of them at home.

    Args:
        sides: Its home and its away club.
        may_change: Whether a line may be taken in as this match.
    """

    id: UUID
    day: date
    competition: Words
    sides: tuple[Words, Words]
    may_change: bool = True


def day_given(line: IntakeLine) -> date | None:
    """Return the day that a line gives a match, or would give it; None if it does not.

    What stands on that day in the record already is no news.
    """
    outcome = line.if_taken if line.outcome is Outcome.UNCLEAR else line.outcome
    changes = {each.field for each in line.changes}
    moves = outcome is Outcome.MOVED and "kick_off_date" in changes
    return line.line.date if outcome is Outcome.NEW or moves else None


def beside(
    line: IntakeLine, meetings: Iterable[OtherMeeting], *, is_taken: bool
) -> IntakeLine:
    """Return a line as it is beside other matches of its clubs: unclear, or as it was.

    One within `SAME_MEETING` is surely asked about. One within `LOOK_AROUND` is named
    where the line waits because of a match that lies further away: that is no longer
    named then.

    Args:
        meetings: Of its two clubs, without the match that it means itself.
        is_taken: Whether the officer takes the line all the same.
    """
    day = day_given(line)
    if day is None:
        return line
    ranked = sorted((abs(each.day - day), each) for each in meetings)
    if not ranked:
        return line
    distance, nearest = ranked[0]
    told = [found for each in line.reasons if (found := words.meeting_named(each))]
    is_nearer = (
        distance <= LOOK_AROUND
        and bool(told)
        and distance < min(abs(each - day) for each in told)
    )
    if not is_nearer and (told or distance > SAME_MEETING):
        return line
    doubt = words.also_meets(nearest.day, nearest.competition, nearest.sides)
    others = (each for each in line.reasons if not words.meeting_named(each))
    # A line that moves a match of its own is not that other one.
    is_new = Outcome.NEW in {line.outcome, line.if_taken}
    may_be = nearest.id if nearest.may_change and is_new else None
    line = line._replace(reasons=(doubt, *others), may_be=may_be)
    if is_taken or line.outcome is Outcome.UNCLEAR:
        return line
    return line._replace(outcome=Outcome.UNCLEAR, if_taken=line.outcome)
