"""Drawings: shapes scaled to the paper, patterns that survive black ink, labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sportsec.reports.drawing import (
    Circle,
    Drawing,
    Key,
    Label,
    Path,
    Point,
    Polygon,
    Sign,
    Step,
)
from sportsec.reports.inline import Align
from sportsec.reports.pdf.box import Box, Stack
from sportsec.reports.pdf.hatching import paint
from sportsec.reports.pdf.lines import Line, one_line
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.palette import LABEL, MM, WHITE, Type
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.text_box import TextBox
from sportsec.reports.pdf.typeset import typeset

_ROUND = 0.5523  # Bézier handle of a quarter circle of radius 1
_SHARE_OF_PAGE = 0.75  # that a drawing may take, so that a heading fits above it
_SWATCH = (14.0, 9.0)
_LEGEND_GAP = 14.0
_CAP = 0.34  # half the height of letters over the baseline, by the size


@dataclass(slots=True, eq=False)
class PictureBox(Box):
    """A drawing at its size on paper, centred in the width."""

    drawing: Drawing = field(default_factory=lambda: Drawing(1, 1, ()))
    width: float = 0.0
    scale: float = 1.0
    rtl: bool = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Paint the shapes in their order, labels among them."""
        left = x + (self.width - self.drawing.width * self.scale) / 2

        def place(point: Point) -> Point:
            return left + point[0] * self.scale, top + point[1] * self.scale

        for shape in self.drawing.shapes:
            if isinstance(shape, Label):
                _label(pen, shape, place(shape.at), rtl=self.rtl)
            else:
                steps = [
                    replace(step, points=tuple(map(place, step.points)))
                    for step in outline(shape)
                ]
                paint(pen, steps, shape.style)


def outline(shape: Path | Polygon | Circle) -> Sequence[Step]:
    """Return the steps of a shape in its own units."""
    if isinstance(shape, Path):
        return shape.steps
    if isinstance(shape, Polygon):
        first, *others = shape.points or ((0.0, 0.0),)
        lines = [Step("L", (point,)) for point in others]
        return [Step("M", (first,)), *lines, *([Step("Z")] if shape.closed else [])]
    (x, y), r = shape.center, shape.radius
    k = r * _ROUND
    return [
        Step("M", ((x + r, y),)),
        Step("C", ((x + r, y + k), (x + k, y + r), (x, y + r))),
        Step("C", ((x - k, y + r), (x - r, y + k), (x - r, y))),
        Step("C", ((x - r, y - k), (x - k, y - r), (x, y - r))),
        Step("C", ((x + k, y - r), (x + r, y - k), (x + r, y))),
        Step("Z"),
    ]


def _label(pen: Pen, label: Label, at: Point, *, rtl: bool) -> None:
    type_ = Type(label.size, bold=label.bold)
    line = one_line(typeset(label.text, type_, rtl=rtl))
    share = {"left": 0.0, "middle": 0.5, "right": 1.0}[label.anchor]
    x, y = at[0] - share * line.width, at[1]
    if label.halo:
        high = label.size * 1.25
        pen.box(x - 1.5, y - high / 2, line.width + 3, high, fill=WHITE, radius=1.5)
    pen.text(line, x, y + _CAP * label.size, label.size, white=label.inverse)


@dataclass(slots=True, eq=False)
class LegendRow(Box):
    """Swatches and their words, one after the other in reading order."""

    items: Sequence[tuple[float, Key, Line]] = ()

    width: float = 0.0
    rtl: bool = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each swatch, then its words."""
        wide, _high = _SWATCH
        for start, key, line in self.items:
            left = x + self.width - start - wide if self.rtl else x + start
            centre = left + wide / 2, top + LABEL.line / 2
            paint(pen, outline(_sign(key.sign, centre)), key.style)
            words = left - 4 - line.width if self.rtl else left + wide + 4
            pen.text(line, words, top + LABEL.line / 2 + _CAP * LABEL.size, LABEL.size)


def _sign(sign: Sign, centre: Point) -> Polygon | Circle:
    """Return the outline of a key around its centre; all take the same room."""
    wide, high = _SWATCH
    x, y = centre
    if sign is Sign.DISC:
        return Circle(centre, high / 2)
    half_w, half_h = (high if sign is Sign.SQUARE else wide) / 2, high / 2
    left, right, upper, lower = x - half_w, x + half_w, y - half_h, y + half_h
    return Polygon(((left, upper), (right, upper), (right, lower), (left, lower)))


def picture_boxes(drawing: Drawing, measure: Measure) -> list[Box]:
    """Lay out a drawing with its legend and caption, on one page."""
    highest = min(drawing.max_height * MM, _SHARE_OF_PAGE * measure.room)
    scale = min(measure.width / drawing.width, highest / drawing.height)
    boxes: list[Box] = [
        PictureBox(
            height=drawing.height * scale,
            after=6.0,
            drawing=drawing,
            width=measure.width,
            scale=scale,
            rtl=measure.rtl,
        ),
        *_legend(drawing.legend, measure),
    ]
    if drawing.caption:
        caption = TextBox.of(
            drawing.caption, LABEL, measure.width, rtl=measure.rtl, align=Align.CENTER
        )
        caption.before = 4.0
        boxes.append(caption)
    stack = Stack.of(boxes, together=True)
    stack.before, stack.after = 6.0, 10.0
    return [stack]


def _legend(items: Sequence[Key], measure: Measure) -> list[Box]:
    rows: list[list[tuple[float, Key, Line]]] = [[]]
    at = 0.0
    for key in items:
        line = one_line(typeset(key.words, LABEL.with_look(), rtl=measure.rtl))
        wide = _SWATCH[0] + 4.0 + line.width
        if rows[-1] and at + wide > measure.width:
            rows.append([])
            at = 0.0
        rows[-1].append((at, key, line))
        at += wide + _LEGEND_GAP
    return [
        LegendRow(LABEL.line + 1, items=row, width=measure.width, rtl=measure.rtl)
        for row in rows
        if row
    ]
