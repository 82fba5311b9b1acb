"""The record on whose page a part of it is found: the match of a post, and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.history import PART_OF
from sportsec.queries.field_values import target_of
from sportsec.store.base import Record
from sportsec.store.work import Work

#: A record: its kind and its identifier.
Named = tuple[str, UUID]


#: Identifiers asked for at once; SQLite takes some thirty thousand.
_AT_ONCE = 5000


def owners_of(work: Work, records: Collection[Named]) -> dict[Named, Named]:
    """Return the record that each belongs to; a record of its own belongs to itself."""
    return {each: chain[-1] for each, chain in chains_of(work, records).items()}


def chains_of(work: Work, records: Collection[Named]) -> dict[Named, list[Named]]:
    """Return each record with those that it is a part of, the nearest first."""
    found = {each: [each] for each in records}
    while parts := _parts(chain[-1] for chain in found.values()):
        above = {
            each: parent
            for table, ids in parts.items()
            for each, parent in _parents(work, table, ids)
        }
        if not above:
            break
        for chain in found.values():
            if chain[-1] in above:
                chain.append(above[chain[-1]])
    return found


def _parts(records: Iterable[Named]) -> dict[str, set[UUID]]:
    found: dict[str, set[UUID]] = defaultdict(set)
    for table, record in records:
        if table in PART_OF:
            found[table].add(record)
    return found


def _parents(work: Work, table: str, ids: set[UUID]) -> Iterator[tuple[Named, Named]]:
    column, owner = PART_OF[table], Record.metadata.tables[table]
    kind, rest = target_of(table, column), iter(ids)
    while some := list(islice(rest, _AT_ONCE)):
        query = select(owner.c.id, owner.c[column]).where(owner.c.id.in_(some))
        for record, parent in work.session.execute(query):
            if parent is not None:
                yield (table, record), (kind, parent)
