"""Deciding conflicts: one value is written, and stands in the place of all shown.

A decision is an ordinary act: it travels to the other cells and can be undone, which
opens the conflict again (see `undo_plan`). It names the state in which the values were
shown; one that came later stays beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from sportsec.domain.conflicts import DELETED, Decision
from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.history import PART_OF
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.field_values import target_of, value_of_column
from sportsec.store.base import Record
from sportsec.store.journal.shape import shapes
from sportsec.store.journal.values import value_of
from sportsec.store.work import Work

#: The sentence of the act.
DECIDED = N_("Conflict decided")

_OP = "SELECT kind, val, digest, col FROM journal_op WHERE op = ?"
_WENT_ALONG = """SELECT DISTINCT o.tbl, o.row FROM journal_head h
JOIN journal_op d ON d.op = h.op JOIN journal_op o ON o.act = d.act
WHERE h.row = ? AND h.col = 'deleted_at' AND o.col = 'deleted_at' AND o.row <> h.row"""


def decide(work: Work, decisions: Iterable[Decision]) -> int:
    """Carry out decisions; return how many.

    Records go into the trash last: nothing is written in them there.

    The act is to be committed with `saw_all`, so that it takes the place of every
    value that was shown.

    Raises:
        NotFound: A record is not there any more.
        Invalid: A value cannot be taken: it is not known here, or no such value.
    """
    count = 0
    for each in sorted(decisions, key=lambda each: each.register == DELETED):
        work.saw(each.record, each.position)
        if each.register == DELETED:
            _keep_or_delete(work, each)
        else:
            _write(work, each, _chosen(work, each))
        work.note_touched(each.table)
        count += 1
    return count


def _chosen(work: Work, decision: Decision) -> Mapping[str, object]:
    """Return the values that were decided upon, of all columns that move together."""
    fields = shapes()[decision.table].registers[decision.register]
    if decision.op is None:
        return {field.name: decision.values[field.name] for field in fields}
    kind, val, digest, _register = _operation(work, decision.op)
    if digest is not None:
        raise Invalid([Problem(None, N_("The value of that cell is not known here."))])
    kept = value_of(kind, val, decision.register, fields)
    return {
        field.name: value_of_column(decision.table, field.name, value)
        for field, value in zip(fields, kept, strict=True)
    }


def _operation(work: Work, op: int) -> tuple[Any, ...]:
    found = work.connection.execute(_OP, (op,)).fetchone()
    if found is None:
        raise NotFound("conflict", str(op))
    return tuple(found)


def _write(work: Work, decision: Decision, values: Mapping[str, object]) -> None:
    """Write values; what is shown already is written once more."""
    owner = Record.metadata.tables[decision.table]
    wanted = {
        column: _there(work, decision.table, column, value)
        for column, value in values.items()
    }
    mine = owner.c.id == decision.record
    query = select(*(owner.c[column] for column in wanted)).where(mine)
    current = work.session.execute(query.where(owner.c.deleted_at.is_(None))).first()
    if current is None:
        raise NotFound(decision.table, decision.record)
    if tuple(current) == tuple(wanted.values()):
        work.confirm(kind_of(decision.table), decision.record, decision.register)
        return
    try:
        work.session.execute(update(owner).where(mine).values(wanted))
    except IntegrityError as error:
        text = N_("This value is outside what the field takes.")
        raise Invalid([Problem(decision.register, text)]) from error


def _there(work: Work, table: str, column: str, value: object) -> object:
    """Return a reference that can be written: of two that are one, the elder."""
    if not isinstance(value, UUID):
        return value
    query = "SELECT elder FROM journal_twin WHERE row = ?"
    elder = work.connection.execute(query, (value.bytes,)).fetchone()
    meant = UUID(bytes=elder[0]) if elder else value
    target = Record.metadata.tables[target_of(table, column)]
    if work.session.scalar(select(target.c.id).where(target.c.id == meant)) is None:
        text = N_("The record that this value names is not known here.")
        raise Invalid([Problem(column, text)])
    return meant


def _keep_or_delete(work: Work, decision: Decision) -> None:
    """Let the edit or the deletion stand; parts that went along come back with it."""
    kind = kind_of(decision.table)
    record = work.get(kind, decision.record)
    if decision.op is None:
        deletes = decision.values[DELETED] is not None
    else:
        _kind, val, _digest, register = _operation(work, decision.op)
        deletes = register == DELETED and val is not None
    if deletes:
        work.delete(record)
        return
    for table, row in work.connection.execute(
        _WENT_ALONG, (decision.record.bytes,)
    ).fetchall():
        _bring_back(work, table, UUID(bytes=row), decision.record)
    work.confirm(kind, decision.record, DELETED)


def _bring_back(work: Work, table: str, part: UUID, owner: UUID) -> None:
    """Take a part out of the trash if it is one of the record's own."""
    if table not in PART_OF:
        return
    found = work.session.get(kind_of(table), part)
    if found is None or found.deleted_at is None:
        return
    if getattr(found, PART_OF[table]) == owner:
        found.deleted_at = None


def kind_of(table: str) -> type[Record]:
    """Return the class of the records of a table."""
    mappers = Record.registry.mappers
    return next(each.class_ for each in mappers if each.local_table.name == table)  # type: ignore[attr-defined]  # a table, not a join
