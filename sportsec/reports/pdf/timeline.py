"""A line of moments in reading direction, folded when it grows long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from sportsec.reports.document import Moment, TimelineStrip
from sportsec.reports.drawing import Step
from sportsec.reports.inline import Align
from sportsec.reports.pdf.box import Box, Stack
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.palette import ACCENT, MM, RULE, WHITE, Type
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.row import Place, RowBox, columns_of
from sportsec.reports.pdf.text_box import TextBox
from sportsec.reports.pdf.typeset import typeset

_TIME = Type(10.0, 1.4, bold=True)
_LABEL = Type(8.0, 1.4)
_NARROWEST = 20 * MM
_LINE = 12.0  # height of the part with the line and its points
_PAD = 3.0


@dataclass(slots=True, eq=False)
class Strip(RowBox):
    """One row of moments around a line."""

    left: float = 0.0
    width: float = 0.0
    time_height: float = 0.0
    centers: Sequence[tuple[float, bool]] = ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the line, its points, and the words above and below."""
        at = top + self.time_height + _LINE / 2
        start = x + self.left
        pen.rule((start, at), (start + self.width, at), RULE, 1.2)
        for center, strong in self.centers:
            _point(pen, x + center, at, strong=strong)
        RowBox.draw(self, pen, x, top)

    def split(self, room: float) -> None:
        """Stay whole: half a strip says nothing."""
        del room


def _point(pen: Pen, x: float, y: float, *, strong: bool) -> None:
    """A hollow square, or a large filled diamond for what matters most."""
    if not strong:
        pen.box(x - 3, y - 3, 6, 6, fill=WHITE, stroke=ACCENT, line=1.4)
        return
    corners = ((x, y - 6.0), (x + 6.0, y), (x, y + 6.0), (x - 6.0, y))
    steps = [Step("M", corners[:1]), *(Step("L", (at,)) for at in corners[1:])]
    pen.path([*steps, Step("Z")], fill=ACCENT)


def timeline_boxes(strip: TimelineStrip, measure: Measure) -> list[Box]:
    """Lay out the moments in rows of equal length."""
    moments = strip.moments
    if not moments:
        return []
    words = (typeset(m.label, _LABEL, rtl=measure.rtl).widest for m in moments)
    narrowest = max(_NARROWEST, max(words) + 2 * _PAD)
    most = max(1, int(measure.width // narrowest))
    rows = ceil(len(moments) / most)
    each = ceil(len(moments) / rows)
    boxes: list[Box] = [
        _strip(moments[k : k + each], each, measure)
        for k in range(0, len(moments), each)
    ]
    stack = Stack.of(boxes)
    stack.before, stack.after = 6.0, 9.0
    return [stack]


def _strip(moments: Sequence[Moment], each: int, measure: Measure) -> Strip:
    rtl = measure.rtl
    width = measure.width / each
    edges = columns_of([width] * each, 0.0, rtl=rtl)[: len(moments)]
    inner = width - 2 * _PAD
    times = [
        TextBox.of(moment.time, _TIME, inner, rtl=rtl, align=Align.CENTER)
        for moment in moments
    ]
    time_height = max(time.height for time in times)
    places: list[Place] = []
    for edge, moment, time in zip(edges, moments, times, strict=True):
        look = _LABEL.with_look(bold=moment.strong)
        label = TextBox.of(moment.label, look, inner, rtl=rtl, align=Align.CENTER)
        time.height, time.after = time_height, _LINE
        places.append(Place(edge + _PAD, Stack.of([time, label])))
    return Strip(
        before=6.0,
        after=6.0,
        left=min(edges),
        width=width * len(moments),
        time_height=time_height,
        centers=[
            (edge + width / 2, moment.strong)
            for edge, moment in zip(edges, moments, strict=True)
        ],
    ).with_places(places)
