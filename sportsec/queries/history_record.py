"""The history of one record, with that of its parts: acts, newest first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from sportsec.domain.history import PART_OF, ActRow, ChangeRow, Mention
from sportsec.queries.history_acts import act_rows
from sportsec.queries.history_changes import changes_of, mentions
from sportsec.queries.history_ops import Op, ops_of_rows
from sportsec.store.base import Record
from sportsec.store.tables import journal
from sportsec.store.tables.twins import Twin
from sportsec.store.work import Work

#: Acts shown; older ones are counted.
ACTS = 200
#: Changes shown of one act; a deployment taken over has hundreds.
CHANGES = 60


@dataclass(frozen=True, slots=True)
class Episode:
    """What one act did to a record and its parts.

    Args:
        more: How many changes are not listed.
    """

    act: ActRow
    changes: tuple[ChangeRow, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """What happened to a record.

    Args:
        episodes: Newest first.
        more: How many older acts are not listed.
        has_parts: Whether the record has parts, shown or not.
    """

    record: Mention
    episodes: tuple[Episode, ...] = ()
    more: int = 0
    has_parts: bool = False


def record_history(
    work: Work,
    kind: str,
    record: UUID,
    *,
    with_parts: bool = True,
    acts: int = ACTS,
) -> RecordHistory:
    """Return the history of a record, and of those that were found to be the same.

    Args:
        with_parts: Also what happened to its parts, such as the sectors of a stadium.
        acts: How many at most.
    """
    same = _same_as(work, record)
    parts = parts_of(work, kind, same)
    answers = _answers_about(work, same)
    rows = {*same, *answers, *parts} if with_parts else {*same, *answers}
    ops = ops_of_rows(work, rows)
    order = _newest_first(work, {op.act for op in ops})
    shown = order[:acts]
    by_act: dict[int, list[Op]] = {act: [] for act in shown}
    for op in ops:
        if op.act in by_act:
            by_act[op.act].append(op)
    kept = [op for act in shown for op in by_act[act][:CHANGES]]
    changes: dict[int, list[ChangeRow]] = {act: [] for act in shown}
    for change in changes_of(work, kept):
        changes[change.act].append(change)
    return RecordHistory(
        mentions(work, [(kind, record)])[kind, record],
        tuple(
            Episode(act, tuple(changes[act.id]), max(0, len(by_act[act.id]) - CHANGES))
            for act in act_rows(work, shown)
        ),
        len(order) - len(shown),
        bool(parts),
    )


def parts_of(work: Work, kind: str, records: Collection[UUID]) -> dict[UUID, str]:
    """Return the parts of records and the parts of these, each with its table.

    Deleted ones are among them.
    """
    found: dict[UUID, str] = {}
    for part, column in PART_OF.items():
        table = Record.metadata.tables[part]
        target = next(iter(table.c[column].foreign_keys)).column.table.name
        if target != kind:
            continue
        query = select(table.c.id).where(table.c[column].in_(records))
        ids = set(work.session.scalars(query))
        if ids:
            found |= dict.fromkeys(ids, part) | parts_of(work, part, ids)
    return found


def _same_as(work: Work, record: UUID) -> set[UUID]:
    """Return a record with those that are one with it: none of them loses its past."""
    twin = journal.twin.c
    elder = select(twin.elder).where(twin.row == record.bytes).scalar_subquery()
    rows = work.session.scalars(select(twin.row).where(twin.elder == elder))
    return {record, *(UUID(bytes=row) for row in rows)}


def _answers_about(work: Work, records: Collection[UUID]) -> set[UUID]:
    """Return the decisions whether records are the same as others."""
    about = or_(Twin.first_id.in_(records), Twin.second_id.in_(records))
    return set(work.session.scalars(select(Twin.id).where(about)))


def _newest_first(work: Work, acts: Collection[int]) -> list[int]:
    table = journal.act.c
    query = select(table.act).where(table.act.in_(acts))
    return list(
        work.session.scalars(query.order_by(table.hlc.desc(), table.act.desc()))
    )
