from __future__ import annotations

from sportsec.reports.pdf.fonts import FaceName, face
from sportsec.reports.pdf.outlines import outline


def glyph(sign: str) -> int:
    found: int = face(FaceName.REGULAR).hb_font.get_nominal_glyph(ord(sign))
    return found


def test_an_outline_begins_closes_and_uses_no_quadratic_curve() -> None:
    path = outline(FaceName.REGULAR, glyph("\u064f"))
    operators = {part for part in path.split() if part.isalpha()}
    assert path.split()[2] == "m"
    assert path.endswith("h")
    assert operators <= {"m", "l", "c", "h"}
    assert "c" in operators


def test_an_empty_glyph_has_no_outline() -> None:
    assert outline(FaceName.REGULAR, glyph(" ")) == ""
