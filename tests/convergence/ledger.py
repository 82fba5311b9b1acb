"""Who knew what when writing, noted by the test and not taken from the journal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import timedelta

from tests.convergence.journal import Key
from tests.convergence.oracle import Register, State

#: What the machine met, over all its runs in this process.
STATISTICS: Counter[str] = Counter()


@dataclass(slots=True)
class Ledger:
    """All operations of one run, and what their authors knew.

    Args:
        knew: What was known here when an operation was written; of a record whose
            form was opened earlier, what was known then.
        places: The updates of each register.
        secrets: Personal values, each with the record and register it stands in.
    """

    ticks: int = 0
    knew: dict[Key, AbstractSet[Key]] = field(default_factory=dict)
    places: dict[Register, list[Key]] = field(default_factory=lambda: defaultdict(list))
    secrets: dict[Key, tuple[bytes, str, str]] = field(default_factory=dict)

    def tick(self) -> timedelta:
        self.ticks += 1
        return timedelta(milliseconds=7 * self.ticks)

    def assert_nothing_lost(self, state: State) -> None:
        """An edit that nobody wrote over knowing it is still a head."""
        registers: dict[Register, list[Key]] = defaultdict(list)
        for (row, col), keys in self.places.items():
            elder = state.elders.get(row, row)
            registers[elder, col] += [key for key in keys if key in state.ops]
        for register, keys in registers.items():
            heads = state.heads.get(register, frozenset())
            for key in keys:
                if key not in heads:
                    over = any(key in self.knew[other] for other in keys)
                    assert over, f"an edit was lost: {key} of {register}"

    def erased(self, state: State) -> list[bytes]:
        """Return texts that purges known here forbid to be anywhere."""
        purged = {(op.row, op.col) for op in state.ops.values() if op.kind == "P"}
        if not purged:
            return []
        forbidden, legal = set(), set()
        for key, (row, col, text) in self.secrets.items():
            if key in state.ops:
                is_purged = (row, "") in purged or (row, col) in purged
                (forbidden if is_purged else legal).add(text)
        return [text.encode() for text in forbidden - legal]
