"""Acts of a test on the record, each sealed by itself as those of an officer are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sportsec.store.work import Work
from sportsec.store.workspace import Workspace

T = TypeVar("T")


def do(workspace: Workspace, job: Callable[[Work], T]) -> T:
    """Do something in an act of its own."""
    with workspace.writing() as work:
        result = job(work)
        work.commit("test")
        return result
