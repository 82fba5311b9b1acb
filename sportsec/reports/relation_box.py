"""The box of a group or club on the paper of relations: its names, whole within it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sportsec.domain.graph_layout import Place
from sportsec.reports.drawing import Fill, Label, Polygon, Shape, Style
from sportsec.reports.pdf.lines import one_line
from sportsec.reports.pdf.palette import Type
from sportsec.reports.pdf.typeset import typeset

#: Half of a box, in the units of the map: somewhat more than on the screen, for type
#: that is read on paper.
HALF = Place(90.0, 34.0)
#: Air between the edge of a box and its names, in units of the map.
_AIR = Place(5.0, 1.0)
_LARGEST, _SMALLEST = 9.0, 2.5
_OF_NAME, _OF_CLUB = 16.5, 12.5
#: Shares of its size that a name takes until it has room; then its end is left out.
_SHARES = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62)
_LINE = 1.2  # height of a line by that of its letters


def size_on(scale: float, units: float) -> float:
    """Return the size of letters in points, in bounds that a printer can draw.

    Args:
        scale: Points of a unit of the map.
        units: Their size in units of the map.
    """
    return max(_SMALLEST, min(_LARGEST, units * scale))


@cache
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text on one line is, in points."""
    return one_line(typeset(text, Type(size, bold=bold), rtl=False)).width


def box(at: Place, names: tuple[str, str], fill: Fill, scale: float) -> list[Shape]:
    """Return a box with its names.

    Args:
        at: Its middle, in units of the map.
        names: Its own, and a quieter one below it; "" if there is none.
        scale: Points of a unit of the map.
    """
    (x, y), (half, up) = at, HALF
    upper_edge = ((x - half, y - up), (x + half, y - up))
    lower_edge = ((x + half, y + up), (x - half, y + up))
    said = _said(names, scale)
    heights = [label.size * _LINE / scale for label in said]
    first = y - sum(heights) / 2
    middles = [sum(heights[:n]) + high / 2 for n, high in enumerate(heights)]
    return [
        Polygon((*upper_edge, *lower_edge), Style(fill)),
        *(
            Label((x, first + middle), label.text, label.size, bold=label.bold)
            for middle, label in zip(middles, said, strict=True)
        ),
    ]


def _said(names: tuple[str, str], scale: float) -> list[Label]:
    """Return the lines of a box, as large as they are whole in it; not yet placed."""
    wide = 2 * (HALF.x - _AIR.x) * scale
    high = 2 * (HALF.y - _AIR.y) * scale
    under = _under(names[1], size_on(scale, _OF_CLUB), wide)
    high -= sum(label.size * _LINE for label in under)
    size = size_on(scale, _OF_NAME)
    lines: list[str] = []
    for share in _SHARES:
        small = size * share
        lines = list(_lines(names[0], small, wide))
        most = max(int(high / (small * _LINE)), 1)
        if len(lines) <= most and _widest(lines, small) <= wide:
            return [*_labels(lines, small), *under]
    rest = " ".join(lines[most - 1 :])
    shown = [*lines[: most - 1], *([rest] if rest else [])]
    return [*_labels([_cut(line, small, wide) for line in shown], small), *under]


def _labels(lines: list[str], size: float) -> list[Label]:
    return [Label((0.0, 0.0), line, size, bold=True) for line in lines]


def _widest(lines: list[str], size: float) -> float:
    return max((width_of(line, size, bold=True) for line in lines), default=0.0)


def _under(text: str, size: float, wide: float) -> list[Label]:
    """Return the quieter line: smaller if need be, else without its end."""
    if not text:
        return []
    fitting = (
        size * share for share in _SHARES if width_of(text, size * share) <= wide
    )
    small = next(fitting, size * _SHARES[-1])
    return [Label((0.0, 0.0), _cut(text, small, wide, bold=False), small)]


def _lines(text: str, size: float, wide: float) -> Iterator[str]:
    """Break a name between words; a word that is too wide has a line of its own."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, bold=True) > wide:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _cut(text: str, size: float, wide: float, *, bold: bool = True) -> str:
    if width_of(text, size, bold=bold) <= wide:
        return text
    while len(text) > 1 and width_of(f"{text}…", size, bold=bold) > wide:
        text = text[:-1].rstrip()
    return f"{text}…"
