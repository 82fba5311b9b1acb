"""The inbox of conflicts: fields with several values, deletions against edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.conflicts import (
    DELETED,
    Conflict,
    ConflictFilter,
    ConflictKind,
    conflict_key,
)
from sportsec.domain.errors import NotFound
from sportsec.queries.conflict_versions import (
    Head,
    base_of,
    deletion_versions,
    differ,
    losing_heads,
    value_versions,
)
from sportsec.queries.field_values import named_values
from sportsec.queries.record_labels import labels_of
from sportsec.queries.record_owners import Named, owners_of
from sportsec.store.base import Record
from sportsec.store.journal.shape import shapes
from sportsec.store.work import Work

#: Conflicts shown at once; when these are decided, the next ones come.
SHOWN = 500

Register = tuple[UUID, str]


def open_conflicts(
    work: Work, wanted: ConflictFilter | None = None, limit: int | None = SHOWN
) -> list[Conflict]:
    """Return what waits for a decision, records of one page together.

    Conflicts of a record in the trash wait until it is brought back.
    """
    wanted = wanted or ConflictFilter()
    found = _without_trash(work, _registers(work))
    owners = owners_of(work, {(table, row) for (row, _), table in found.items()})
    chosen = [
        (owners[table, row], table, row, register)
        for (row, register), table in found.items()
        if _fits(wanted, table, owners[table, row])
    ]
    chosen.sort(key=lambda each: (each[0][0] != "fixture", *map(str, each)))
    built = []
    for owner, table, row, register in chosen:
        conflict = _built(work, table, row, register)
        if wanted.cell and conflict.version_of(wanted.cell) is None:
            continue
        built.append(replace(conflict, owner=owner))
        if limit is not None and len(built) >= limit:
            break
    return _named(work, built)


def conflict(work: Work, key: str) -> Conflict:
    """Return the conflict with a short name.

    Raises:
        NotFound: None of the open ones is called so.
    """
    for (row, register), table in _without_trash(work, _registers(work)).items():
        if conflict_key(row, register) == key:
            return _whole(work, table, row, register)
    raise NotFound("conflict", key)


def conflict_of(work: Work, table: str, record: UUID, register: str) -> Conflict | None:
    """Return what stands against what in one register; None where nothing does."""
    if (record, register) not in _registers(work, record):
        return None
    return _whole(work, table, record, register)


def count_conflicts(work: Work) -> int:
    """Return how many wait; looks at open ones only, never at the whole journal."""
    return len(_without_trash(work, _registers(work)))


def conflicted(work: Work) -> dict[UUID, int]:
    """Return the records whose page shows a conflict, with how many."""
    found = _without_trash(work, _registers(work))
    owners = owners_of(work, {(table, row) for (row, _), table in found.items()})
    counts: dict[UUID, int] = defaultdict(int)
    for (row, _), table in found.items():
        counts[owners[table, row][1]] += 1
    return dict(counts)


# ---- inside


def _registers(work: Work, record: UUID | None = None) -> dict[Register, str]:
    """Return the registers in conflict with the tables they belong to."""
    known = shapes()
    heads: dict[Register, list[Head]] = defaultdict(list)
    for head in losing_heads(driver_of(work), record):
        if head.table in known and head.register in known[head.table].registers:
            heads[head.row, head.register].append(head)
    found = {
        register: some[0].table
        for register, some in heads.items()
        if differ(known[some[0].table], some)
    }
    query = "SELECT row, tbl FROM journal_revived"
    for row, table in driver_of(work).execute(query):
        if table in known and (record is None or record.bytes == row):
            found[UUID(bytes=row), DELETED] = table
    return found


def _without_trash(work: Work, registers: dict[Register, str]) -> dict[Register, str]:
    rows: dict[str, set[UUID]] = defaultdict(set)
    for (row, _), table in registers.items():
        rows[table].add(row)
    live: set[UUID] = set()
    for table, ids in rows.items():
        owner = Record.metadata.tables[table]
        query = select(owner.c.id).where(owner.c.id.in_(ids))
        live.update(work.session.scalars(query.where(owner.c.deleted_at.is_(None))))
    return {key: table for key, table in registers.items() if key[0] in live}


def _fits(wanted: ConflictFilter, table: str, owner: Named) -> bool:
    return wanted.table in {"", table, owner[0]} and wanted.owner in {None, owner[1]}


def _built(work: Work, table: str, row: UUID, register: str) -> Conflict:
    driver = driver_of(work)
    shape = shapes()[table]
    if register == DELETED:
        kind = ConflictKind.DELETION
        versions = deletion_versions(driver, shape, row)
    else:
        kind = ConflictKind.VALUES
        versions = value_versions(driver, shape, row, register)
    return Conflict(
        kind=kind,
        table=table,
        record=row,
        label=labels_of(work, table, [row])[row],
        register=register,
        columns=tuple(field.name for field in shape.registers[register]),
        versions=tuple(versions),
        base=base_of(driver, shape, register, [each.op for each in versions])
        if kind is ConflictKind.VALUES
        else {},
        position=work.position,
    )


def _whole(work: Work, table: str, row: UUID, register: str) -> Conflict:
    owner = owners_of(work, {(table, row)})[table, row]
    return _named(work, [replace(_built(work, table, row, register), owner=owner)])[0]


def _named(work: Work, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Add what the records that values refer to are called."""
    values = [
        (each.table, column, value)
        for each in conflicts
        for values in (each.base, *(version.values for version in each.versions))
        for column, value in values.items()
    ]
    names = named_values(work, values)
    return [replace(each, names=names) for each in conflicts]


def driver_of(work: Work) -> Any:
    """Return the connection under a work; SQL of the journal is the driver's own."""
    work.session.flush()
    return work.session.connection().connection.driver_connection
