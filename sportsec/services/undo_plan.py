"""What undoing an act would write, and what stands in its way.

An act is undone by writing back what its operations replaced, in an act of its own.
That is possible while nothing later stands on them. What was done later and undone
since does not count, for then the record shows what the act had written. What another
cell wrote without seeing it does not stand on it either: it is what remains.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, select

from sportsec.domain.history import Gap
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.history_changes import mentions, spans_of
from sportsec.queries.history_ops import Op, before, ops_in, ops_of_rows
from sportsec.store.base import Record
from sportsec.store.journal.shape import DELETED
from sportsec.store.tables import journal
from sportsec.store.work import Work

#: A register of a record: where one value stands.
Register = tuple[UUID, str]

LATER = N_("{record} was changed again later. Undo what came later first.")
NEEDED = N_("{record} needs what would be deleted. Undo what came later first.")
GONE = N_("{record} is deleted, and what would come back refers to it.")
ERASED = N_("Erased values cannot be brought back.")
_AT_ONCE = 5000
_head, _act, _pred = journal.head.c, journal.act.c, journal.pred.c


@dataclass(slots=True)
class UndoPlan:
    """What is to be written.

    Args:
        values: Raw values by table, record and column; `DELETED` is True for a record
            to be deleted, False for one to be brought back.
        written: Registers (table, record, name) that take a value again.
        decided: Those where two values stood beside each other, of which one remains.
        later: Acts that came later and stand on it.
        blocked: Why it cannot be undone, record by record.
    """

    values: dict[str, dict[UUID, dict[str, Any]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    written: list[tuple[str, UUID, str]] = field(default_factory=list)
    decided: list[tuple[str, UUID, str]] = field(default_factory=list)
    later: set[int] = field(default_factory=set)
    blocked: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Past:
    """All operations on the records that an act touches, and how they hang together.

    Args:
        own: Operations of the act itself.
        undoes: What each act among them undoes, for those that undo one.
        beside: What heads supersede besides their base.
        registers: Those of each record that have heads.
        made: Records that another act has made too.
    """

    own: set[int]
    ops: Mapping[int, Op]
    heads: Mapping[Register, Sequence[int]]
    undoes: Mapping[int, int]
    beside: Mapping[int, Sequence[int]]
    registers: Mapping[UUID, Sequence[str]]
    made: Collection[UUID]

    def stands_on_own(self, op: Op) -> bool:
        """Say whether an operation was made by somebody who had seen the act."""
        waiting, seen = [op.id], set()
        while waiting:
            one = waiting.pop()
            if one in self.own:
                return True
            if one not in seen and one in self.ops:
                seen.add(one)
                waiting += [self.ops[one].base or 0, *self.beside.get(one, ())]
        return False

    def meant(self, op: Op) -> Op:
        """Return the operation whose value one shows: an undo shows an older one."""
        while op.id not in self.own:
            older = self._older(op)
            if older is None:
                break
            op = older
        return op

    def _older(self, op: Op) -> Op | None:
        """Return whose value an undo has written back; None for any other change."""
        target = self.undoes.get(op.act)
        replaced = self.ops.get(op.base or 0) if target is not None else None
        while replaced is not None and replaced.act != target:
            replaced = self._older(replaced)
        return self.ops.get(replaced.base or 0) if replaced else None

    def shown(self, row: UUID, register: str) -> list[Op]:
        """Return what the heads of a register mean; nothing where it was never set."""
        found = (self.ops.get(op) for op in self.heads.get((row, register), ()))
        return [self.meant(op) for op in found if op is not None]


def plan_undo(work: Work, act: int) -> UndoPlan:
    """Return what undoing an act would write.

    What a received file had erased by law stays so; the rest of the file goes.
    """
    ops = ops_in(work, spans_of(work, act))
    purged = {op.row for op in ops if op.kind == "P"}
    ops = [op for op in ops if not (op.row in purged and op.is_withheld)]
    if all(op.kind == "P" for op in ops) and ops:
        return UndoPlan(blocked=[Problem(None, ERASED)])
    past = _past(work, ops)
    plan = UndoPlan()
    blocked: dict[tuple[str, UUID], str] = {}
    made = {op.row: op.tbl for op in ops if op.kind == "I"}
    for op in ops:
        if op.kind == "P":
            continue
        if op.row in made:
            if op.kind == "I" and op.shape is not None:  # else of a newer version
                _unmake(plan, past, op, blocked)
        else:
            _put_back(plan, past, op, blocked)
    for key in _buried(work, plan, past):
        blocked.setdefault(key, LATER)
    for key in _users(work, plan, made):
        blocked.setdefault(key, NEEDED)
    for key in _absent(work, plan):
        blocked.setdefault(key, GONE)
    named = mentions(work, blocked)
    plan.blocked += [
        Problem(None, message, facts={"record": named[key].name or ""})
        for key, message in blocked.items()
    ]
    return plan


def _past(work: Work, own: Sequence[Op]) -> _Past:
    wanted = list({op.row for op in own})
    ops = {op.id: op for op in ops_of_rows(work, wanted)}
    heads: dict[Register, list[int]] = defaultdict(list)
    for some in _chunks([row.bytes for row in wanted]):
        query = select(_head.row, _head.col, _head.op).where(_head.row.in_(some))
        for row, col, op in work.session.execute(query):
            heads[UUID(bytes=row), col].append(op)
    undoes: dict[int, int] = {}
    for some in _chunks(sorted({op.act for op in ops.values()})):
        acts = select(_act.act, _act.undoes).where(_act.act.in_(some))
        undoes |= {act: target for act, target in work.session.execute(acts) if target}
    beside: dict[int, list[int]] = defaultdict(list)
    all_heads = sorted(op for found in heads.values() for op in found)
    for some in _chunks(all_heads):
        known = select(_pred.op, _pred.pred).where(_pred.op.in_(some), _pred.rel == "S")
        for op, pred in work.session.execute(known):
            beside[op].append(pred)
    registers: dict[UUID, list[str]] = defaultdict(list)
    for row, register in heads:
        registers[row].append(register)
    mine = {op.id for op in own}
    made = {op.row for op in ops.values() if op.kind == "I" and op.id not in mine}
    return _Past(mine, ops, heads, undoes, beside, registers, made)


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))


def _unmake(
    plan: UndoPlan,
    past: _Past,
    op: Op,
    blocked: dict[tuple[str, UUID], str],
) -> None:
    """Delete a record that the act has made, unless it was worked on since.

    Two cells may have made the same one, such as a spelling: then it stays.
    """
    if op.row in past.made:
        return
    for register in past.registers.get(op.row, ()):
        for shown in past.shown(op.row, register):
            if shown.id not in past.own:
                plan.later.add(shown.act)
                blocked[op.tbl, op.row] = LATER
    plan.values[op.tbl][op.row][DELETED] = True


def _put_back(
    plan: UndoPlan,
    past: _Past,
    op: Op,
    blocked: dict[tuple[str, UUID], str],
) -> None:
    """Write back what one operation replaced, unless it was replaced itself."""
    shown = past.shown(op.row, op.col)
    others = [each for each in shown if each.id not in past.own]
    later = [each for each in others if past.stands_on_own(each)]
    if later or not shown:
        plan.later.update(each.act for each in later)
        blocked[op.tbl, op.row] = LATER
        return
    if op.base in past.own or len(others) == len(shown):
        return  # an earlier one of the act says it, or nothing of the act is shown
    if others:
        plan.decided.append((op.tbl, op.row, op.col))
    base = past.ops.get(op.base or 0)
    names = (
        [each.name for each in op.shape.registers.get(op.col, ())] if op.shape else []
    )
    if names:
        plan.written.append((op.tbl, op.row, op.col))
    for name in names:
        value = before(others[0], others[0], name) if others else before(op, base, name)
        if isinstance(value, Gap):
            plan.blocked.append(Problem(None, ERASED))
        elif name == DELETED:
            plan.values[op.tbl][op.row][name] = value is not None
        else:
            plan.values[op.tbl][op.row][name] = value


def _buried(work: Work, plan: UndoPlan, past: _Past) -> Iterator[tuple[str, UUID]]:
    """Yield records that were deleted since: a deleted record takes no values."""
    for name, rows in plan.values.items():
        columns = Record.metadata.tables[name].c
        kept = [row for row, new in rows.items() if DELETED not in new]
        for some in _chunks(kept):
            query = select(columns.id).where(
                columns.id.in_(some), columns[DELETED].is_not(None)
            )
            for record in work.session.scalars(query):
                plan.later.update(op.act for op in past.shown(record, DELETED))
                yield name, record


def _users(
    work: Work, plan: UndoPlan, made: Mapping[UUID, str]
) -> Iterator[tuple[str, UUID]]:
    """Yield live records that refer to those that would be deleted."""
    gone: dict[str, set[UUID]] = defaultdict(set)
    for table, rows in plan.values.items():
        gone[table] = {row for row, new in rows.items() if new.get(DELETED)}
    for owner in Record.metadata.sorted_tables:
        for column in owner.columns:
            target = next((k.column.table.name for k in column.foreign_keys), "")
            for some in _chunks(list(gone.get(target, ()))):
                query = select(owner.c.id).where(
                    column.in_(some), owner.c.deleted_at.is_(None)
                )
                for user in work.session.scalars(query):
                    if user not in made and not _lets_go(plan, owner, column, user):
                        yield owner.name, user


def _lets_go(plan: UndoPlan, owner: Table, column: Column[Any], user: UUID) -> bool:
    new = plan.values.get(owner.name, {}).get(user, {})
    return bool(new.get(DELETED)) or column.name in new


def _absent(work: Work, plan: UndoPlan) -> Iterator[tuple[str, UUID]]:
    """Yield deleted records that values to be written back refer to."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for name, rows in plan.values.items():
        for column in Record.metadata.tables[name].columns:
            target = next((k.column.table.name for k in column.foreign_keys), "")
            if target:
                values = (new.get(column.name) for new in rows.values())
                wanted[target] |= {UUID(bytes=each) for each in values if each}
    for name, ids in wanted.items():
        owner = Record.metadata.tables[name]
        back = {
            row
            for row, new in plan.values.get(name, {}).items()
            if new.get(DELETED) is False
        }
        for some in _chunks(list(ids - back)):
            gone = owner.c.deleted_at.is_not(None)
            query = select(owner.c.id).where(owner.c.id.in_(some), gone)
            for record in work.session.scalars(query):
                yield name, record
