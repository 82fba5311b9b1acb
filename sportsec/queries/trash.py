"""What lies in the trash: deleted records of every kind, latest first.

A record whose making was undone is gone, but nobody deleted it: a programme taken in
and undone would bury what was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql.selectable import CompoundSelect

from sportsec.domain.folding import fold
from sportsec.domain.history import DeletedRow
from sportsec.domain.listing import Group, Order, Sort
from sportsec.domain.words import LANGUAGES
from sportsec.i18n.formats import ZONE
from sportsec.i18n.kind_words import kind_label
from sportsec.i18n.translator import translator
from sportsec.queries.history_changes import mentions
from sportsec.store.base import Record
from sportsec.store.journal.shape import DELETED
from sportsec.store.tables import journal
from sportsec.store.work import Work

#: Kinds whose records mean nothing to an officer by themselves.
INNER = frozenset({"assignment", "risk_item", "twin", "cell"})


@dataclass(frozen=True, slots=True)
class TrashFilter:
    """Deleted records wanted.

    Args:
        text: In their name, in any script and spelling.
        kind: Table; empty for all.
        language: The one that kinds are sorted and named in.
    """

    text: str = ""
    kind: str = ""
    language: str = "ar"


class Trash:
    """The deleted records, as a source of a list."""

    groupable = frozenset({"time", "kind"})

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
        """Return the records wanted by kind, or in the order of their deletion."""
        found = _query(wanted)
        if found is None:
            return []
        all_of = found.subquery()
        query = select(all_of.c.id).order_by(*_ways(all_of, wanted, order))
        if not wanted.text.strip():
            return list(work.session.scalars(query.limit(limit)))
        # The index of names holds no deleted records; there are few of them.
        rows = self.rows(work, list(work.session.scalars(query)))
        return [row.id for row in rows if _is_called(row, wanted.text)][:limit]

    def groups(self, work: Work, wanted: TrashFilter, sort: Sort) -> list[Group]:
        """Return the kinds, or the days of deletion, in the order of the key."""
        found = _query(wanted)
        if found is None:
            return []
        all_of = found.subquery()
        by_kind = sort.key == "kind"
        shared = all_of.c.kind if by_kind else all_of.c.deleted_at
        query = select(shared, func.count()).group_by(shared)
        if wanted.text.strip():
            ids = self.ids(work, wanted, [sort], None)
            query = query.where(all_of.c.id.in_(ids))
        counts: dict[Hashable, int] = {}
        for value, count in work.session.execute(
            query.order_by(*_ways(all_of, wanted, [sort]))
        ):
            key = value if by_kind else value.astimezone(ZONE).date()
            counts[key] = counts.get(key, 0) + count
        t = translator(wanted.language)
        return [
            Group(key, kind_label(t, str(key)) if by_kind else key, count)
            for key, count in counts.items()
        ]

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
        by = _deleted_by(work, list(at))
        return [
            DeletedRow(named[one], at[one], by.get(one, "")) for one in ids if one in at
        ]


TRASH = Trash()


def _deleted_by(work: Work, ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return who deleted records, as the journal has it."""
    act, op = journal.act.c, journal.op.c
    query = (
        select(op.row, act.actor)
        .join(journal.act, act.act == op.act)
        .where(op.row.in_([one.bytes for one in ids]))
        .where(op.col == DELETED, op.val.is_not(None))
        .order_by(act.hlc, op.op)
    )
    return {UUID(bytes=row): actor or "" for row, actor in work.session.execute(query)}


def _query(wanted: TrashFilter) -> CompoundSelect[Any] | None:
    parts = [
        _of_table(table.name)
        for table in Record.metadata.sorted_tables
        if (not wanted.kind or table.name == wanted.kind) and table.name not in INNER
    ]
    return union_all(*parts) if parts else None


def _of_table(name: str) -> Select[Any]:
    columns = Record.metadata.tables[name].c
    query = select(columns.id, columns.deleted_at, literal(name).label("kind"))
    return query.where(columns.deleted_at.is_not(None), _was_deleted(columns.id))


def _was_deleted(record: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that an act deleted a record, and not only an undo.

    Where the journal says nothing of it, it was.
    """
    act, op = journal.act.c, journal.op.c
    gone = and_(op.row == record, op.col == DELETED, op.val.is_not(None))
    deletion = select(op.op).where(gone)
    own = deletion.join(journal.act, act.act == op.act).where(act.undoes.is_(None))
    return or_(own.exists(), ~deletion.exists())


def _ways(
    all_of: Subquery, wanted: TrashFilter, order: Order
) -> list[ColumnElement[Any]]:
    """Return what is sorted by; the latest first where nothing is said of the time."""
    t = translator(wanted.language)
    names = sorted(Record.metadata.tables, key=lambda kind: fold(kind_label(t, kind)))
    keys: dict[str, ColumnElement[Any]] = {
        "kind": case({kind: at for at, kind in enumerate(names)}, value=all_of.c.kind),
        "time": all_of.c.deleted_at,
    }
    sorts = [*order, Sort("time", descending=True)]
    ways = [
        keys[each.key].desc() if each.descending else keys[each.key].asc()
        for each in sorts
        if each.key in keys
    ]
    time = next(each for each in sorts if each.key == "time")
    return [*ways, all_of.c.id.desc() if time.descending else all_of.c.id.asc()]


def _is_called(row: DeletedRow, text: str) -> bool:
    names = " ".join(fold(row.record.name.pick(code)) for code in LANGUAGES)
    return all(word in names for word in fold(text).split())
