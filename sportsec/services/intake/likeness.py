"""How alike two texts are, measured by a compiled library."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rapidfuzz import fuzz, process


class FastLikeness:
    """`domain.intake.matching_align.Likeness` by rapidfuzz."""

    def ratio(self, one: str, other: str) -> float:
        """Return 0 … 1: twice the letters in common, in order, by all letters."""
        return fuzz.ratio(one, other) / 100

    def nearest(
        self, text: str, among: Collection[str], cutoff: float
    ) -> Iterator[tuple[str, float]]:
        """Yield the texts at least `cutoff` like `text`, and how much."""
        found = process.extract(
            text, among, scorer=fuzz.ratio, limit=None, score_cutoff=100 * cutoff
        )
        for other, ratio, _ in found:
            yield other, ratio / 100
