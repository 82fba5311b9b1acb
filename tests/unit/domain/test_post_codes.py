from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.deployment import Phase, PostDraft
from sportsec.domain.post_codes import proposed_code
from sportsec.domain.stadium import PlanGate
from tests.unit.domain.deployment_samples import a_plan, a_post, a_sector, an_id

NORTH = an_id("N")


@pytest.mark.parametrize(
    ("taken", "code"), [((), "P1"), (("p1", "P3"), "P2"), (("A1",), "P1")]
)
def test_a_post_at_no_known_place_gets_the_next_number(
    taken: tuple[str, ...], code: str
) -> None:
    held = (a_post(each, phase=Phase.P2) for each in taken)
    assert proposed_code(a_plan(*held), PostDraft(phase=Phase.P3)) == code


def test_a_post_bears_the_code_of_its_sector_in_each_phase() -> None:
    plan = a_plan(a_sector("N"), a_post("N", sector_id=NORTH))
    later = PostDraft(sector_id=NORTH, phase=Phase.P4)
    assert proposed_code(plan, later) == "N"
    assert proposed_code(plan, PostDraft(sector_id=NORTH, phase=Phase.P3)) == "N-2"


def test_a_code_that_stands_for_another_place_is_not_given_again() -> None:
    plan = a_plan(a_sector("N"), a_post("N", phase=Phase.P2))
    draft = PostDraft(sector_id=NORTH, phase=Phase.P3)
    assert proposed_code(plan, draft) == "N-2"


def test_a_post_at_no_place_never_bears_the_code_of_a_gate_or_sector() -> None:
    plan = replace(a_plan(a_sector("P2")), gates=(PlanGate(an_id("gate"), "p1"),))
    assert proposed_code(plan, PostDraft(phase=Phase.P3)) == "P3"
