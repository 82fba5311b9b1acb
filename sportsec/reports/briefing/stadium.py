"""The plan of the stadium on paper: the domain's picture in the paper's vocabulary."""

from __future__ import annotations

from sportsec.domain.stadium import Look, Shape, Tag
from sportsec.domain.stadium_drawing import draw_stadium
from sportsec.domain.words import N_
from sportsec.queries.briefing.read import BriefingRows
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import Block, Drawing
from sportsec.reports.drawing import Fill, Key, Label, Path, Sign, Step, Stroke, Style
from sportsec.reports.drawing import Shape as DrawnShape

#: Edge of the drawing in its own units; the plan is a unit square.
EDGE = 1000.0
#: Points of type for a tag that is as high as the whole plan, at the size it prints.
_POINTS = 330.0
_MAX_HEIGHT_MM = 118.0

_STYLES = {
    Look.GROUND: Style(Fill.PALE, Stroke.HAIR),
    Look.PITCH: Style(Fill.GRASS, Stroke.THIN),
    Look.PITCH_LINE: Style(Fill.NONE, Stroke.WHITE),
    Look.SECTOR_HOME: Style(Fill.HOME, Stroke.THIN),
    Look.SECTOR_ULTRAS_HOME: Style(Fill.HOME, Stroke.BOLD),
    Look.SECTOR_AWAY: Style(Fill.AWAY, Stroke.THIN),
    Look.SECTOR_ULTRAS_AWAY: Style(Fill.AWAY, Stroke.BOLD),
    Look.SECTOR_NEUTRAL: Style(Fill.PAPER, Stroke.THIN),
    Look.SECTOR_FAMILY: Style(Fill.NEUTRAL, Stroke.THIN),
    Look.SECTOR_VIP: Style(Fill.OFFICIAL, Stroke.THIN),
    Look.SECTOR_PRESS: Style(Fill.OFFICIAL, Stroke.THIN),
    Look.SECTOR_DISABLED: Style(Fill.NEUTRAL, Stroke.THIN),
    Look.SECTOR_BUFFER: Style(Fill.CLOSED, Stroke.THIN),
    Look.SECTOR_UNPLACED: Style(Fill.PAPER, Stroke.DASHED),
    Look.GATE: Style(Fill.DARK, Stroke.HAIR),
    Look.GATE_EMERGENCY: Style(Fill.PAPER, Stroke.ALERT),  # hollow: black ink tells
    Look.POST_FULL: Style(Fill.DARK, Stroke.HAIR),
    Look.POST_SHORT: Style(Fill.WARN, Stroke.BOLD),
    Look.POST_EMPTY: Style(Fill.PAPER, Stroke.ALERT),
    Look.MORE: Style(Fill.PAPER, Stroke.HAIR),
    Look.NORTH: Style(Fill.DARK, Stroke.THIN),
}

_LEGEND = (
    (Look.SECTOR_HOME, N_("Home public")),
    (Look.SECTOR_AWAY, N_("Away public")),
    (Look.SECTOR_FAMILY, N_("Families, reduced mobility")),
    (Look.SECTOR_VIP, N_("Guests, press")),
    (Look.SECTOR_BUFFER, N_("Buffer zone, closed")),
    (Look.GATE, N_("Gate")),
    (Look.GATE_EMERGENCY, N_("Emergency gate")),
    (Look.POST_FULL, N_("Post manned")),
    (Look.POST_SHORT, N_("Post short of staff")),
)
#: In black ink a gate and a post are told apart by their shape alone.
_SIGNS = {
    Look.GATE: Sign.SQUARE,
    Look.GATE_EMERGENCY: Sign.SQUARE,
    Look.POST_FULL: Sign.DISC,
    Look.POST_SHORT: Sign.DISC,
}


def stadium_plan(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Return the vector plan; nothing where the stadium's sectors are not known."""
    if not rows.plan_sectors:
        return ()
    plan = draw_stadium(rows.plan_sectors, rows.plan_gates, rows.plan_posts)
    drawn = {shape.look for shape in plan.shapes}
    paths: tuple[DrawnShape, ...] = tuple(map(_path, plan.shapes))
    labels: tuple[DrawnShape, ...] = tuple(_label(tag, v) for tag in plan.tags)
    legend = tuple(
        # Both languages of a paper on one line: what is stacked would run together.
        Key(_STYLES[look], v(text).replace("\n", " · "), _SIGNS.get(look, Sign.AREA))
        for look, text in _LEGEND
        if look in drawn
    )
    return (
        Drawing(
            *(EDGE, EDGE, paths + labels),
            legend=legend,
            caption=v("?: position not known") if plan.has_unplaced else "",
            max_height=_MAX_HEIGHT_MM,
        ),
    )


def _path(shape: Shape) -> Path:
    steps = tuple(
        Step(step.kind, tuple((x * EDGE, y * EDGE) for x, y in step.points))
        for step in shape.steps
    )
    return Path(steps, _STYLES[shape.look])


def _label(tag: Tag, v: Voice) -> Label:
    x, y = tag.at
    return Label(
        (x * EDGE, y * EDGE),
        v.code(tag.text),
        size=max(5.0, tag.size * _POINTS),
        bold=True,
        halo=tag.look is not Look.PITCH,
        anchor=tag.anchor,
    )
