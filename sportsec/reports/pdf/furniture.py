"""What stands on each page around its body: header, footer, marking, page number."""

from __future__ import annotations

from sportsec.reports.document import Document
from sportsec.reports.inline import Align
from sportsec.reports.pdf.lines import one_line
from sportsec.reports.pdf.measure import RIGHT_TO_LEFT
from sportsec.reports.pdf.palette import (
    A4,
    INK,
    MARKING,
    MM,
    RULE,
    RUNNING,
    Type,
)
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.text_box import TextBox
from sportsec.reports.pdf.typeset import typeset

SIDE = 17 * MM
TOP = 22 * MM
BOTTOM = 23 * MM
_HEADER = 9 * MM  # from the top of the paper
_FOOTER = 19 * MM  # from its foot
_PAGE = Type(8.0, 1.4, bold=True)
_SEPARATOR = "  ·  "


class Furniture:
    """Header and footer of one document.

    Args:
        document: Whose words they show.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._rtl = document.language in RIGHT_TO_LEFT
        wide, high = A4
        self.paper = (high, wide) if document.landscape else (wide, high)
        self.width = self.paper[0] - 2 * SIDE
        self.room = self.paper[1] - TOP - BOTTOM
        marks = (document.marking, document.second_marking)
        self._marking = _SEPARATOR.join(mark for mark in marks if mark)

    def header(self, pen: Pen, *, first: bool) -> None:
        """Draw what stands above the body; the first page has its own titles.

        The marking stands on the cover and in the footer of all pages (domain.md §4.2).
        """
        if first:
            self._boxed_marking(pen, _HEADER, centred=False)
            return
        document = self._document
        words = document.running_title or document.title
        box = TextBox.of(words, RUNNING, self.width, rtl=self._rtl)
        box.lines = box.lines[:2]  # a title may be long; the paper is not its place
        box.draw(pen, SIDE, _HEADER + 1.0)
        under = _HEADER + 9 * MM
        pen.rule((SIDE, under), (SIDE + self.width, under), RULE, 0.5)

    def _boxed_marking(self, pen: Pen, top: float, *, centred: bool) -> None:
        """Draw the marking in a frame, at the reading end."""
        if not self._marking:
            return
        line = one_line(typeset(self._marking, MARKING, rtl=self._rtl))
        width, high = line.width + 12, MARKING.line + 3
        left = SIDE if self._rtl else SIDE + self.width - width
        if centred:
            left = SIDE + (self.width - width) / 2
        pen.box(left, top, width, high, stroke=INK, line=0.8)
        pen.text(line, left + 6, top + high / 2 + 0.36 * MARKING.size, MARKING.size)

    def footer(self, pen: Pen, page: int, pages: int) -> None:
        """Draw what stands below the body of a page, counted from 1."""
        document = self._document
        top = self.paper[1] - _FOOTER
        pen.rule((SIDE, top), (SIDE + self.width, top), RULE, 0.5)
        words = document.page_of.format(page=page, pages=pages)
        words = f"\u2068{words}\u2069"  # 1 / 2 has no direction of its own
        number = TextBox.of(words, _PAGE, self.width, rtl=self._rtl, align=Align.END)
        number.draw(pen, SIDE, top + 2.0)
        used = number.lines[0].width + 14
        parts = _SEPARATOR.join(part for part in document.footer if part)
        box = TextBox.of(parts, RUNNING, self.width - used, rtl=self._rtl)
        box.lines = box.lines[:2]
        box.draw(pen, SIDE + (used if self._rtl else 0.0), top + 2.0)
        self._boxed_marking(pen, top + 9 * MM, centred=True)
