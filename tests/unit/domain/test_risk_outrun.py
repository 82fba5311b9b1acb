"""Figures of the public that contradict the rating in force."""

from __future__ import annotations

from datetime import date

import pytest

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.problems import Level
from sportsec.domain.risk import RECORD, ItemDraft
from sportsec.domain.risk_outrun import Heard, Outrun, outrun, outrun_problem
from sportsec.domain.risk_record import Finding
from sportsec.domain.words import Words
from tests.unit.domain.risk_samples import GRID

DECIDED = 10
DAY = date(2026, 11, 27)
WHY = Words(fr="Note de la cellule")
F5, F6 = GRID[4], GRID[5]
BY_HAND = ItemDraft(3, WHY, "cellule")
BY_RECORD = ItemDraft(3, WHY, RECORD)


def heard(kind: EstimateKind, acts: int = 1) -> Heard:
    """An estimate written down so many acts after the decision."""
    return Heard(kind, DAY, "Club", DECIDED + acts)


def found(item: ItemDraft, *estimates: Heard, code: str = "F6") -> tuple[Outrun, ...]:
    findings = (Finding(code, 4, "x"), Finding("F1", 4, "x"))
    return outrun(GRID, {code: item}, DECIDED, findings, estimates)


CROWD = heard(EstimateKind.ATTENDANCE)


@pytest.mark.parametrize("item", [BY_HAND, BY_RECORD])
def test_an_estimate_after_the_decision_outruns_it(item: ItemDraft) -> None:
    assert found(item, CROWD) == (Outrun(F6, 3, 4, CROWD),)


def test_figures_that_give_the_same_value_outrun_nothing() -> None:
    assert found(ItemDraft(4, WHY, RECORD), CROWD) == ()


def test_what_was_chosen_by_hand_after_the_estimate_stands() -> None:
    assert found(BY_HAND, heard(EstimateKind.ATTENDANCE, -1)) == ()


def test_what_was_taken_from_the_record_follows_it_without_an_estimate() -> None:
    assert found(BY_RECORD) == (Outrun(F6, 3, 4),)
    assert found(BY_RECORD, heard(EstimateKind.ATTENDANCE, -1))[0].heard is None


def test_what_was_not_known_is_outrun_only_by_a_new_estimate() -> None:
    assert found(ItemDraft(), CROWD) == (Outrun(F6, None, 4, CROWD),)
    assert found(ItemDraft(), heard(EstimateKind.ATTENDANCE, -1)) == ()


def test_an_estimate_of_the_away_public_speaks_of_the_crowd_only_as_its_part() -> None:
    away = heard(EstimateKind.AWAY_TICKETLESS)
    assert found(BY_HAND, away)[0].heard is away
    assert found(BY_HAND, heard(EstimateKind.ATTENDANCE, -1), away) == ()
    assert found(BY_HAND, away, code="F5") == (Outrun(F5, 3, 4, away),)


def test_what_only_a_human_judges_is_never_outrun() -> None:
    findings = (Finding("F1", 4, "x"),)
    assert outrun(GRID, {"F1": BY_RECORD}, DECIDED, findings, ()) == ()


def test_it_is_said_which_estimate_of_which_day_by_whom_changes_what() -> None:
    problem = outrun_problem(Outrun(F6, 3, 4, CROWD))
    assert problem.level is Level.WARN
    assert dict(problem.facts) == {
        "factor": F6.name,
        "rated": 3,
        "value": 4,
        "day": DAY,
        "source": "Club",
    }


@pytest.mark.parametrize("rated", [3, None])
@pytest.mark.parametrize(
    "said", [CROWD, Heard(EstimateKind.HOME, DAY), Heard(EstimateKind.HOME), None]
)
def test_nothing_is_said_that_is_not_known(
    rated: int | None, said: Heard | None
) -> None:
    problem = outrun_problem(Outrun(F6, rated, 4, said))
    assert problem.message.format_map(problem.facts)


def test_what_is_being_written_is_newer_than_any_decision() -> None:
    assert Heard(EstimateKind.HOME).is_after(DECIDED)
    assert not heard(EstimateKind.HOME).is_after(None)
