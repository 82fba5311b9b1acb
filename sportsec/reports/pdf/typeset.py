"""A text made ready for any width: its words shaped, measured and given their levels.

Order matters: levels are found on the whole paragraph, words are shaped in their own
direction, lines are broken in logical order, and only then turned into visual order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from sportsec.reports.inline import Inline, Span, Tone
from sportsec.reports.pdf.bidi import levels
from sportsec.reports.pdf.fonts import FaceName, face, face_for
from sportsec.reports.pdf.palette import Type
from sportsec.reports.pdf.shaping import Shaped, shape

_BLANKS = re.compile(r"[ \t\r\f\v\u2028\u2029\u0085\x1c-\x1f]+")
_ODD_BLANKS = re.compile(r"[\t\r\f\v\u2028\u2029\u0085\x1c-\x1f]|  ")
_WORDS = re.compile(r"([^ \u200b]+)[ \u200b]*")
# A compound may be broken after its hyphen or stroke, between letters only.
_JOINT = re.compile(r"(?<=[^\W\d_]{2}[-/\u2010])(?=[^\W\d_]{2})")
# Hours, telephones and amounts that the caller isolated stay on one line.
_KEPT = re.compile(r"[\u2066-\u2068][\d\s.,:/+()\u2013-]{1,24}\u2069")
# Direction marks have done their work once the levels are known.
_MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = frozenset(_MARKS + "\u200b")
_NOTHING = dict.fromkeys(map(ord, _UNSEEN))
_NEVER_FIRST = frozenset(":;?!»%€–—،؛؟")
_NEVER_LAST = frozenset("«")


class Look(NamedTuple):
    """How a piece is printed."""

    bold: bool
    tone: Tone


class Piece(NamedTuple):
    """Letters of one level, look and face, shaped; `width` in points."""

    shaped: Shaped
    level: int
    tone: Tone
    width: float
    word: str
    before: str
    after: str
    gap: bool


class Unit(NamedTuple):
    """A word that is kept whole, and the space after it (empty at a joint)."""

    pieces: tuple[Piece, ...]
    width: float
    gap: tuple[Piece, ...]
    gap_width: float


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A text ready to be broken at any width; lengths in points.

    Args:
        paragraphs: Units between line feeds, in logical order.
        widest: Width of the widest unit: narrower columns break words.
        natural: Width of the text set on as many lines as it has line feeds.
    """

    type: Type
    rtl: bool
    paragraphs: tuple[tuple[Unit, ...], ...]
    widest: float
    natural: float


@lru_cache(maxsize=16384)
def typeset(inline: Inline, type_: Type, *, rtl: bool) -> Text:
    """Shape and measure a text.

    Args:
        inline: The words, in logical order.
        type_: Size, and the look of whatever has none of its own.
        rtl: Direction of the block, which need not be that of the words.
    """
    paragraphs = tuple(
        _paragraph(spans, type_, rtl=rtl) for spans in _paragraph_spans(inline, type_)
    )
    units = [unit for paragraph in paragraphs for unit in paragraph]
    return Text(
        type_,
        rtl,
        paragraphs,
        widest=max((unit.width for unit in units), default=0.0),
        natural=max(map(natural_width, paragraphs)),
    )


def natural_width(units: tuple[Unit, ...]) -> float:
    """Width of the units on one line, without the space after the last."""
    if not units:
        return 0.0
    return sum([unit.width + unit.gap_width for unit in units]) - units[-1].gap_width


def _paragraph_spans(inline: Inline, type_: Type) -> list[list[tuple[str, Look]]]:
    """Cut at line feeds; collapse blanks; give each stretch its look."""
    parts = inline if isinstance(inline, tuple) else (inline,)
    paragraphs: list[list[tuple[str, Look]]] = [[]]
    for part in parts:
        span = Span(part) if isinstance(part, str) else part
        tone = type_.tone if span.tone is Tone.PLAIN else span.tone
        look = Look(span.bold or type_.bold, tone)
        for k, text in enumerate(span.text.split("\n")):
            if k:
                paragraphs.append([])
            line = paragraphs[-1]
            clean = _BLANKS.sub(" ", text) if _ODD_BLANKS.search(text) else text
            if not line or line[-1][0].endswith(" "):
                clean = clean.removeprefix(" ")
            if clean:
                line.append((clean, look))
    return paragraphs


def _paragraph(
    spans: list[tuple[str, Look]], type_: Type, *, rtl: bool
) -> tuple[Unit, ...]:
    """Set one paragraph, word after word in logical order."""
    line = _Line.of(spans, type_, rtl=rtl)
    units: list[Unit] = []
    glued: tuple[Piece, ...] = ()  # a word and a space that the next may not leave
    for match in _WORDS.finditer(line.text):
        start, end = match.span(1)
        for joint in line.joints(start, end):
            units.append(_unit(glued + line.pieces(start, joint)))
            glued, start = (), joint
        pieces = glued + line.pieces(start, end)
        glued = ()
        spaces = match.end() > end
        if not pieces and units and spaces:  # nothing is left of marks of direction
            pieces = units.pop().pieces
        if not pieces:
            continue
        gap = line.gap(end, match.end()) if spaces else ()
        if spaces and not line.may_break(end, match.end()):
            glued = pieces + gap
        else:
            units.append(_unit(pieces, gap))
    if glued:
        units.append(_unit(glued))
    return tuple(units)


def _unit(pieces: tuple[Piece, ...], gap: tuple[Piece, ...] = ()) -> Unit:
    return Unit(pieces, _width(pieces), gap, _width(gap))


def _width(pieces: tuple[Piece, ...]) -> float:
    if len(pieces) == 1:
        return pieces[0].width
    return sum([piece.width for piece in pieces], 0.0)


class _Line(NamedTuple):
    """One paragraph with the level, look and face of each character."""

    text: str
    levels: Sequence[int]
    looks: Sequence[Look]
    faces: Sequence[FaceName]
    cuts: Sequence[int]
    kept: Sequence[tuple[int, int]]
    marked: bool
    scale: float

    @classmethod
    def of(cls, spans: list[tuple[str, Look]], type_: Type, *, rtl: bool) -> _Line:
        """Find where level, look or face change: there, pieces are cut."""
        text = "".join(part for part, _ in spans)
        found = levels(text, int(rtl))
        looks: list[Look] = []
        cuts = _changes(found)
        for part, look in spans:
            if looks:
                cuts.add(len(looks))
            looks += [look] * len(part)
        faces = [_OWN[look.bold] for look in looks]
        known = _known()
        if not known.issuperset(text):
            for k, sign in enumerate(text):
                if sign not in known:
                    faces[k] = face_for(sign, bold=looks[k].bold)
            cuts |= _changes(faces)
        marked = not _UNSEEN.isdisjoint(text)
        kept = [match.span() for match in _KEPT.finditer(text)] if marked else ()
        scale = type_.size / 1000.0
        return cls(text, found, looks, faces, sorted(cuts), kept, marked, scale)

    def joints(self, start: int, end: int) -> list[int]:
        """Where a word may be broken all the same, so that its parts stand apart."""
        word = self.text[start:end]
        if "-" not in word and "/" not in word and "\u2010" not in word:
            return []
        return [start + match.start() for match in _JOINT.finditer(word)]

    def may_break(self, start: int, end: int) -> bool:
        """Say whether a line may end at these spaces (French and Arabic usage)."""
        if end < len(self.text) and self.text[end] in _NEVER_FIRST:
            return False
        if self.text[start - 1] in _NEVER_LAST:
            return False
        return not (self.kept and any(a < start < b for a, b in self.kept))

    def gap(self, start: int, end: int) -> tuple[Piece, ...]:
        """Shape the spaces after a word."""
        if self.text[start:end] != " ":
            return self.pieces(start, end, gap=True)
        tone = self.looks[start].tone
        return _space(self.faces[start], self.levels[start], tone, self.scale)

    def pieces(self, start: int, end: int, *, gap: bool = False) -> tuple[Piece, ...]:
        """Shape a part of the text, cut where level, look or face change."""
        cuts = self.cuts
        if not (cuts or self.marked):  # most words
            word = self.text[start:end]
            return (self._piece(word, start, end, start, end, gap=gap),)
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        found: list[Piece] = []
        for first, last in pairwise((start, *inside, end)):
            word = self.text[first:last]
            if self.marked:
                word = word.translate(_NOTHING)
            if word:
                found.append(self._piece(word, first, last, start, end, gap=gap))
        return tuple(found)

    def _piece(
        self, word: str, first: int, last: int, start: int, end: int, *, gap: bool
    ) -> Piece:
        level, look = self.levels[first], self.looks[first]
        rtl = level % 2 == 1
        # Arabic letters join across a change of look; Latin ones do not care.
        before = self.text[start:first] if rtl else ""
        after = self.text[last:end] if rtl else ""
        shaped = shape(self.faces[first], word, before, after, rtl=rtl)
        width = shaped.width * self.scale
        return Piece(shaped, level, look.tone, width, word, before, after, gap)


@lru_cache(maxsize=1024)
def _space(name: FaceName, level: int, tone: Tone, scale: float) -> tuple[Piece, ...]:
    """Return the one space that nearly every word is followed by."""
    shaped = shape(name, " ", rtl=level % 2 == 1)
    return (Piece(shaped, level, tone, shaped.width * scale, " ", "", "", gap=True),)


def _changes(values: Sequence[object]) -> set[int]:
    """Return the positions whose value is not that of the one before."""
    if not values or values.count(values[0]) == len(values):  # most texts
        return set()
    return {k for k, (a, b) in enumerate(pairwise(values), start=1) if a != b}


_OWN = {False: FaceName.REGULAR, True: FaceName.BOLD}


@cache
def _known() -> frozenset[str]:
    """Characters that both weights have, and those that are never printed."""
    both = face(FaceName.REGULAR).characters & face(FaceName.BOLD).characters
    return frozenset([*map(chr, both), *_MARKS])
