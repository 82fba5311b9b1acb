"""Writing on a page: lines of text, rules, boxes and outlines, from the top down.

Coordinates are points from the upper left corner of the paper; PDF counts from the
lower left, which only this module knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from sportsec.reports.drawing import Point, Step
from sportsec.reports.pdf.embed import EmbeddedFace, Mark, short
from sportsec.reports.pdf.fonts import Face, FaceName
from sportsec.reports.pdf.lines import Line
from sportsec.reports.pdf.outlines import outline
from sportsec.reports.pdf.palette import TEXT_COLOUR, WHITE

_ROUND = 0.5523  # Bézier handle of a quarter circle of radius 1
_look = attrgetter("shaped.face", "tone")  # of a piece
_STEP = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Pen:
    """What a page is written with; one for the whole file.

    Args:
        canvas: reportlab's canvas, given only whole pages and outline entries.
        width: Of the paper, in points.
        height: Of the paper, in points.
    """

    def __init__(self, canvas: Any, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._canvas = canvas
        self._faces: dict[FaceName, EmbeddedFace] = {}
        self._out: list[str] = []
        self._deepest = -1
        self._entries = 0

    @property
    def faces(self) -> Iterable[EmbeddedFace]:
        """The faces used so far, in the order of their first use."""
        return self._faces.values()

    def end_page(self) -> None:
        """Hand the page over; what follows goes to the next."""
        self._canvas.addLiteral("\n".join(self._out))
        self._canvas.showPage()
        self._out = []

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
        """Print a line of text.

        Args:
            line: Its pieces are already in visual order.
            x: Left end.
            baseline: Distance from the top of the paper.
            size: Of the type, in points.
            stretch: Added to each space, in points.
            white: Print in white whatever the tones.
        """
        if not line.pieces:
            return
        out = [f"BT 1 0 0 1 {x:.2f} {self.height - baseline:.2f} Tm"]
        marks: list[str] = []
        gap = short(-stretch * 1000.0 / size) if stretch else ""
        for (name, tone), pieces in groupby(line.pieces, _look):
            used = self._embedded(name)
            colour = _rgb(WHITE if white else TEXT_COLOUR[tone])
            array: list[str] = []
            for piece in pieces:
                operand, painted = used.drawn(piece.shaped)
                array.append(operand)
                if painted:
                    marks.append(f"{colour} rg")
                    marks += self._marks(used.face, painted, x, baseline, size)
                x += piece.width
                if gap and piece.gap:
                    array.append(gap)
                    x += stretch
            out.append(f"{colour} rg /{used.key} {size:g} Tf [{''.join(array)}]TJ")
        self._out.append(" ".join([*out, "ET", *marks]))

    def _marks(
        self,
        used: Face,
        marks: Iterable[Mark],
        x: float,
        baseline: float,
        size: float,
    ) -> Iterator[str]:
        """Paint marks above and below the letters of a word that begins at `x`."""
        unit = size / 1000.0
        scale = unit * used.scale
        base = self.height - baseline
        for mark in marks:
            at = f"{x + mark.x * unit:.2f} {base + mark.y * unit:.2f}"
            path = outline(used.name, mark.glyph)
            yield f"q {scale:.6f} 0 0 {scale:.6f} {at} cm {path} f Q"

    def _embedded(self, name: FaceName) -> EmbeddedFace:
        found = self._faces.get(name)
        if found is None:
            found = EmbeddedFace(name, f"F{len(self._faces) + 1}")
            self._faces[name] = found
        return found

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: str = "",
        line: float = 0.5,
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle, with round corners if asked."""
        if radius:
            steps = _rounded(x, top, width, height, radius)
            self.path(steps, fill=fill, stroke=stroke, line=line)
        elif fill or stroke:
            low = self.height - top - height
            shape = f"{x:.2f} {low:.2f} {width:.2f} {height:.2f} re"
            self._out.append(_painted(shape, fill, stroke, line))

    def rule(self, start: Point, end: Point, colour: str, line: float = 0.5) -> None:
        """Draw a straight line."""
        self.rules([(start, end)], colour, line)

    def rules(
        self, ends: Iterable[tuple[Point, Point]], colour: str, line: float = 0.5
    ) -> None:
        """Draw straight lines of one colour and thickness."""
        high = self.height
        shape = " ".join(
            f"{x1:.2f} {high - y1:.2f} m {x2:.2f} {high - y2:.2f} l"
            for (x1, y1), (x2, y2) in ends
        )
        if shape:
            self._out.append(_painted(shape, "", colour, line))

    def path(
        self,
        steps: Iterable[Step],
        *,
        fill: str = "",
        stroke: str = "",
        line: float = 0.5,
        dash: str = "",
    ) -> None:
        """Draw an outline; `fill` and `stroke` are colours, empty for none."""
        if fill or stroke:
            shape = self._outline(steps)
            self._out.append(_painted(shape, fill, stroke, line, dash))

    @contextmanager
    def inside(self, steps: Iterable[Step]) -> Iterator[None]:
        """Clip what is drawn meanwhile to an outline."""
        self._out.append(f"q {self._outline(steps)} W n")
        yield
        self._out.append("Q")

    def _outline(self, steps: Iterable[Step]) -> str:
        height = self.height
        out = []
        for step in steps:
            out += [f"{x:.2f} {height - y:.2f}" for x, y in step.points]
            out.append(_STEP[step.kind])
        return " ".join(out)

    def entry(self, title: str, level: int, top: float) -> None:
        """Enter a heading into the outline of the file.

        Args:
            level: 0 for the outermost; made shallower where one was skipped.
        """
        self._deepest = min(level, self._deepest + 1)
        self._entries += 1
        key = f"h{self._entries}"
        self._canvas.bookmarkHorizontalAbsolute(key, self.height - top)
        self._canvas.addOutlineEntry(title, key, self._deepest)


@cache
def _rgb(colour: str) -> str:
    """Turn `RRGGBB` into the three numbers of PDF."""
    parts = (int(colour[k : k + 2], 16) / 255.0 for k in (0, 2, 4))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)


def _painted(shape: str, fill: str, stroke: str, line: float, dash: str = "") -> str:
    """Paint a shape; `fill` and `stroke` are colours, empty for none."""
    ground = f"{_rgb(fill)} rg " if fill else ""
    edge = f"{_rgb(stroke)} RG {line:g} w [{dash}] 0 d " if stroke else ""
    how = "B" if fill and stroke else "f" if fill else "S"
    return f"{ground}{edge}{shape} {how}"


def _rounded(
    x: float, top: float, width: float, height: float, radius: float
) -> tuple[Step, ...]:
    right, bottom = x + width, top + height
    r, k = radius, radius * (1 - _ROUND)
    return (
        Step("M", ((x + r, top),)),
        Step("L", ((right - r, top),)),
        Step("C", ((right - k, top), (right, top + k), (right, top + r))),
        Step("L", ((right, bottom - r),)),
        Step("C", ((right, bottom - k), (right - k, bottom), (right - r, bottom))),
        Step("L", ((x + r, bottom),)),
        Step("C", ((x + k, bottom), (x, bottom - k), (x, bottom - r))),
        Step("L", ((x, top + r),)),
        Step("C", ((x, top + k), (x + k, top), (x + r, top))),
        Step("Z"),
    )
