"""Grids of labelled facts, and places to sign."""

from __future__ import annotations

from dataclasses import dataclass

from sportsec.reports.document import KeyValues, Signature, SignatureBlock
from sportsec.reports.inline import Align, Inline
from sportsec.reports.pdf.box import Box, Stack
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.palette import BODY, HAIR, LABEL, MM, RULE, Type
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.row import Place, RowBox, columns_of, row_of
from sportsec.reports.pdf.text_box import TextBox
from sportsec.reports.pdf.typeset import typeset

_GAP = 16.0
_VALUE = Type(10.0, 1.5)
_CAPTION = Type(9.5, 1.45, bold=True)
_SIGNING_ROOM = 20 * MM
_LARGEST_LABEL = 0.4  # of the width, where labels stand beside their values


@dataclass(slots=True, eq=False)
class Facts(RowBox):
    """One row of facts over hairlines."""

    spans: tuple[tuple[float, float], ...] = ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the facts, then a hairline under each."""
        RowBox.draw(self, pen, x, top)
        under = top + self.height
        for left, width in self.spans:
            pen.rule((x + left, under), (x + left + width, under), HAIR, 0.5)


def facts_boxes(grid: KeyValues, measure: Measure) -> list[Box]:
    """Lay out labelled facts: beside each other in one column, else above."""
    if not grid.items:
        return []
    columns = min(max(grid.columns, 1), 3)
    if columns == 1:
        return [_stacked(_facts_beside(grid, measure))]
    width = (measure.width - _GAP * (columns - 1)) / columns
    edges = columns_of([width] * columns, _GAP, rtl=measure.rtl)
    rows: list[Box] = []
    for k in range(0, len(grid.items), columns):
        items = grid.items[k : k + columns]
        places = [
            Place(edge, _fact_above(label, value, width, rtl=measure.rtl))
            for edge, (label, value) in zip(edges, items, strict=False)
        ]
        spans = tuple((edge, width) for edge in edges[: len(items)])
        rows.append(Facts(above=3.5, below=2.5, spans=spans).with_places(places))
    return [_stacked(rows)]


def _stacked(rows: list[Box]) -> Stack:
    """Put rows below each other; none of them stands alone on a page."""
    if len(rows) > 1:
        rows[0].with_next = rows[-2].with_next = True
    stack = Stack.of(rows)
    stack.before, stack.after = 4.0, 9.0
    return stack


def _shown(value: Inline) -> Inline:
    return value or "–"


def _fact_above(label: str, value: Inline, width: float, *, rtl: bool) -> Stack:
    words = TextBox.of(label, LABEL, width, rtl=rtl)
    words.with_next = True
    return Stack.of([words, TextBox.of(_shown(value), _VALUE, width, rtl=rtl)])


def _facts_beside(grid: KeyValues, measure: Measure) -> list[Box]:
    rtl = measure.rtl
    type_ = Type(9.0, _VALUE.line / 9.0, tone=LABEL.tone)
    widest = max(typeset(label, type_, rtl=rtl).natural for label, _ in grid.items)
    label_width = min(widest + 1.0, _LARGEST_LABEL * measure.width)
    widths = (label_width, measure.width - label_width - _GAP)
    edges = columns_of(widths, _GAP, rtl=rtl)
    rows: list[Box] = []
    for label, value in grid.items:
        boxes = (
            TextBox.of(label, type_, widths[0], rtl=rtl),
            TextBox.of(_shown(value), _VALUE, widths[1], rtl=rtl),
        )
        places = [Place(edge, box) for edge, box in zip(edges, boxes, strict=True)]
        facts = Facts(above=2.5, below=2.5, spans=((0.0, measure.width),))
        rows.append(facts.with_places(places))
    return rows


@dataclass(slots=True, eq=False)
class SigningPlace(Stack):
    """Words above a room to sign in, closed by a line."""

    width: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Print the words; draw the line at the bottom."""
        Stack.draw(self, pen, x, top)
        under = top + self.height - 2.0
        pen.rule((x, under), (x + self.width, under), RULE, 0.6)


def signatures_box(block: SignatureBlock, measure: Measure) -> Box:
    """Lay out places to sign side by side; they are never divided."""
    # A single place stands where signatures do: at the reading end, as one of two.
    count = max(2, len(block.places))
    width = (measure.width - _GAP * (count - 1)) / count
    edges = columns_of([width] * count, _GAP, rtl=measure.rtl)
    edges = edges[count - len(block.places) :]
    stacks = [_signing_place(place, width, measure) for place in block.places]
    tallest = max((stack.height for stack in stacks), default=0.0)
    for stack in stacks:
        stack.height = tallest + _SIGNING_ROOM
    row = row_of(list(map(Place, edges, stacks)))
    row.before, row.after = 18.0, 8.0
    return Stack.of([row], together=True)


def _signing_place(place: Signature, width: float, measure: Measure) -> SigningPlace:
    looks = ((place.caption, _CAPTION), (place.name, BODY), (place.note, LABEL))
    boxes = [
        TextBox.of(words, type_, width, rtl=measure.rtl, align=Align.CENTER)
        for words, type_ in looks
        if words
    ]
    height = sum(box.height for box in boxes)
    return SigningPlace(height=height, boxes=boxes, width=width)
