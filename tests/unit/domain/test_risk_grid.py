"""Rules of a new version of the grid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.problems import Level, blocking
from sportsec.domain.risk import FactorDraft
from sportsec.domain.risk_grid import FLOOR_CODES, check_grid
from sportsec.domain.words import Words

GOOD = tuple(FactorDraft(code, Words(fr="Facteur"), 3) for code in FLOOR_CODES)


def test_a_grid_with_the_factors_of_its_floors_is_fine() -> None:
    assert check_grid(GOOD) == []


@pytest.mark.parametrize(
    "wrong", [{"code": " "}, {"name": Words()}, {"weight": 0}, {"weight": None}]
)
def test_a_factor_needs_a_code_a_name_and_a_weight(wrong: dict[str, object]) -> None:
    factor = replace(GOOD[0], **wrong)  # type: ignore[arg-type]
    assert len(blocking(check_grid((*GOOD[1:], factor)))) == 1


def test_two_factors_cannot_share_a_code() -> None:
    assert len(blocking(check_grid((*GOOD, replace(GOOD[0], code="f1"))))) == 2


def test_an_empty_grid_is_refused() -> None:
    assert blocking(check_grid(()))


def test_leaving_out_a_factor_that_a_floor_rests_on_is_a_warning() -> None:
    (found,) = check_grid(GOOD[1:])
    assert found.level is Level.WARN
