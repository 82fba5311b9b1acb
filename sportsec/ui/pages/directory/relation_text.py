"""Texts in the boxes of the map: as large as all of it fits, else cut at the end."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from sportsec.ui.widgets.shortened import shortened

#: Distance of two lines, by the height of their type: there are no long texts here.
_PITCH = 1.2


def write(
    painter: QPainter,
    room: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    least: int | None = None,
) -> None:
    """Write a text into the middle of a room.

    Args:
        font: The largest that is wanted.
        least: Height in pixels down to which it is made smaller so that all fits.
    """
    largest = font.pixelSize()
    size, lines = fitted(
        *(text, font.toString(), room.width(), room.height()),
        *(largest, min(least or largest, largest)),
    )
    font = QFont(font)
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(ink)
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
    pitch = size * _PITCH
    top = room.center().y() - pitch * len(lines) / 2
    for at, line in enumerate(lines):
        place = QRectF(room.x(), top + at * pitch, room.width(), pitch)
        painter.drawText(place, flags, line)


@lru_cache(maxsize=4096)
def fitted(
    text: str, described: str, wide: float, high: float, largest: int, least: int
) -> tuple[int, tuple[str, ...]]:
    """Return the height of the type and the lines of a text in a room.

    Args:
        described: The font, as `QFont.toString` writes it.
    """
    font = QFont()
    font.fromString(described)
    for size in range(largest, least - 1, -1):
        font.setPixelSize(size)
        metrics = QFontMetricsF(font)
        lines = _wrapped(text, metrics, wide)
        most = max(int(high / (size * _PITCH)), 1)
        whole = all(metrics.horizontalAdvance(line) <= wide for line in lines)
        if whole and len(lines) <= most:
            return size, tuple(lines)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return size, tuple(shortened(line, metrics, wide) for line in kept)


def _wrapped(text: str, metrics: QFontMetricsF, wide: float) -> list[str]:
    """Fill lines with words; one that is too long has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]
