"""Outlines of single glyphs, for the marks that are painted instead of written.

A mark above or below a letter must be moved to its place. Moved as text, it makes
readers see a gap in the word or take the mark for another letter's; painted, with its
character carried by an empty glyph, the word stays whole for copying and searching.
"""

from __future__ import annotations

from functools import lru_cache

from sportsec.reports.pdf.fonts import FaceName, face

Point = tuple[float, float]


class _Path:
    """Collects PDF operators; the method names are those HarfBuzz calls."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._at: Point = (0.0, 0.0)

    def _add(self, sign: str, *points: Point) -> None:
        self.out += [f"{x:g} {y:g}" for x, y in points]
        self.out.append(sign)
        self._at = points[-1]

    def moveTo(self, point: Point) -> None:  # noqa: N802 - HarfBuzz's name
        self._add("m", point)

    def lineTo(self, point: Point) -> None:  # noqa: N802 - HarfBuzz's name
        self._add("l", point)

    def qCurveTo(self, handle: Point, point: Point) -> None:  # noqa: N802 - as above
        """Write a quadratic curve as the cubic one that PDF knows."""
        (x0, y0), (x1, y1), (x2, y2) = self._at, handle, point
        first = (round(x0 + (x1 - x0) * 2 / 3, 2), round(y0 + (y1 - y0) * 2 / 3, 2))
        second = (round(x2 + (x1 - x2) * 2 / 3, 2), round(y2 + (y1 - y2) * 2 / 3, 2))
        self._add("c", first, second, point)

    def curveTo(self, first: Point, second: Point, point: Point) -> None:  # noqa: N802 - as above
        self._add("c", first, second, point)

    def closePath(self) -> None:  # noqa: N802 - HarfBuzz's name
        self.out.append("h")

    def endPath(self) -> None:  # noqa: N802 - HarfBuzz's name
        """Leave an open contour open; there are none in our fonts."""


@lru_cache(maxsize=512)
def outline(name: FaceName, glyph: int) -> str:
    """Return the operators that draw a glyph's outline, in font units."""
    path = _Path()
    face(name).hb_font.draw_glyph_with_pen(glyph, path)
    return " ".join(path.out)
