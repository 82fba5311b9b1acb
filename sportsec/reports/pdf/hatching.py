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
    height = bottom - top
    at = (left - height) // _SPACING * _SPACING
    steps: list[Step] = []
    while at < right:
        low, high = ((at, bottom), (at + height, top))
        if not rising:
            low, high = (at, top), (at + height, bottom)
        steps += [Step("M", (low,)), Step("L", (high,))]
        at += _SPACING
    pen.path(steps, stroke=colour, line=line)


def _level(pen: Pen, bounds: Bounds) -> None:
    left, top, right, bottom = bounds
    at = top // _SPACING * _SPACING
    steps: list[Step] = []
    while at < bottom:
        steps += [Step("M", ((left, at),)), Step("L", ((right, at),))]
        at += _SPACING * 0.75
    pen.path(steps, stroke="9A7B1F", line=0.4)


def _dotted(pen: Pen, bounds: Bounds) -> None:
    left, top, right, bottom = bounds
    steps: list[Step] = []
    row = 0
    y = top // _SPACING * _SPACING
    while y < bottom:
        x = left // _SPACING * _SPACING + (row % 2) * _SPACING / 2
        while x < right:
            steps += [Step("M", ((x, y),)), Step("L", ((x + 0.9, y),))]
            x += _SPACING
        y += _SPACING * 0.8
        row += 1
    pen.path(steps, stroke=ACCENT, line=0.9)


_PATTERN: dict[Fill, Callable[[Pen, Bounds], None]] = {
    Fill.AWAY: _slanted,
    Fill.CLOSED: _crossed,
    Fill.OFFICIAL: _level,
    Fill.NEUTRAL: _dotted,
}
