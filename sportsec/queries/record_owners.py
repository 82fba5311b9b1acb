"""The record on whose page a part of it is found: the match of a post, and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.history import PART_OF
from sportsec.queries.field_values import target_of
from sportsec.store.base import Record
from sportsec.store.work import Work

#: A record: its kind and its identifier.
Named = tuple[str, UUID]


def owners_of(work: Work, records: Collection[Named]) -> dict[Named, Named]:
    """Return the record that each belongs to; a record of its own belongs to itself."""
    found = {each: each for each in records}
    while parts := _parts(found.values()):
        step: dict[Named, Named] = {}
        for table, ids in parts.items():
            column = PART_OF[table]
            owner = Record.metadata.tables[table]
            query = select(owner.c.id, owner.c[column]).where(owner.c.id.in_(ids))
            above = target_of(table, column)
            for record, parent in work.session.execute(query):
                if parent is not None:
                    step[table, record] = (above, parent)
        if not step:
            break
        found = {each: step.get(owner, owner) for each, owner in found.items()}
    return found


def _parts(records: Collection[Named]) -> dict[str, set[UUID]]:
    found: dict[str, set[UUID]] = defaultdict(set)
    for table, record in records:
        if table in PART_OF:
            found[table].add(record)
    return found
