"""The vocabulary of stadium plans: what is placed, and the picture as plain data.

The picture fills a unit square: (0, 0) is its upper left corner, y grows downwards,
north is up. It is never mirrored: a stadium keeps its compass points in every
language. Degrees run clockwise from north.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal
from uuid import UUID

from sportsec.domain.venues import SectorSide, SectorUse

Point = tuple[float, float]

#: Behind the code of what has no position: no reader takes its place for a fact.
UNPLACED = " ?"


class Look(StrEnum):
    """What a shape or text stands for; painters turn it into pen and brush."""

    GROUND = "ground"  #: the bowl under the sectors
    PITCH = "pitch"
    PITCH_LINE = "pitch_line"
    SECTOR_HOME = "sector_home"
    SECTOR_AWAY = "sector_away"
    SECTOR_ULTRAS_HOME = "sector_ultras_home"
    SECTOR_ULTRAS_AWAY = "sector_ultras_away"
    SECTOR_NEUTRAL = "sector_neutral"
    SECTOR_FAMILY = "sector_family"
    SECTOR_VIP = "sector_vip"
    SECTOR_PRESS = "sector_press"
    SECTOR_DISABLED = "sector_disabled"
    SECTOR_BUFFER = "sector_buffer"
    SECTOR_UNPLACED = "sector_unplaced"  #: its position is not known
    GATE = "gate"
    GATE_EMERGENCY = "gate_emergency"
    POST_FULL = "post_full"
    POST_SHORT = "post_short"
    POST_EMPTY = "post_empty"
    MORE = "more"  #: "+3": markers for which there was no room
    NORTH = "north"  #: the letter and arrow at the upper edge


class PostState(StrEnum):
    """How far a post is manned."""

    FULL = "full"
    SHORT = "short"
    EMPTY = "empty"


def post_state(needed: int | None, assigned: int) -> PostState:
    """Say how far a post is manned; one that needs nobody is full.

    Where it is not known how many are needed, nobody is not enough.
    """
    if assigned >= (needed or 0) and (assigned or needed is not None):
        return PostState.FULL
    return PostState.SHORT if assigned else PostState.EMPTY


@dataclass(frozen=True, slots=True)
class PlanSector:
    """A sector to place.

    Args:
        start_degree, end_degree: Its arc; None where nobody drew it yet, then it gets
            a place by its side. An end before the start runs on past north.
        tier: Ring it lies in, 1 next to the pitch.
    """

    id: UUID
    code: str
    use: SectorUse = SectorUse.NEUTRAL
    side: SectorSide | None = None
    start_degree: float | None = None
    end_degree: float | None = None
    tier: int | None = None

    @property
    def is_placed(self) -> bool:
        """Whether anybody said where it lies: by its side, or drawn in degrees."""
        is_drawn = self.start_degree is not None and self.end_degree is not None
        return is_drawn or self.side is not None


@dataclass(frozen=True, slots=True)
class PlanGate:
    """A gate to place; without a degree it opens in the middle of its sector."""

    id: UUID
    code: str
    degree: float | None = None
    sector_id: UUID | None = None
    is_emergency_only: bool = False


@dataclass(frozen=True, slots=True)
class PlanPost:
    """A post to place: at its gate, in its sector, or in the surroundings."""

    id: UUID
    code: str
    sector_id: UUID | None = None
    gate_id: UUID | None = None
    state: PostState = PostState.FULL


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an outline: Move, Line, Cubic curve (3 points) or Zip (close)."""

    kind: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline to paint.

    Args:
        id: The sector, gate or post it stands for; None for pitch and ground.
    """

    look: Look
    steps: tuple[Step, ...]
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A text centred on a point.

    Args:
        size: Height of the type as a fraction of the square's edge.
        anchor: Which edge of the text lies on the point, as seen.
    """

    look: Look
    text: str
    at: Point
    size: float
    id: UUID | None = None
    anchor: Literal["left", "middle", "right"] = "middle"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a sector came to lie.

    Args:
        start, end: Degrees clockwise from north, start in 0 … 360, end after start.
        inner, outer: Its ring, as fractions of the bowl's radii.
    """

    sector: PlanSector
    start: float
    end: float
    inner: float
    outer: float

    @property
    def middle(self) -> float:
        """Degree of its middle."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class StadiumPlan:
    """A picture of a stadium: shapes in painting order, then the texts over them.

    Args:
        has_unplaced: A sector or gate has `UNPLACED` after its code: it stands
            somewhere, as nobody said where.
    """

    shapes: tuple[Shape, ...]
    tags: tuple[Tag, ...]
    sectors: tuple[Placed, ...]
    has_unplaced: bool = False
