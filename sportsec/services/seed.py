"""Gives a new workspace what every cell starts from: ranks, kinds of units, the grid.

All of it is the cell's to edit. Identifiers derive from the codes, so that the lists
of two cells are the same rows, and planting twice changes nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select

from sportsec.domain.deployment import ListKind
from sportsec.domain.identity import natural_id
from sportsec.domain.words import LANGUAGES, Words
from sportsec.store.base import Record
from sportsec.store.tables.risk import RiskFactor, RiskGrid
from sportsec.store.tables.units import ListItem
from sportsec.store.work import Work

R = TypeVar("R", bound=Record)

FOLDER = Path(__file__).parents[2] / "db" / "seed"

_LISTS = {ListKind.RANK: "ranks.csv", ListKind.UNIT_KIND: "unit_kinds.csv"}
_GRID = "risk_grid.csv"
_GRID_NAME = Words(
    ar="شبكة التقييم المقترحة",
    fr="Grille proposée par le logiciel",
    en="Grid proposed by the software",
)
#: Identifier of the grid that comes with the program (domain.md §3.9).
DEFAULT_GRID = natural_id("risk_grid", "default", "1")


def plant_defaults(work: Work) -> None:
    """Add the lists and the default grid where they are missing."""
    for kind, name in _LISTS.items():
        _plant(work, ListItem, _items(kind, name))
    grid = RiskGrid(id=DEFAULT_GRID, name=_GRID_NAME, version=1, is_active=True)
    _plant(work, RiskGrid, [grid])
    _plant(work, RiskFactor, _factors())


def _items(kind: ListKind, name: str) -> list[ListItem]:
    return [
        ListItem(
            id=natural_id("list_item", kind, row["code"]),
            kind=kind,
            code=row["code"],
            name=_words(row, "name"),
            position=position,
        )
        for position, row in enumerate(_rows(name))
    ]


def _factors() -> list[RiskFactor]:
    return [
        RiskFactor(
            id=natural_id("risk_factor", "default", "1", row["code"]),
            grid_id=DEFAULT_GRID,
            code=row["code"],
            weight=int(row["weight"]),
            position=position,
            **{
                field: _words(row, field)
                for field in ("name", "anchor_0", "anchor_2", "anchor_4")
            },
        )
        for position, row in enumerate(_rows(_GRID))
    ]


def _plant(work: Work, kind: type[R], records: Sequence[R]) -> None:
    """Add those that are not there, not even deleted or changed by the officer.

    One question for all: asked one by one, each would first write the one before.
    """
    wanted = [record.id for record in records]
    there = set(work.session.scalars(select(kind.id).where(kind.id.in_(wanted))))
    for record in records:
        if record.id not in there:
            work.add(record)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _words(row: dict[str, str], field: str) -> Words:
    return Words(**{code: row[f"{field}_{code}"] for code in LANGUAGES})
