"""Which open points of a match belong before which meeting.

What the police lack is no matter for clubs and supporters: their agenda is read outside
the cell. Authorities settle what they decide; the internal briefing sees all.
"""

from __future__ import annotations

from sportsec.domain.meetings import MeetingKind
from sportsec.domain.readiness import RATE_ANEW, Lack
from sportsec.domain.task_list import TaskStep

#: Meetings of those who decide on the match.
_AUTHORITIES = frozenset({MeetingKind.LOCAL_COMMISSION, MeetingKind.MIXED_COMMITTEE})
_OF_THE_MATCH = frozenset(
    {*(Lack.NEW_DAY, Lack.STADIUM, Lack.HOUR, Lack.CONFIRMATION), Lack.ESTIMATE}
)
_OF_THE_RISK = frozenset({Lack.RATING, *RATE_ANEW})
#: Tasks that others than the police have a say in. Requests for tifos are points of
#: their own.
_SHARED = frozenset(
    {
        *(TaskStep.CONSULTATION, TaskStep.ALLOCATION, TaskStep.TRAVEL_DECISION),
        *(TaskStep.SUPPORTERS_MEETING, TaskStep.TICKETS_AND_ROUTE),
    }
)
#: Tasks of the police of which no lack of the match speaks.
_OF_THE_POLICE = frozenset(
    {
        *(TaskStep.AWAY_INFORMATION, TaskStep.DETACHMENTS, TaskStep.ORDER_APPROVED),
        TaskStep.ANIMATION_CHECK,
    }
)
_AFTERWARDS = frozenset({TaskStep.HOT_REPORT, TaskStep.FULL_REPORT})


def is_read_outside(kind: MeetingKind) -> bool:
    """Say whether others than the police read the agenda of such a meeting."""
    return kind is not MeetingKind.INTERNAL_BRIEFING


def lacks_before(kind: MeetingKind) -> frozenset[Lack]:
    """Return what a match may lack that such a meeting has to settle."""
    if kind is MeetingKind.DEBRIEF:
        return frozenset({Lack.RESULT})
    if kind is MeetingKind.INTERNAL_BRIEFING:
        return frozenset(Lack) - {Lack.RESULT}
    return _OF_THE_MATCH | _OF_THE_RISK if kind in _AUTHORITIES else _OF_THE_MATCH


def steps_before(kind: MeetingKind) -> frozenset[TaskStep]:
    """Return the tasks of every match that belong before such a meeting."""
    if kind is MeetingKind.DEBRIEF:
        return _AFTERWARDS
    if kind is MeetingKind.INTERNAL_BRIEFING:
        return _SHARED | _OF_THE_POLICE
    return _SHARED if kind in _AUTHORITIES else frozenset()


def own_tasks_before(kind: MeetingKind) -> bool:
    """Say whether the cell's own tasks belong before such a meeting."""
    return kind is MeetingKind.INTERNAL_BRIEFING


def doubts_before(kind: MeetingKind) -> bool:
    """Say whether the warnings of a match belong before such a meeting."""
    return kind in {*_AUTHORITIES, MeetingKind.INTERNAL_BRIEFING}


def requests_before(kind: MeetingKind) -> bool:
    """Say whether requests for tifos belong before such a meeting."""
    return kind is not MeetingKind.DEBRIEF
