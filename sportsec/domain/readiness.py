"""What a match still lacks before its briefing can be printed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sportsec.domain.fixtures import FixtureStatus, KickOffStatus
from sportsec.domain.life_cycle import AHEAD

#: The order goes out on the eve of a match: then nothing is open any more.
EVE = timedelta(days=1)


class Lack(StrEnum):
    """One thing that is missing, in the order in which a match is prepared."""

    NEW_DAY = "new_day"  #: it was postponed
    STADIUM = "stadium"
    HOUR = "hour"
    CONFIRMATION = "confirmation"  #: of the kick-off
    ESTIMATE = "estimate"  #: of the public
    RATING = "rating"
    SIDES = "sides"  #: home and away were exchanged since it was rated
    REVIEW = "review"  #: the match moved since it was rated
    FIGURES = "figures"  #: of the public, they say what the rating did not know
    COMMANDER = "commander"
    ANIMATIONS = "animations"  #: requests for tifos wait for their answer
    POSTS = "posts"  #: none is planned
    OFFICERS = "officers"  #: posts are short of them
    TEXTS = "texts"  #: of the order, they say what the plan no longer says, or may
    RESULT = "result"  #: the day is over


#: A rating that what happened since has left behind: the next one is begun.
RATE_ANEW = frozenset({Lack.SIDES, Lack.REVIEW, Lack.FIGURES})


@dataclass(frozen=True, slots=True)
class Preparation:
    """How far a match has come.

    Args:
        kick_off_date: Its local day.
        has_moved: Whether it moved since it was rated: hour and day are part of it.
        is_outrun: Whether new figures of the public contradict the rating in force.
        is_turned: Whether home and away were exchanged since it was rated.
        posts: How many places are planned, over all phases.
        short: How many of them lack officers.
        wrong_texts: How many texts of the order say what the plan no longer says, or
            may; each language of one counts by itself.
        unanswered: How many requests for tifos wait for their answer.
    """

    status: FixtureStatus
    kick_off_date: date
    kick_off_status: KickOffStatus
    has_hour: bool
    has_stadium: bool
    has_estimate: bool
    has_commander: bool
    is_rated: bool
    has_moved: bool
    posts: int
    short: int
    wrong_texts: int = 0
    unanswered: int = 0
    is_outrun: bool = False
    is_turned: bool = False


def lacks(match: Preparation, today: date) -> tuple[Lack, ...]:
    """Return what is missing; nothing of a match that will not be played.

    One that is postponed lacks its new day: all else is prepared for that.

    Args:
        today: The local day. A match of an earlier day lacks its result only.
    """
    if match.status is FixtureStatus.POSTPONED:
        return (Lack.NEW_DAY,)
    if match.status not in AHEAD:
        return ()
    if match.kick_off_date < today:
        return (Lack.RESULT,)
    is_open = match.kick_off_status is KickOffStatus.PROVISIONAL
    missing = {
        Lack.STADIUM: not match.has_stadium,
        Lack.HOUR: not match.has_hour,
        Lack.CONFIRMATION: is_open,
        Lack.ESTIMATE: not match.has_estimate,
        Lack.RATING: not match.is_rated,
        **_rating_left_behind(match),
        Lack.COMMANDER: not match.has_commander,
        Lack.ANIMATIONS: match.unanswered > 0,
        Lack.POSTS: not match.posts,
        Lack.OFFICERS: match.short > 0,
        Lack.TEXTS: match.wrong_texts > 0,
    }
    return tuple(lack for lack, is_missing in missing.items() if is_missing)


def _rating_left_behind(match: Preparation) -> dict[Lack, bool]:
    """Return the gravest reason to rate a match anew: who does so sees all of them."""
    is_turned = match.is_rated and match.is_turned
    has_moved = match.is_rated and match.has_moved
    return {
        Lack.SIDES: is_turned,
        Lack.REVIEW: has_moved and not is_turned,
        Lack.FIGURES: match.is_outrun and not has_moved and not is_turned,
    }


def is_late(kick_off_date: date, lacking: Collection[Lack], today: date) -> bool:
    """Say whether a match should be ready by now and is not.

    Args:
        lacking: What it lacks, as `lacks` says.
        today: The local day.
    """
    return bool(lacking) and kick_off_date - EVE <= today
