"""From letters to placed glyphs: one word, one face, one direction at a time.

Words are shaped once and kept: the same names, hours and headings come again on every
page, and measuring and drawing use the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from sportsec.reports.pdf.fonts import FaceName, face

# Decorative ligatures would turn whole names into one sign.
_FEATURES = {"kern": True, "liga": True, "dlig": False}


class Glyph(NamedTuple):
    """A glyph at its place; lengths in thousandths of the type size.

    `sign` is the one character that a reader copies or searches here; it is empty for
    a glyph that only completes its neighbour. A carrier shows nothing and only holds
    a letter of the ligature beside it.
    """

    glyph: int
    sign: str
    advance: float
    dx: float
    dy: float
    carrier: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A shaped word, its glyphs from left to right; compared by identity."""

    face: FaceName
    glyphs: tuple[Glyph, ...]
    width: float


@lru_cache(maxsize=65536)
def shape(
    name: FaceName, word: str, before: str = "", after: str = "", *, rtl: bool = False
) -> Shaped:
    """Shape a word.

    Args:
        name: Face of the whole word.
        word: Characters of one direction, without spaces to break at.
        before: Letters that precede it in the same paragraph and may join it.
        after: Letters that follow it.
        rtl: Its direction.
    """
    import uharfbuzz as hb  # noqa: PLC0415 - heavy; only papers need it

    used = face(name)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(before + word + after, len(before), len(word))
    buffer.direction = "rtl" if rtl else "ltr"
    # Without this the glyphs would depend on the locale of the machine.
    buffer.language = "ar" if rtl else "en"
    buffer.guess_segment_properties()
    hb.shape(used.hb_font, buffer, _FEATURES)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    start = len(before)
    clusters = [info.cluster - start for info in infos]
    if len(word) == len(clusters) == len(set(clusters)):  # most words
        signs = [word[cluster] for cluster in clusters]
    else:
        signs = _signs(word, clusters, places, rtl=rtl)
    glyphs: list[Glyph] = []
    for info, place, text in zip(infos, places, signs, strict=True):
        glyphs += _placed(name, info.codepoint, place.position, text)
    return Shaped(name, tuple(glyphs), sum([glyph.advance for glyph in glyphs]))


def _signs(
    word: str, clusters: Sequence[int], places: Sequence[Any], *, rtl: bool
) -> list[str]:
    """Share the characters of each cluster among its glyphs, in visual order."""
    starts = sorted(set(clusters))
    ends = dict(pairwise([*starts, len(word)]))
    carrier: dict[int, int] = {}
    for k, cluster in enumerate(clusters):
        known = carrier.get(cluster)
        if known is None or (places[k].x_advance and not places[known].x_advance):
            carrier[cluster] = k
    signs = [""] * len(clusters)
    for cluster, k in carrier.items():
        text = word[cluster : ends[cluster]]
        signs[k] = text[::-1] if rtl else text
    return signs


@lru_cache(maxsize=16384)
def _placed(
    name: FaceName, glyph: int, position: tuple[int, int, int, int], text: str
) -> tuple[Glyph, ...]:
    """Place a glyph; a ligature is followed by empty glyphs, one per further letter.

    A reader that takes the letters one by one, and turns them round in Arabic, then
    gets each letter of a ligature at its place.
    """
    used = face(name)
    dx, dy, advance = (length * used.scale for length in position[:3])
    rest = (
        Glyph(used.space_glyph, sign, 0.0, 0.0, 0.0, carrier=True) for sign in text[1:]
    )
    return (Glyph(glyph, text[:1], advance, dx, dy), *rest)
