"""A new workspace gets its cell, its lists, and the sample if asked."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from sportsec.domain.errors import Invalid
from sportsec.domain.words import Words
from sportsec.queries.cells import own_cell
from sportsec.services.workspace import create, sample_names
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.risk import RiskFactor
from sportsec.store.tables.units import ListItem
from sportsec.store.work import Work
from tests.builders import NOW

NAME = Words(ar="خلية الرباط", fr="Cellule de Rabat")


def count(work: Work, kind: type[Fixture | ListItem | RiskFactor]) -> int:
    return work.session.scalar(select(func.count()).select_from(kind)) or 0


def test_an_empty_workspace_has_its_cell_ranks_and_grid(work: Work) -> None:
    create(work, NAME, Words(fr="Préfecture"), ref_prefix="RAB")
    work.session.flush()
    cell = own_cell(work)
    assert cell is not None
    assert (cell.draft.name, cell.draft.ref_prefix) == (NAME, "RAB")
    assert count(work, ListItem) > 20
    assert count(work, RiskFactor) == 13
    assert count(work, Fixture) == 0


def test_a_cell_needs_a_name(work: Work) -> None:
    with pytest.raises(Invalid):
        create(work, Words(), Words())


def test_the_sample_brings_its_own_facts_and_tells_how_far_it_is(work: Work) -> None:
    told: list[float] = []
    cell, command, city = sample_names()
    create(work, cell, command, sample_on=NOW.date(), progress=told.append)
    work.session.flush()
    found = own_cell(work)
    assert found is not None
    assert (found.draft.city, found.draft.ref_prefix) == (city, "CAS")
    assert count(work, Fixture) > 900
    assert told == sorted(told)
    assert told[-1] == 1.0
