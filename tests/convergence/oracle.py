"""The state that a set of operations means, computed from scratch in plain Python.

This is the definition (exchange.md §4, §15) that the merge is held against. It knows
nothing of how the merge works: it reads the operations and the shapes of the tables.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.convergence.journal import Key, Layout, Op, layout_of, read_ops
from tests.convergence.meaning import DELETED, Meaning, meaning_of

#: Shown as the deletion of a younger twin, whatever it really is.
HIDDEN = "1970-01-01T00:00:00.000000Z"

Register = tuple[bytes, str]
#: Waiting reference: what it means, the record it stands in, its table and column.
Masked = tuple[bytes, bytes, str, str]


@dataclass(slots=True)
class State:
    """What a database must show and keep.

    Args:
        rows: Shown values by table and record, in the order of the shape's columns.
        heads: The operations that nobody replaced; only where they are not simply
            the one insert. Those of twins stand under the elder.
        winners: Which of the heads is shown.
        conflicts: Registers whose heads differ; `deleted_at` also where an edit
            survives a deletion that did not know of it.
        revived: Records that an edit keeps in spite of a deletion.
        masked: References shown as nothing or as another record.
        elders: The elder of each younger twin.
        members: Of each elder: all that are one with it, itself among them.
        missing: Operations that were replaced but are not known.
        ops: All operations known.
    """

    layout: Layout
    ops: dict[Key, Op]
    rows: dict[str, dict[bytes, tuple[Any, ...]]] = field(default_factory=dict)
    heads: dict[Register, frozenset[Key]] = field(default_factory=dict)
    winners: dict[Register, Key] = field(default_factory=dict)
    conflicts: set[Register] = field(default_factory=set)
    revived: set[bytes] = field(default_factory=set)
    masked: set[Masked] = field(default_factory=set)
    elders: dict[bytes, bytes] = field(default_factory=dict)
    members: dict[bytes, tuple[bytes, ...]] = field(default_factory=dict)
    missing: set[Key] = field(default_factory=set)

    def value(self, table: str, row: bytes, column: str) -> Any:
        """Return what a record shows in a column."""
        place = [*self.layout.shapes[table].columns].index(column)
        return self.rows[table][row][place]


def state_of(connection: Any, replicas: dict[int, bytes]) -> State:
    """Compute the state of the operations that a database knows."""
    return _Definition(connection, replicas).compute()


class _Definition:
    """One computation over all records; each by itself is a `Meaning`."""

    def __init__(self, connection: Any, replicas: dict[int, bytes]) -> None:
        self.layout = layout_of(connection)
        self.of_row: dict[bytes, list[Op]] = defaultdict(list)
        ops = read_ops(connection, replicas)
        for op in ops:
            self.of_row[op.row].append(op)
        self.table_of = {op.row: op.tbl for op in ops if op.kind == "I"}
        self.state = State(self.layout, {op.key: op for op in ops})

    def compute(self) -> State:
        """Records first without twins, to know which decisions about twins hold."""
        self._find_twins()
        for row in self.of_row:
            if row not in self.state.elders:
                self._settle(row)
        replaced = {
            key
            for ops in self.of_row.values()
            for op in ops
            if op.kind == "U"
            for key in op.supersedes
        }
        self.state.missing = replaced - self.state.ops.keys()
        return self.state

    def _meaning(self, rows: tuple[bytes, ...]) -> Meaning:
        ops = frozenset(op for row in rows for op in self.of_row[row])
        return meaning_of(self.layout, self.table_of.get(rows[0], ""), ops)

    def _find_twins(self) -> None:
        """Join what live decisions call the same; the elder has the smallest id."""
        group: dict[tuple[str, bytes], set[bytes]] = {}
        for row in (row for row, tbl in self.table_of.items() if tbl == "twin"):
            said = self._meaning((row,)).values
            if said["verdict"] != "same" or said[DELETED] is not None:
                continue
            tbl, pair = said["tbl"], {said["first_id"], said["second_id"]}
            if tbl == "twin" or None in pair:
                continue
            if any(self.table_of.get(one, tbl) != tbl for one in pair):
                continue
            joined = set().union(*(group.get((tbl, one), {one}) for one in pair))
            group.update(dict.fromkeys(((tbl, one) for one in joined), joined))
        for joined in group.values():
            known = sorted(row for row in joined if row in self.table_of)
            if known[1:]:
                self.state.elders.update(dict.fromkeys(known[1:], known[0]))
                self.state.members[known[0]] = tuple(known)

    def _settle(self, row: bytes) -> None:
        """Write down all that the definition says of a record and its twins."""
        members = self.state.members.get(row, (row,))
        meaning = self._meaning(members)
        for register, heads in meaning.heads.items():
            self.state.heads[row, register] = heads
            self.state.winners[row, register] = meaning.winners[register]
        self.state.conflicts |= {(row, register) for register in meaning.conflicts}
        table = self.table_of.get(row)
        if table not in self.layout.shapes:
            return
        if meaning.is_revived:
            self.state.revived.add(row)
        for member in members:
            self._show(table, member, meaning, is_younger=member != row)

    def _show(
        self, table: str, row: bytes, meaning: Meaning, *, is_younger: bool
    ) -> None:
        shown = list(meaning.row)
        if is_younger:
            shown[meaning.deleted_place] = HIDDEN
        for place, column, target in meaning.references:
            shown[place] = self._followed(table, row, column, target, shown[place])
        self.state.rows.setdefault(table, {})[row] = tuple(shown)

    def _followed(
        self, table: str, row: bytes, column: str, target: str, value: bytes
    ) -> bytes | None:
        """What a reference shows: the elder of twins, nothing for the unknown."""
        shown: bytes | None = self.state.elders.get(value, value)
        if self.table_of.get(shown or b"") != target:
            shown = None
        if shown != value:
            self.state.masked.add((value, row, table, column))
        return shown
