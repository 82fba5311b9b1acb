"""What the operations of one record mean: the definition, register by register."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sportsec.store.journal.shape import Shape
from tests.convergence.journal import Column, Key, Layout, Op

DELETED = "deleted_at"
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a record says, references as they were written.

    Args:
        heads: The operations of each register that nobody replaced; of registers
            that stand by the one insert, none.
        winners: Which of them is shown.
        values: Of every column that this version knows.
        conflicts: Registers in which somebody must decide.
        is_revived: Whether it was deleted, and an edit that was not seen keeps it.
        row: The values in the order of the shape's columns.
        references: Place, column and target of those references that say something.
        deleted_place: Where in `row` the deletion stands.
    """

    heads: dict[str, frozenset[Key]]
    winners: dict[str, Key]
    values: Values
    conflicts: frozenset[str]
    is_revived: bool
    row: tuple[Any, ...]
    references: tuple[tuple[int, str, str], ...]
    deleted_place: int


def meaning_of(layout: Layout, table: str, ops: frozenset[Op]) -> Meaning:
    """Return what operations of one record, or of several that are one, mean.

    Args:
        table: Empty where no insert is known.
    """
    if ops not in layout.memo:
        shape = layout.shapes.get(table) or Shape(table, ())
        layout.memo[ops] = _Record(shape, layout.columns.get(table, {}), ops).meaning()
    found: Meaning = layout.memo[ops]
    return found


class _Record:
    """One record; every method is one line of the definition."""

    def __init__(
        self, shape: Shape, columns: dict[str, Column], ops: frozenset[Op]
    ) -> None:
        self.shape = shape
        self.columns = columns
        self.ops = {op.key: op for op in ops}
        self.inserts = [op for op in ops if op.kind == "I"]
        self.updates: dict[str, list[Op]] = {}
        for op in ops:
            if op.kind == "U":
                self.updates.setdefault(op.col, []).append(op)
        self.purges = {op.col for op in ops if op.kind == "P"}

    def meaning(self) -> Meaning:
        """Put together what the registers say."""
        registers = self.shape.registers.keys() | self.updates.keys()
        every = {register: self._heads(register) for register in registers}
        heads = {register: found for register, found in every.items() if found}
        values: Values = {}
        for register in self.shape.registers:
            values |= self._value(register, self._winner(register, every[register]))
        conflicts = {
            register
            for register, found in heads.items()
            if len(found) > 1 and self._differ(register, found)
        }
        is_revived = False
        if self.shape.fields:
            values[DELETED], is_revived = self._deletion(heads)
        names = [*self.shape.columns]
        return Meaning(
            heads,
            {name: self._highest(found) for name, found in heads.items()},
            values,
            frozenset(conflicts | ({DELETED} if is_revived else set())),
            is_revived,
            tuple(values[name] for name in names),
            tuple(
                (names.index(name), name, target)
                for name, target in self.shape.references.items()
                if values[name] is not None
            ),
            names.index(DELETED) if names else -1,
        )

    def _heads(self, register: str) -> frozenset[Key]:
        """The operations nobody replaced; empty means the one insert."""
        updates = self.updates.get(register, [])
        replaced = {key for op in updates for key in op.supersedes}
        found = {op.key for op in updates}
        if len(self.inserts) > 1:
            found |= {
                op.key
                for op in self.inserts
                if register == DELETED or not self._is_empty(register, op.key)
            }
        return frozenset(found - replaced)

    def _is_empty(self, register: str, key: Key) -> bool:
        return self._value(register, key) == self._blank(register)

    def _highest(self, keys: frozenset[Key]) -> Key:
        return max(keys, key=lambda key: self.ops[key].rank)

    def _winner(self, register: str, heads: frozenset[Key]) -> Key | None:
        if heads:
            return self._highest(heads)
        return self.inserts[0].key if self.inserts else None

    # -- values

    def _is_purged(self, register: str) -> bool:
        is_personal = register in self.shape.personal
        return register in self.purges or (is_personal and "" in self.purges)

    def _value(self, register: str, key: Key | None) -> Values:
        """What an operation says, as the columns would hold it."""
        op = self.ops.get(key) if key else None
        blank = self._blank(register)
        if op is None or op.digest is not None or self._is_purged(register):
            return blank
        if op.kind == "I":
            said = op.content
        elif register.startswith("@"):
            said = json.loads(op.val)
        else:
            said = {register: op.val}
        return {
            name: default if said.get(name) is None else self._native(name, said[name])
            for name, default in blank.items()
        }

    def _blank(self, register: str) -> Values:
        fields = self.shape.registers.get(register, ())
        return {each.name: self.columns[each.name].blank for each in fields}

    def _native(self, name: str, value: Any) -> Any:
        column = self.columns[name]
        if column.is_blob and isinstance(value, str):
            return bytes.fromhex(value)
        return float(value) if column.is_real else value

    # -- what must be decided

    def _deletion(self, heads: dict[str, frozenset[Key]]) -> tuple[Any, bool]:
        """When a record was deleted, and whether an edit survives its deletion."""
        deletions = heads.get(DELETED, frozenset())
        values = {key: self._value(DELETED, key)[DELETED] for key in deletions}
        covered = {seen for key in deletions for seen in self.ops[key].covers}
        others = {
            key
            for register, found in heads.items()
            if register != DELETED
            for key in found
        }
        winner = values[self._highest(deletions)] if deletions else None
        if winner is None or None in values.values() or others - covered:
            return None, winner is not None
        return winner, False

    def _differ(self, register: str, heads: frozenset[Key]) -> bool:
        if register == DELETED and self.shape.fields:
            values = [self._value(register, key)[DELETED] for key in heads]
            return len({value is None for value in values}) > 1
        return len({self._told(register, key) for key in heads}) > 1

    def _told(self, register: str, key: Key) -> tuple[Any, ...]:
        """What tells a head from another: a withheld value is like no other."""
        op = self.ops[key]
        if self._is_purged(register):
            return ()
        if op.digest is not None:
            return ("withheld", op.digest)
        if register not in self.shape.registers:
            return ("unknown", op.val)
        return tuple(sorted(self._value(register, key).items()))
