"""What a block must know of its surroundings to be laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace

RIGHT_TO_LEFT = frozenset({"ar"})


@dataclass(frozen=True, slots=True)
class Measure:
    """The room and the language of a block.

    Args:
        width: Points.
        room: Height of a whole page's body, in points.
        language: Of the block.
        second: Second language of the document, if it has one.
    """

    width: float
    room: float
    language: str
    second: str | None = None

    @property
    def rtl(self) -> bool:
        """Whether the block reads from right to left."""
        return self.language in RIGHT_TO_LEFT

    def at(self, width: float, language: str | None = None) -> Measure:
        """Return the measure of a part, narrower or in another language."""
        return replace(self, width=width, language=language or self.language)
