"""How figures of the directory read: ranges, unknowns, dates."""

from __future__ import annotations

from datetime import date

from sportsec.i18n.formats import number, short_date
from sportsec.ui.language import (
    in_reading_direction,
    isolate,
    span_text,
    tr,
    translator,
)

NO_BREAK = "\u00a0"


def figure(value: float | None, decimals: int = 0) -> str:
    """Return a number in the language of the screen; empty for none."""
    return number(value, translator().language, decimals)


def span(low: int | None, high: int | None) -> str:
    """Return "150–200", "150+" or "≤ 200"; empty when nothing is known."""
    if low is None and high is None:
        return ""
    if low is None:
        text = f"≤ {figure(high)}"
    elif high is None:
        text = f"{figure(low)}+"
    elif low == high:
        text = figure(low)
    else:
        return span_text(figure(low), figure(high))
    return isolate(text)


def day(value: date | None) -> str:
    """Return a day as dd/mm/yyyy; empty for none."""
    return isolate(short_date(value))


def percent(value: float | None) -> str:
    """Return "5 %"; empty for none."""
    if value is None:
        return ""
    return isolate(tr("{n} %", n=figure(value, 0 if value == int(value) else 1)))


def joined(*parts: str) -> str:
    """Join what is known with dots, in the reading direction of the screen.

    Without the mark, a line that begins with a code would run from the left. No line
    begins with a dot.
    """
    text = f"{NO_BREAK}· ".join(part for part in parts if part)
    return in_reading_direction(text)
