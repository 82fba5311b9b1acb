"""What a rule has to say about a draft: one finding, where, how grave."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a problem is."""

    BLOCK = "block"  #: cannot be saved or printed like this
    WARN = "warn"  #: may be saved; the officer should know


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of a rule.

    Args:
        field: Name of the draft's field it belongs to; None for the whole draft.
        message: English msgid marked with `N_`, with `{placeholders}`.
        facts: Values of the placeholders: text, numbers, dates, `Words`, enum members.
    """

    field: str | None
    message: str
    level: Level = Level.BLOCK
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


def warning(field: str | None, message: str, **facts: object) -> Problem:
    """Return a finding that forbids nothing."""
    return Problem(field, message, Level.WARN, facts)


def blocking(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that forbid saving, in the order given."""
    return [problem for problem in problems if problem.level is Level.BLOCK]
