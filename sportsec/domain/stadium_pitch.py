"""Draws the pitch of a stadium plan, 105 by 68 metres, to scale."""

from __future__ import annotations

from sportsec.domain.stadium import Look, Shape
from sportsec.domain.stadium_shapes import circle, line, rectangle

#: One metre on the plan.
METRE = 0.0034
_HALF_LENGTH, _HALF_WIDTH = 105 / 2, 68 / 2
#: Laws of the Game, law 1: depth and half width of the areas, radius of the circle.
_PENALTY_AREA, _GOAL_AREA = (16.5, 20.16), (5.5, 9.16)
_CIRCLE = 9.15


def pitch_shapes() -> tuple[Shape, ...]:
    """Return the grass and its lines, long axis upright."""
    lines = [
        line((_x(-_HALF_WIDTH), 0.5), (_x(_HALF_WIDTH), 0.5)),
        circle((0.5, 0.5), _CIRCLE * METRE),
    ]
    for depth, half in (_PENALTY_AREA, _GOAL_AREA):
        for goal in (-_HALF_LENGTH, _HALF_LENGTH):
            edge = goal + depth if goal < 0 else goal - depth
            top, bottom = sorted((goal, edge))
            lines.append(rectangle(_x(-half), _x(top), _x(half), _x(bottom)))
    outline = rectangle(
        _x(-_HALF_WIDTH), _x(-_HALF_LENGTH), _x(_HALF_WIDTH), _x(_HALF_LENGTH)
    )
    return (
        Shape(Look.PITCH, outline),
        *(Shape(Look.PITCH_LINE, steps) for steps in lines),
    )


def _x(metres: float) -> float:
    """Return a coordinate, in metres from the centre spot."""
    return 0.5 + metres * METRE
