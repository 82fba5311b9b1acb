"""The fields of two records beside each other."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.queries.field_values import named_values
from sportsec.store.base import Record
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
    columns = [name for name in owner.c.keys() if name not in _LEFT_OUT]
    values = [
        (name, *(None if side is None else side[name] for side in sides))
        for name in columns
    ]
    names = named_values(
        work, [(table, row[0], value) for row in values for value in row[1:]]
    )
    return [
        (name, *(names.get(value, value) for value in pair))  # type: ignore[misc]  # two
        for name, *pair in values
        if any(value not in {None, "", ()} for value in pair)
    ]
