"""Promises and decisions: by whom, due when, kept or not (domain.md §2.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.problems import Level, Problem, warning
from sportsec.domain.words import N_


class CommitmentKind(StrEnum):
    """What binds: the word of one side, or what a meeting decided."""

    PROMISE = "promise"
    DECISION = "decision"


class CommitmentTopic(StrEnum):
    """What a promise or decision is about."""

    CAPACITY = "capacity"
    ALLOCATION = "allocation"
    PRICE = "price"
    ROUTE = "route"
    SCHEDULE = "schedule"
    BAN = "ban"
    ANIMATION = "animation"
    TRAVEL = "travel"
    STAFFING = "staffing"
    CONDUCT = "conduct"
    OTHER = "other"


class CommitmentState(StrEnum):
    """What became of it; late is an open one whose day has passed."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class CommitmentDraft(Draft):
    """A promise or a decision.

    Who is bound by it is named by one of contact, club, group and organisation. Where
    the cell itself is (`is_ours`), the one named, if any, is whom it gave its word.

    Args:
        liaison_id: The call in which it was given.
        meeting_id: The meeting that took it.
        is_ours: Whether the cell is bound.
        wording: What was promised or decided.
        responsible: Who sees to it, in words.
        due_on: The local day by which it is to be kept.
    """

    kind: CommitmentKind = CommitmentKind.PROMISE
    fixture_id: UUID | None = None
    liaison_id: UUID | None = None
    meeting_id: UUID | None = None
    is_ours: bool = False
    contact_id: UUID | None = None
    club_id: UUID | None = None
    group_id: UUID | None = None
    organisation_id: UUID | None = None
    topic: CommitmentTopic = CommitmentTopic.OTHER
    wording: str = ""
    responsible: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class OutcomeDraft(Draft):
    """What became of a promise or decision, and how that is known."""

    state: CommitmentState = CommitmentState.OPEN
    remark: str = ""


def is_late(due_on: date | None, state: CommitmentState, today: date) -> bool:
    """Say whether its day has passed and nobody said what became of it."""
    return state is CommitmentState.OPEN and due_on is not None and due_on < today


#: Of these one names who is bound.
PARTIES = ("contact_id", "club_id", "group_id", "organisation_id")


def check_commitment(
    draft: CommitmentDraft,
    today: date,
    *,
    is_new: bool = True,
    match_day: date | None = None,
) -> list[Problem]:
    """Say what is wrong with a promise or decision (domain.md §2.6).

    Args:
        match_day: Of its match, while that day is fixed.
        is_new: Of one that stands already, a day that has passed says nothing new.
    """
    found = []
    if not draft.wording.strip():
        found.append(Problem("wording", N_("Write what was promised or decided")))
    named = [name for name in PARTIES if getattr(draft, name) is not None]
    is_decision = draft.kind is CommitmentKind.DECISION
    if not named and not draft.is_ours and not is_decision:
        found.append(Problem("is_ours", N_("Say who is bound by it")))
    alone = N_("Name one alone: each promise has one side")
    found += [Problem(name, alone) for name in named[1:]]
    if is_decision and not draft.responsible.strip():
        # Nobody would keep it; where somebody is bound, he is asked.
        level = Level.WARN if named or draft.is_ours else Level.BLOCK
        text = N_("Say who sees to this decision")
        found.append(Problem("responsible", text, level))
    if draft.due_on is None:
        found.append(warning("due_on", N_("Without a day nobody sees that it is late")))
    elif is_new and draft.due_on < today:
        found.append(warning("due_on", N_("This day has passed already")))
    elif match_day is not None and draft.due_on > match_day and not is_decision:
        # What is decided may well be for afterwards; what is promised seldom is.
        text = N_("This is after the match, which is on {day}")
        found.append(Problem("due_on", text, Level.WARN, {"day": match_day}))
    return found


def in_order(
    due_on: date | None,
    state: CommitmentState,
    closed_on: date | None,
    today: date,
) -> tuple[int, int]:
    """Return the key of a list: late ones, then by due day, those closed last.

    Among the closed the one closed last comes first; without a day is last of its kind.
    """
    if state is not CommitmentState.OPEN:
        return 2, -(closed_on or date.min).toordinal()
    late = is_late(due_on, state, today)
    return int(not late), (due_on or date.max).toordinal()


class Standing(Protocol):
    """A promise or decision as it stands in the record."""

    @property
    def kind(self) -> CommitmentKind:
        """What binds."""

    @property
    def state(self) -> CommitmentState:
        """What became of it."""

    @property
    def wording(self) -> str:
        """What was promised or decided."""

    @property
    def responsible(self) -> str:
        """Who sees to it."""

    @property
    def due_on(self) -> date | None:
        """The local day by which it is to be kept."""


def check_standing(standing: Iterable[Standing], today: date) -> list[Problem]:
    """Say what is to be seen to before an order is printed (domain.md §4.2).

    Args:
        standing: All promises and decisions of a match, the closed ones too.
    """
    found = []
    for each in standing:
        if each.state is not CommitmentState.OPEN:
            continue
        if is_late(each.due_on, each.state, today):
            text = N_("Late since {day}: {wording}")
            facts = {"day": each.due_on, "wording": each.wording}
            found.append(warning("commitments", text, **facts))
        elif each.kind is CommitmentKind.DECISION and not each.responsible.strip():
            text = N_("Nobody sees to this decision: {wording}")
            found.append(warning("commitments", text, wording=each.wording))
    return found


def is_out_of_step(due_on: date, was: date, now: date) -> bool:
    """Say whether a due day no longer suits a match that moved.

    It was the day of the match itself, or lay before it and lies after it now, or the
    other way round.

    Args:
        was, now: The day of the match.
    """
    return due_on == was or (due_on <= was) != (due_on <= now)


#: What is due this close before a match was set by it, as "on the eve" is.
NEAR = timedelta(7)


def shifted(due_on: date, days: int, today: date) -> date:
    """Return a due day moved with its match, never onto a day that is over already.

    Args:
        days: By how many the match moved; below 0 to an earlier one.
    """
    return max(due_on + timedelta(days), min(due_on, today))


def may_go_along(due_on: date, was: date, now: date, today: date) -> bool:
    """Say whether a due day would be another one, and not over yet, if it moved too.

    Args:
        was, now: The day of its match.
    """
    new_day = shifted(due_on, (now - was).days, today)
    return new_day != due_on and new_day >= today


def goes_along(due_on: date, was: date, now: date, today: date) -> bool:
    """Say whether a due day is thought to follow a match that moved.

    It was set by the old day of the match, or no longer suits the new one. One that
    lies well before both holds by itself, and one that is late already stays late.

    Args:
        was, now: The day of the match.
    """
    return due_on >= max(today, min(was - NEAR, now))
