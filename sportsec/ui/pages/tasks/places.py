"""Where each task of a match is done: the tab of its file."""

from __future__ import annotations

from sportsec.domain.task_list import TaskStep
from sportsec.ui.targets import BRIEFING, LIAISON, OVERVIEW, TIFOS

#: Tasks that are not here are done outside the program.
PLACES = {
    **dict.fromkeys(
        (
            *(TaskStep.OPEN_FILE, TaskStep.ALLOCATION, TaskStep.TRAVEL_DECISION),
            TaskStep.TICKETS_AND_ROUTE,
        ),
        OVERVIEW,
    ),
    **dict.fromkeys(
        (
            *(TaskStep.AWAY_INFORMATION, TaskStep.CONSULTATION, TaskStep.COMMISSION),
            *(TaskStep.SUPPORTERS_MEETING, TaskStep.TECHNICAL_MEETING),
            TaskStep.NOTHING_OPEN,
        ),
        LIAISON,
    ),
    **dict.fromkeys((TaskStep.ANIMATIONS_DECIDED, TaskStep.ANIMATION_CHECK), TIFOS),
    **dict.fromkeys((TaskStep.FIRST_RATING, TaskStep.FINAL_RATING), "risk"),
    TaskStep.DETACHMENTS: "deployment",
    **dict.fromkeys((TaskStep.ORDER_APPROVED, TaskStep.CHIEFS_BRIEFED), BRIEFING),
}
