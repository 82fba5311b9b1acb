"""The plan of the stadium on paper: the domain's picture in the paper's vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from sportsec.domain.stadium import Look, Shape, StadiumPlan
from sportsec.domain.stadium_drawing import draw_stadium
from sportsec.domain.stadium_labels import Labels
from sportsec.domain.words import N_
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.briefing.read import PLAN_PHASE, BriefingRows
from sportsec.reports.briefing.voice import Voice, on_line
from sportsec.reports.document import Block, Drawing
from sportsec.reports.drawing import Fill, Key, Label, Path, Sign, Step, Stroke, Style
from sportsec.reports.drawing import Shape as DrawnShape

#: Edge of the drawing in its own units; the plan is a unit square.
EDGE = 1000.0
#: Points of type for a tag that is as high as the whole plan, at the size it prints.
_POINTS = 330.0
_LEAST_POINTS = 5.0
_MAX_HEIGHT_MM = 118.0
_POINTS_PER_MM = 72 / 25.4
#: Room of bold letters and of their white ground, by the size of the type.
_LETTER, _LINE = 0.66, 1.25
#: Which texts choose their places later: those that can stand elsewhere.
_RANKS = {Look.NORTH: 2, Look.GATE: 1, Look.GATE_EMERGENCY: 1}

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

#: What stands for each look that may be drawn; those with the same style share words.
_LEGEND = (
    ((Look.SECTOR_HOME,), N_("Home public")),
    ((Look.SECTOR_ULTRAS_HOME,), N_("Home ultras")),
    ((Look.SECTOR_AWAY,), N_("Away public")),
    ((Look.SECTOR_ULTRAS_AWAY,), N_("Away ultras")),
    ((Look.SECTOR_NEUTRAL,), N_("General public")),
    ((Look.SECTOR_FAMILY, Look.SECTOR_DISABLED), N_("Families, reduced mobility")),
    ((Look.SECTOR_VIP, Look.SECTOR_PRESS), N_("Guests, press")),
    ((Look.SECTOR_BUFFER,), N_("Buffer zone, closed")),
    ((Look.SECTOR_UNPLACED,), N_("Sector at no known place")),
    ((Look.GATE,), N_("Gate")),
    ((Look.GATE_EMERGENCY,), N_("Emergency gate")),
    ((Look.POST_FULL,), N_("Post manned")),
    ((Look.POST_SHORT,), N_("Post short of staff")),
    ((Look.POST_EMPTY,), N_("Post without staff")),
)
#: In black ink a gate and a post are told apart by their shape alone.
_SIGNS = {
    Look.GATE: Sign.SQUARE,
    Look.GATE_EMERGENCY: Sign.SQUARE,
    Look.POST_FULL: Sign.DISC,
    Look.POST_SHORT: Sign.DISC,
    Look.POST_EMPTY: Sign.DISC,
}


def stadium_plan(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Return the vector plan; nothing where the stadium's sectors are not known."""
    if not rows.plan_sectors:
        return ()
    plan = draw_stadium(rows.plan_sectors, rows.plan_gates, rows.plan_posts)
    drawn = {shape.look for shape in plan.shapes}
    paths: tuple[DrawnShape, ...] = tuple(map(_path, plan.shapes))
    labels: tuple[DrawnShape, ...] = tuple(_labels(plan, v))
    legend = tuple(
        # Both languages of a paper on one line: what is stacked would run together.
        Key(_STYLES[looks[0]], on_line(v(text)), _SIGNS.get(looks[0], Sign.AREA))
        for looks, text in _LEGEND
        if not drawn.isdisjoint(looks)
    )
    return (
        Drawing(
            *(EDGE, EDGE, paths + labels),
            legend=legend,
            caption=v.stack(lambda t: " · ".join(_said(plan, t))),
            max_height=_MAX_HEIGHT_MM,
        ),
    )


def _said(plan: StadiumPlan, t: Translator) -> Iterator[str]:
    """Yield what the letters and signs on the plan mean that are no mark."""
    north = next((tag.text for tag in plan.tags if tag.look is Look.NORTH), "")
    if north:
        yield t("{letter}: north", letter=t.isolate(north))
    if any(shape.look.startswith("post_") for shape in plan.shapes):
        yield t("Posts in this phase: {phase}", phase=label(t, PLAN_PHASE))
    if any(tag.anchor != "middle" for tag in plan.tags):
        yield t("In the corners: posts around the stadium")
    more = next((tag.text for tag in plan.tags if tag.look is Look.MORE), "")
    if more:
        yield t(
            "{sign}: so many more posts there, see “Posts by phase”",
            sign=t.isolate(more),
        )
    if plan.has_unplaced:
        yield t("?: position not known")


def _path(shape: Shape) -> Path:
    steps = tuple(
        Step(step.kind, tuple((x * EDGE, y * EDGE) for x, y in step.points))
        for step in shape.steps
    )
    return Path(steps, _STYLES[shape.look])


def _labels(plan: StadiumPlan, v: Voice) -> Iterator[Label]:
    """Yield the texts, each where it hides no mark; those with one place come first."""
    labels = Labels(plan)
    for tag in sorted(plan.tags, key=lambda tag: _RANKS.get(tag.look, 0)):
        size = max(_LEAST_POINTS, tag.size * _POINTS)
        of_edge = size / (_MAX_HEIGHT_MM * _POINTS_PER_MM)
        wide, high = len(tag.text) * _LETTER * of_edge, _LINE * of_edge
        frame = labels.place(tag, (wide / 2, high / 2))
        labels.keep(frame)
        x, y = frame.middle if tag.anchor == "middle" else tag.at
        yield Label(
            (x * EDGE, y * EDGE),
            v.code(tag.text),
            size=size,
            bold=True,
            halo=tag.look is not Look.PITCH,
            anchor=tag.anchor,
        )
