"""Badges of a risk: words, boxes filled up to the level, and a frame that grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sportsec.reports.document import Badge
from sportsec.reports.inline import Level
from sportsec.reports.pdf.box import Box
from sportsec.reports.pdf.marks import LEVEL_COLOUR, squares, squares_width
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.palette import LABEL, Type
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.row import Place, columns_of, row_of
from sportsec.reports.pdf.text_box import TextBox
from sportsec.reports.pdf.typeset import typeset

_GAP = 12.0
_PAD = 8.0
# Sizes of the words, tried in turn; the boxes shrink with them.
_SIZES = tuple(Type(size, 1.4, bold=True) for size in (13.0, 11.0, 9.5, 8.0, 7.0))
_SQUARE = 0.7  # of the size of the words
_ALONE = 190.0  # points that a badge by itself takes at most
_FRAME = {Level.LOW: 0.6, Level.MODERATE: 1.1, Level.HIGH: 2.2, Level.CRITICAL: 2.2}
_GROUND = {
    Level.LOW: "F1F8F3",
    Level.MODERATE: "FAF7E3",
    Level.HIGH: "FCF0DF",
    Level.CRITICAL: LEVEL_COLOUR[Level.CRITICAL],
}


@dataclass(slots=True, eq=False)
class BadgeBox(Box):
    """One badge. The gravest is white on dark, the next has a heavy frame.

    Args:
        above: Room for the caption; the same in all badges of a row.
    """

    level: Level = Level.LOW
    caption: TextBox | None = None
    words: TextBox | None = None
    note: TextBox | None = None
    width: float = 0.0
    square: float = 9.0
    rtl: bool = False
    above: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw caption, frame with boxes and words, note."""
        if self.words is None:
            return
        if self.caption:
            self.caption.draw(pen, x, top + self.above - self.caption.height - 2.0)
        top += self.above
        height = self.words.height + 2 * _PAD
        line = _FRAME[self.level]
        pen.box(
            x + line / 2,
            top + line / 2,
            self.width - line,
            height - line,
            fill=_GROUND[self.level],
            stroke=LEVEL_COLOUR[self.level],
            line=line,
            radius=3.0,
        )
        wide = squares_width(self.square)
        left = x + self.width - _PAD - wide if self.rtl else x + _PAD
        squares(
            pen,
            left,
            top + (height - self.square) / 2,
            self.square,
            self.level,
            rtl=self.rtl,
            white=self.level is Level.CRITICAL,
        )
        start = x + _PAD if self.rtl else left + wide + _PAD
        self.words.draw(pen, start, top + _PAD)
        if self.note:
            self.note.draw(pen, x, top + height + 2.0)


def _room(type_: Type, width: float) -> float:
    """Room for words of a size beside the boxes."""
    return width - squares_width(_SQUARE * type_.size) - 3 * _PAD


def _largest(badges: Sequence[Badge], width: float, *, rtl: bool) -> Type:
    """The largest size at which no word of a category is broken."""
    for type_ in _SIZES:
        widest = max(typeset(badge.text, type_, rtl=rtl).widest for badge in badges)
        if widest <= _room(type_, width):
            return type_
    return _SIZES[-1]


def _badge_box(badge: Badge, type_: Type, width: float, *, rtl: bool) -> BadgeBox:
    type_ = type_._replace(white=badge.level is Level.CRITICAL)
    words = TextBox.of(badge.text, type_, _room(type_, width), rtl=rtl)
    caption = TextBox.of(badge.caption, LABEL, width, rtl=rtl)
    note = TextBox.of(badge.note, LABEL, width, rtl=rtl)
    height = words.height + 2 * _PAD
    above = caption.height + 2.0 if badge.caption else 0.0
    height += note.height + 2.0 if badge.note else 0.0
    return BadgeBox(
        height=above + height,
        level=badge.level,
        caption=caption if badge.caption else None,
        words=words,
        note=note if badge.note else None,
        width=width,
        square=_SQUARE * type_.size,
        rtl=rtl,
        above=above,
    )


def badges_box(badges: Sequence[Badge], measure: Measure) -> Box:
    """Lay out badges side by side, their frames on one line."""
    if not badges:
        return Box()
    count = len(badges)
    width = (measure.width - _GAP * (count - 1)) / count
    width = min(width, _ALONE) if count == 1 else width
    type_ = _largest(badges, width, rtl=measure.rtl)
    made = [_badge_box(badge, type_, width, rtl=measure.rtl) for badge in badges]
    above = max((box.above for box in made), default=0.0)
    for box in made:
        box.height += above - box.above
        box.above = above
    free = measure.width - width * count - _GAP * (count - 1)
    shift = free if measure.rtl else 0.0
    edges = columns_of([width] * count, _GAP, rtl=measure.rtl)
    places = [Place(shift + edge, box) for edge, box in zip(edges, made, strict=False)]
    row = row_of(places)
    row.before, row.after = 6.0, 9.0
    return row
