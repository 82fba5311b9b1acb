"""From the groups of the record to what the map of relations draws, and where."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import UUID

from sportsec.domain.graph_layout import Link, Place, lay_out
from sportsec.domain.groups import RelationKind
from sportsec.queries.relation_map import MapFilter, RelationMap
from sportsec.ui.language import words
from sportsec.ui.pages.directory.relation_items import Box
from sportsec.ui.pages.directory.relation_view import Line

#: Friends stand nearer than enemies.
_LENGTHS = {
    RelationKind.ALLIANCE: 0.85,
    RelationKind.FRIENDSHIP: 0.9,
    RelationKind.NEUTRAL: 1.2,
    RelationKind.RIVALRY: 1.3,
    RelationKind.HOSTILITY: 1.5,
}
_TO_CLUB = 0.6


def boxes_of(drawn: RelationMap) -> list[Box]:
    """Return the boxes: groups with their club below, then clubs."""
    shows_clubs = bool(drawn.clubs)
    groups = [
        Box(
            *(each.id, "supporter_group", words(each.name)),
            under="" if shows_clubs else words(each.club),
            faint=each.beside,
        )
        for each in drawn.groups
    ]
    clubs = [
        Box(each.id, "club", words(each.name), words(each.city)) for each in drawn.clubs
    ]
    return groups + clubs


def lines_of(drawn: RelationMap) -> list[Line]:
    """Return the lines: from each group to its club, and the relations above them."""
    clubs = {each.id for each in drawn.clubs}
    owned = [
        Line(each.id, each.club_id, None)
        for each in drawn.groups
        if each.club_id is not None and each.club_id in clubs
    ]
    return owned + [
        Line(each.first, each.second, each.kind) for each in drawn.relations
    ]


def places_of(drawn: RelationMap, kept: Mapping[UUID, Place]) -> dict[UUID, Place]:
    """Return a place for everything; what the officer has placed stays there."""
    keys = [each.id for each in drawn.groups] + [each.id for each in drawn.clubs]
    at = {key: n for n, key in enumerate(keys)}
    links = [
        Link(
            at[line.first],
            at[line.second],
            _LENGTHS[line.kind] if line.kind is not None else _TO_CLUB,
        )
        for line in lines_of(drawn)
    ]
    fixed = {at[key]: place for key, place in kept.items() if key in at}
    return dict(zip(keys, lay_out(len(keys), links, fixed), strict=True))


# ---- remembering, on this device


def view_key(wanted: MapFilter) -> str:
    """Return under which the places of a view are kept: each has its own."""
    narrowed = wanted.club_id.hex if wanted.club_id else wanted.city.replace("/", " ")
    return f"relations/places-{narrowed or 'all'}"


def written(places: Mapping[UUID, Place]) -> str:
    """Return places as a text that can be kept."""
    return json.dumps(
        {key.hex: [round(place.x), round(place.y)] for key, place in places.items()}
    )


def read_places(text: str) -> dict[UUID, Place]:
    """Return the places of a kept text; none of one that is damaged."""
    try:
        kept = json.loads(text or "{}")
        return {UUID(key): Place(float(x), float(y)) for key, (x, y) in kept.items()}
    except (ValueError, TypeError, AttributeError):
        return {}
