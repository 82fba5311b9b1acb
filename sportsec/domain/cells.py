"""The cell that owns a workspace, as the officer names it."""

from __future__ import annotations

from dataclasses import dataclass

from sportsec.domain.checks import check_name
from sportsec.domain.drafts import Draft
from sportsec.domain.problems import Problem
from sportsec.domain.words import Words


@dataclass(frozen=True, slots=True)
class CellDraft(Draft):
    """A sports-security cell.

    Args:
        name: Stands on every paper.
        command_name: The command it belongs to.
        city: Its seat.
        ref_prefix: Begins the reference of each paper.
    """

    name: Words = Words()
    command_name: Words = Words()
    city: Words = Words()
    ref_prefix: str = ""


def check_cell(draft: CellDraft) -> list[Problem]:
    """Say what is wrong with the cell's own record."""
    return check_name(draft.name)
