"""Taking acts back, doing them again, and bringing back values and records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.history import FOUNDING, PART_OF, Gap
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_, Words, called
from sportsec.queries.field_values import named_values, value_of_column
from sportsec.queries.history_acts import undone_by
from sportsec.queries.history_changes import mentions, spans_of
from sportsec.queries.history_ops import Op, before, ops_by_id
from sportsec.queries.history_record import parts_of
from sportsec.queries.history_undo import WITH_NEXT, second_of, undo_stack
from sportsec.services.standing_rules import standing_problems
from sportsec.services.undo_plan import ERASED, GONE, plan_undo
from sportsec.services.undo_writing import UndoPlan, write
from sportsec.store.base import Record
from sportsec.store.journal.shape import DELETED
from sportsec.store.tables import journal
from sportsec.store.work import Work

_FOUNDING = N_("The workspace is built on this: it cannot be undone.")
_ALREADY = N_("This has already been undone.")
NOTHING = Problem(None, N_("There is nothing to undo."))
_UNDONE, _DONE_AGAIN = N_("Undone"), N_("Done again")
UNCHANGED = N_("This changed nothing in the database.")
_NOTHING_AGAIN = N_("There is nothing to redo.")
#: Parts of an undo: reading what it needs, writing, and then the commit.
_PLANNED, _WRITTEN = 0.25, 0.6
_act = journal.act.c


def undo_act(
    work: Work, act: int, tell: Callable[[float], object] = lambda _share: None
) -> UndoPlan:
    """Write back what an act replaced; undoing an undo does the act again.

    The caller commits with `undoes=act`. The second of a pair goes with the first: it
    is undone before it, as an act of its own.

    Args:
        tell: Is told the part done, 0 to 1, with the commit still to come; may raise
            to stop.

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
    _undo_second(work, act, is_undo=row.undoes is not None)
    plan = plan_undo(work, act)
    if plan.blocked:
        raise Invalid(plan.blocked)
    tell(_PLANNED)
    write(work, plan)
    tell(_WRITTEN)
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


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back with a value.

    Args:
        fields: Columns that have another value now, each with that, as the history
            gives it; those that stood so already are not among them.
        problems: What the rules find wrong that was not wrong before.
    """

    fields: tuple[tuple[str, object], ...] = ()
    problems: tuple[Problem, ...] = ()


def restore_value(work: Work, op: int) -> Restored:
    """Give a field the value again that an operation has replaced.

    Fields that belong together come back together. An old value is never refused
    because of what changed beside it since.

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
    known = standing_problems(work, change.tbl, change.row)
    stood = _values_of(work, change.tbl, change.row, values)
    _set(work, change.tbl, change.row, values)
    stands = _values_of(work, change.tbl, change.row, values)
    found = standing_problems(work, change.tbl, change.row)
    names = named_values(work, [(change.tbl, *each) for each in stands.items()])
    return Restored(
        tuple(
            (name, called(names, name, value))
            for name, value in stands.items()
            if value != stood[name]
        ),
        tuple(each for each in found if each not in known),
    )


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


def _undo_second(work: Work, first: int, *, is_undo: bool) -> None:
    """Undo what belongs with an act; both undos are a pair in their turn."""
    second = second_of(work, first)
    if second is None or undone_by(work, [second]):
        return
    undo_act(work, second)
    title = _DONE_AGAIN if is_undo else _UNDONE
    detail = {WITH_NEXT: True}
    work.seal(title, detail=detail, undoes=second, saw_all=True)


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


def _values_of(
    work: Work, table: str, record: UUID, names: Collection[str]
) -> Mapping[str, Any]:
    """Return what stands in columns of a record."""
    columns = Record.metadata.tables[table].c
    query = select(*(columns[name] for name in names)).where(columns.id == record)
    return dict(zip(names, work.session.execute(query).one(), strict=True))


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
