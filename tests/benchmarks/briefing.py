"""The Arabic briefing against a bare canvas that draws the same glyphs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sportsec.i18n.translator import translator
from sportsec.queries.briefing.read import BriefingRows, briefing_rows
from sportsec.queries.next_match import fixture_named
from sportsec.reports.briefing.build import build
from sportsec.reports.pdf import press
from sportsec.reports.pdf.fonts import FaceName, face
from sportsec.reports.pdf.lines import Line
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.renderer import render
from tests.benchmarks.cells import sample_cell
from tests.benchmarks.harness import Figure, clock, compare

TARGET = 2.5
#: First code of the letters that stand for glyphs on the bare canvas.
_PRIVATE = 0xF0000
#: What is kept between papers for a reason: the fonts themselves.
_KEPT = frozenset({"face", "outline"})


class Stroke(NamedTuple):
    """Glyphs of one face in one line."""

    face: FaceName
    size: float
    x: float
    y: float
    glyphs: tuple[int, ...]


Pages = list[list[Stroke]]


class Recorder(Pen):
    """A pen that also writes down which glyphs it draws where."""

    pages: ClassVar[Pages] = [[]]

    def text(
        self, line: Line, x: float, baseline: float, size: float, **how: Any
    ) -> None:
        super().text(line, x, baseline, size, **how)
        at = x
        for used, pieces in groupby(line.pieces, lambda piece: piece.shaped.face):
            glyphs: list[int] = []
            start = at
            for piece in pieces:
                glyphs += [g.glyph for g in piece.shaped.glyphs if not g.carrier]
                at += piece.width
            stroke = Stroke(used, size, start, self.height - baseline, tuple(glyphs))
            self.pages[-1].append(stroke)

    def end_page(self) -> None:
        super().end_page()
        self.pages.append([])


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure a paper nobody printed before, and the same again."""
    workspace = sample_cell(folder / "briefing")
    with workspace.reading() as work:
        rows = briefing_rows(work, fixture_named(work, "next"))
    workspace.close()
    pages = recorded(rows)
    fonts = bare_fonts(pages)
    glyphs = sum(len(stroke.glyphs) for page in pages for stroke in page)
    note = f"{len(pages)} pages, {glyphs:,} glyphs"

    def first() -> float:
        forget()  # emptying the caches is no part of printing
        return clock(lambda: printed(rows))

    def bare() -> None:
        drawn(pages, fonts)

    yield compare(
        *("Arabic briefing", TARGET, first, bare),
        rounds=rounds,
        note=f"{note}, caches empty ÷ bare canvas",
    )
    yield compare(
        *("Arabic briefing, again", TARGET, lambda: printed(rows), bare),
        rounds=rounds,
        note=f"{note}, words shaped before ÷ bare canvas",
    )


def printed(rows: BriefingRows) -> bytes:
    """Lay out and print the briefing."""
    return render(build(rows, translator("ar")))


def recorded(rows: BriefingRows) -> Pages:
    """Return what the briefing draws, page by page."""
    Recorder.pages = [[]]
    usual, press.Pen = press.Pen, Recorder
    try:
        printed(rows)
    finally:
        press.Pen = usual
    return [page for page in Recorder.pages if page]


def bare_fonts(pages: Pages) -> dict[FaceName, dict[int, str]]:
    """Register the faces with one private letter for each glyph drawn."""
    letters: dict[FaceName, dict[int, str]] = {}
    for page in pages:
        for stroke in page:
            known = letters.setdefault(stroke.face, {})
            for glyph in stroke.glyphs:
                known.setdefault(glyph, chr(_PRIVATE + len(known)))
    for name, known in letters.items():
        font = TTFont(f"bare-{name}", str(name.path))
        for glyph, letter in known.items():
            font.face.charToGlyph[ord(letter)] = glyph
            font.face.charWidths[ord(letter)] = face(name).width(glyph)
        pdfmetrics.registerFont(font)
    return letters


def drawn(pages: Pages, fonts: dict[FaceName, dict[int, str]]) -> bytes:
    """Draw the same glyphs at the same places, with nothing to think about."""
    target = BytesIO()
    canvas = Canvas(target, pageCompression=1, invariant=1)
    for page in pages:
        for stroke in page:
            letters = fonts[stroke.face]
            text = "".join(letters[glyph] for glyph in stroke.glyphs)
            canvas.setFont(f"bare-{stroke.face}", stroke.size)
            canvas.drawString(stroke.x, stroke.y, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def forget() -> None:
    """Empty the caches of words and lines, as before the first paper."""
    for name, module in list(sys.modules.items()):
        if name.startswith("sportsec.reports"):
            for key, value in vars(module).items():
                if hasattr(value, "cache_clear") and key not in _KEPT:
                    value.cache_clear()
