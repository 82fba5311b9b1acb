"""The relations of the map as a list: the same, for whoever would rather read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from sportsec.domain.groups import RelationKind
from sportsec.queries.relation_map import (
    MapFilter,
    MapGroup,
    MapRelation,
    RelationMap,
)
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.pages.directory.relations import RELATION_LEVELS
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.held_rows import HeldRows, text_key
from sportsec.ui.widgets.table import TableView

#: Two names of groups, and of their clubs, say more than half a reason.
LEAST_GROUP = 200
#: Rows of two lines that are on view at least: with fewer of them clubs stay beside.
LEAST_ON_VIEW = 4
_WORST_FIRST = list(reversed(RelationKind))


class RelationLine(NamedTuple):
    """One relation with its two groups."""

    relation: MapRelation
    first: MapGroup
    second: MapGroup


def lines_in(drawn: RelationMap) -> list[RelationLine]:
    """Return the relations of a map with their groups."""
    groups = {each.id: each for each in drawn.groups}
    return [
        RelationLine(each, groups[each.first], groups[each.second])
        for each in drawn.relations
    ]


def named(group: MapGroup) -> str:
    """Return a group with its club."""
    return joined(words(group.name), words(group.club))


_KEYS: Mapping[str, Callable[[RelationLine], Any]] = {
    "kind": lambda line: _WORST_FIRST.index(line.relation.kind),
    "first": lambda line: text_key(named(line.first)),
    "second": lambda line: text_key(named(line.second)),
    "since": lambda line: str(line.relation.since or "9999"),
}


_SHARED: Mapping[str, Callable[[RelationLine], Any]] = {
    "kind": lambda line: line.relation.kind,
    "first": lambda line: named(line.first),
    "second": lambda line: named(line.second),
}


def relation_source() -> HeldRows[RelationLine, MapFilter]:
    """Return the relations as the source of the list."""
    return HeldRows(lambda line: line.relation.id, _KEYS, _SHARED)


class ClubsBelow(QObject):
    """Gives clubs a line below their groups where the list would cut their names."""

    def __init__(self, table: TableView) -> None:
        super().__init__(table)
        self._table = table
        table.widths.fitted.connect(self._follow)

    def _follow(self) -> None:
        table, needs = self._table, self._table.widths.demands.needs()
        is_cut = any(
            table.columnWidth(at) < needs[at]
            for at, column in table.shown_columns()
            if column.below is not None
        )
        high = table.row_height(lines=2) * LEAST_ON_VIEW
        table.tell_below(below=is_cut and table.viewport().height() >= high)


def relation_columns() -> list[Column[RelationLine]]:
    """Return the columns of the list."""
    sides = ((tr("Group"), "first"), (tr("Other group"), "second"))
    return [
        Column(
            *(tr("Relation"), lambda r: label(r.relation.kind), "kind"),
            level=lambda r: RELATION_LEVELS[r.relation.kind],
            width=110,
        ),
        *(
            Column(
                *(name, partial(_named, at), key),
                above=partial(_name, at),
                below=partial(_club, at),
                tip=partial(_named, at),
                width=200,
                least=LEAST_GROUP,
            )
            for at, (name, key) in enumerate(sides)
        ),
        Column(
            *(tr("Since"), lambda r: day(r.relation.since), "since"),
            width=100,
            yields=True,  # the reason says more than the day
        ),
        Column(
            *(tr("Reason"), _why),
            tip=_why,
            stretch=True,
            least=96,
            spare=True,
            key="why",
        ),
    ]


def _side(side: int, line: RelationLine) -> MapGroup:
    return (line.first, line.second)[side]


def _name(side: int, line: RelationLine) -> str:
    return words(_side(side, line).name)


def _club(side: int, line: RelationLine) -> str:
    return words(_side(side, line).club)


def _named(side: int, line: RelationLine) -> str:
    return named(_side(side, line))


def _why(line: RelationLine) -> str:
    told = line.relation.reason, line.relation.last_event
    return joined(*(isolate(words(each)) for each in told))
