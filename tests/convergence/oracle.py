"""The state that a set of operations means, computed from scratch in plain Python.

This is the definition (exchange.md §4, §15) that the merge is held against. It knows
nothing of how the merge works: it reads the operations and the shapes of the tables.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sportsec.store.journal.shape import Shape, shapes_of
from tests.convergence.journal import Key, Op, Tables, read_ops

DELETED = "deleted_at"
#: Shown as the deletion of a younger twin, whatever it really is.
HIDDEN = "1970-01-01T00:00:00.000000Z"

Register = tuple[bytes, str]
Values = dict[str, Any]


@dataclass(slots=True)
class State:
    """What a database must show and keep.

    Args:
        rows: Shown values, by table, record and column.
        heads: The operations that nobody replaced; only where they are not simply
            the one insert. Those of twins stand under the elder.
        winners: Which of them is shown.
        conflicts: Registers whose heads differ; `deleted_at` also where an edit
            survives a deletion that did not know of it.
        masked: References shown as nothing or as another record.
        elders: The elder of each younger twin.
        ranks: What orders the operations, of all that are known.
    """

    rows: dict[str, dict[bytes, Values]] = field(default_factory=dict)
    heads: dict[Register, frozenset[Key]] = field(default_factory=dict)
    winners: dict[Register, Key] = field(default_factory=dict)
    conflicts: set[Register] = field(default_factory=set)
    masked: set[tuple[bytes, bytes, str, str]] = field(default_factory=set)
    elders: dict[bytes, bytes] = field(default_factory=dict)
    ranks: dict[Key, tuple[int, bytes, int]] = field(default_factory=dict)


def state_of(connection: Any) -> State:
    """Compute the state of the operations that a database knows."""
    return _Definition(connection).compute()


class _Definition:
    """One computation; every method is one line of the definition."""

    def __init__(self, connection: Any) -> None:
        self.shapes: dict[str, Shape] = shapes_of(connection)
        self.tables = Tables(connection)
        self.ops: dict[Key, Op] = {}
        self.of_row: dict[bytes, list[Op]] = defaultdict(list)
        for op in read_ops(connection):
            self.ops[op.key] = op
            self.of_row[op.row].append(op)
        self.table_of = {op.row: op.tbl for op in self.ops.values() if op.kind == "I"}
        self.classes: dict[bytes, tuple[bytes, ...]] = {}
        self.state = State(ranks={key: op.rank for key, op in self.ops.items()})

    def compute(self) -> State:
        """Records first without twins, to know which decisions about twins hold."""
        self._find_twins()
        for row in sorted(self.of_row):
            if row not in self.state.elders:
                self._settle(row)
        for row, elder in self.state.elders.items():
            if row in self.table_of:
                self._hide(row, elder)
        return self.state

    # -- twins

    def _find_twins(self) -> None:
        """Join what live decisions call the same; the elder has the smallest id."""
        group: dict[bytes, set[bytes]] = {}
        for row in sorted(row for row, tbl in self.table_of.items() if tbl == "twin"):
            shown = {
                column: value
                for register in self.shapes["twin"].registers
                for column, value in self._shown(row, register).items()
            }
            deleted, _ = self._deletion(row)
            if shown["verdict"] != "same" or deleted is not None:
                continue
            pair = {shown["first_id"], shown["second_id"]}
            if any(
                self.table_of.get(one, shown["tbl"]) != shown["tbl"] for one in pair
            ):
                continue
            joined = set().union(*(group.get(one, {one}) for one in pair))
            group.update(dict.fromkeys(joined, joined))
        for joined in {frozenset(each) for each in group.values()}:
            known = sorted(row for row in joined if row in self.table_of)
            for younger in known[1:]:
                self.state.elders[younger] = known[0]
            if known[1:]:
                self.classes[known[0]] = tuple(known)

    def _members(self, row: bytes) -> tuple[bytes, ...]:
        return self.classes.get(row, (row,))

    # -- registers

    def _ops_of(self, row: bytes) -> Iterable[Op]:
        return (op for member in self._members(row) for op in self.of_row[member])

    def _registers(self, row: bytes) -> list[str]:
        """All that anything was ever written to, known to this version or not."""
        known = set(self._shape(row).registers) if row in self.table_of else set()
        return sorted(known | {op.col for op in self._ops_of(row) if op.kind == "U"})

    def _shape(self, row: bytes) -> Shape:
        table = self.table_of[row]
        return self.shapes.get(table) or Shape(table, ())

    def _columns(self, row: bytes, register: str) -> tuple[str, ...]:
        return tuple(each.name for each in self._shape(row).registers.get(register, ()))

    def _heads(self, row: bytes, register: str) -> frozenset[Key]:
        """The operations nobody replaced; empty means the one insert."""
        ops = list(self._ops_of(row))
        updates = [op for op in ops if op.kind == "U" and op.col == register]
        replaced = set().union(*(op.supersedes for op in updates))
        found = {op.key for op in updates if op.key not in replaced}
        inserts = [op for op in ops if op.kind == "I"]
        if len(inserts) > 1:
            found |= {
                op.key
                for op in inserts
                if op.key not in replaced
                and (register == DELETED or not self._is_empty(row, register, op.key))
            }
        return frozenset(found)

    def _is_empty(self, row: bytes, register: str, key: Key) -> bool:
        values = self._value(row, register, key)
        return values == self._blank(row, self._columns(row, register))

    def _winner(self, row: bytes, register: str) -> Key | None:
        heads = self._heads(row, register)
        if heads:
            return max(heads, key=lambda key: self.ops[key].rank)
        inserts = [op.key for op in self._ops_of(row) if op.kind == "I"]
        return min(inserts, key=lambda key: self.ops[key].rank) if inserts else None

    # -- values

    def _purged(self, row: bytes, register: str) -> bool:
        personal = self._shape(row).personal
        return any(
            op.kind == "P"
            and (op.col == register or (op.col == "" and register in personal))
            for op in self._ops_of(row)
        )

    def _value(self, row: bytes, register: str, key: Key | None) -> Values:
        """What an operation says, as the columns would hold it."""
        op = self.ops.get(key) if key else None
        columns = self._columns(row, register)
        blank = self._blank(row, columns)
        if op is None or op.digest is not None or self._purged(row, register):
            return blank
        if op.kind == "I":
            said = op.content
        elif register.startswith("@"):
            said = json.loads(op.val)
        else:
            said = {register: op.val}
        return {
            name: self._native(row, name, said[name])
            if said.get(name) is not None
            else blank[name]
            for name in columns
        }

    def _blank(self, row: bytes, columns: tuple[str, ...]) -> Values:
        declared = self.tables.of(self.table_of[row])
        return {name: declared[name].blank for name in columns}

    def _native(self, row: bytes, name: str, value: Any) -> Any:
        column = self.tables.of(self.table_of[row])[name]
        if column.is_blob and isinstance(value, str):
            return bytes.fromhex(value)
        return float(value) if column.is_real else value

    def _shown(self, row: bytes, register: str) -> Values:
        """The value of the winner, references as far as their target is known."""
        values = self._value(row, register, self._winner(row, register))
        for name, value in values.items():
            target = self._shape(row).references.get(name)
            if target and value is not None:
                values[name] = self._reference(row, name, target, value)
        return values

    def _reference(self, row: bytes, name: str, target: str, value: bytes) -> Any:
        shown = self.state.elders.get(value, value)
        if self.table_of.get(shown) != target:
            shown = None
        if shown != value:
            self.state.masked.add((value, row, self.table_of[row], name))
        return shown

    # -- records

    def _deletion(self, row: bytes) -> tuple[Any, bool]:
        """When a record was deleted, and whether an edit survives its deletion."""
        heads = self._heads(row, DELETED)
        values = {key: self._value(row, DELETED, key)[DELETED] for key in heads}
        covered = set().union(*(self.ops[key].covers for key in heads))
        others = {
            key
            for register in self._registers(row)
            if register != DELETED
            for key in self._heads(row, register)
        }
        winner = values.get(self._winner(row, DELETED)) if heads else None
        if winner is None or None in values.values() or others - covered:
            return None, winner is not None
        return winner, False

    def _settle(self, row: bytes) -> None:
        """Write down all that the definition says of a record."""
        for register in self._registers(row):
            if heads := self._heads(row, register):
                self.state.heads[row, register] = heads
        if row not in self.table_of:
            return
        shown: Values = {}
        for register in self._registers(row):
            heads = self._heads(row, register)
            if winner := self._winner(row, register):
                self.state.winners[row, register] = winner
            shown |= self._shown(row, register)
            if len(heads) > 1 and self._differ(row, register, heads):
                self.state.conflicts.add((row, register))
        shown[DELETED], survives = self._deletion(row)
        if survives:
            self.state.conflicts.add((row, DELETED))
        if self.table_of[row] in self.shapes:
            self.state.rows.setdefault(self.table_of[row], {})[row] = shown

    def _differ(self, row: bytes, register: str, heads: frozenset[Key]) -> bool:
        if register == DELETED:
            values = [self._value(row, register, key)[DELETED] for key in heads]
            return len({value is None for value in values}) > 1
        return len({self._told(row, register, key) for key in heads}) > 1

    def _told(self, row: bytes, register: str, key: Key) -> tuple[Any, ...]:
        """What tells a head from another: a withheld value is like no other."""
        op = self.ops[key]
        if self._purged(row, register):
            return ()
        if op.digest is not None:
            return ("withheld", bytes(op.digest))
        if not self._columns(row, register):
            return ("unknown", op.val)
        return tuple(sorted(self._value(row, register, key).items()))

    def _hide(self, row: bytes, elder: bytes) -> None:
        table = self.table_of[row]
        if table in self.shapes:
            shown = dict(self.state.rows[table][elder])
            shown[DELETED] = HIDDEN
            self.state.rows[table][row] = shown
