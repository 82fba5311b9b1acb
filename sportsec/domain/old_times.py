"""What was written for a match before it moved: whether it may hold its old times.

An hour of the old plan may be one of the new plan as well: the gates opened at 17:30,
where now the officers muster. So what matters is when a text was written
(domain.md §4.2, the checks before printing).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from sportsec.domain.folding import fold
from sportsec.domain.kick_off import local_hour
from sportsec.domain.order_texts import (
    OrderPlan,
    OrderText,
    TextIn,
    check_order,
    hours_in,
)
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_, Words

# All that follows is matched against folded texts: الثلاثاء is الثلاثا there.
_WEEKDAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|[وبل]?ال(?:اثنين|ثلاثا|اربعا|خميس|جمعه|سبت|احد)"
)
_MONTHS = (
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
    "|decembre|january|february|march|april|may|june|july|august|september|october"
    "|november|december|يناير|فبراير|مارس|ابريل|ماي|يونيو|يوليوز|غشت|شتنبر|اكتوبر"
    "|نونبر|دجنبر"
)
_DAY = re.compile(
    rf"\b(?:{_WEEKDAYS})\b|\b[0-3]?\d(?:er|st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS})\b"
    rf"|\b(?:{_MONTHS})\s[0-3]?\d\b|(?<![\d/.])[0-3]?\d([/.])[01]?\d\1(?:20)?\d\d(?!\d)"
    r"|(?<![\d/])[0-3]\d/[01]\d(?![\d/])|\b20\d\d-[01]\d-[0-3]\d\b"
)


@dataclass(frozen=True, slots=True)
class OldTime:
    """When a match was, for whoever wrote before it moved.

    Args:
        was_at: The kick-off then; None where it was not known.
        has_other_day, has_other_hour: What is different now.
    """

    was_at: datetime | None
    has_other_day: bool
    has_other_hour: bool

    def may_be_in(self, text: str) -> bool:
        """Say whether a text speaks of what is different now."""
        by_hour = self.has_other_hour and any(True for _ in hours_in(text))
        return by_hour or self.day_may_be_in(text)

    def day_may_be_in(self, text: str) -> bool:
        """Say whether a text speaks of a day, and the day is different now."""
        return self.has_other_day and names_day(text)


def names_day(text: str) -> bool:
    """Say whether a text names a weekday or a day of the calendar."""
    return bool(_DAY.search(fold(text)))


def check_old_text(
    which: TextIn, text: str, old: OldTime, plan: OrderPlan
) -> list[Problem]:
    """Say what may be old in a text of the order that was written before a move.

    Where an hour had a name then, both hours are said; else to read it again.

    Args:
        which: The text, and the one language in which it is given.
    """
    if which.which is OrderText.WEATHER:
        return [_old_weather(which)] if old.has_other_day else []
    if not old.may_be_in(text):
        return []
    left = () if old.was_at is None else (old.was_at,)
    (code,) = which.languages
    words = Words(**{code: text})
    told = check_order({which.which: words}, replace(plan, others=(), left=left))
    found = [each for each in told if {"hour", "what"} <= each.facts.keys()]
    if not found or old.day_may_be_in(text):
        message = N_(
            "{text}: written before the match was moved: its hours and days may be old"
        )
        found.append(warning(which.which.value, message, text=which))
    return found


def old_time(
    was: date,
    was_at: datetime | None,
    now: date,
    now_at: datetime | None,
    zone: str,
) -> OldTime | None:
    """Return when a match was; None where that is when it is, or nothing was known.

    An hour that was not known yet, or is not any more, makes no other hour of it.
    """
    has_other_hour = (
        was_at is not None
        and now_at is not None
        and local_hour(was_at, zone) != local_hour(now_at, zone)
    )
    if was == now and not has_other_hour:
        return None
    return OldTime(was_at, was != now, has_other_hour)


def _old_weather(which: TextIn) -> Problem:
    message = N_("{text}: foreseen for the day on which the match was to be")
    return warning(which.which.value, message, text=which)
