"""What the deployment tab decides to show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.deployment import Phase, Service
from sportsec.domain.stadium import PostState
from sportsec.ui.pages.deployment.state import (
    available,
    deployment_state,
    first_phase,
    next_phases,
    post_row,
    proposed_headcount,
    with_assignment,
)
from tests.unit.domain.deployment_samples import (
    a_detachment,
    a_plan,
    a_post,
    a_sector,
    an_id,
)

LION = a_detachment("Lion", headcount=10)
TIGER = a_detachment("Tiger", headcount=4)


def test_the_posts_of_one_phase_and_sector_are_listed() -> None:
    plan = a_plan(
        a_post("N1", sector="N"),
        a_post("S1", sector="S"),
        a_post("N1", sector="N", phase=Phase.P2),
        a_sector("N"),
    )
    assert len(deployment_state(plan, Phase.P3).posts) == 2
    (row,) = deployment_state(plan, Phase.P3, an_id("N")).posts
    assert row.line.draft.code == "N1"


def test_a_row_says_who_is_there_and_how_many_are_short() -> None:
    plan = a_plan(LION, a_post("A1", needed=8), assigned={("Lion", "A1P3"): 6})
    (row,) = deployment_state(plan, Phase.P3).posts
    assert (row.on_post, row.short, row.state) == (6, 2, PostState.SHORT)
    assert [(who.detachment.id, who.headcount) for who in row.who] == [(LION.id, 6)]
    assert post_row(plan, an_id("nobody")) is None


def test_a_detachment_shows_its_gravest_problem() -> None:
    over = a_plan(
        LION, a_detachment("X", channel=""), a_post(), assigned={("Lion", "A1P3"): 11}
    )
    state = deployment_state(over, Phase.P3)
    assert [row.level for row in state.detachments] == ["block", "warn"]
    assert state.detachments[0].free == -1
    # No channel, and a post of more than it needs.
    assert (state.corrections, state.warnings) == (1, 2)


def test_the_roll_adds_up_by_service() -> None:
    state = deployment_state(a_plan(LION, TIGER), Phase.P3)
    assert (dict(state.services), state.roll) == ({Service.DGSN: 14}, 14)


def test_the_tab_opens_with_the_first_phase_that_is_short() -> None:
    full, short = a_post("A", needed=0, phase=Phase.P2), a_post("A", phase=Phase.P4)
    assert first_phase(a_plan(full, short)) is Phase.P4
    assert first_phase(a_plan(full)) is Phase.P2
    assert first_phase(a_plan(a_post("A", phase=Phase.P0))) is Phase.P2


def test_as_many_are_proposed_as_are_missing_and_there() -> None:
    post = a_post("A1", needed=8)
    plan = a_plan(LION, TIGER, post)
    assert proposed_headcount(plan, LION, post) == 8
    assert proposed_headcount(plan, TIGER, post) == 4
    full = a_plan(LION, TIGER, post, assigned={("Lion", "A1P3"): 8})
    assert proposed_headcount(full, TIGER, post) == 1
    unknown = a_post("B1", headcount_needed=None)
    assert proposed_headcount(a_plan(LION, unknown), LION, unknown) == 1


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_at_least_one_is_proposed_and_never_more_than_the_post_lacks(
    headcount: int, needed: int, there: int
) -> None:
    post = a_post("A1", needed=needed)
    line = a_detachment("New", headcount=headcount)
    plan = a_plan(line, LION, post, assigned={("Lion", "A1P3"): there})
    proposed = proposed_headcount(plan, line, post)
    assert proposed >= 1
    if plan.shortage(post) and headcount:
        assert proposed <= plan.shortage(post)


def test_those_with_most_free_officers_are_offered_first() -> None:
    post = a_post("A1")
    plan = a_plan(TIGER, LION, a_detachment("There"), post)
    plan = with_assignment(plan, an_id("There"), post.id, 2)
    assert [line.id for line in available(plan, post)] == [LION.id, TIGER.id]


def test_an_assignment_is_shown_before_it_is_written_and_taken_back() -> None:
    post = a_post("A1", needed=5)
    plan = with_assignment(a_plan(LION, post), LION.id, post.id, 5)
    assert plan.state(post) is PostState.FULL
    again = with_assignment(plan, LION.id, post.id, 0)
    assert again.state(post) is PostState.EMPTY


def test_a_post_is_repeated_in_the_next_phase_that_lacks_it() -> None:
    p2, p3 = a_post("A", phase=Phase.P2), a_post("a", phase=Phase.P3)
    last = a_post("Z", phase=Phase.P6)
    plan = a_plan(p2, p3, last)
    assert next_phases(plan, [p2.id, last.id]) == {p2.id: Phase.P4}
    assert next_phases(plan, [p2.id, p3.id]) == {p2.id: Phase.P4, p3.id: Phase.P5}


def test_the_stadium_shows_the_posts_of_the_phase() -> None:
    plan = a_plan(a_post("N1", sector="N"), a_post("N1", phase=Phase.P2), a_sector("N"))
    drawing = deployment_state(plan, Phase.P3).drawing
    ids = {shape.id for shape in drawing.shapes}
    assert an_id("N1P3") in ids
    assert an_id("N1P2") not in ids
