"""Grounds of shapes: tints, each with a pattern of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sportsec.reports.drawing import Fill, Step, Stroke, Style
from sportsec.reports.pdf.palette import ACCENT, ALERT, INK, QUIET, RULE, WHITE
from sportsec.reports.pdf.pen import Pen

_SPACING = 4.2
_TINT = {
    Fill.NONE: "",
    Fill.PAPER: WHITE,
    Fill.PALE: "EEF1F4",
    Fill.MEDIUM: "C4CCD4",
    Fill.DARK: "3D4650",
    Fill.GRASS: "D8EBD3",
    Fill.HOME: "C3D8F0",
    Fill.AWAY: "FCE3D0",
    Fill.NEUTRAL: "FFFFFF",
    Fill.OFFICIAL: "F4ECC8",
    Fill.CLOSED: "F3F3F3",
    Fill.WARN: "F2C465",
    Fill.ALERT: ALERT,
}
_STROKE = {
    Stroke.NONE: ("", 0.0, ""),
    Stroke.HAIR: (RULE, 0.4, ""),
    Stroke.THIN: (QUIET, 0.7, ""),
    Stroke.BOLD: (INK, 1.8, ""),
    Stroke.DASHED: (INK, 0.9, "3 2"),
    Stroke.WHITE: (WHITE, 1.0, ""),
    Stroke.ALERT: (ALERT, 1.8, ""),
    Stroke.DOTTED: (QUIET, 1.2, "1.2 2.4"),
    Stroke.ALERT_DASHED: (ALERT, 1.8, "7 2.5 2 2.5"),
}
Bounds = tuple[float, float, float, float]


def paint(pen: Pen, steps: Sequence[Step], style: Style) -> None:
    """Fill a shape with its tint and pattern, then draw its outline."""
    pen.path(steps, fill=_TINT[style.fill])
    pattern = _PATTERN.get(style.fill)
    points = [point for step in steps for point in step.points]
    if pattern and points:
        xs, ys = zip(*points, strict=True)
        with pen.inside(steps):
            pattern(pen, (min(xs), min(ys), max(xs), max(ys)))
    colour, line, dash = _STROKE[style.stroke]
    pen.path(steps, stroke=colour, line=line, dash=dash)


def _slanted(pen: Pen, bounds: Bounds) -> None:
    _slope(pen, bounds, "C0561B", 0.6, rising=True)


def _crossed(pen: Pen, bounds: Bounds) -> None:
    _slope(pen, bounds, RULE, 0.5, rising=True)
    _slope(pen, bounds, RULE, 0.5, rising=False)


def _slope(pen: Pen, bounds: Bounds, colour: str, line: float, *, rising: bool) -> None:
    """Draw parallels at 45°, on a grid of the page so that neighbours agree."""
    left, top, right, bottom = bounds
    high = bottom - top
    low, far = (bottom, top) if rising else (top, bottom)
    # The grid is that of the lines' crossing with the upper edge of the page.
    shift = bottom if rising else -top
    first = (left - high + shift) // _SPACING * _SPACING - shift
    count = int((right - first) // _SPACING) + 1
    starts = (first + k * _SPACING for k in range(count))
    pen.rules((((x, low), (x + high, far)) for x in starts), colour, line)


def _level(pen: Pen, bounds: Bounds) -> None:
    left, top, right, bottom = bounds
    step = _SPACING * 0.75
    first = top // step * step
    heights = (first + k * step for k in range(int((bottom - first) // step) + 1))
    pen.rules((((left, y), (right, y)) for y in heights), "9A7B1F", 0.4)


def _dotted(pen: Pen, bounds: Bounds) -> None:
    left, top, right, bottom = bounds
    step = _SPACING * 0.8
    dots = []
    for row in range(int(top // step), int(bottom // step) + 1):
        first = left // _SPACING * _SPACING + row % 2 * _SPACING / 2
        for k in range(int((right - first) // _SPACING) + 1):
            x = first + k * _SPACING
            dots.append(((x, row * step), (x + 0.9, row * step)))
    pen.rules(dots, ACCENT, 0.9)


_PATTERN: dict[Fill, Callable[[Pen, Bounds], None]] = {
    Fill.AWAY: _slanted,
    Fill.CLOSED: _crossed,
    Fill.OFFICIAL: _level,
    Fill.NEUTRAL: _dotted,
}
