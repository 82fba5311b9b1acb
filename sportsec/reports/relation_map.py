"""The map of relations between groups on paper: the picture, then each one in words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sportsec.domain.graph_layout import Place
from sportsec.domain.graph_routes import Room, bend_round, curve, word_place
from sportsec.domain.groups import RelationKind
from sportsec.domain.words import N_, Words
from sportsec.i18n.formats import date_time, short_date
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.relation_map import MapRelation, RelationMap
from sportsec.reports.document import Column, Document, Heading, Row, Table
from sportsec.reports.drawing import (
    Drawing,
    Fill,
    Label,
    Polygon,
    Shape,
    Stroke,
    Style,
)
from sportsec.reports.relation_box import HALF, box, size_on, width_of

TITLE = N_("Relations between supporter groups")

_MARGIN = 24.0
#: Room of a picture on a page that lies down, in points; names are measured by it.
_ROOM = Place(745.0, 350.0)
_HIGHEST = 135.0
#: Size of the word on a line, in units of the map; air round it, by its height.
_OF_LINE, _ROUND_WORD = 10.5, 0.8

#: Each kind has a line of its own, as on the screen, and its word stands on it.
_STROKES = {
    RelationKind.ALLIANCE: Stroke.THIN,
    RelationKind.FRIENDSHIP: Stroke.THIN,
    RelationKind.NEUTRAL: Stroke.DOTTED,
    RelationKind.RIVALRY: Stroke.DASHED,
    RelationKind.HOSTILITY: Stroke.ALERT_DASHED,
}
#: Drawn as two lines beside each other, so many points apart.
_DOUBLE, _APART = RelationKind.ALLIANCE, 2.2
#: Of the legend, in points: its line, a piece of a line, the room of one kind.
_LEGEND_HIGH, _SAMPLE, _GAP, _SLOT, _WORDS = 14.0, 26.0, 5.0, 104.0, 8.0


@dataclass(frozen=True, slots=True)
class MapSheet:
    """What is printed.

    Args:
        places: Where the officer has put each group and club.
        narrowed: Name of the club or city that the map is narrowed to.
        printed_at: Aware.
        issuer: The cell, the command above it first; each may have no name.
    """

    map: RelationMap
    places: Mapping[UUID, Place]
    narrowed: str
    printed_at: datetime
    issuer: tuple[Words, ...] = ()


def build(sheet: MapSheet, t: Translator) -> Document:
    """Lay out the paper; the same map gives the same document."""
    printed = t("Printed {moment}", moment=t.isolate(date_time(sheet.printed_at)))
    return Document(
        title=t(TITLE),
        language=t.language,
        subtitle=sheet.narrowed,
        issuer=tuple(dict.fromkeys(filter(None, map(t.pick, sheet.issuer)))),
        blocks=(
            *(_picture(sheet, t) if sheet.places else ()),
            Heading(t("The relations in words")),
            _table(sheet.map, t),
        ),
        marking=t(N_("Restricted")),
        footer=(printed,),
        page_of=t("Page {page} of {pages}"),
        author=t.pick(sheet.issuer[-1]) if sheet.issuer else "",
        landscape=True,
        created=sheet.printed_at,
    )


def _picture(sheet: MapSheet, t: Translator) -> tuple[Drawing, ...]:
    """Return the map, and below it what its lines mean."""
    xs, ys = zip(*sheet.places.values(), strict=True)
    left, top = min(xs) - HALF.x - _MARGIN, min(ys) - HALF.y - _MARGIN
    wide = max(xs) + HALF.x + _MARGIN - left
    high = max(ys) + HALF.y + _MARGIN - top
    scale = min(_ROOM.x / wide, _ROOM.y / high)
    at = {key: Place(x - left, y - top) for key, (x, y) in sheet.places.items()}
    drawn = Drawing(
        width=wide,
        height=high,
        shapes=_shapes(sheet.map, at, t, scale),
        max_height=_HIGHEST,
    )
    used = {each.kind for each in sheet.map.relations}
    kinds = [kind for kind in _STROKES if kind in used]
    return (drawn, _legend(kinds, t)) if kinds else (drawn,)


def _legend(kinds: Sequence[RelationKind], t: Translator) -> Drawing:
    """Return a piece of each line with its word, in the direction of reading."""
    rtl = t.rtl
    shapes: list[Shape] = []
    middle = _LEGEND_HIGH / 2

    def across(far: float) -> float:
        return _ROOM.x - far if rtl else far

    for at, kind in enumerate(kinds):
        first = at * _SLOT
        ends = Place(across(first), middle), Place(across(first + _SAMPLE), middle)
        shapes += _strands(ends, kind, 1.0)
        place = (across(first + _SAMPLE + _GAP), middle)
        anchor: Literal["left", "right"] = "right" if rtl else "left"
        shapes.append(Label(place, label(t, kind), _WORDS, anchor=anchor))
    return Drawing(_ROOM.x, _LEGEND_HIGH, tuple(shapes))


def _strands(
    points: Sequence[Place], kind: RelationKind, scale: float
) -> Iterator[Polygon]:
    """Yield the line of a relation: two beside each other for an alliance."""
    style = Style(stroke=_STROKES[kind])
    if kind is not _DOUBLE:
        yield Polygon(tuple(points), style, closed=False)
        return
    one, other = points[0], points[-1]
    by = _APART / scale / 2 / (math.dist(one, other) or 1.0)
    aside = Place((one.y - other.y) * by, (other.x - one.x) * by)
    for side in (1, -1):
        x, y = side * aside.x, side * aside.y
        moved = tuple(Place(point.x + x, point.y + y) for point in points)
        yield Polygon(moved, style, closed=False)


def _shapes(
    drawn: RelationMap, at: Mapping[UUID, Place], t: Translator, scale: float
) -> tuple[Shape, ...]:
    """Return lines, the boxes over them, and over all what each line says."""
    shapes: list[Shape] = []
    clubs = {each.id for each in drawn.clubs}
    for group in drawn.groups:
        if group.club_id is not None and group.club_id in clubs:
            ends = (at[group.id], at[group.club_id])
            shapes.append(Polygon(ends, Style(stroke=Stroke.HAIR), closed=False))
    rooms = {key: Room(place, HALF) for key, place in at.items()}
    taken, said = [*rooms.values()], []
    size = size_on(scale, _OF_LINE)
    for each in drawn.relations:
        ends = (at[each.first], at[each.second])
        around = (rooms[key] for key in rooms.keys() - {each.first, each.second})
        bend = bend_round(*ends, around)
        line = curve(*ends, bend)
        shapes += _strands(line.points() if bend else ends, each.kind, scale)
        text = label(t, each.kind)
        high = size / scale * _ROUND_WORD
        half = Place(width_of(text, size) / scale / 2 + 2, high)
        place = word_place(line, half, taken)
        taken.append(Room(place, half))
        said.append(Label(place, text, size, halo=True))
    return (*shapes, *_boxes(drawn, at, t, scale), *said)


def _boxes(
    drawn: RelationMap, at: Mapping[UUID, Place], t: Translator, scale: float
) -> list[Shape]:
    shapes: list[Shape] = []
    for club in drawn.clubs:
        shapes += box(at[club.id], (t.pick(club.name), ""), Fill.MEDIUM, scale)
    for group in drawn.groups:
        names = (t.pick(group.name), t.pick(group.club))
        fill = Fill.PALE if group.beside else Fill.PAPER
        shapes += box(at[group.id], names, fill, scale)
    return shapes


def _table(drawn: RelationMap, t: Translator) -> Table:
    names = {each.id: each for each in drawn.groups}
    worst_first = list(reversed(RelationKind))

    def said(each: MapRelation) -> tuple[int, str, str]:
        first, second = names[each.first], names[each.second]
        return worst_first.index(each.kind), t.pick(first.name), t.pick(second.name)

    rows = tuple(
        Row(
            (
                label(t, each.kind),
                _named(names[each.first].name, names[each.first].club, t),
                _named(names[each.second].name, names[each.second].club, t),
                t.isolate(short_date(each.since)),
                " · ".join(filter(None, map(t.pick, (each.reason, each.last_event)))),
            )
        )
        for each in sorted(drawn.relations, key=said)
    )
    return Table(
        columns=(
            Column(t("Relation"), width=1.2),
            Column(t("Group"), width=2),
            Column(t("Other group"), width=2),
            Column(t("Since"), keep=True),
            Column(t("Reason"), width=3),
        ),
        rows=rows,
        empty=t("No relation between groups is known here."),
    )


def _named(name: Words, club: Words, t: Translator) -> str:
    return f"{t.pick(name)} ({t.pick(club)})" if club else t.pick(name)
