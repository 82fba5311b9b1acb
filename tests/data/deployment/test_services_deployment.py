"""Acts on detachments, posts, assignments and phases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.deployment import DetachmentDraft, Phase, PhaseDraft, PostDraft
from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.words import Words
from sportsec.queries.deployment import deployment_plan
from sportsec.services.deployment import (
    add_detachment,
    assign,
    delete_detachment,
    delete_post,
    repeat_post,
    restore_detachment,
    restore_post,
    revise_detachment,
    revise_post,
    set_phase,
)
from sportsec.store.work import Work
from tests.data.deployment.deployments import (
    HOUR,
    KICK_OFF,
    a_detachment,
    a_match,
    a_post,
    an_undated_match,
    assigned,
)


def test_the_first_detachment_brings_the_usual_phases(work: Work) -> None:
    fixture = a_match(work)
    a_detachment(work, fixture)
    assert deployment_plan(work, fixture.id).stored == set(Phase)
    undated = an_undated_match(work)
    a_detachment(work, undated)
    assert deployment_plan(work, undated.id).stored == set()


def test_detachments_keep_the_order_in_which_they_were_added(work: Work) -> None:
    fixture = a_match(work)
    keys = [a_detachment(work, fixture, sign) for sign in ("C", "A", "B")]
    plan = deployment_plan(work, fixture.id)
    assert [line.id for line in plan.detachments] == keys


def test_a_call_sign_that_is_taken_is_refused(work: Work) -> None:
    fixture = a_match(work, commander_call_sign="Alpha")
    a_detachment(work, fixture, "Lion")
    for sign in ("lion", "ALPHA"):
        with pytest.raises(Invalid) as error:
            a_detachment(work, fixture, sign)
        assert error.value.problems[0].field == "call_sign"
    a_detachment(work, a_match(work), "Lion")


def test_what_another_officer_changed_meanwhile_is_not_overwritten(work: Work) -> None:
    fixture = a_match(work)
    key = a_detachment(work, fixture)
    shown = deployment_plan(work, fixture.id).detachments[0].draft
    revise_detachment(work, key, replace(shown, headcount=12), seen=shown)
    revise_detachment(work, key, replace(shown, channel="7"), seen=shown)
    draft = deployment_plan(work, fixture.id).detachments[0].draft
    assert (draft.headcount, draft.channel) == (12, "7")
    with pytest.raises(StaleWrite):
        revise_detachment(work, key, replace(shown, headcount=15), seen=shown)


def test_a_post_keeps_its_own_code_when_it_is_revised(work: Work) -> None:
    fixture = a_match(work)
    key = a_post(work, fixture, "A1")
    a_post(work, fixture, "A2")
    shown = deployment_plan(work, fixture.id).posts[0].draft
    revise_post(work, key, replace(shown, headcount_needed=9), seen=shown)
    with pytest.raises(Invalid):
        revise_post(work, key, replace(shown, code="A2"), seen=shown)


def test_assigning_again_replaces_the_figure_and_none_takes_it_back(work: Work) -> None:
    fixture = a_match(work)
    lion, post = a_detachment(work, fixture), a_post(work, fixture)
    for given, expected in (
        (4, {(lion, post): 4}),
        (6, {(lion, post): 6}),
        (0, {}),
        (None, {}),
        (2, {(lion, post): 2}),
    ):
        assign(work, lion, post, given)
        assert assigned(work, fixture) == expected


def test_officers_of_another_match_cannot_be_assigned(work: Work) -> None:
    lion, post = a_detachment(work, a_match(work)), a_post(work, a_match(work))
    with pytest.raises(Invalid):
        assign(work, lion, post, 3)


def test_fewer_than_no_officers_cannot_be_assigned(work: Work) -> None:
    fixture = a_match(work)
    lion, post = a_detachment(work, fixture), a_post(work, fixture)
    with pytest.raises(Invalid):
        assign(work, lion, post, -1)


def test_a_deleted_detachment_leaves_its_posts_and_comes_back_to_them(
    work: Work,
) -> None:
    fixture = a_match(work)
    lion, post = a_detachment(work, fixture), a_post(work, fixture)
    assign(work, lion, post, 4)
    delete_detachment(work, lion)
    assert assigned(work, fixture) == {}
    restore_detachment(work, lion)
    assert assigned(work, fixture) == {(lion, post): 4}


def test_a_deleted_post_sets_its_officers_free_and_takes_them_back(work: Work) -> None:
    fixture = a_match(work)
    lion, post = a_detachment(work, fixture), a_post(work, fixture)
    assign(work, lion, post, 4)
    delete_post(work, post)
    assert assigned(work, fixture) == {}
    restore_post(work, post)
    assert assigned(work, fixture) == {(lion, post): 4}


def test_a_post_can_be_held_in_another_phase_by_the_same_officers(work: Work) -> None:
    fixture = a_match(work)
    lion = a_detachment(work, fixture)
    post = a_post(work, fixture, task=Words(fr="Filtrer"))
    assign(work, lion, post, 4)
    copy = repeat_post(work, post, Phase.P4)
    assert assigned(work, fixture) == {(lion, post): 4, (lion, copy): 4}
    last = deployment_plan(work, fixture.id).posts[-1].draft
    assert (last.phase, last.code, last.task.fr) == (Phase.P4, "A1", "Filtrer")
    with pytest.raises(Invalid):
        repeat_post(work, post, Phase.P4)


def test_a_phase_is_stored_once_and_revised(work: Work) -> None:
    fixture = a_match(work)
    first = PhaseDraft(KICK_OFF - HOUR, KICK_OFF, Words(fr="Filtrer"))
    set_phase(work, fixture.id, Phase.P2, first)
    later = replace(first, starts_at=KICK_OFF - 2 * HOUR)
    set_phase(work, fixture.id, Phase.P2, later, seen=first)
    work.session.flush()
    window = deployment_plan(work, fixture.id).windows[Phase.P2]
    assert window.starts_at == KICK_OFF - 2 * HOUR
    with pytest.raises(Invalid):
        set_phase(work, fixture.id, Phase.P2, PhaseDraft(KICK_OFF, KICK_OFF))


def test_a_deleted_match_takes_no_detachment(work: Work) -> None:
    fixture = a_match(work)
    work.delete(fixture)
    with pytest.raises(NotFound):
        add_detachment(work, fixture.id, DetachmentDraft(name=Words(fr="x")))


def test_an_empty_post_is_refused(work: Work) -> None:
    fixture = a_match(work)
    with pytest.raises(Invalid):
        a_post(work, fixture, PostDraft().code)
