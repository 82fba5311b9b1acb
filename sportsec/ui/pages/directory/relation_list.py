"""The relations of the map as a list: the same, for whoever would rather read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.groups import RelationKind
from sportsec.domain.listing import Order, sorted_by
from sportsec.queries.relation_map import (
    MapFilter,
    MapGroup,
    MapRelation,
    RelationMap,
)
from sportsec.ui.language import label, tr, words
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.pages.directory.relations import RELATION_LEVELS
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.columns import Column

_WORST_FIRST = list(reversed(RelationKind))


class RelationLine(NamedTuple):
    """One relation with its two groups."""

    relation: MapRelation
    first: MapGroup
    second: MapGroup


class RelationSource:
    """The relations of the map; it was read as a whole, so nothing is asked again."""

    def __init__(self) -> None:
        self.lines: list[RelationLine] = []

    def show(self, drawn: RelationMap) -> None:
        """Take the relations of another map."""
        groups = {each.id: each for each in drawn.groups}
        self.lines = [
            RelationLine(each, groups[each.first], groups[each.second])
            for each in drawn.relations
        ]

    def count(self, _work: Work, _wanted: MapFilter) -> int:
        """Count them."""
        return len(self.lines)

    def ids(
        self, _work: Work, _wanted: MapFilter, order: Order, limit: int | None
    ) -> Sequence[UUID]:
        """Return them in the order of a column."""
        found = sorted_by(self.lines, order, _KEYS)
        return [each.relation.id for each in found[:limit]]

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[RelationLine]:
        """Return the lines."""
        known = {each.relation.id: each for each in self.lines}
        return [known[one] for one in ids if one in known]


def named(group: MapGroup) -> str:
    """Return a group with its club."""
    return joined(words(group.name), words(group.club))


_KEYS: Mapping[str, Callable[[RelationLine], Any]] = {
    "kind": lambda line: _WORST_FIRST.index(line.relation.kind),
    "first": lambda line: fold(named(line.first)),
    "second": lambda line: fold(named(line.second)),
    "since": lambda line: str(line.relation.since or "9999"),
}


def relation_columns() -> list[Column[RelationLine]]:
    """Return the columns of the list."""
    return [
        Column(
            *(tr("Relation"), lambda r: label(r.relation.kind), "kind"),
            level=lambda r: RELATION_LEVELS[r.relation.kind],
            width=130,
        ),
        Column(tr("Group"), lambda r: named(r.first), "first", width=200),
        Column(tr("Other group"), lambda r: named(r.second), "second", width=200),
        Column(tr("Since"), lambda r: day(r.relation.since), "since", width=100),
        Column(tr("Reason"), _why, tip=_why, stretch=True, key="why"),
    ]


def _why(line: RelationLine) -> str:
    return joined(words(line.relation.reason), words(line.relation.last_event))
