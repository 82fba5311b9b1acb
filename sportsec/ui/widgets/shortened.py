"""As much of a text as there is room for."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF

from sportsec.ui.language import is_rtl, isolate

_ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def shortened(text: str, metrics: QFontMetrics | QFontMetricsF, room: float) -> str:
    """Return a text that fits into so many pixels, with "…" where it is cut."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    kept = ending_in_dots(text, rtl=is_rtl())
    cut = Qt.TextElideMode.ElideRight
    if isinstance(metrics, QFontMetrics):
        return metrics.elidedText(kept, cut, int(room))
    return metrics.elidedText(kept, cut, room)


def in_two_lines(text: str, metrics: QFontMetrics, room: float) -> tuple[str, str]:
    """Return a text broken between words; the second line is empty if one is enough.

    What follows the first word may still have no room: see `shortened`.
    """
    if metrics.horizontalAdvance(text) <= room:
        return text, ""
    kept = text.split()
    rest: list[str] = []
    while len(kept) > 1 and metrics.horizontalAdvance(" ".join(kept)) > room:
        rest.insert(0, kept.pop())
    return " ".join(kept), " ".join(rest)


def ending_in_dots(text: str, *, rtl: bool) -> str:
    """Return a text that has its "…" where its own letters end, once it is cut.

    On an Arabic screen a name in other letters is kept together, on the others one in
    Arabic letters: its "…" would stand before it.

    Args:
        rtl: Whether the text around it is read from right to left.
    """
    is_foreign = rtl or (_ARABIC.search(text) and not _LATIN.search(text))
    return isolate(text) if is_foreign else text
