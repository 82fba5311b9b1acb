"""Taking acts back, doing them again, and bringing back values and records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select, update

from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.history import FOUNDING, PART_OF, Gap
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_, Words
from sportsec.queries.field_values import value_of_column
from sportsec.queries.history_acts import undone_by
from sportsec.queries.history_changes import mentions, spans_of
from sportsec.queries.history_ops import Op, before, ops_by_id
from sportsec.queries.history_record import parts_of
from sportsec.queries.history_undo import undo_stack
from sportsec.services.undo_plan import ERASED, GONE, UndoPlan, plan_undo
from sportsec.store.base import Record
from sportsec.store.journal.shape import DELETED
from sportsec.store.tables import journal
from sportsec.store.work import Work

_FOUNDING = N_("The workspace stands on this: it cannot be undone.")
_ALREADY = N_("This was undone already.")
NOTHING = Problem(None, N_("There is nothing to undo."))
UNCHANGED = N_("This changed nothing in the record.")
_NOTHING_AGAIN = N_("There is nothing to do again.")
_act = journal.act.c
#: Turn and columns → values for many records.
_Batches = dict[tuple[int, tuple[str, ...]], list[dict[str, Any]]]


def undo_act(work: Work, act: int) -> UndoPlan:
    """Write back what an act replaced; undoing an undo does the act again.

    The caller commits with `undoes=act`.

    Raises:
        NotFound: There is no such act.
        Invalid: It was undone already, changed nothing, or something later stands on
            it.
    """
    query = select(_act.title, _act.undoes).where(_act.act == act)
    row = work.session.execute(query).one_or_none()
    if row is None:
        raise NotFound("act", str(act))
    if row.title in FOUNDING:
        raise Invalid([Problem(None, _FOUNDING)])
    if undone_by(work, [act]):
        raise Invalid([Problem(None, _ALREADY)])
    if row.undoes is None and not spans_of(work, act):
        raise Invalid([Problem(None, UNCHANGED)])
    plan = plan_undo(work, act)
    if plan.blocked:
        raise Invalid(plan.blocked)
    _write(work, plan)
    return plan


def undo_last(work: Work) -> int:
    """Undo the actor's last act; return its number, for the commit's `undoes`.

    Raises:
        Invalid: There is none, or something later stands on it.
    """
    step = undo_stack(work).undo
    if step is None:
        raise Invalid([NOTHING])
    undo_act(work, step.act)
    return step.act


def redo_last(work: Work) -> int:
    """Do again what the actor undid last; return the number of that undo.

    Raises:
        Invalid: There is nothing, or something later stands on it.
    """
    step = undo_stack(work).redo
    if step is None:
        raise Invalid([Problem(None, _NOTHING_AGAIN)])
    undo_act(work, step.act)
    return step.act


def restore_value(work: Work, op: int) -> None:
    """Give a field the value again that an operation has replaced.

    Fields that belong together come back together.

    Args:
        op: The operation that replaced it.

    Raises:
        NotFound: The record was deleted, or the value is not known here.
        Invalid: The value was erased, or refers to a deleted record.
    """
    change = ops_by_id(work, [op]).get(op)
    if change is None or change.shape is None or change.kind != "U":
        raise NotFound("op", str(op))
    base = ops_by_id(work, [change.base or 0]).get(change.base or 0)
    table = Record.metadata.tables[change.tbl]
    live = select(table.c.id).where(
        table.c.id == change.row, table.c[DELETED].is_(None)
    )
    if work.session.scalar(live) is None:
        raise NotFound(change.tbl, change.row)
    values = {
        field.name: before(change, base, field.name)
        for field in change.shape.registers[change.col]
    }
    if any(isinstance(value, Gap) for value in values.values()):
        raise Invalid([Problem(None, ERASED)])
    _refuse_dangling(work, change, values)
    _set(work, change.tbl, change.row, values)


def restore_record(work: Work, kind: str, record: UUID) -> None:
    """Bring a deleted record back, with the parts that were deleted with it.

    Raises:
        NotFound: There never was such a record.
        Invalid: What it is part of is deleted too.
    """
    table = Record.metadata.tables[kind]
    query = select(table.c[DELETED]).where(table.c.id == record)
    row = work.session.execute(query).one_or_none()
    if row is None:
        raise NotFound(kind, record)
    if row[0] is None:
        return
    if kind in PART_OF:
        _refuse_orphan(work, kind, record)
    _set(work, kind, record, {DELETED: None})
    for part, name in parts_of(work, kind, {record}).items():
        columns = Record.metadata.tables[name].c
        at = work.session.scalar(select(columns[DELETED]).where(columns.id == part))
        if at == row[0]:
            _set(work, name, part, {DELETED: None})


# ---- inside


def _refuse_orphan(work: Work, kind: str, record: UUID) -> None:
    table = Record.metadata.tables[kind]
    column = table.c[PART_OF[kind]]
    owner = next(iter(column.foreign_keys)).column.table
    whole = work.session.scalar(select(column).where(table.c.id == record))
    query = select(owner.c.id).where(owner.c.id == whole, owner.c[DELETED].is_not(None))
    if whole is not None and work.session.scalar(query) is not None:
        raise Invalid([_gone(work, owner.name, whole)])


def _refuse_dangling(work: Work, change: Op, values: dict[str, Any]) -> None:
    for name, value in values.items():
        target = change.shape.references.get(name) if change.shape else None
        if target and value:
            owner = Record.metadata.tables[target]
            meant = UUID(bytes=value)
            gone = owner.c[DELETED].is_not(None)
            query = select(owner.c.id).where(owner.c.id == meant, gone)
            if work.session.scalar(query) is not None:
                raise Invalid([_gone(work, target, meant)])


def _gone(work: Work, kind: str, record: UUID) -> Problem:
    name = mentions(work, [(kind, record)])[kind, record].name or Words()
    return Problem(None, GONE, facts={"record": name})


def _write(work: Work, plan: UndoPlan) -> None:
    """Write a plan, many rows at once where they take values of the same columns."""
    work.session.flush()
    _refuse_gone(work, plan)
    for table, rows in plan.values.items():
        batches: _Batches = defaultdict(list)
        for record, raw in rows.items():
            values = dict(raw)
            if DELETED in values:
                values[DELETED] = work.now if values[DELETED] else None
            for step in _steps(values):
                given = {name: _given(table, name, step[name]) for name in step}
                key = (_turn(step), tuple(given))
                batches[key].append({"of_record": record, **given})
        _write_batches(work, Record.metadata.tables[table], batches)
        work.note_touched(table)
    work.session.expire_all()
    kinds = {m.class_.__tablename__: m.class_ for m in Record.registry.mappers}
    for table, record, register in (*plan.decided, *_unchanged(work, plan)):
        work.confirm(kinds[table], record, register)


def _refuse_gone(work: Work, plan: UndoPlan) -> None:
    """Refuse to write into a record that is deleted, or one with another by now."""
    for table, rows in plan.values.items():
        columns = Record.metadata.tables[table].c
        changed = {
            record
            for record, raw in rows.items()
            if raw.keys() - {DELETED} and raw.get(DELETED, "stays") is not None
        }
        gone = select(columns.id).where(columns[DELETED].is_not(None))
        for record in work.session.scalars(gone) if changed else ():
            if record in changed:
                raise Invalid([_gone(work, table, record)])


def _unchanged(work: Work, plan: UndoPlan) -> Iterator[tuple[str, UUID, str]]:
    """Yield registers that show their older value already, as after a decision.

    The triggers see nothing of them; they are written once more, or the act undone
    would go on standing there.
    """
    query = "SELECT row, col FROM journal_capture"
    captured = set(work.connection.execute(query).fetchall())
    for table, record, register in plan.written:
        comes_or_goes = DELETED in plan.values[table][record]
        if not comes_or_goes and (record.bytes, register) not in captured:
            yield table, record, register


_GOING = 2


def _turn(step: dict[str, Any]) -> int:
    """Return when a step is due: records come back first, take values, then go."""
    if DELETED not in step:
        return 1
    return 0 if step[DELETED] is None else _GOING


def _write_batches(work: Work, table: Table, batches: _Batches) -> None:
    for turn, names in sorted(batches):
        one = update(table).where(table.c.id == bindparam("of_record"))
        if turn == _GOING:  # an earlier undo may have deleted it already
            one = one.where(table.c.deleted_at.is_(None))
        work.session.connection().execute(
            one.values({name: bindparam(name) for name in names}), batches[turn, names]
        )


def _set(work: Work, table: str, record: UUID, values: dict[str, Any]) -> None:
    """Write values past the session's objects; the triggers note them all the same."""
    columns = Record.metadata.tables[table]
    work.session.flush()
    given = {name: _given(table, name, value) for name, value in values.items()}
    for step in _steps(given):
        work.session.execute(
            update(columns).where(columns.c.id == record).values(**step)
        )
    work.session.expire_all()
    work.note_touched(table)


def _given(table: str, name: str, raw: Any) -> Any:
    return raw if name == DELETED else value_of_column(table, name, raw)


def _steps(values: dict[str, Any]) -> list[dict[str, Any]]:
    """Part values: a deleted record takes none, so it comes back first, goes last."""
    if DELETED not in values or len(values) == 1:
        return [values]
    mark = {DELETED: values[DELETED]}
    others = {name: values[name] for name in values if name != DELETED}
    return [mark, others] if mark[DELETED] is None else [others, mark]
