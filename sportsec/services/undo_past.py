"""Records that others have worked on since: what undoing an act brings back there.

What an operation replaced stands again, unless what stands beside it had replaced it
too. Where several values had stood beside each other, as before a decision, all of
them do: the conflict is open again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sportsec.queries.history_ops import Op, Span
from sportsec.store.journal import canon
from sportsec.store.journal.capture import Cover
from sportsec.store.journal.shape import DELETED
from sportsec.store.journal.values import Value, value_of, written

#: Of each record what stands in its registers.
OpsOf = Mapping[UUID, Mapping[str, Sequence[Op]]]


@dataclass(frozen=True, slots=True)
class Past:
    """All operations on some records, and how they hang together.

    Args:
        own: Operations of the act that is to be undone.
        ops: All of them, by number.
        written: Those of each register.
        heads: Of each register that has any; only those that are known.
        others: What operations supersede besides their base.
        covered: What deletions cover.
        stamps: Of the acts, for the order in which values win.
        undoes: What each act among them undoes, for those that undo one.
        received: Where the operations of the files undone by some of them stand.
        replicas: Who wrote, by the number here.
    """

    own: Collection[int]
    ops: Mapping[int, Op]
    written: OpsOf
    heads: OpsOf
    others: Mapping[int, Sequence[int]]
    covered: Mapping[int, Collection[int]]
    stamps: Mapping[int, int]
    undoes: Mapping[int, int]
    received: Mapping[int, Sequence[Span]]
    replicas: Mapping[int, bytes]
    _older: dict[int, Op | None] = field(default_factory=dict)

    def registers_of(self, row: UUID) -> list[str]:
        """Return the registers of a record that have heads."""
        return list(self.heads.get(row, {}))

    def stands_on_own(self, op: Op) -> bool:
        """Say whether an operation was made by somebody who had seen the act."""
        return op.id in self.own or not self._ancestors([op]).isdisjoint(self.own)

    def shown(self, row: UUID, register: str) -> list[Op]:
        """Return what the heads of a register mean; nothing where it was never set."""
        return [self.meant(op) for op in self._standing(row, register)]

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
        """Return what deletions of one record cover, and those that repeat them."""
        ids = {each.id for each in deletions}
        for row in {each.row for each in deletions}:
            standing = self._standing(row, DELETED)
            ids |= {each.id for each in standing if self.meant(each).id in ids}
        return frozenset[int]().union(*(self.covered.get(each, ()) for each in ids))

    def cover(self, op: Op, deletions: Sequence[Op]) -> Cover:
        """Return what a record's deletion covers when it is written back.

        What it covered then, also where the act being undone had replaced it.
        """
        covered = self.covers(deletions)
        registers: dict[str, frozenset[Any] | None] = {}
        for register, ops in self.written[op.row].items():
            own = [each for each in ops if each.id in self.own]
            if not own or register in {"", DELETED}:
                continue
            stays = self._remaining(self._standing(op.row, register), own)
            then = [x for x in stays if x.kind == "I" or self._is_among(covered, x)]
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
            for register, ops in self.written[own.row].items()
            if register not in {"", DELETED}
            for op in ops
            if op.id not in self.own and self.stamps.get(op.act, 0) < until
        ]
        gone = {each for op in before for each in self._replaced(op)}
        return any(op.id not in covered and op.id not in gone for op in before)

    def is_covered(self, row: UUID, deletions: Sequence[Op]) -> bool:
        """Say whether deletions hold as soon as the act is undone."""
        covered = self.covers(deletions)
        return all(
            self._is_covered(heads, covered)
            for register, heads in self.heads.get(row, {}).items()
            if register != DELETED
        )

    # ---- inside

    def _is_covered(self, standing: Sequence[Op], covered: Collection[int]) -> bool:
        """Say whether all that stands in a register without the act is covered.

        Args:
            standing: What stands there with it.
        """
        open_ = [op for op in standing if not self._is_among(covered, op)]
        own = [meant for op in open_ if (meant := self.meant(op)).id in self.own]
        if len(own) < len(open_) or not own:
            return not open_
        left = [x for x in self._remaining(standing, own) if x.kind != "I"]
        return self._is_covered(left, covered)  # of the record itself it knew

    def _is_among(self, ops: Collection[int], op: Op) -> bool:
        """Say whether an operation is one of some, or repeats one of them."""
        return op.id in ops or self.meant(op).id in ops

    def _standing(self, row: UUID, register: str) -> Sequence[Op]:
        return self.heads.get(row, {}).get(register, ())

    def _remaining(self, standing: Sequence[Op], own: Sequence[Op]) -> list[Op]:
        """Return what stands in a register without operations of the act."""
        others = [op for op in standing if self.meant(op).id not in self.own]
        return [*others, *self.former(own, [self.meant(op) for op in others])]

    def _replaced(self, op: Op) -> list[int]:
        base = [] if op.base is None else [op.base]
        return [
            each
            for each in (*base, *self.others.get(op.id, ()))
            if (known := self.ops.get(each)) is None or op.can_replace(known)
        ]

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
