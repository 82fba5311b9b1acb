"""The fields of two records beside each other."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.words import called
from sportsec.queries.field_values import named_values
from sportsec.store.base import Record
from sportsec.store.journal.shape import shapes
from sportsec.store.work import Work

#: Say nothing of the record itself.
_LEFT_OUT = {"id", "deleted_at", "feed_uid", "folded"}


def values_beside(
    work: Work, table: str, first: UUID, second: UUID
) -> list[tuple[str, Any, Any]]:
    """Return column and both values, where at least one of them says something."""
    owner = Record.metadata.tables[table]
    query = select(owner).where(owner.c.id.in_([first, second]))
    found = {row["id"]: row for row in work.session.execute(query).mappings()}
    sides = [found.get(first), found.get(second)]
    values: list[tuple[str, Any, Any]] = []
    for column in owner.columns:
        if column.name not in _LEFT_OUT:
            one, other = (side and side[column.name] for side in sides)
            values.append((column.name, one, other))
    names = named_values(
        work, [(table, row[0], value) for row in values for value in row[1:]]
    )

    return [
        (name, called(names, name, one), called(names, name, other))
        for name, one, other in values
        if not _is_empty(one) or not _is_empty(other)
    ]


def register_of(table: str, column: str) -> str:
    """Return the register of a column: columns of one move together."""
    return shapes()[table].register_of[column]


def _is_empty(value: object) -> bool:
    return value is None or value in {"", ()}
