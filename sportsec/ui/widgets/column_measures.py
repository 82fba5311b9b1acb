"""What the columns of a list need, and how they share the room that there is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from sportsec.ui.widgets.badges import badge_size

#: Height of a line at text size normal; widths are meant for it.
NORMAL_HEIGHT = 22
#: What `app.qss` and the style leave free beside the text of a head, the text of a cell
#: and a badge, with a pixel or two for figures that were rounded.
HEAD_PADDING, CELL_PADDING, BADGE_PADDING = 22, 24, 18
SMALLEST = 48
#: First rows that are looked at: a list of any length opens as fast.
MEASURED_ROWS = 60
#: Nothing is given more room than this for its contents alone.
LONGEST = 600
#: Badges up to this width are not cut when room is short.
WIDEST = 280
#: Contents up to this width (a phone number) are not cut when room is short.
WHOLE = 130
#: A column that stretches gives up its room as if it were this much narrower.
FAVOUR = 80


def head_metrics(head: QHeaderView) -> QFontMetrics:
    """Return the measures of the heads' type; Qt tells those of the rows."""
    font = QFont(head.font())
    font.setWeight(QFont.Weight.DemiBold)  # as in `app.qss`
    return QFontMetrics(font)


class Cell(NamedTuple):
    """What is drawn in a cell, as far as its width depends on it."""

    text: str
    is_badge: bool = False
    has_icon: bool = False


def needed_width(cells: Iterable[Cell], font: QFont) -> int:
    """Return the width at which cells of a column are not cut.

    Args:
        font: In which its texts are drawn.
    """
    metrics = QFontMetrics(font)
    return max((_width(cell, metrics) for cell in set(cells)), default=0)


def _width(cell: Cell, metrics: QFontMetrics) -> int:
    icon = metrics.height() if cell.has_icon else 0
    if cell.is_badge:
        return badge_size(metrics, cell.text).width() + BADGE_PADDING + icon
    return metrics.horizontalAdvance(cell.text) + CELL_PADDING + icon


def squeezed(
    wished: Mapping[int, int],
    least: Mapping[int, int],
    stretch: Collection[int],
    room: int,
) -> dict[int, int]:
    """Narrow the widest columns to one width until all fit, none below its least.

    A column that is narrower than that keeps what it wished.

    Args:
        wished: Width of each shown column, in pixels.
        least: Below it a column is not narrowed, also where they do not all fit.
        stretch: Columns that name the row; they are narrowed last.
    """

    def cut_to(most: int) -> dict[int, int]:
        return {
            at: min(wide, max(most + FAVOUR * (at in stretch), least.get(at, SMALLEST)))
            for at, wide in wished.items()
        }

    if sum(wished.values()) <= room:
        return dict(wished)
    fits, over = -FAVOUR, max(wished.values())
    while over - fits > 1:
        most = (fits + over) // 2
        if sum(cut_to(most).values()) <= room:
            fits = most
        else:
            over = most
    widths = cut_to(fits)
    left = room - sum(widths.values())
    for at, wider in cut_to(over).items():  # the pixels that do not go round
        if left > 0 and wider > widths[at]:
            widths[at] += 1
            left -= 1
    return widths
