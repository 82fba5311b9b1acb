"""The grid is versioned: one in use is never edited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.errors import Invalid
from sportsec.domain.risk import FactorDraft, Stage
from sportsec.domain.words import Words
from sportsec.queries.risk import active_grid, assessment_row
from sportsec.services.risk import open_assessment
from sportsec.services.risk_grid import publish_grid
from sportsec.store.work import Work
from tests.data.risk.risk_matches import a_match, decided

SHORT = (
    FactorDraft("F1", Words(fr="Relation"), 5),
    FactorDraft("F5", Words(fr="Visiteurs"), 5),
)


def test_a_new_version_becomes_the_active_grid(work: Work) -> None:
    a_match(work)
    key = publish_grid(work, Words(fr="Notre grille"), SHORT)
    work.session.flush()
    grid = active_grid(work)
    assert grid is not None
    assert (grid.id, grid.version) == (key, 2)
    assert [(f.code, f.weight) for f in grid.factors] == [("F1", 5), ("F5", 5)]


def test_assessments_keep_the_version_they_were_made_with(work: Work) -> None:
    fixture = a_match(work)
    old = decided(work, fixture, Stage.INITIAL, 1)
    publish_grid(work, Words(fr="Notre grille"), SHORT)
    work.session.flush()
    new = open_assessment(work, fixture.id, Stage.FINAL)
    assert len(assessment_row(work, old).grid.factors) == 13
    row = assessment_row(work, new)
    assert len(row.grid.factors) == 2
    assert row.items["F1"].value == 1


def test_a_grid_that_breaks_a_rule_is_refused(work: Work) -> None:
    with pytest.raises(Invalid):
        publish_grid(work, Words(fr="x"), (replace(SHORT[0], weight=0),))
