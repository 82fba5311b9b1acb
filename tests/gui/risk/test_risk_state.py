"""What the risk tab decides to show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.identity import new_id
from sportsec.domain.risk import AssessmentDraft, ItemDraft, Rater, Stage
from sportsec.domain.words import Words
from sportsec.queries.risk import AssessmentRow, RiskFile, risk_file
from sportsec.services.risk import open_assessment
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.pages.risk.state import (
    MOVES_SHOWN,
    WANTED,
    find_row,
    next_stage,
    previous_values,
    risk_state,
    saved_without,
    shown_first,
)
from tests.data.risk.risk_matches import decided
from tests.gui.conftest import Do


@pytest.fixture
def file(change: Do, ask: Do, match_id: UUID) -> RiskFile:
    """Initial decided by the police, final open by the club and by the police."""

    def rate(work: Any) -> None:
        decided(work, work.get(Fixture, match_id), Stage.INITIAL, 2)
        open_assessment(work, match_id, Stage.FINAL)
        open_assessment(work, match_id, Stage.FINAL, Rater.CLUB)

    change(rate)
    found: RiskFile = ask(lambda work: risk_file(work, match_id))
    return found


def opened(file: RiskFile) -> AssessmentRow:
    row = shown_first(file)
    assert row is not None
    return row


def test_the_polices_open_assessment_is_shown_first(file: RiskFile) -> None:
    row = opened(file)
    assert (row.stage, row.rater) == (Stage.FINAL, Rater.POLICE)
    closed = tuple(row for row in file.assessments if row.is_decided)
    only = shown_first(replace(file, assessments=closed))
    assert only is not None
    assert only.stage is Stage.INITIAL
    assert shown_first(replace(file, assessments=())) is None


def test_the_next_stage_follows_the_last_of_the_police(file: RiskFile) -> None:
    assert next_stage(file) is Stage.MATCH_DAY
    assert next_stage(replace(file, assessments=())) is Stage.INITIAL


def test_the_values_before_are_those_of_the_same_rater(file: RiskFile) -> None:
    assert previous_values(file, opened(file))["F1"] == 2
    first = file.assessments[0]
    assert previous_values(file, first) == {}


def test_a_factor_says_what_it_adds_and_what_the_record_suggests(
    file: RiskFile,
) -> None:
    row = opened(file)
    state = risk_state(file, row, row.draft, row.items)
    relation = state.factors[0]
    assert relation.points is not None
    assert (relation.possible, relation.filled) == (1.0, 0.5)
    assert relation.finding is not None
    assert relation.finding.value == 4
    assert len(state.up) <= MOVES_SHOWN


def test_problems_stand_at_their_factor_or_with_the_decision(file: RiskFile) -> None:
    row = opened(file)
    items = {**row.items, "F8": ItemDraft(4)}
    draft = replace(row.draft, category_inside=1)
    state = risk_state(file, row, draft, items, {"F8"})
    by_code = {each.factor.code: each for each in state.factors}
    assert by_code["F8"].level == "block"
    assert not by_code["F9"].problems
    assert [problem.field for problem in state.problems] == ["override_reason"]
    assert not state.may_decide


def test_what_nobody_was_at_yet_is_wanted_and_no_mistake(file: RiskFile) -> None:
    row = opened(file)
    items = {**row.items, "F8": ItemDraft(4)}
    draft = replace(row.draft, category_inside=1)
    for asked, level in (
        ((), WANTED),
        ({"F8"}, "block"),
        ({"F8", "override_reason"}, "block"),
    ):
        state = risk_state(file, row, draft, items, asked)
        assert state.level == level
        assert state.wanted == {"F8", "override_reason"} - set(asked)
        assert not state.may_decide
    assert risk_state(file, row, row.draft, row.items).level == "warn"


def test_what_was_saved_without_its_evidence_was_asked_for(file: RiskFile) -> None:
    row = opened(file)
    assert saved_without(file, row) == set()
    assert saved_without(file, replace(row, items={"F8": ItemDraft(4)})) == {"F8"}


def test_an_assessment_just_begun_was_asked_for_nothing(file: RiskFile) -> None:
    begun = replace(opened(file), items={})
    assert risk_state(file, begun, begun.draft, {}).level == WANTED
    assert saved_without(file, begun) == set()


def test_a_reason_allows_the_decision(file: RiskFile) -> None:
    row = opened(file)
    draft = replace(row.draft, category_inside=1, override_reason=Words(fr="x"))
    assert risk_state(file, row, draft, row.items).may_decide


def test_a_decided_assessment_has_no_problems_and_no_advice(file: RiskFile) -> None:
    row = file.assessments[0]
    state = risk_state(file, row, row.draft, row.items)
    assert (state.problems, state.up, state.down) == ((), (), ())
    assert not state.may_decide
    assert all(each.finding is None for each in state.factors)


def test_an_unknown_assessment_is_not_found(file: RiskFile) -> None:
    assert find_row(file, new_id()) is None
    assert find_row(file, None) is None
    assert find_row(file, file.assessments[0].id) == file.assessments[0]


def test_an_empty_draft_follows_the_suggestion(file: RiskFile) -> None:
    row = opened(file)
    state = risk_state(file, row, AssessmentDraft(), row.items)
    assert state.chosen == state.rating.suggested
    assert not state.is_overridden
