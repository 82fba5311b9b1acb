"""Texts of several parts that have no room: "home – away", "name · club".

Each part gives up its own end, so that none of them is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from sportsec.ui.language import is_rtl
from sportsec.ui.widgets.shortened import ending_in_dots

_BETWEEN = re.compile("( – |[ \u00a0]· )")
_ISOLATES = re.compile("[\u2066-\u2069]")
#: Of a part that is names or words; one of figures alone (a date) has none.
_LETTER = re.compile(r"[^\W\d_]")


def parts_shortened(
    text: str,
    metrics: QFontMetrics,
    room: float,
    alone: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> str:
    """Return a text that fits into so many pixels, each part that is cut with "…".

    Short parts stay whole, and a date among names; those that are cut have the same
    room.

    Args:
        alone: Where a text of one part is cut.
    """
    if metrics.horizontalAdvance(text) <= room:
        return text
    found = _BETWEEN.split(_ISOLATES.sub("", text))
    parts, gaps = found[::2], found[1::2]
    if not gaps and alone is not Qt.TextElideMode.ElideRight:
        return metrics.elidedText(text, alone, int(room))
    left = room - sum(map(metrics.horizontalAdvance, gaps))
    whole = _figures(parts, metrics, left)
    left -= sum(map(metrics.horizontalAdvance, whole))
    widths = [metrics.horizontalAdvance(part) for part in parts if part not in whole]
    most = _most(widths, left)
    cut = [
        part
        if part in whole or metrics.horizontalAdvance(part) <= most
        else _cut(part, metrics, most)
        for part in parts
    ]
    told = "".join(a + b for a, b in zip(cut, [*gaps, ""], strict=True))
    return ending_in_dots(told, rtl=is_rtl())


def _figures(parts: Sequence[str], metrics: QFontMetrics, room: float) -> list[str]:
    """Return the parts that would say something else without their end.

    They are cut as well where they would leave less than half of the room to names.
    """
    found = [part for part in parts if not _LETTER.search(part)]
    needed = sum(map(metrics.horizontalAdvance, found))
    return found if len(found) < len(parts) and needed <= room / 2 else []


def _most(widths: Sequence[int], room: float) -> float:
    """Return to what width the widest are cut so that all fit."""
    left = sorted(widths)
    while left and left[0] * len(left) <= room:
        room -= left.pop(0)
    return room / len(left) if left else max(widths, default=0)


def _cut(part: str, metrics: QFontMetrics, room: float) -> str:
    """Return the beginning of a part; its "…" stays where its own letters end."""
    short = metrics.elidedText(part, Qt.TextElideMode.ElideRight, int(room))
    strong = [way for way in map(bidirectional, part) if way in {"L", "R", "AL"}]
    if not strong:
        return short
    is_left = strong[-1] == "L"
    return short + ("\N{LEFT-TO-RIGHT MARK}" if is_left else "\N{RIGHT-TO-LEFT MARK}")
