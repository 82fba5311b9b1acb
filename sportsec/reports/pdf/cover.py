"""The head of the first page: letterhead, titles, reference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sportsec.reports.document import Document
from sportsec.reports.inline import Align, Inline
from sportsec.reports.pdf.box import Box
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.palette import (
    ACCENT,
    HAIR,
    ISSUER,
    RULE,
    SECOND_TITLE,
    SUBTITLE,
    TITLE,
    ZEBRA,
    Type,
)
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.row import Place, RowBox, columns_of, row_of
from sportsec.reports.pdf.text_box import TextBox
from sportsec.reports.pdf.typeset import typeset

_ISSUER_SHARE = 0.42  # of the width, for each side of the letterhead
_REFERENCE = Type(8.5, 1.4)


@dataclass(slots=True, eq=False)
class Rules(Box):
    """The heavy and the fine rule under a letterhead."""

    width: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw both."""
        pen.rule((x, top + 1), (x + self.width, top + 1), ACCENT, 2.0)
        pen.rule((x, top + 4), (x + self.width, top + 4), ACCENT, 0.5)


@dataclass(slots=True, eq=False)
class Reference(RowBox):
    """Order number, version, copy and time, in cells of a strip."""

    width: float = 0.0
    dividers: tuple[float, ...] = ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the strip, then its words."""
        pen.box(x, top, self.width, self.height, fill=ZEBRA, stroke=RULE, line=0.5)
        for edge in self.dividers:
            pen.rule((x + edge, top), (x + edge, top + self.height), HAIR, 0.5)
        RowBox.draw(self, pen, x, top)


def cover_boxes(document: Document, measure: Measure) -> list[Box]:
    """Lay out the head of the first page."""
    boxes: list[Box] = [*_letterhead(document, measure)]
    second = measure.at(measure.width, document.second_language)
    titles: tuple[tuple[Inline, Type, Measure, float], ...] = (
        (document.title, TITLE, measure, 14.0),
        (document.second_title, SECOND_TITLE, second, 2.0),
        (document.subtitle, SUBTITLE, measure, 4.0),
        (document.second_subtitle, SUBTITLE, second, 0.0),
    )
    for words, type_, where, before in titles:
        if words:
            box = TextBox.of(
                words, type_, where.width, rtl=where.rtl, align=Align.CENTER
            )
            box.before = before
            boxes.append(box)
    if document.reference:
        boxes.append(_reference(document.reference, measure))
    if boxes:
        boxes[-1].after = 10.0
    return boxes


def _letterhead(document: Document, measure: Measure) -> list[Box]:
    if not document.issuer and not document.second_issuer:
        return []
    width = measure.width * _ISSUER_SHARE
    second = measure.at(width, document.second_language)
    places = [
        _issuer(lines, where, at_left=at_left, room=measure.width)
        for lines, where, at_left in (
            (document.issuer, measure.at(width), not measure.rtl),
            (document.second_issuer, second, measure.rtl),
        )
        if lines
    ]
    return [row_of(places), Rules(5.0, before=6.0, width=measure.width)]


def _issuer(
    lines: Sequence[str], where: Measure, *, at_left: bool, room: float
) -> Place:
    """Set the lines of one side centred on each other, the widest at the margin."""
    text = typeset("\n".join(lines), ISSUER, rtl=where.rtl)
    width = min(where.width, text.natural)
    box = TextBox.of(text, ISSUER, width, rtl=where.rtl, align=Align.CENTER)
    return Place(0.0 if at_left else room - width, box)


def _reference(parts: tuple[str, ...], measure: Measure) -> Reference:
    width = measure.width / len(parts)
    edges = columns_of([width] * len(parts), 0.0, rtl=measure.rtl)
    places = [
        Place(
            edge + 4.0,
            TextBox.of(
                part, _REFERENCE, width - 8.0, rtl=measure.rtl, align=Align.CENTER
            ),
        )
        for edge, part in zip(edges, parts, strict=True)
    ]
    strip = Reference(
        above=4.0,
        below=4.0,
        before=12.0,
        width=measure.width,
        dividers=tuple(edge for edge in edges if edge > 1.0),
    )
    return strip.with_places(places)
