"""Acts on pairs of records that two cells made of one thing."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.identity import natural_id
from sportsec.domain.twins import Verdict
from sportsec.store.tables.twins import Twin
from sportsec.store.work import Work


def call_twins(
    work: Work, table: str, first: UUID, second: UUID, verdict: Verdict
) -> UUID:
    """Say whether two records are one; the answer travels to all cells.

    The record of the answer has the same identifier in every cell, so that two cells
    which answer differently are in conflict about it like about any field.
    """
    low, high = sorted((first, second))
    name = natural_id("twin", str(low), str(high))
    known = work.session.get(Twin, name)
    if known is None:
        known = work.add(Twin(id=name, tbl=table, first_id=low, second_id=high))
    known.verdict = verdict
    known.deleted_at = None
    work.session.flush()
    return name


def decide_same(work: Work, table: str, first: UUID, second: UUID) -> UUID:
    """Say that two records are one."""
    return call_twins(work, table, first, second, Verdict.SAME)


def decide_different(work: Work, table: str, first: UUID, second: UUID) -> UUID:
    """Say that two records are two, so that nobody is asked again."""
    return call_twins(work, table, first, second, Verdict.DIFFERENT)
