"""What lies in the trash: deleted records of every kind, latest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, literal, select, union_all
from sqlalchemy.sql.selectable import CompoundSelect

from sportsec.domain.folding import fold
from sportsec.domain.history import DeletedRow
from sportsec.domain.listing import Order
from sportsec.domain.words import LANGUAGES
from sportsec.queries.history_changes import mentions
from sportsec.store.base import Record
from sportsec.store.work import Work

#: Kinds whose records mean nothing to an officer by themselves.
_INNER = frozenset({"assignment", "risk_item", "twin", "cell"})


@dataclass(frozen=True, slots=True)
class TrashFilter:
    """Deleted records wanted.

    Args:
        text: In their name, in any script and spelling.
        kind: Table; empty for all.
    """

    text: str = ""
    kind: str = ""


class Trash:
    """The deleted records, as a source of a list."""

    def count(self, work: Work, wanted: TrashFilter) -> int:
        """Count the records wanted; those that a text is looked for in, at most."""
        found = _query(wanted)
        if found is None:
            return 0
        query = select(func.count()).select_from(found.subquery())
        return work.session.scalar(query) or 0

    def ids(
        self,
        work: Work,
        wanted: TrashFilter,
        order: Order,
        limit: int | None,
    ) -> Sequence[UUID]:
        """Return the records wanted in the order of their deletion."""
        descending = bool(order) and order[0].descending
        found = _query(wanted)
        if found is None:
            return []
        all_of = found.subquery()
        time = (all_of.c.deleted_at, all_of.c.id)
        way = tuple(each.desc() for each in time) if descending else time
        query = select(all_of.c.id).order_by(*way)
        if not wanted.text.strip():
            return list(work.session.scalars(query.limit(limit)))
        # The index of names holds no deleted records; there are few of them.
        rows = self.rows(work, list(work.session.scalars(query)))
        return [row.id for row in rows if _is_called(row, wanted.text)][:limit]

    def rows(self, work: Work, ids: Sequence[UUID]) -> Sequence[DeletedRow]:
        """Return the records with these identifiers, in their order."""
        at: dict[UUID, datetime] = {}
        kinds: dict[str, list[UUID]] = defaultdict(list)
        for table in Record.metadata.sorted_tables:
            query = select(table.c.id, table.c.deleted_at).where(
                table.c.id.in_(ids), table.c.deleted_at.is_not(None)
            )
            for record, deleted_at in work.session.execute(query):
                at[record] = deleted_at
                kinds[table.name].append(record)
        wanted = [(kind, one) for kind, found in kinds.items() for one in found]
        named = {key[1]: row for key, row in mentions(work, wanted).items()}
        return [DeletedRow(named[one], at[one]) for one in ids if one in at]


TRASH = Trash()


def _query(wanted: TrashFilter) -> CompoundSelect[Any] | None:
    parts = [
        _of_table(table.name)
        for table in Record.metadata.sorted_tables
        if (not wanted.kind or table.name == wanted.kind) and table.name not in _INNER
    ]
    return union_all(*parts) if parts else None


def _of_table(name: str) -> Select[Any]:
    columns = Record.metadata.tables[name].c
    query = select(columns.id, columns.deleted_at, literal(name).label("kind"))
    return query.where(columns.deleted_at.is_not(None))


def _is_called(row: DeletedRow, text: str) -> bool:
    names = " ".join(fold(row.record.name.pick(code)) for code in LANGUAGES)
    return all(word in names for word in fold(text).split())
