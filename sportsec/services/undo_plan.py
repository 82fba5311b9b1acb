"""What undoing an act would write, and what stands in its way.

An act is undone by writing back what its operations replaced, in an act of its own.
That is possible while nothing later stands on them. What was done later and undone
since does not count, for then the record shows what the act had written. What another
cell wrote without seeing it does not stand on it either: it is what remains.

A decision is undone by giving the register all its former values again. They are
operations of one act that stand on the decision and did not see each other: a
conflict by the rule for all (exchange.md §4), open here and, as the undo travels, in
the other cells; of the former values the one shown before is written last and wins.
A deletion is written back with what it covered then, so that an edit beside it stands
beside it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.history_changes import mentions, spans_of
from sportsec.queries.history_ops import Op, before, ops_by_id
from sportsec.services.undo_plain import Plain, plain_part
from sportsec.services.undo_reading import asked, past_of
from sportsec.services.undo_writing import Reopened, UndoPlan
from sportsec.store.journal.canon import COUNT
from sportsec.store.journal.shape import DELETED, shapes
from sportsec.store.journal.standing import own_position
from sportsec.store.journal.supersede import Sight
from sportsec.store.journal.values import written
from sportsec.store.work import Work

#: A record, by its table.
Named = tuple[str, bytes]

LATER = N_("{record} was changed again later. Undo what came later first.")
NEEDED = N_("{record} needs what would be deleted. Undo what came later first.")
GONE = N_("{record} is deleted, and what would come back refers to it.")
ERASED = N_("Erased values cannot be brought back.")
_REVIVED = "SELECT row FROM journal_revived WHERE row IN ({})"
_SHOWN = """SELECT coalesce(
  (SELECT op FROM journal_head WHERE row = ?1 AND col = ?2 AND win = 1),
  (SELECT min(op) FROM journal_op WHERE row = ?1 AND col = '' AND kind = 'I'))"""
_DELETIONS = """SELECT o.act FROM journal_head h JOIN journal_op o ON o.op = h.op
WHERE h.row IN ({}) AND h.col = 'deleted_at'"""


def plan_undo(work: Work, act: int) -> UndoPlan:
    """Return what undoing an act would write.

    What a received file had erased by law stays so; the rest of the file goes.
    """
    plain = plain_part(work, spans_of(work, act))
    plan = UndoPlan(written=plain.written)
    plan.values.update(plain.values)
    blocked: dict[Named, str] = {}
    ops = list(ops_by_id(work, plain.left).values())
    if ops:
        if all(op.kind == "P" for op in ops) and not plain.values:
            return UndoPlan(blocked=[Problem(None, ERASED)])
        _Rest(work, plan, plain, blocked).take(ops)
    for key in _buried(work, plan):
        blocked.setdefault(key, LATER)
    for key in _users(work, act, plan, plain.made):
        blocked.setdefault(key, NEEDED)
    for key in _absent(work, plan):
        blocked.setdefault(key, GONE)
    named = mentions(work, [(kind, UUID(bytes=row)) for kind, row in blocked])
    plan.blocked += [
        Problem(None, why, facts={"record": named[kind, UUID(bytes=row)].name or ""})
        for (kind, row), why in blocked.items()
    ]
    return plan


class _Rest:
    """Planning of what is not plain, record by record."""

    def __init__(
        self, work: Work, plan: UndoPlan, plain: Plain, blocked: dict[Named, str]
    ) -> None:
        self.work = work
        self.plan = plan
        self.plain = plain
        self.blocked = blocked

    def take(self, ops: Sequence[Op]) -> None:
        """Plan the undo of operations."""
        purged = {op.row for op in ops if op.kind == "P"}
        ops = [
            op
            for op in ops
            if op.kind != "P" and not (op.row in purged and op.is_withheld)
        ]
        rows = {op.row for op in ops}
        self.past = past_of(self.work, rows, self.plain.own)
        registers: dict[tuple[UUID, str], list[Op]] = defaultdict(list)
        for op in ops:
            if op.row.bytes not in self.plain.made:
                registers[op.row, op.col].append(op)
            elif op.kind == "I" and op.shape is not None:  # else of a newer version
                self._unmake(op)
        for own in registers.values():
            self._put_back(own)
        for (row,) in asked(self.work, _REVIVED, [row.bytes for row in rows]):
            self._bury(UUID(bytes=row), registers)

    def _unmake(self, op: Op) -> None:
        """Delete a record that the act has made, unless it was worked on since.

        Two cells may have made the same one, such as a spelling: then it stays.
        """
        made = self.past.written[op.row][""]
        if any(each.kind == "I" and each.id not in self.past.own for each in made):
            return
        for register in self.past.registers_of(op.row):
            for shown in self.past.shown(op.row, register):
                if shown.id not in self.past.own:
                    self._refuse(op, [shown])
        self.plan.set(op, {DELETED: True})

    def _put_back(self, own: Sequence[Op]) -> None:
        """Write back what operations on one register replaced, if it still shows them.

        Beside it stands what others wrote there without having seen the act.
        """
        op = own[-1]
        shown = self.past.shown(op.row, op.col)
        others = [each for each in shown if each.id not in self.past.own]
        later = [each for each in others if self.past.stands_on_own(each)]
        if later or not shown:
            self._refuse(op, later)
            return
        if len(others) == len(shown) or op.shape is None:
            return  # nothing of the act is shown, or only by a newer version
        if op.col not in op.shape.registers:
            return
        found = [*others, *self.past.former(own, others)]
        known = [each for each in found if not each.is_withheld]
        if not known:
            self.plan.blocked.append(Problem(None, ERASED))
        elif op.col == DELETED:
            self._put_back_deletion(op, known, is_alone=not others)
        else:
            self._write(op, self.past.different(known, op.col))

    def _write(self, op: Op, remaining: Sequence[Op]) -> None:
        *_, last = remaining
        fields = op.shape.registers[op.col] if op.shape else ()
        if len(remaining) == 1:
            names = [each.name for each in fields]
            self.plan.set(op, {name: before(op, last, name) for name in names})
            self.plan.written.append((op.tbl, op.row.bytes, op.col))
            return
        values = tuple(self.past.written_value(each, op.col) for each in remaining)
        self.plan.reopened[op.tbl, op.row.bytes, op.col] = Reopened(values)

    def _put_back_deletion(
        self, op: Op, known: Sequence[Op], *, is_alone: bool
    ) -> None:
        """Delete a record again, or bring it back, or both where both had been said."""
        deletions = [each for each in known if each.kind == "U" and each.val]
        held = is_alone and op.val is None
        if not deletions:
            self.plan.set(op, {DELETED: False})
            self.plan.written.append((op.tbl, op.row.bytes, DELETED))
        elif (
            held
            and len(deletions) == len(known)
            and not self.past.was_edited_beside(deletions, op)
        ):
            self.plan.set(op, {DELETED: True})
            self.plan.written.append((op.tbl, op.row.bytes, DELETED))
        else:
            remaining = self.past.different(known, DELETED)
            values = tuple(each.val if each.kind == "U" else None for each in remaining)
            key = (op.tbl, op.row.bytes, DELETED)
            self.plan.reopened[key] = Reopened(values, self.past.cover(op, deletions))

    def _bury(
        self, row: UUID, registers: Mapping[tuple[UUID, str], Sequence[Op]]
    ) -> None:
        """Let a deletion hold again when the edit that stood beside it goes."""
        deletions = self.past.shown(row, DELETED)
        held = all(each.kind == "U" and each.val for each in deletions)
        if (row, DELETED) in registers or not held or not deletions:
            return
        if self.past.is_covered(row, deletions):
            self.plan.set(deletions[0], {DELETED: True})
            return
        cover = self.past.cover(deletions[0], deletions)
        if any(known != frozenset() for known in cover.registers.values()):
            values = [each.val for each in self.past.different(deletions, DELETED)]
            key = (deletions[0].tbl, row.bytes, DELETED)
            self.plan.reopened[key] = Reopened(tuple(values), cover)

    def _refuse(self, op: Op, later: Sequence[Op]) -> None:
        self.plan.later.update(each.act for each in later)
        self.blocked[op.tbl, op.row.bytes] = LATER


def _buried(work: Work, plan: UndoPlan) -> Iterator[Named]:
    """Yield records that were deleted since: a deleted record takes no values.

    One that stays in the trash whatever the act did takes them in the journal alone.
    """
    kept: dict[str, set[bytes]] = defaultdict(set)
    for name, rows in plan.values.items():
        kept[name] |= {
            row
            for row, new in rows.items()
            if new.get(DELETED) is not False and new.keys() != {DELETED}
        }
    for name, row, register in plan.reopened:
        if register != DELETED and DELETED not in plan.values[name].get(row, ()):
            kept[name].add(row)
    for name, some in kept.items():
        query = f"SELECT id FROM {name} WHERE id IN ({{}}) AND deleted_at IS NOT NULL"  # noqa: S608 - our own table
        for (row,) in asked(work, query, some):
            if (name, row, DELETED) in plan.reopened:
                _bury_values(plan, name, row)
            else:
                plan.later.update(act for (act,) in asked(work, _DELETIONS, [row]))
                yield name, row


def _bury_values(plan: UndoPlan, name: str, row: bytes) -> None:
    shape, values = shapes()[name], plan.values[name].pop(row, {})
    for register in dict.fromkeys(shape.register_of[column] for column in values):
        value = tuple(values[each.name] for each in shape.registers[register])
        reopened = Reopened((written(shape, register, value),))
        plan.reopened[name, row, register] = reopened
        plan.written.remove((name, row, register))


def _users(
    work: Work, act: int, plan: UndoPlan, made: Mapping[bytes, str]
) -> Iterator[Named]:
    """Yield live records that refer since the act to those that would be deleted.

    What had referred to them before it, had done so while they were deleted.
    """
    gone = {
        table: [row for row, new in rows.items() if new.get(DELETED)]
        for table, rows in plan.values.items()
    }
    for name, shape in shapes().items():
        for column, target in shape.references.items():
            query = (
                f"SELECT id FROM {name} WHERE {column} IN ({{}})"  # noqa: S608 - our own
                " AND deleted_at IS NULL"
            )
            for (user,) in asked(work, query, gone.get(target, ())):
                new = plan.values.get(name, {}).get(user, {})
                lets_go = new.get(DELETED) or column in new
                if user not in made and not lets_go:
                    said = (user, shape.register_of[column])
                    if not _was_said_before(work, act, *said):
                        yield name, user


def _was_said_before(work: Work, act: int, row: bytes, register: str) -> bool:
    """Say whether what a register shows was known when an act of this cell was done."""
    number, position = own_position(work.connection)
    if act >> 32 != number:
        return False
    op = work.connection.execute(_SHOWN, (row, register)).fetchone()[0]
    seen = {row: act & COUNT}
    sight = Sight(
        work.connection, seen, saw_all=False, number=number, position=position
    )
    return sight.knew(row, op)


def _absent(work: Work, plan: UndoPlan) -> Iterator[Named]:
    """Yield deleted records that values to be written back refer to."""
    wanted: dict[str, set[bytes]] = defaultdict(set)
    for name, rows in plan.values.items():
        for column, target in shapes()[name].references.items():
            values = (new.get(column) for new in rows.values())
            wanted[target] |= {each for each in values if each}
    for (name, _row, register), reopened in plan.reopened.items():
        if target := shapes()[name].references.get(register, ""):
            wanted[target] |= {each for each in reopened.values if each}
    for name, ids in wanted.items():
        rows = plan.values.get(name, {})
        back = {row for row, new in rows.items() if new.get(DELETED) is False}
        query = f"SELECT id FROM {name} WHERE id IN ({{}}) AND deleted_at IS NOT NULL"  # noqa: S608 - our own table
        for (record,) in asked(work, query, ids - back):
            yield name, record
