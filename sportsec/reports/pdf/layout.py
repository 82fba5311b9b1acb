"""From blocks to boxes: which function lays out which block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sportsec.reports import document as doc
from sportsec.reports.pdf.badges import badges_box
from sportsec.reports.pdf.box import Bound, Box, Stack
from sportsec.reports.pdf.grids import facts_boxes, signatures_box
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.palette import MM
from sportsec.reports.pdf.picture import picture_boxes
from sportsec.reports.pdf.prose import callout_box, heading_box, paragraph_box
from sportsec.reports.pdf.row import Place, columns_of, row_of
from sportsec.reports.pdf.table import table_boxes
from sportsec.reports.pdf.timeline import timeline_boxes

_GAP = 18.0  # between columns
_FEW = 2  # paragraphs: too few to be a list


def lay_out(blocks: Sequence[doc.Block], measure: Measure) -> list[Box]:
    """Lay out blocks one after the other."""
    boxes: list[Box] = []
    run: list[Box] = []  # of paragraphs right below each other
    for block in blocks:
        laid = _HOW[type(block)](block, measure)
        run = [*run, *laid] if isinstance(block, doc.Paragraph) else []
        if len(run) > _FEW:  # the last of them never stands alone on a page
            run[-3].with_next, run[-2].with_next = False, True
        if isinstance(block, doc.SignatureBlock):
            boxes = _signed(boxes, laid, measure.room)
        boxes += laid
    return boxes


def _signed(boxes: list[Box], signatures: Sequence[Box], room: float) -> list[Box]:
    """Keep signatures with the end of what they sign: no page holds them alone.

    What is bound to one page is let go where no page could hold it and them.
    """
    while boxes and isinstance(last := boxes[-1], Bound):
        if Stack.of([last, *signatures]).height <= room:
            break
        boxes = [*boxes[:-1], *last.boxes]
    if boxes:
        boxes[-1].with_next = True
    return boxes


def can_lay_out(kind: type) -> bool:
    """Say whether blocks of this class can be printed."""
    return kind in _HOW


def _columns(block: doc.Columns, measure: Measure) -> list[Box]:
    count = max(1, len(block.columns))
    shares = block.shares or (1.0,) * count
    room = measure.width - _GAP * (count - 1)
    widths = [room * share / sum(shares) for share in shares]
    languages = (measure.language,) * count
    return _beside(block.columns, widths, languages, measure)


def _side_by_side(block: doc.SideBySide, measure: Measure) -> list[Box]:
    width = (measure.width - _GAP) / 2
    languages = (measure.language, measure.second or measure.language)
    return _beside((block.first, block.second), [width] * 2, languages, measure)


def _beside(
    columns: Sequence[Sequence[doc.Block]],
    widths: Sequence[float],
    languages: Sequence[str],
    measure: Measure,
) -> list[Box]:
    """Put columns side by side in the reading order of the block around them."""
    edges = columns_of(widths, _GAP, rtl=measure.rtl)
    places = [
        Place(edge, Stack.of(lay_out(blocks, measure.at(width, language))))
        for edge, blocks, width, language in zip(
            edges, columns, widths, languages, strict=True
        )
    ]
    row = row_of(places)
    row.before = max((place.box.before for place in places), default=0.0)
    row.after = max((place.box.after for place in places), default=0.0)
    return [row]


def _together(block: doc.KeepTogether, measure: Measure) -> list[Box]:
    boxes = lay_out(block.blocks, measure)
    bound = Stack.of(boxes, together=True)
    if bound.height <= measure.room:
        return [bound]
    return _led(boxes, measure.room) or boxes


def _led(boxes: list[Box], room: float) -> list[Box]:
    """Keep what leads to a table longer than a page with its first rows, if it can."""
    lead = Stack.of(boxes[:-1], together=True)
    lead.with_next = True
    led: list[Box] = [lead, *boxes[-1:]]
    return led if Stack.of(led).head <= room else []


def _in_language(block: doc.InLanguage, measure: Measure) -> list[Box]:
    return lay_out(block.blocks, measure.at(measure.width, block.language))


def _one(make: Callable[[Any, Measure], Box]) -> Callable[[Any, Measure], list[Box]]:
    return lambda block, measure: [make(block, measure)]


_HOW: dict[type, Callable[[Any, Measure], list[Box]]] = {
    doc.Heading: _one(heading_box),
    doc.Paragraph: _one(paragraph_box),
    doc.KeyValues: facts_boxes,
    doc.Table: table_boxes,
    doc.Badge: lambda block, measure: [badges_box((block,), measure)],
    doc.Badges: lambda block, measure: [badges_box(block.items, measure)],
    doc.Callout: _one(callout_box),
    doc.TimelineStrip: timeline_boxes,
    doc.Drawing: picture_boxes,
    doc.Columns: _columns,
    doc.SideBySide: _side_by_side,
    doc.InLanguage: _in_language,
    doc.KeepTogether: _together,
    doc.PageBreak: lambda _block, _measure: [Box(breaks=True)],
    doc.Spacer: lambda block, _measure: [Box(before=block.height * MM)],
    doc.SignatureBlock: _one(signatures_box),
}
