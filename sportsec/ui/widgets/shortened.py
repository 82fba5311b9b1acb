"""As much of a text as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF

from sportsec.ui.language import is_rtl, isolate


def shortened(text: str, metrics: QFontMetrics | QFontMetricsF, room: float) -> str:
    """Return a text that fits into so many pixels, with "…" where it is cut.

    On an Arabic screen a name in other letters is kept together, or its "…" would
    stand before it.
    """
    if metrics.horizontalAdvance(text) <= room:
        return text
    kept = isolate(text) if is_rtl() else text
    cut = Qt.TextElideMode.ElideRight
    if isinstance(metrics, QFontMetrics):
        return metrics.elidedText(kept, cut, int(room))
    return metrics.elidedText(kept, cut, room)
