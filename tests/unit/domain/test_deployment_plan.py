"""Figures of a deployment: assigned, short, free, by service."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.deployment import Phase, Service
from sportsec.domain.deployment_plan import PhaseTotal
from sportsec.domain.phases import Window
from sportsec.domain.stadium import PostState
from sportsec.domain.words import Words
from tests.unit.domain.deployment_samples import (
    HOUR,
    KICK_OFF,
    a_detachment,
    a_plan,
    a_post,
)


def test_a_shortage_is_what_is_needed_less_what_is_assigned() -> None:
    post = a_post("A1", needed=8)
    plan = a_plan(a_detachment(), post, assigned={("Lion", "A1P3"): 5})
    assert (plan.on_post(post), plan.shortage(post)) == (5, 3)
    assert plan.state(post) is PostState.SHORT


def test_a_post_with_nobody_is_empty_and_one_with_enough_is_full() -> None:
    empty, full = a_post("A1"), a_post("A2", needed=5)
    plan = a_plan(a_detachment(), empty, full, assigned={("Lion", "A2P3"): 6})
    assert plan.state(empty) is PostState.EMPTY
    assert plan.state(full) is PostState.FULL
    assert plan.shortage(full) == 0


def test_nobody_is_not_enough_where_it_is_not_known_how_many_are_needed() -> None:
    unknown, nobody = a_post("A1"), a_post("A2", needed=0)
    unknown = replace(unknown, draft=replace(unknown.draft, headcount_needed=None))
    plan = a_plan(a_detachment(), unknown, nobody)
    assert plan.state(unknown) is PostState.EMPTY
    assert plan.state(nobody) is PostState.FULL
    manned = a_plan(a_detachment(), unknown, assigned={("Lion", "A1P3"): 6})
    assert manned.state(unknown) is PostState.FULL


def test_a_surplus_on_one_post_makes_up_for_no_shortage_on_another() -> None:
    plan = a_plan(
        a_detachment("Lion", headcount=20),
        a_detachment("Reserve", headcount=7),
        a_post("A1", needed=5),
        a_post("A2", needed=5),
        a_post("A1", needed=3, phase=Phase.P2),
        assigned={("Lion", "A1P3"): 9, ("Lion", "A1P2"): 1},
    )
    assert plan.total(Phase.P3) == PhaseTotal(needed=10, assigned=9, short=5, free=18)
    assert plan.total(Phase.P2) == PhaseTotal(needed=3, assigned=1, short=2, free=26)


def test_one_phase_does_not_use_up_the_officers_of_another() -> None:
    lion = a_detachment()
    plan = a_plan(
        lion,
        a_post("A1"),
        a_post("A1", phase=Phase.P2),
        assigned={("Lion", "A1P3"): 10, ("Lion", "A1P2"): 4},
    )
    assert (plan.free(lion, Phase.P3), plan.free(lion, Phase.P2)) == (0, 6)


def test_headcounts_add_up_by_service_the_largest_first() -> None:
    fa = replace(a_detachment("FA", headcount=40), service=Service.AUXILIARY_FORCES)
    unknown = replace(a_detachment("X", headcount=None), service=None)
    plan = a_plan(a_detachment(), fa, unknown)
    assert list(plan.by_service().items()) == [
        (Service.AUXILIARY_FORCES, 40),
        (Service.DGSN, 10),
        (None, 0),
    ]


@given(st.lists(st.integers(0, 30), max_size=8), st.integers(0, 200))
def test_a_shortage_is_never_negative_and_ends_when_enough_are_there(
    assigned: list[int], needed: int
) -> None:
    post = a_post("A1", needed=needed)
    lines = [a_detachment(f"D{n}") for n in range(len(assigned))]
    given_out = {(f"D{n}", "A1P3"): count for n, count in enumerate(assigned)}
    plan = a_plan(post, *lines, assigned=given_out)
    assert plan.shortage(post) == max(0, needed - sum(assigned))


def test_a_detachment_without_a_name_is_called_by_its_unit_or_call_sign() -> None:
    line = a_detachment()
    assert line.title == Words(fr="Corps urbain")
    assert replace(line, unit=Words()).title.fr == "Lion"
    named = replace(line, draft=replace(line.draft, name=Words(fr="Section 1")))
    assert named.title.fr == "Section 1"


def test_a_duty_lasts_as_long_as_said_else_as_its_posts_else_as_the_deployment() -> (
    None
):
    lion = a_detachment()
    plan = a_plan(lion)
    whole = plan.duty_window(lion)
    assert whole is not None
    assert whole.starts_at == KICK_OFF - 6 * HOUR
    posted = a_plan(lion, a_post("A1"), assigned={("Lion", "A1P3"): 5})
    on_post = posted.duty_window(lion)
    assert on_post is not None
    assert on_post.starts_at == KICK_OFF
    timed = a_detachment(arrives_at=KICK_OFF - HOUR, leaves_at=KICK_OFF + HOUR)
    assert a_plan(timed).duty_window(timed) == Window(KICK_OFF - HOUR, KICK_OFF + HOUR)


def test_without_a_kick_off_a_duty_has_no_window() -> None:
    lion = a_detachment()
    assert a_plan(lion, windows={}).duty_window(lion) is None
