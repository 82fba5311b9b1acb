"""The press: pages of boxes become a file, through reportlab's canvas."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from sportsec.reports.document import Document
from sportsec.reports.pdf.box import Box, paginate
from sportsec.reports.pdf.cover import cover_boxes
from sportsec.reports.pdf.furniture import SIDE, TOP, Furniture
from sportsec.reports.pdf.layout import lay_out
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.pen import Pen

# Text wrapping of compressed streams only makes the file larger and slower.
rl_config.useA85 = 0


class _Sheets(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """A canvas that names no font of its own: everything it prints is embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def print_document(document: Document) -> bytes:
    """Lay out, count the pages, print them; not safe for threads."""
    furniture = Furniture(document)
    measure = Measure(
        furniture.width, furniture.room, document.language, document.second_language
    )
    boxes: list[Box] = cover_boxes(document, measure)
    boxes += lay_out(document.blocks, measure)
    pages = paginate(boxes, measure.room)
    canvas = _Sheets(
        BytesIO(),
        pagesize=furniture.paper,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
    )
    pen = Pen(canvas, *furniture.paper)
    for number, page in enumerate(pages, start=1):
        furniture.header(pen, first=number == 1)
        page.draw(pen, SIDE, TOP)
        furniture.footer(pen, number, len(pages))
        pen.end_page()
    _describe(canvas, document, rtl=measure.rtl)
    _embed(canvas, pen)
    data: bytes = canvas.getpdfdata()
    return data


def _describe(canvas: Any, document: Document, *, rtl: bool) -> None:
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject("")
    canvas.setCreator("SportSec")
    if document.created:
        moment = document.created.astimezone(UTC)
        stamp = f"D:{moment:%Y%m%d%H%M%S}+00'00'"
        canvas.setDateFormatter(lambda *_: stamp)
    canvas.setCatalogEntry("Lang", document.language)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("Direction", "R2L" if rtl else "L2R")


def _embed(canvas: Any, pen: Pen) -> None:
    """Put the faces into the font dictionary that all pages share."""
    pdf = canvas._doc  # noqa: SLF001 - the canvas has no door for a font of ours
    fonts = pdf.idToObject["BasicFonts"].dict
    for face in pen.faces:
        fonts[face.key] = face.font_object(pdf)
