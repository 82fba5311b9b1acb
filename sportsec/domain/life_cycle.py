"""The life cycle of a match: which status may follow which, and on what condition."""

from __future__ import annotations

from datetime import date

from sportsec.domain.fixtures import FixtureStatus as S
from sportsec.domain.fixtures import ResultDraft
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_

#: What may become of a match. A match that is over returns to the calendar when a
#: replay is ordered, a decision is overturned, or the entry was a mistake.
FOLLOWERS: dict[S, frozenset[S]] = {
    S.SCHEDULED: frozenset(S) - {S.SCHEDULED},
    S.CONFIRMED: frozenset(S) - {S.CONFIRMED},
    S.POSTPONED: frozenset({S.SCHEDULED, S.CONFIRMED, S.CANCELLED, S.AWARDED}),
    S.INTERRUPTED: frozenset({S.PLAYED, S.ABANDONED, S.AWARDED, S.SCHEDULED}),
    S.ABANDONED: frozenset({S.PLAYED, S.AWARDED, S.SCHEDULED}),
    S.PLAYED: frozenset({S.AWARDED, S.SCHEDULED}),
    S.AWARDED: frozenset({S.SCHEDULED}),
    S.CANCELLED: frozenset({S.SCHEDULED}),
}
#: Still to be played on the day written.
AHEAD = frozenset({S.SCHEDULED, S.CONFIRMED})
#: Over, one way or another.
OVER = frozenset({S.PLAYED, S.ABANDONED, S.AWARDED, S.CANCELLED})
#: Cannot be true before the day of the match.
_ON_THE_DAY = frozenset({S.PLAYED, S.INTERRUPTED, S.ABANDONED})
_EXPLAINED = frozenset({S.ABANDONED, S.AWARDED})
_SHOULD_BE_EXPLAINED = frozenset({S.POSTPONED, S.CANCELLED, S.INTERRUPTED})


def may_follow(status: S, wanted: S) -> bool:
    """Say whether a match that is `status` may become `wanted`."""
    return wanted in FOLLOWERS[status]


def check_status(
    status: S, wanted: S, *, remark: str, day: date, today: date
) -> list[Problem]:
    """Say what speaks against a change of status.

    Args:
        remark: Why: decision and its reference, weather, …
        day: Local day of the match.
        today: Local day on which the change is entered.
    """
    if not may_follow(status, wanted):
        text = N_("A match that is “{old}” cannot become “{new}”")
        return [Problem("status", text, facts={"old": status, "new": wanted})]
    found = []
    if wanted in _ON_THE_DAY and day > today:
        text = N_("The match is on {day}: it has not been played yet")
        found.append(Problem("status", text, facts={"day": day}))
    reinstated = status in OVER and wanted in AHEAD
    if not remark.strip():
        text = N_("Say why, with the decision or its reference")
        if wanted in _EXPLAINED or reinstated:
            found.append(Problem("status_remark", text))
        elif wanted in _SHOULD_BE_EXPLAINED:
            found.append(Problem("status_remark", text, Level.WARN))
    return found


def check_result(draft: ResultDraft, *, allowed: int | None = None) -> list[Problem]:
    """Say what is wrong with a result.

    Args:
        allowed: How many the match was allowed to admit, in persons.
    """
    found = []
    if (draft.home_score is None) != (draft.away_score is None):
        missing = "home_score" if draft.home_score is None else "away_score"
        found.append(Problem(missing, N_("Give the goals of both teams, or none")))
    elif draft.home_score is None:
        text = N_("The score is not known yet")
        found.append(Problem("home_score", text, Level.WARN))
    attendance, away = draft.actual_attendance, draft.actual_away
    if attendance is not None and away is not None and away > attendance:
        text = N_("The away public is larger than the total attendance")
        found.append(Problem("actual_away", text))
    if attendance is not None and allowed is not None and attendance > allowed:
        text = N_("More were present than allowed: {limit}")
        facts = {"limit": allowed}
        found.append(Problem("actual_attendance", text, Level.WARN, facts))
    return found
