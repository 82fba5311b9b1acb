"""Opening, saving, deciding and discarding assessments."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.fixtures import Confidence, EstimateKind, Stake
from sportsec.domain.identity import Actor
from sportsec.domain.risk import (
    RECORD,
    AssessmentDraft,
    ItemDraft,
    Rater,
    RiskCategory,
    Stage,
)
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.queries.conflicts import open_conflicts
from sportsec.queries.risk import AssessmentRow, assessment_row
from sportsec.services.risk import assess, decide, discard_assessment, open_assessment
from sportsec.store.tables.risk import RiskItem
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club, a_fixture
from tests.data.risk.risk_matches import WHY, a_hostility, a_match, an_estimate, decided


def save(work: Work, key: UUID, **items: ItemDraft) -> AssessmentRow:
    row = assessment_row(work, key)
    assess(work, key, row.draft, {**row.items, **items}, seen=(row.draft, row.items))
    return assessment_row(work, key)


def test_a_new_assessment_starts_from_the_record_and_says_why(work: Work) -> None:
    fixture = a_match(work, stakes=(Stake.TITLE,))
    a_hostility(work, fixture)
    an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 2500)
    row = assessment_row(work, open_assessment(work, fixture.id, Stage.INITIAL))
    values = {code: item.value for code, item in row.items.items()}
    assert values == {"F1": 4, "F5": 4, "F7": 4, "F11": 2}
    relation = row.items["F1"]
    assert relation.source == RECORD
    assert all(relation.evidence.has(language) for language in LANGUAGES)
    assert "Group Alpha" in relation.evidence.fr


def test_what_is_not_known_stays_unknown_and_lowers_the_confidence(work: Work) -> None:
    fixture = a_match(work)
    row = assessment_row(work, open_assessment(work, fixture.id, Stage.INITIAL))
    assert row.rating.unknown[0] == "F1"
    assert row.draft.confidence is Confidence.LOW


def test_the_next_stage_starts_from_the_previous_one_and_the_record_as_it_is_now(
    work: Work,
) -> None:
    fixture = a_match(work)
    an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 100)
    first = open_assessment(work, fixture.id, Stage.INITIAL)
    save(work, first, F12=ItemDraft(3, WHY, "RG"))
    an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 1500)
    row = assessment_row(work, open_assessment(work, fixture.id, Stage.INTERIM))
    assert row.items["F12"] == ItemDraft(3, WHY, "RG")
    assert row.items["F5"].value == 3
    assert assessment_row(work, first).items["F5"].value == 1


def test_another_rater_does_not_start_from_what_the_police_said(work: Work) -> None:
    fixture = a_match(work)
    save(work, open_assessment(work, fixture.id, Stage.INITIAL), F12=ItemDraft(4, WHY))
    club = open_assessment(work, fixture.id, Stage.INITIAL, Rater.CLUB)
    assert "F12" not in assessment_row(work, club).items


def test_one_rater_has_one_open_assessment_at_a_stage(work: Work) -> None:
    fixture = a_match(work)
    open_assessment(work, fixture.id, Stage.INITIAL)
    with pytest.raises(Invalid):
        open_assessment(work, fixture.id, Stage.INITIAL)


def test_without_a_grid_nothing_can_be_rated(work: Work) -> None:
    fixture = a_fixture(work, a_club(work), a_club(work, "Ocean FC"))
    work.session.flush()
    with pytest.raises(Invalid):
        open_assessment(work, fixture.id, Stage.INITIAL)


def test_an_unfinished_assessment_can_be_saved(work: Work) -> None:
    fixture = a_match(work)
    row = save(work, open_assessment(work, fixture.id, Stage.INITIAL), F3=ItemDraft(4))
    assert row.items["F3"] == ItemDraft(4)


def test_evidence_is_required_before_a_decision(work: Work) -> None:
    fixture = a_match(work)
    key = open_assessment(work, fixture.id, Stage.INITIAL)
    row = save(work, key, F3=ItemDraft(4))
    with pytest.raises(Invalid) as error:
        decide(work, key, row.draft, row.items, seen=(row.draft, row.items))
    assert [problem.field for problem in error.value.problems] == ["F3"]


def test_a_decision_keeps_the_categories_who_and_when(work: Work) -> None:
    fixture = a_match(work)
    key = open_assessment(work, fixture.id, Stage.FINAL)
    row = assessment_row(work, key)
    draft = replace(row.draft, category_travel=4, override_reason=WHY)
    decide(
        work,
        key,
        draft,
        row.items,
        seen=(row.draft, row.items),
        decided_by=" Le commandant ",
    )
    row = assessment_row(work, key)
    assert (row.decided_by, row.decided_at) == ("Le commandant", NOW)
    assert row.scopes is not None
    assert row.scopes.overall is RiskCategory.CRITICAL
    assert row.draft.category_inside is not None


def test_the_officer_decides_by_his_own_name_and_never_by_that_of_a_login(
    work: Work,
) -> None:
    fixture = a_match(work)
    row = assessment_row(work, decided(work, fixture, Stage.INITIAL))
    assert row.decided_by == ""
    work.actor = Actor("Commandant Idrissi")
    row = assessment_row(work, decided(work, fixture, Stage.FINAL))
    assert row.decided_by == "Commandant Idrissi"


def test_what_estimates_and_clock_say_is_never_taken_over_from_before(
    work: Work,
) -> None:
    fixture = a_match(work)
    an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 1500)
    first = open_assessment(work, fixture.id, Stage.INITIAL)
    stale = {"F5": ItemDraft(1, WHY, "RG"), "F11": ItemDraft(0, WHY, "RG")}
    save(work, first, **stale, F13=ItemDraft(2, WHY, "RG"))
    row = assessment_row(work, open_assessment(work, fixture.id, Stage.INTERIM))
    found = {code: row.items[code] for code in ("F5", "F11")}
    assert {code: item.value for code, item in found.items()} == {"F5": 3, "F11": 2}
    assert {item.source for item in found.values()} == {RECORD}
    assert "1,500" in found["F5"].evidence.en
    assert row.items["F13"] == ItemDraft(2, WHY, "RG")


def test_what_was_decided_is_never_changed_or_discarded(work: Work) -> None:
    fixture = a_match(work)
    key = decided(work, fixture, Stage.INITIAL)
    row = assessment_row(work, key)
    with pytest.raises(Invalid):
        assess(work, key, AssessmentDraft(), {}, seen=(row.draft, row.items))
    with pytest.raises(Invalid):
        decide(work, key, row.draft, row.items, seen=(row.draft, row.items))
    with pytest.raises(Invalid):
        discard_assessment(work, key)
    assert assessment_row(work, key) == row


def test_after_a_decision_the_same_stage_can_be_rated_again_as_a_new_row(
    work: Work,
) -> None:
    fixture = a_match(work)
    first = decided(work, fixture, Stage.INITIAL, 1)
    second = decided(work, fixture, Stage.INITIAL, 2)
    assert first != second
    assert assessment_row(work, first).rating.score == 25


def test_an_open_assessment_can_be_discarded(work: Work) -> None:
    fixture = a_match(work)
    key = open_assessment(work, fixture.id, Stage.INITIAL)
    discard_assessment(work, key)
    with pytest.raises(NotFound):
        assessment_row(work, key)
    items = work.session.scalars(select(RiskItem)).all()
    assert items
    assert all(item.deleted_at is not None for item in items)


def test_a_value_that_another_officer_changed_meanwhile_stays_beside_the_new_one(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        key = open_assessment(work, a_match(work).id, Stage.INITIAL)
        save(work, key, F3=ItemDraft(1))
        work.commit(N_("Assessment opened"))
    with workspace.writing() as work:
        shown = assessment_row(work, key)
        save(work, key, F3=ItemDraft(2), F4=ItemDraft(1))
        work.commit(N_("Assessment saved"))
    with workspace.writing() as work:
        other = {**shown.items, "F12": ItemDraft(1)}
        assess(work, key, shown.draft, other, seen=(shown.draft, shown.items))
        assert assessment_row(work, key).items["F3"].value == 2
        mine = {**shown.items, "F3": ItemDraft(3, Words(fr="x"))}
        assess(work, key, shown.draft, mine, seen=(shown.draft, shown.items))
        work.commit(N_("Assessment saved"))
        assert [register for _, register in work.collided] == ["value"]
    with workspace.reading() as work:
        assert assessment_row(work, key).items["F3"].value == 3
        (conflict,) = open_conflicts(work)
        assert conflict.register == "value"
