"""Breaking a text into lines of a width, and turning each line into visual order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

from sportsec.reports.pdf.bidi import visual_order
from sportsec.reports.pdf.shaping import shape
from sportsec.reports.pdf.typeset import Piece, Text, Unit

# Widths are sums of floats; a line that fits must not fail by their last digit.
_SLACK = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line ready to draw.

    Args:
        pieces: From left to right.
        width: Points, without stretching.
        gaps: Spaces that justification may stretch.
        ends: Whether it ends its paragraph (then it is never stretched).
    """

    pieces: tuple[Piece, ...]
    width: float
    gaps: int
    ends: bool


@lru_cache(maxsize=16384)
def break_lines(text: Text, width: float) -> tuple[Line, ...]:
    """Break a text into lines.

    A word wider than `width` is cut between letters, as a last resort: nothing is
    ever lost, and the letters keep their joined forms. The result is kept: the same
    cell comes again in the next version of the paper.
    """
    if text.natural <= width:  # most cells
        return tuple([_line(paragraph, ends=True) for paragraph in text.paragraphs])
    lines: list[Line] = []
    for paragraph in text.paragraphs:
        groups = list(_groups(paragraph, width, text)) or [[]]
        lines += [_line(group, ends=False) for group in groups[:-1]]
        lines.append(_line(groups[-1], ends=True))
    return tuple(lines)


def one_line(text: Text) -> Line:
    """Return the whole text as one line, however wide."""
    units = [unit for paragraph in text.paragraphs for unit in paragraph]
    return _line(units, ends=True)


def _groups(units: Sequence[Unit], width: float, text: Text) -> Iterator[list[Unit]]:
    """Fill lines greedily, in logical order."""
    group: list[Unit] = []
    used = gap = 0.0
    for unit in _short_enough(units, width, text):
        if group and used + gap + unit.width > width + _SLACK:
            yield group
            group, used, gap = [], 0.0, 0.0
        group.append(unit)
        used += gap + unit.width
        gap = unit.gap_width
    if group:
        yield group


def _short_enough(units: Sequence[Unit], width: float, text: Text) -> Iterator[Unit]:
    for unit in units:
        if unit.width <= width + _SLACK:
            yield unit
            continue
        parts = _cut(unit, width, text.type.size / 1000.0)
        yield from parts[:-1]
        yield parts[-1]._replace(gap=unit.gap, gap_width=unit.gap_width)


def _cut(unit: Unit, width: float, scale: float) -> list[Unit]:
    """Cut a word that no line can hold into the longest parts that fit."""
    parts: list[list[Piece]] = [[]]
    used = 0.0
    waiting = deque(unit.pieces)
    while waiting:
        piece = waiting.popleft()
        if used + piece.width <= width + _SLACK:
            parts[-1].append(piece)
            used += piece.width
            continue
        head, tail = _split(piece, width - used, scale, forced=not parts[-1])
        parts[-1] += head
        waiting.extendleft(tail)
        if waiting:
            parts.append([])
            used = 0.0
    return [_unit(tuple(part)) for part in parts]


def _split(
    piece: Piece, room: float, scale: float, *, forced: bool
) -> tuple[list[Piece], list[Piece]]:
    """Cut a piece after the most letters that fit; `forced` takes at least one."""
    word = piece.word
    fits = 0
    for k in range(1, len(word)):
        if combining(word[k]):
            continue  # marks stay with their letter
        if _part(piece, 0, k, scale).width > room + _SLACK:
            fits = k if forced and not fits else fits
            break
        fits = k
    if not fits:
        return ([piece], []) if forced else ([], [piece])
    return [_part(piece, 0, fits, scale)], [_part(piece, fits, len(word), scale)]


def _part(piece: Piece, start: int, end: int, scale: float) -> Piece:
    """Shape a part of a piece anew, joined to its other part."""
    word = piece.word
    rtl = piece.level % 2 == 1
    before = piece.before + word[:start] if rtl else ""
    after = word[end:] + piece.after if rtl else ""
    shaped = shape(piece.shaped.face, word[start:end], before, after, rtl=rtl)
    return piece._replace(
        shaped=shaped,
        width=shaped.width * scale,
        word=word[start:end],
        before=before,
        after=after,
    )


def _unit(pieces: tuple[Piece, ...]) -> Unit:
    return Unit(pieces, sum(piece.width for piece in pieces), (), 0.0)


def _line(units: Sequence[Unit], *, ends: bool) -> Line:
    """Put the pieces of a line into visual order; the space at its end is dropped."""
    pieces: list[Piece] = []
    for unit in units[:-1]:
        pieces += unit.pieces
        pieces += unit.gap
    if units:
        pieces += units[-1].pieces
    levels = [piece.level for piece in pieces]
    if levels.count(0) == len(levels):  # many lines
        order = pieces
    elif levels.count(1) == len(levels):  # most Arabic ones
        order = pieces[::-1]
    else:
        order = [pieces[i] for i in visual_order(levels)]
    return Line(
        tuple(order),
        sum([piece.width for piece in pieces]),
        sum([piece.gap for piece in pieces]),
        ends,
    )
