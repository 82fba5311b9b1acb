"""The vocabulary of drawings on paper: shapes and labels as plain data.

A drawing has its own units: (0, 0) is the upper left corner, y grows downwards, as on
a screen. The engine scales it to the width that it is given. It is never mirrored:
a stadium keeps its compass points in every language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Point = tuple[float, float]


class Fill(StrEnum):
    """Ground of a shape; each has its own pattern or grey, so that black ink tells."""

    NONE = "none"
    PAPER = "paper"
    PALE = "pale"
    MEDIUM = "medium"
    DARK = "dark"
    GRASS = "grass"  #: the pitch
    HOME = "home"  #: home supporters: plain tint
    AWAY = "away"  #: visiting supporters: diagonal lines
    NEUTRAL = "neutral"  #: families, general public: dots
    OFFICIAL = "official"  #: honour stand, press: fine horizontal lines
    CLOSED = "closed"  #: crossed lines
    WARN = "warn"
    ALERT = "alert"


class Stroke(StrEnum):
    """Outline of a shape."""

    NONE = "none"
    HAIR = "hair"
    THIN = "thin"
    BOLD = "bold"
    DASHED = "dashed"
    DOTTED = "dotted"
    WHITE = "white"  #: lines of the pitch
    ALERT = "alert"
    ALERT_DASHED = "alert_dashed"


@dataclass(frozen=True, slots=True)
class Style:
    """Look of a shape."""

    fill: Fill = Fill.NONE
    stroke: Stroke = Stroke.THIN


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: Move, Line, Cubic curve (3 points) or Zip (close, none)."""

    kind: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A free outline."""

    steps: tuple[Step, ...]
    style: Style = Style()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline, or an open line."""

    points: tuple[Point, ...]
    style: Style = Style()
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle."""

    center: Point
    radius: float
    style: Style = Style()


@dataclass(frozen=True, slots=True)
class Label:
    """A text centred on a point, vertically too.

    Args:
        size: Height of the type in points on paper, whatever the scale.
        inverse: White text on a dark shape.
        halo: White ground behind the text, for labels over patterns and lines.
        anchor: Which edge of the text lies on the point, as seen on paper.
    """

    at: Point
    text: str
    size: float = 8.0
    bold: bool = False
    inverse: bool = False
    halo: bool = False
    anchor: Literal["left", "middle", "right"] = "middle"


Shape = Path | Polygon | Circle | Label


class Sign(StrEnum):
    """What a key stands for: part of the ground, or a mark on it, by its shape."""

    AREA = "area"
    SQUARE = "square"
    DISC = "disc"


@dataclass(frozen=True, slots=True)
class Key:
    """A look and what it means."""

    style: Style
    words: str
    sign: Sign = Sign.AREA


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector picture; never split over pages.

    Args:
        width: Width of the picture in its own units.
        height: Height in its own units.
        shapes: Painted in this order.
        legend: Printed under the picture, in reading order.
        caption: Printed under it.
        max_height: Millimetres on paper that it may take.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    legend: tuple[Key, ...] = ()
    caption: str = ""
    max_height: float = 120.0
