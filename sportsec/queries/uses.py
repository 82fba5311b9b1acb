"""What a record is used by: asked before it may be deleted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Table, select

from sportsec.domain.words import Words
from sportsec.queries.record_labels import label_of
from sportsec.store.base import Record
from sportsec.store.work import Work

#: Parts that are found only in what they belong to, and the reference to that.
_HOLDERS = {"participant": "meeting_id", "kick_off_change": "fixture_id"}


@dataclass(frozen=True, slots=True)
class Use:
    """Records of one table that refer to the one asked about.

    Args:
        table: Such as "fixture".
        count: How many refer to it.
        example: What the first of them is called, with the match or meeting it is of;
            empty for those without a name.
    """

    table: str
    count: int
    example: Words


def uses_of(
    work: Work, table: str, ids: Collection[UUID], ignoring: Collection[str] = ()
) -> list[Use]:
    """Return what live records refer to any of `ids`, table by table.

    Args:
        table: The table that `ids` belong to.
        ignoring: Tables whose rows are parts of the record and go with it.
    """
    found = []
    for owner in Record.metadata.sorted_tables:
        columns = [] if owner.name in ignoring else _references(owner, table)
        users: set[UUID] = set()
        for column in columns:
            query = select(owner.c.id).where(column.in_(ids))
            users |= set(
                work.session.scalars(query.where(owner.c.deleted_at.is_(None)))
            )
        if users:
            found.append(Use(owner.name, len(users), _example(work, owner, min(users))))
    return found


def _references(owner: Table, table: str) -> list[Column[UUID]]:
    keys = owner.foreign_keys
    return [key.parent for key in keys if key.column.table.name == table]


def _example(work: Work, owner: Table, record: UUID) -> Words:
    """Return what a record is called; a part by the record it is found in."""
    reference = _HOLDERS.get(owner.name)
    if reference is not None:
        column = owner.c[reference]
        held = select(column).where(owner.c.id == record)
        record = work.session.execute(held).scalar_one()
        return label_of(work, next(iter(column.foreign_keys)).column.table.name, record)
    return label_of(work, owner.name, record)
