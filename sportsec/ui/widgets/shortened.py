"""As much of a text as there is room for."""

from __future__ import annotations

import re
from unicodedata import bidirectional

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
        return _dots_behind(metrics.elidedText(kept, cut, int(room)))
    return _dots_behind(metrics.elidedText(kept, cut, room))


def _dots_behind(text: str) -> str:
    """Return a cut text with its "…" behind the last words, which may be foreign to it.

    In an Arabic line they stand before a Latin word else: "…sal" for "sal…".
    """
    told, dots, rest = text.rpartition("…")
    runs = [one for one in map(_direction, told) if one]
    if not dots or not runs or runs[0] == runs[-1]:
        return text
    mark = "\N{RIGHT-TO-LEFT MARK}" if runs[-1] == "R" else "\N{LEFT-TO-RIGHT MARK}"
    return f"{told}{dots}{mark}{rest}"


def _direction(sign: str) -> str:
    """Return "R" or "L" of a letter or mark; nothing of what takes that of others."""
    return {"R": "R", "AL": "R", "L": "L"}.get(bidirectional(sign), "")


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
