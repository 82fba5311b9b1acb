"""A pen that remembers what it was told, and short ways to lay out blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sportsec.reports.document import Block
from sportsec.reports.drawing import Point, Step
from sportsec.reports.pdf.bidi import kinds_of, levels, line_levels, visual_order
from sportsec.reports.pdf.box import Box, Stack
from sportsec.reports.pdf.layout import lay_out
from sportsec.reports.pdf.lines import Line
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.pen import Pen

WIDTH = 480.0
ROOM = 700.0


@dataclass(frozen=True)
class Words:
    """A line of text as it was printed."""

    text: str
    x: float
    baseline: float
    size: float
    width: float
    white: bool


class Sheet(Pen):
    """Remembers texts, boxes and lines instead of writing them."""

    def __init__(self) -> None:
        super().__init__(None, 595.0, 842.0)
        self.words: list[Words] = []
        self.boxes: list[dict[str, Any]] = []
        self.lines: list[tuple[Point, Point]] = []
        self.paths: list[list[Step]] = []
        self.entries: list[tuple[str, int]] = []

    def text(
        self,
        line: Line,
        x: float,
        baseline: float,
        size: float,
        *,
        stretch: float = 0.0,
        white: bool = False,
    ) -> None:
        # Turned round twice, the pieces stand in reading order again.
        order = visual_order([piece.level for piece in line.pieces])
        text = "".join(line.pieces[i].word for i in order)
        width = line.width + stretch * line.gaps
        self.words.append(Words(text, x, baseline, size, width, white))

    def box(
        self, x: float, top: float, width: float, height: float, **look: Any
    ) -> None:
        self.boxes.append(
            {"x": x, "top": top, "width": width, "height": height, **look}
        )

    def rules(
        self, ends: Iterable[tuple[Point, Point]], colour: str, line: float = 0.5
    ) -> None:
        self.lines += list(ends)

    def path(self, steps: Iterable[Step], **look: Any) -> None:
        self.paths.append(list(steps))

    def entry(self, title: str, level: int, top: float) -> None:
        self.entries.append((title, level))

    def all_text(self) -> str:
        """Everything printed, in the order of printing."""
        return " ".join(words.text for words in self.words)

    def place(self, text: str) -> Words:
        """The one line that holds these words."""
        (found,) = [words for words in self.words if text in words.text]
        return found


def measure(language: str = "ar", second: str | None = None) -> Measure:
    return Measure(WIDTH, ROOM, language, second)


def boxes(*blocks: Block, language: str = "ar", second: str | None = None) -> list[Box]:
    return lay_out(blocks, measure(language, second))


def printed(*blocks: Block, language: str = "ar", second: str | None = None) -> Sheet:
    """Lay out blocks on one endless sheet."""
    sheet = Sheet()
    Stack.of(boxes(*blocks, language=language, second=second)).draw(sheet, 0.0, 0.0)
    return sheet


def as_seen(text: str, base: int) -> str:
    """The characters from left to right, without the marks of direction."""
    found = line_levels(kinds_of(text), levels(text, base), base)
    marks = "\u2066\u2067\u2068\u2069"
    return "".join(text[i] for i in visual_order(found) if text[i] not in marks)
