"""A face inside one PDF file: the glyphs used, and the letters that they stand for.

Each code stands for a glyph *as* one character, so that copying and searching give the
text that was written, whatever shape the letter took. The codes are given out in the
order of drawing, which makes the file depend on the document alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, NamedTuple

from sportsec.reports.pdf.fonts import Face, FaceName, face
from sportsec.reports.pdf.shaping import Glyph, Shaped

_UNUSED_TABLES = (
    "GSUB",
    "GPOS",
    "GDEF",
    "OS/2",
    "name",
    "post",
    "cmap",
    "gasp",
    "DSIG",
)
_BLOCK = 100  # entries that a ToUnicode block may hold (PDF 32000-1, 9.10.3)
_UNSEEN = 0.2  # thousandths of the size
_NO_TEXT = "\u200b"
_IDENTITY = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"

#: A glyph, the character that it stands for, whether it only carries that.
Use = tuple[int, str, bool]
#: A code as it is written, and the width that the file gives it.
Code = tuple[str, float]


class Mark(NamedTuple):
    """A glyph to be painted, at its place from the start of its word."""

    glyph: int
    x: float
    y: float


class Drawn(NamedTuple):
    """A word as a file shows it: the inside of a `TJ` array, and what is painted."""

    operand: str
    marks: tuple[Mark, ...]


class EmbeddedFace:
    """The use of one face in one file.

    Args:
        name: The face.
        key: Its name in the resources of the pages, such as `F1`.
    """

    def __init__(self, name: FaceName, key: str) -> None:
        self.key = key
        self.face: Face = face(name)
        self._codes: dict[Use, Code] = {}
        self._drawn: dict[Shaped, Drawn] = {}

    def drawn(self, shaped: Shaped) -> Drawn:
        """Return how a word is drawn in this file."""
        found = self._drawn.get(shaped)
        if found is None:
            found = self._drawn[shaped] = self._draw(shaped.glyphs)
        return found

    def _draw(self, glyphs: Iterable[Glyph]) -> Drawn:
        out: list[str] = []
        waiting: list[str] = []  # codes not yet written
        marks: list[Mark] = []
        at = 0.0
        codes, space = self._codes, self.face.space_glyph
        for shown, sign, advance, dx, dy, carrier in glyphs:
            use = (shown, sign, carrier)
            if dx or dy:
                marks.append(Mark(shown, at + dx, dy))
                use = (space, sign, True)
            code, own = codes.get(use) or self._new_code(use)
            waiting.append(code)
            if abs(own - advance) > _UNSEEN:
                out.append(f"<{''.join(waiting)}>{short(own - advance)}")
                waiting.clear()
            at += advance
        if waiting:
            out.append(f"<{''.join(waiting)}>")
        return Drawn("".join(out), tuple(marks))

    def _new_code(self, use: Use) -> Code:
        glyph, _, carrier = use
        width = 0.0 if carrier else self.face.width(glyph)
        code = self._codes[use] = (f"{len(self._codes) + 1:04X}", width)
        return code

    def font_object(self, pdf: Any) -> Any:
        """Make the font of the file, a composite one, and return the reference to it.

        Args:
            pdf: reportlab's `PDFDocument`, which takes the streams.
        """
        from reportlab.pdfbase import pdfdoc  # noqa: PLC0415 - heavy

        def stream(content: bytes, **entries: Any) -> Any:
            made = pdfdoc.PDFDictionary(entries)
            return pdf.Reference(pdfdoc.PDFStream(made, content, [pdfdoc.PDFZCompress]))

        file = self.subset()
        name = f"/{_tag(file)}+{self.face.name}"
        glyphs = [0, *(glyph for glyph, _, _ in self._codes)]
        descriptor = {
            **self._descriptor(name),
            "FontFile2": stream(file, Length1=len(file)),
        }
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": _IDENTITY,
            "FontDescriptor": pdf.Reference(pdfdoc.PDFDictionary(descriptor)),
            "DW": 0,
            "W": f"[1 [{' '.join(self._widths())}]]",
            "CIDToGIDMap": stream(b"".join(g.to_bytes(2, "big") for g in glyphs)),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray(
                [pdf.Reference(pdfdoc.PDFDictionary(descendant))]
            ),
            "ToUnicode": stream(self.to_unicode().encode("ascii")),
        }
        return pdf.Reference(pdfdoc.PDFDictionary(font))

    def _descriptor(self, name: str) -> dict[str, Any]:
        used = self.face
        return {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": 4,  # symbolic: the codes are ours
            "FontBBox": f"[{' '.join(map(str, used.box))}]",
            "ItalicAngle": 0,
            "Ascent": round(used.ascent),
            "Descent": round(used.descent),
            "CapHeight": round(used.cap_height),
            "StemV": 140 if used.name is FaceName.BOLD else 80,
        }

    def _widths(self) -> list[str]:
        return [short(width) for _, width in self._codes.values()]

    def to_unicode(self) -> str:
        """Return the CMap that gives each code its character (PDF 32000-1, 9.10.3)."""
        entries = [
            f"<{code}> <{(sign or _NO_TEXT).encode('utf-16-be').hex().upper()}>"
            for (_, sign, _), (code, _) in self._codes.items()
        ]
        blocks: list[str] = []
        for k in range(0, len(entries), _BLOCK):
            block = entries[k : k + _BLOCK]
            blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*_CMAP_HEAD, *blocks, *_CMAP_FOOT])

    def subset(self) -> bytes:
        """Cut the used glyphs out of the face; their numbers stay as they are."""
        import uharfbuzz as hb  # noqa: PLC0415 - heavy

        wanted = hb.SubsetInput()
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        wanted.glyph_set.update({glyph for glyph, _, _ in self._codes})
        wanted.drop_table_tag_set.update(
            int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES
        )
        data: bytes = hb.subset(self.face.hb_face, wanted).blob.data
        return data


_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_CMAP_FOOT = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")


def short(value: float) -> str:
    """Write a number as short as PDF allows, to a tenth of a thousandth of the size."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _tag(file: bytes) -> str:
    """Six capitals that mark a subset (PDF 32000-1, 9.6.4), from what is in it."""
    digest = sha256(file).digest()
    return "".join(chr(ord("A") + value % 26) for value in digest[:6])
