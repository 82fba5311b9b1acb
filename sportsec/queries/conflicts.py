"""The inbox of conflicts: fields with several values, deletions against edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sportsec.domain.conflicts import (
    DELETED,
    Conflict,
    ConflictFilter,
    ConflictKind,
    Question,
    conflict_key,
    questions_of,
)
from sportsec.domain.errors import NotFound
from sportsec.queries.conflict_registers import Acts, standing
from sportsec.queries.conflict_versions import (
    base_of,
    deletion_versions,
    value_versions,
)
from sportsec.queries.field_values import named_values
from sportsec.queries.record_labels import labels_of
from sportsec.queries.record_owners import Named, owners_of
from sportsec.store.journal.shape import shapes
from sportsec.store.work import Work

#: Conflicts shown at once; when these are decided, the next ones come.
SHOWN = 500


def open_conflicts(
    work: Work, wanted: ConflictFilter | None = None, limit: int | None = SHOWN
) -> list[Conflict]:
    """Return what waits for a decision, records of one page together.

    Conflicts of a record in the trash wait until it is brought back.
    """
    wanted = wanted or ConflictFilter()
    now = standing(work)
    chosen = [
        (now.owners[table, row], table, row, register)
        for (row, register), table in now.open.items()
        if _fits(wanted, (table, row), now.owners[table, row])
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


def open_questions(
    work: Work, record: UUID | None = None, limit: int = SHOWN
) -> list[Question]:
    """Return what waits for a decision, put together where one answer decides it.

    Args:
        record: What waits on its page comes first.
        limit: Fields read, about: no question is cut.
    """
    now = standing(work)

    def place(key: tuple[Named, Acts]) -> tuple[object, ...]:
        owner, registers = key[0], now.questions[key]
        is_asked = record == owner[1] or record in {row for row, _ in registers}
        first = min(registers)
        return (not is_asked, owner[0] != "fixture", *map(str, (*owner, *first)))

    built: list[Conflict] = []
    for key in sorted(now.questions, key=place):
        if len(built) >= limit:
            break
        for row, register in sorted(now.questions[key]):
            table = now.open[row, register]
            conflict = _built(work, table, row, register)
            built.append(replace(conflict, owner=key[0]))
    return questions_of(_named(work, built))


def conflict(work: Work, key: str) -> Conflict:
    """Return the conflict with a short name.

    Raises:
        NotFound: None of the open ones is called so.
    """
    for (row, register), table in standing(work).open.items():
        if conflict_key(row, register) == key:
            return _whole(work, table, row, register)
    raise NotFound("conflict", key)


def conflict_of(work: Work, table: str, record: UUID, register: str) -> Conflict | None:
    """Return what stands against what in one register; None where nothing does."""
    if (record, register) not in standing(work).all:
        return None
    return _whole(work, table, record, register)


def count_conflicts(work: Work) -> int:
    """Return how many fields wait; looks at open ones only, never at all there are."""
    return len(standing(work).open)


def count_questions(work: Work) -> int:
    """Return how many answers are waited for: one may decide many fields."""
    return len(standing(work).questions)


def conflict_counts(work: Work) -> Mapping[UUID, int]:
    """Return how many wait at each record and its parts; those without are absent."""
    return standing(work).counts


def conflicts_in(work: Work, record: UUID) -> list[Conflict]:
    """Return what waits for a decision in the fields of one record."""
    return [
        _whole(work, table, row, register)
        for (row, register), table in standing(work).open.items()
        if row == record
    ]


# ---- inside


def _fits(wanted: ConflictFilter, own: Named, owner: Named) -> bool:
    return wanted.table in {"", own[0], owner[0]} and (
        wanted.owner in {None, own[1], owner[1]}
    )


def _built(work: Work, table: str, row: UUID, register: str) -> Conflict:
    driver = work.connection
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
