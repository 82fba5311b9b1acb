"""How a task of a match is said: its name, its day, and why it counts as done."""

from __future__ import annotations

from datetime import date

from sportsec.domain.task_list import TaskState, TaskStep
from sportsec.domain.task_times import Timing
from sportsec.domain.words import N_
from sportsec.i18n.formats import long_date, short_date
from sportsec.queries.task_list import TaskRow
from sportsec.ui.language import isolate, label, tr, tr_count, translator
from sportsec.ui.match_look import distance_of

_STAGE = N_("The stage of the match says so")
_RATED, _HELD = N_("The rating is decided"), N_("The meeting was held")
#: What the record shows where a step counts as done without a tick.
_SHOWN = {
    **dict.fromkeys(
        (
            *(TaskStep.OPEN_FILE, TaskStep.ORDER_APPROVED, TaskStep.CHIEFS_BRIEFED),
            *(TaskStep.HOT_REPORT, TaskStep.FULL_REPORT),
        ),
        _STAGE,
    ),
    **dict.fromkeys((TaskStep.FIRST_RATING, TaskStep.FINAL_RATING), _RATED),
    **dict.fromkeys(
        (
            *(TaskStep.COMMISSION, TaskStep.SUPPORTERS_MEETING),
            TaskStep.TECHNICAL_MEETING,
        ),
        _HELD,
    ),
    TaskStep.ALLOCATION: N_("The away allocation is entered"),
    TaskStep.TRAVEL_DECISION: N_("The decision on travel is entered"),
    TaskStep.TICKETS_AND_ROUTE: N_("Tickets and arrival of the public are entered"),
    TaskStep.ANIMATIONS_DECIDED: N_("Every request is answered"),
    TaskStep.DETACHMENTS: N_("Every post has its officers"),
    TaskStep.ANIMATION_CHECK: N_("All that was authorised is checked"),
    TaskStep.NOTHING_OPEN: N_("Every promise and decision is closed"),
}
_MARK = " · "


def task_name(row: TaskRow) -> str:
    """Return what is to be done."""
    return row.task if row.step is None else label(row.step)


def due_text(row: TaskRow, today: date) -> str:
    """Return by how many days a task is late, or in how many it is due; else ""."""
    if row.due_on is None or row.timing not in {Timing.LATE, Timing.SOON}:
        return ""
    days = (row.due_on - today).days
    if row.timing is Timing.LATE:
        return tr_count("{n} day late", "{n} days late", -days)
    return tr("Tomorrow") if days == 1 else tr_count("In {n} day", "In {n} days", days)


def day_text(row: TaskRow) -> str:
    """Return the day on which a task falls due, in full."""
    if row.due_on is None:
        return tr("Without a day")
    return long_date(row.due_on, translator().language)


def distance_text(row: TaskRow) -> str:
    """Return how far from the kick-off a task is planned."""
    return "" if row.days_before is None else distance_of(row.days_before)


def closed_text(row: TaskRow) -> str:
    """Return how it is known that a task is done or not needed; "" for an open one."""
    if row.state is TaskState.OPEN:
        return ""
    said = label(row.state)
    if row.why is not None:
        return tr("{name}: {text}", name=said, text=label(row.why))
    if row.is_seen and row.step in _SHOWN:
        return tr("{name}: {text}", name=said, text=tr(_SHOWN[row.step]))
    if row.closed_on is None:
        return said
    return f"{said}{_MARK}{isolate(short_date(row.closed_on))}"


def awaited_text(row: TaskRow) -> str:
    """Return how many requests a task still waits for; "" where none does."""
    if not row.awaited:
        return ""
    return tr_count(
        "{n} request waits for its answer",
        "{n} requests wait for their answer",
        row.awaited,
    )


def against_text(row: TaskRow) -> str:
    """Return what the record holds against a tick; "" where it holds nothing."""
    if row.is_outrun:
        return tr("New figures of the public speak against the rating")
    return awaited_text(row)


def facts_text(row: TaskRow) -> str:
    """Return what stands below a task: day, what is against it, whose, a remark."""
    first = closed_text(row) or day_text(row)
    said = (first, against_text(row), label(row.role), row.remark)
    return _MARK.join(filter(None, said))
