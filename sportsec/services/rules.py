"""Refusing what a rule forbids."""

from __future__ import annotations

from collections.abc import Iterable

from sportsec.domain.errors import Invalid
from sportsec.domain.problems import Problem, blocking


def refuse_blocking(problems: Iterable[Problem]) -> None:
    """Let warnings pass.

    Raises:
        Invalid: At least one problem forbids saving; it carries those that do.
    """
    found = blocking(problems)
    if found:
        raise Invalid(found)
