"""Headings, paragraphs and framed messages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sportsec.reports.document import Callout, Heading, Paragraph
from sportsec.reports.drawing import Step
from sportsec.reports.inline import Tone
from sportsec.reports.pdf.box import Box, Stack
from sportsec.reports.pdf.lines import one_line
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.palette import (
    ACCENT,
    BODY,
    GROUND_COLOUR,
    HEADINGS,
    SMALL,
    TEXT_COLOUR,
    WHITE,
)
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.text_box import TextBox, baseline_of
from sportsec.reports.pdf.typeset import typeset

_SPACES = {1: (20.0, 7.0), 2: (13.0, 4.0), 3: (9.0, 2.0)}
_RULE = 4.0  # from a heading of the first level to its rule
_BAR = 4.0  # at the start of a framed message
_PAD = 9.0
_SIGN = 11.0  # the triangle of a warning


@dataclass(slots=True, eq=False)
class Ruled(TextBox):
    """A heading of the first level, with a rule beneath it."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Print the heading over its rule."""
        TextBox.draw(self, pen, x, top)
        under = top + self.height - 1.0
        pen.rule((x, under), (x + self.width, under), ACCENT, 0.9)


def heading_box(heading: Heading, measure: Measure) -> TextBox:
    """Lay out a heading; it never stands last on a page."""
    level = min(max(heading.level, 1), 3)
    words = f"{heading.number}\u2002{heading.text}" if heading.number else heading.text
    before, after = _SPACES[level]
    kind = Ruled if level == 1 else TextBox
    box = kind.of(words, HEADINGS[level], measure.width, rtl=measure.rtl)
    box.before, box.after, box.with_next = before, after, True
    box.entry = (words, level - 1)
    box.height += _RULE if level == 1 else 0.0
    return box


def paragraph_box(paragraph: Paragraph, measure: Measure) -> TextBox:
    """Lay out running text, its bullet hanging on the reading-start side."""
    type_ = SMALL if paragraph.small else BODY
    mark = one_line(typeset(paragraph.bullet, type_, rtl=measure.rtl))
    inset = max(mark.width + 0.5 * type_.size, 1.2 * type_.size)
    inset = inset if paragraph.bullet else 0.0
    box = TextBox.of(
        paragraph.text,
        type_,
        measure.width,
        rtl=measure.rtl,
        align=paragraph.align,
        inset=inset,
    )
    box.mark = mark if paragraph.bullet else None
    box.before = box.after = 2.0 if paragraph.bullet else 5.0
    return box


@dataclass(slots=True, eq=False)
class Frame(Box):
    """A framed message: a pale ground and a strong bar on the reading-start side."""

    inside: Stack = field(default_factory=Stack)
    width: float = 0.0
    tone: Tone = Tone.ALERT
    rtl: bool = False

    @property
    def head(self) -> float:
        """The title and the first line."""
        return self.inside.head + 2 * _PAD

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the frame, then what is in it."""
        colour = TEXT_COLOUR[self.tone]
        pen.box(x, top, self.width, self.height, fill=GROUND_COLOUR[self.tone])
        pen.box(x, top, self.width, self.height, stroke=colour, line=0.6)
        bar = x + self.width - _BAR if self.rtl else x
        pen.box(bar, top, _BAR, self.height, fill=colour)
        self.inside.draw(pen, x + _PAD + (0 if self.rtl else _BAR), top + _PAD)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Divide what is inside; each part has its own frame."""
        parts = self.inside.split(room - 2 * _PAD)
        if parts is None:
            return None
        first, rest = self.around(parts[0]), self.around(parts[1])
        first.before, rest.after = self.before, self.after
        return first, rest

    def around(self, inside: Stack) -> Frame:
        """Return the same frame around something else."""
        return replace(
            self,
            inside=inside,
            height=inside.height + 2 * _PAD,
            before=0.0,
            after=0.0,
        )


@dataclass(slots=True, eq=False)
class Signed(TextBox):
    """The title of a message, behind a sign of warning."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the sign on the reading-start side, then the title."""
        TextBox.draw(self, pen, x, top)
        left = x + self.width - _SIGN if self.rtl else x
        base = top + baseline_of(self.type) + 0.5
        colour = TEXT_COLOUR[self.type.tone]
        middle = left + _SIGN / 2
        corners = ((middle, base - _SIGN * 0.92), (left + _SIGN, base), (left, base))
        steps = [Step("M", corners[:1]), *(Step("L", (at,)) for at in corners[1:])]
        pen.path([*steps, Step("Z")], fill=colour)
        pen.box(middle - 0.65, base - _SIGN * 0.62, 1.3, 3.6, fill=WHITE)
        pen.box(middle - 0.65, base - 2.3, 1.3, 1.3, fill=WHITE)


def callout_box(callout: Callout, measure: Measure) -> Frame:
    """Lay out a framed message; several lines become a list."""
    inner = measure.at(measure.width - 2 * _PAD - _BAR)
    tone = callout.tone
    loud = tone in {Tone.ALERT, Tone.WARN}
    inset = _SIGN + 6.0 if loud else 0.0
    type_ = HEADINGS[2]._replace(tone=tone, size=11.0)
    kind = Signed if loud else TextBox
    head = kind.of(callout.title, type_, inner.width, rtl=measure.rtl, inset=inset)
    head.after, head.with_next = 3.0, bool(callout.lines)
    bullet = "•" if len(callout.lines) > 1 else ""
    lines = [paragraph_box(Paragraph(t, bullet=bullet), inner) for t in callout.lines]
    if bullet:  # one point of a list never stands alone on a page
        lines[0].with_next = lines[-2].with_next = True
    empty = Frame(width=measure.width, tone=tone, rtl=measure.rtl)
    frame = empty.around(Stack.of([head, *lines]))
    frame.before, frame.after = 8.0, 10.0
    return frame
