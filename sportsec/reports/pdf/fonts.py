"""The faces of the papers: their files, their metrics, their HarfBuzz fonts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "fonts"


class FaceName(StrEnum):
    """A font file of ours."""

    REGULAR = "Vazirmatn-Regular"
    BOLD = "Vazirmatn-Bold"
    SYMBOLS = "SportSecSymbols-Regular"  #: for what the two others lack

    # It is part of every key of the caches; that of Enum is computed in Python.
    __hash__ = str.__hash__

    @property
    def path(self) -> Path:
        """The file of the face."""
        return FOLDER / f"{self}.ttf"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A loaded face; lengths in thousandths of the type size, as in PDF.

    Args:
        hb_font: HarfBuzz font, scaled so that it speaks in font units.
        scale: Thousandths per font unit.
        characters: Code points that the face has a glyph for.
        space_glyph: An empty glyph, to carry text that no glyph of its own shows.
    """

    name: FaceName
    hb_face: Any
    hb_font: Any
    scale: float
    characters: frozenset[int]
    space_glyph: int
    ascent: float
    descent: float
    cap_height: float
    box: tuple[int, int, int, int]
    _widths: dict[int, float] = field(default_factory=dict)

    def width(self, glyph: int) -> float:
        """Advance of a glyph as the font file has it."""
        found = self._widths.get(glyph)
        if found is None:
            found = self.hb_font.get_glyph_h_advance(glyph) * self.scale
            self._widths[glyph] = found
        return found


@cache
def face(name: FaceName) -> Face:
    """Load a face, once."""
    import uharfbuzz as hb  # noqa: PLC0415 - heavy; only papers need it

    hb_face = hb.Face(hb.Blob.from_file_path(name.path))
    hb_font = hb.Font(hb_face)
    scale = 1000.0 / hb_face.upem
    extents = hb_font.get_font_extents("ltr")
    head = hb_face.reference_table("head").data
    cap = hb_font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT)
    corners = (
        int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42)
    )
    x_min, y_min, x_max, y_max = (round(corner * scale) for corner in corners)
    return Face(
        name=name,
        hb_face=hb_face,
        hb_font=hb_font,
        scale=scale,
        characters=frozenset(hb_face.unicodes),
        space_glyph=hb_font.get_nominal_glyph(0x20),
        ascent=extents.ascender * scale,
        descent=extents.descender * scale,
        cap_height=(cap or 0.7 * hb_face.upem) * scale,
        box=(x_min, y_min, x_max, y_max),
    )


def face_for(sign: str, *, bold: bool) -> FaceName:
    """Choose the face that has a character, the text face if none has it."""
    own = FaceName.BOLD if bold else FaceName.REGULAR
    code = ord(sign)
    if code in face(own).characters:
        return own
    return FaceName.SYMBOLS if code in face(FaceName.SYMBOLS).characters else own
