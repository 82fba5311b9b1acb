"""Explicit levels and isolating run sequences: rules X1 to X10 of UAX #9."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_DEPTH = 125
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = EMBEDDINGS | {"PDF", "BN"}  # rule X9: as if they were not there
_OVERRIDE = {"LRO": "L", "RLO": "R"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the directional status stack (BD 3.3.2)."""

    level: int
    override: str | None = None
    isolate: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """An isolating run sequence: positions, level, and the types at its two ends."""

    positions: list[int]
    level: int
    start: str
    end: str


@dataclass(slots=True)
class _Walk:
    """The state of rules X1 to X8 while they pass over the text."""

    base: int
    stack: list[Entry] = field(default_factory=list)
    too_deep_isolates: int = 0
    too_deep_embeddings: int = 0
    open_isolates: int = 0

    def _next_level(self, *, rtl: bool) -> int:
        level = self.stack[-1].level
        return (level + 1) | 1 if rtl else (level + 2) & ~1

    def embed(self, kind: str) -> None:
        """Rules X2 to X5."""
        level = self._next_level(rtl=kind in {"RLE", "RLO"})
        deep = self.too_deep_isolates or self.too_deep_embeddings
        if level <= MAX_DEPTH and not deep:
            self.stack.append(Entry(level, _OVERRIDE.get(kind)))
        elif not self.too_deep_isolates:
            self.too_deep_embeddings += 1

    def isolate(self, *, rtl: bool) -> None:
        """Rules X5a to X5c."""
        level = self._next_level(rtl=rtl)
        deep = self.too_deep_isolates or self.too_deep_embeddings
        if level <= MAX_DEPTH and not deep:
            self.open_isolates += 1
            self.stack.append(Entry(level, None, isolate=True))
        else:
            self.too_deep_isolates += 1

    def end_isolate(self) -> None:
        """Rule X6a."""
        if self.too_deep_isolates:
            self.too_deep_isolates -= 1
        elif self.open_isolates:
            self.too_deep_embeddings = 0
            while not self.stack[-1].isolate:
                self.stack.pop()
            self.stack.pop()
            self.open_isolates -= 1

    def end_embedding(self) -> None:
        """Rule X7."""
        if self.too_deep_isolates:
            return
        if self.too_deep_embeddings:
            self.too_deep_embeddings -= 1
        elif not self.stack[-1].isolate and len(self.stack) > 1:
            self.stack.pop()


def first_strong(
    types: list[str], start: int = 0, *, within: bool = False
) -> str | None:
    """Return the first strong type outside isolates (P2); `within` stops at a PDI."""
    depth = 0
    for kind in types[start:]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            if within and not depth:
                return None
            depth = max(0, depth - 1)
        elif not depth and kind in {"L", "R", "AL"}:
            return kind
    return None


def explicit_levels(types: list[str], base: int) -> list[int]:
    """Give each character its explicit level; overrides are written into `types`."""
    walk = _Walk(base, [Entry(base)])
    levels = [base] * len(types)
    for i, kind in enumerate(types):
        if kind in ISOLATES:
            levels[i] = _overridden(walk, types, i)
            strong = first_strong(types, i + 1, within=True) if kind == "FSI" else ""
            walk.isolate(rtl=kind == "RLI" or strong in {"R", "AL"})
        elif kind == "PDI":
            walk.end_isolate()
            levels[i] = _overridden(walk, types, i)
        elif kind in EMBEDDINGS:
            levels[i] = walk.stack[-1].level
            walk.embed(kind)
        elif kind == "PDF":
            levels[i] = walk.stack[-1].level
            walk.end_embedding()
        elif kind == "BN":
            levels[i] = walk.stack[-1].level
        elif kind != "B":
            levels[i] = _overridden(walk, types, i)
    return levels


def _overridden(walk: _Walk, types: list[str], i: int) -> int:
    entry = walk.stack[-1]
    if entry.override:
        types[i] = entry.override
    return entry.level


def run_sequences(kinds: list[str], levels: list[int], base: int) -> list[Sequence]:
    """Link the level runs over isolates (X10); `kinds` are the original types."""
    kept = [i for i, kind in enumerate(kinds) if kind not in REMOVED]
    runs: list[list[int]] = []
    for i in kept:
        if runs and levels[runs[-1][-1]] == levels[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    place = {i: k for k, i in enumerate(kept)}
    partner = _matching(kinds)
    openers = {close: start for start, close in partner.items()}
    by_first = {run[0]: run for run in runs}
    found = []
    for run in runs:
        if run[0] in openers:
            continue  # reached from the run that opens the isolate
        positions = list(run)
        while positions[-1] in partner:
            positions += by_first[partner[positions[-1]]]
        found.append(_sequence(positions, kinds, levels, base, kept, place))
    return found


def _matching(kinds: list[str]) -> dict[int, int]:
    """Pair isolate initiators with their PDI (BD9)."""
    partner: dict[int, int] = {}
    waiting: list[int] = []
    for i, kind in enumerate(kinds):
        if kind in ISOLATES:
            waiting.append(i)
        elif kind == "PDI" and waiting:
            partner[waiting.pop()] = i
    return partner


def _sequence(
    positions: list[int],
    kinds: list[str],
    levels: list[int],
    base: int,
    kept: list[int],
    place: dict[int, int],
) -> Sequence:
    level = levels[positions[0]]
    before = place[positions[0]] - 1
    after = place[positions[-1]] + 1
    left = levels[kept[before]] if before >= 0 else base
    right = levels[kept[after]] if after < len(kept) else base
    if kinds[positions[-1]] in ISOLATES:
        right = base  # an isolate that is never closed
    return Sequence(
        positions,
        level,
        start="R" if max(level, left) & 1 else "L",
        end="R" if max(level, right) & 1 else "L",
    )
