"""Records that others have worked on since: what undoing an act brings back there.

What an operation replaced stands again, unless what stands beside it had replaced it
too. Where several values had stood beside each other, as before a decision, all of
them do: the conflict is open again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from uuid import UUID

from sportsec.queries.history_ops import Op, Span, ops_of_rows
from sportsec.store.journal import canon
from sportsec.store.journal.capture import Cover
from sportsec.store.journal.shape import DELETED
from sportsec.store.journal.values import Value, value_of, written
from sportsec.store.work import Work

#: A register of a record: where one value stands.
Register = tuple[UUID, str]

_AT_ONCE = 5000
_HEADS = "SELECT row, col, op FROM journal_head WHERE row IN ({})"
_PREDS = """SELECT p.op, p.pred, p.rel FROM journal_op o
JOIN journal_pred p ON p.op = o.op WHERE o.row IN ({})"""
_ARRIVED = "SELECT receipt, first, last FROM journal_arrival WHERE receipt IN ({})"
_ACTS = "SELECT act, hlc, undoes FROM journal_act WHERE act IN ({})"


@dataclass(frozen=True, slots=True)
class Past:
    """All operations on some records, and how they hang together.

    Args:
        own: Operations of the act that is to be undone.
        ops: All of them, by number.
        written: Those of each register.
        heads: Of each register that has any.
        others: What operations supersede besides their base.
        covered: What deletions cover.
        stamps: Of the acts, for the order in which values win.
        undoes: What each act among them undoes, for those that undo one.
        received: Where the operations of the files undone by some of them stand.
        replicas: Who wrote, by the number here.
    """

    own: Collection[int]
    ops: Mapping[int, Op]
    written: Mapping[Register, Sequence[Op]]
    heads: Mapping[Register, Sequence[int]]
    others: Mapping[int, Sequence[int]]
    covered: Mapping[int, Collection[int]]
    stamps: Mapping[int, int]
    undoes: Mapping[int, int]
    received: Mapping[int, Sequence[Span]]
    replicas: Mapping[int, bytes]
    _older: dict[int, Op | None] = field(default_factory=dict)

    def registers_of(self, row: UUID) -> list[str]:
        """Return the registers of a record that have heads."""
        return [col for each, col in self.heads if each == row]

    def stands_on_own(self, op: Op) -> bool:
        """Say whether an operation was made by somebody who had seen the act."""
        return op.id in self.own or not self._ancestors([op]).isdisjoint(self.own)

    def shown(self, row: UUID, register: str) -> list[Op]:
        """Return what the heads of a register mean; nothing where it was never set."""
        found = (self.ops.get(op) for op in self.heads.get((row, register), ()))
        return [self.meant(op) for op in found if op is not None]

    def meant(self, op: Op) -> Op:
        """Return the operation whose value one shows: an undo shows an older one."""
        while op.id not in self.own:
            older = self._meant(op)
            if older is None:
                break
            op = older
        return op

    def former(self, own: Sequence[Op], others: Sequence[Op]) -> list[Op]:
        """Return what stood in a register before operations of the act.

        Args:
            others: What stands beside them; what that had replaced is gone.
        """
        mine = {op.id for op in own}
        found = {each for op in own for each in self._replaced(op)} - mine
        known = [self.ops[each] for each in sorted(found) if each in self.ops]
        gone = self._ancestors([*known, *others])
        return [op for op in known if op.id not in gone]

    def rank(self, op: Op) -> tuple[int, bytes, int]:
        """Return what decides which of several values is shown: the greatest."""
        rid = self.replicas[op.id >> 32]
        return self.stamps.get(op.act, 0), rid, op.id & canon.COUNT

    def different(self, found: Sequence[Op], register: str) -> list[Op]:
        """Return operations of which no two say the same, the one to be shown last."""
        by_value: dict[Value, Op] = {}
        for op in sorted(found, key=self.rank):
            said = self._compared(op, register)
            by_value.pop(said, None)
            by_value[said] = op
        return list(by_value.values())

    def covers(self, deletions: Sequence[Op]) -> frozenset[int]:
        """Return what deletions cover."""
        return frozenset[int]().union(*(self.covered.get(x.id, ()) for x in deletions))

    def cover(self, op: Op, deletions: Sequence[Op]) -> Cover:
        """Return what a record's deletion covers when it is written back.

        What it covered then, also where the act being undone had replaced it.
        """
        covered = self.covers(deletions)
        registers: dict[str, frozenset[Any] | None] = {}
        for (row, register), ops in self.written.items():
            own = [each for each in ops if each.id in self.own]
            if row == op.row and own and register not in {"", DELETED}:
                shown = self.shown(row, register)
                others = [each for each in shown if each.id not in self.own]
                stays = [*others, *self.former(own, others)]
                then = [x for x in stays if x.kind == "I" or x.id in covered]
                values = {x.id: self.written_value(x, register) for x in stays}
                unknown = {values[x.id] for x in stays if x not in then}
                known = frozenset({values[x.id] for x in then} - unknown)
                registers[register] = None if len(then) == len(stays) else known
        return Cover(covered, registers)

    def written_value(self, op: Op, register: str) -> Any:
        """Return the value of an operation as an update in the journal writes it."""
        if op.shape is None or register not in op.shape.registers:
            return op.val
        fields = op.shape.registers[register]
        return written(op.shape, register, value_of(op.kind, op.val, register, fields))

    def was_edited_beside(self, deletions: Sequence[Op], own: Op) -> bool:
        """Say whether deletions did not hold when the act met them.

        Somebody who did not know of them had changed the record: it was there still.
        """
        covered, until = self.covers(deletions), self.stamps.get(own.act, 0)
        before = [
            op
            for (row, register), ops in self.written.items()
            if row == own.row and register not in {"", DELETED}
            for op in ops
            if op.id not in self.own and self.stamps.get(op.act, 0) < until
        ]
        gone = {each for op in before for each in self._replaced(op)}
        return any(op.id not in covered and op.id not in gone for op in before)

    def is_covered(self, row: UUID, deletions: Sequence[Op]) -> bool:
        """Say whether deletions hold as soon as the act is undone."""
        covered = self.covers(deletions)
        return all(
            self._is_covered([self.ops[op] for op in heads if op in self.ops], covered)
            for (each, register), heads in self.heads.items()
            if each == row and register != DELETED
        )

    # ---- inside

    def _is_covered(self, standing: Sequence[Op], covered: Collection[int]) -> bool:
        """Say whether all that stands in a register without the act is covered.

        Args:
            standing: What stands there with it.
        """
        uncovered = [
            meant
            for op in standing
            if {op.id, (meant := self.meant(op)).id}.isdisjoint(covered)
        ]
        own = [op for op in uncovered if op.id in self.own]
        if len(own) < len(uncovered):
            return False
        if not own:
            return True
        others = [op for op in standing if self.meant(op).id not in self.own]
        former = self.former(own, [self.meant(op) for op in others])
        back = [op for op in former if op.kind != "I"]  # the record itself was known
        return self._is_covered([*others, *back], covered)

    def _replaced(self, op: Op) -> list[int]:
        base = [] if op.base is None else [op.base]
        return [*base, *self.others.get(op.id, ())]

    def _ancestors(self, ops: Sequence[Op]) -> set[int]:
        """Return all that operations stand on, in their registers."""
        waiting = [each for op in ops for each in self._replaced(op)]
        seen: set[int] = set()
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                if one in self.ops:
                    waiting += self._replaced(self.ops[one])
        return seen

    def _meant(self, op: Op) -> Op | None:
        """Return whose value an undo has written back; None for any other change."""
        if op.id not in self._older:
            target = self.undoes.get(op.act)
            self._older[op.id] = None if target is None else self._restored(op, target)
        return self._older[op.id]

    def _restored(self, op: Op, target: int) -> Op | None:
        """Return the one of the operations replaced whose value was written back."""
        undone: list[Op] = []
        found: list[Op] = []
        for each in self._replaced(op):
            one = self.ops.get(each)
            while one is not None and not self._is_of(one, target):
                older = self._meant(one)
                if older is None:
                    found.append(one)
                one = older
            undone += [one] if one is not None else []
        if not undone:
            return None
        while undone:
            for each in self._replaced(undone.pop()):
                if (one := self.ops.get(each)) is not None:
                    if self._is_of(one, target):
                        undone.append(one)
                    else:
                        found.insert(0, one)
        said = self._compared(op, op.col)
        same = [each for each in found if self._compared(each, op.col) == said]
        return next(iter(same or found), None)

    def _compared(self, op: Op, register: str) -> Value:
        """Return what tells values apart; of deletions only whether they are some."""
        if register == DELETED:
            return (op.kind == "U" and op.val is not None,)
        # A file may name registers that its table does not have.
        fields = op.shape.registers.get(register, ()) if op.shape else ()
        return value_of(op.kind, op.val, register, fields)

    def _is_of(self, op: Op, act: int) -> bool:
        spans = self.received.get(act, ())
        return op.act == act or any(x.first <= op.id <= x.last for x in spans)


def past_of(work: Work, rows: Collection[UUID], own: Collection[int]) -> Past:
    """Read all that is known of some records.

    Args:
        own: Operations of the act that is to be undone.
    """
    ops = {op.id: op for op in ops_of_rows(work, rows)}
    ids = [row.bytes for row in rows]
    written: dict[Register, list[Op]] = defaultdict(list)
    for op in ops.values():
        written[op.row, op.col].append(op)
    heads: dict[Register, list[int]] = defaultdict(list)
    for row, col, head in asked(work, _HEADS, ids):
        heads[UUID(bytes=row), col].append(head)
    others: dict[int, list[int]] = defaultdict(list)
    covered: dict[int, set[int]] = defaultdict(set)
    for number, pred, rel in asked(work, _PREDS, ids):
        if rel == "S":
            others[number].append(pred)
        else:
            covered[number].add(pred)
    acts = list(asked(work, _ACTS, sorted({op.act for op in ops.values()})))
    undoes = {act: undone for act, _hlc, undone in acts if undone is not None}
    received: dict[int, list[Span]] = defaultdict(list)
    for act, first, last in asked(work, _ARRIVED, sorted(set(undoes.values()))):
        received[act].append(Span(first, last))
    return Past(
        *(own, ops, written, heads, others, covered),
        *({act: hlc for act, hlc, _undone in acts}, undoes, received),
        dict(work.connection.execute("SELECT number, rid FROM journal_replica")),
    )


def asked(work: Work, query: str, values: Collection[Any]) -> Iterator[Any]:
    """Yield what a query finds for values, some thousands of them at once.

    Args:
        query: With braces where the values stand.
    """
    rest = iter(values)
    while some := list(islice(rest, _AT_ONCE)):
        marks = ",".join("?" * len(some))
        yield from work.connection.execute(query.format(marks), some).fetchall()
