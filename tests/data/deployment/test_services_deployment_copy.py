"""Taking over the deployment of an earlier match."""

from __future__ import annotations

from datetime import timedelta

from sportsec.domain.deployment import Function, Phase, PhaseDraft
from sportsec.domain.words import Words
from sportsec.queries.briefing.read import briefing_rows
from sportsec.queries.deployment import deployment_plan
from sportsec.services.deployment import assign, set_phase
from sportsec.services.deployment_copy import Copied, copy_deployment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work
from tests.data.deployment.deployments import (
    HOUR,
    KICK_OFF,
    a_detachment,
    a_ground,
    a_later_match,
    a_match,
    a_post,
    an_undated_match,
)

WEEK = timedelta(days=7)


def a_planned_match(work: Work) -> tuple[Fixture, Venue]:
    venue, sector, gate = a_ground(work)
    fixture = a_match(work, venue)
    lion = a_detachment(
        work,
        fixture,
        arrives_at=KICK_OFF - 4 * HOUR,
        leaves_at=KICK_OFF + 2 * HOUR,
        headcount_present=9,
    )
    post = a_post(work, fixture, "A1", sector_id=sector.id, gate_id=gate.id)
    a_post(work, fixture, "A1", phase=Phase.P2)
    assign(work, lion, post, 6)
    window = PhaseDraft(KICK_OFF - 5 * HOUR, KICK_OFF, Words(fr="Filtrer"))
    set_phase(work, fixture.id, Phase.P2, window)
    work.session.flush()
    return fixture, venue


def test_the_last_plan_at_the_venue_comes_over_moved_with_the_kick_off(
    work: Work,
) -> None:
    source, venue = a_planned_match(work)
    target = a_later_match(work, venue)
    assert copy_deployment(work, source.id, target.id) == Copied(2, 1, phases=1)
    work.session.flush()
    old = deployment_plan(work, source.id)
    new = deployment_plan(work, target.id)
    assert [p.draft for p in new.posts] == [p.draft for p in old.posts]
    assert list(new.assigned.values()) == [6]
    (line,) = new.detachments
    assert line.draft.arrives_at == KICK_OFF + WEEK - 4 * HOUR
    assert line.draft.headcount_present is None
    assert new.windows[Phase.P2].starts_at == KICK_OFF + WEEK - 5 * HOUR
    assert new.objectives[Phase.P2] == Words(fr="Filtrer")
    assert new.stored == set(Phase)


def test_copying_twice_adds_nothing_twice(work: Work) -> None:
    source, venue = a_planned_match(work)
    target = a_later_match(work, venue)
    copy_deployment(work, source.id, target.id)
    work.session.flush()
    before = deployment_plan(work, target.id)
    assert copy_deployment(work, source.id, target.id) == Copied(0, 0)
    work.session.flush()
    assert deployment_plan(work, target.id) == before


def test_hours_left_as_usual_are_the_usual_ones_of_the_other_match(work: Work) -> None:
    source, venue = a_planned_match(work)
    target = a_later_match(work, venue)
    target.gates_open_at = KICK_OFF + WEEK - 2 * HOUR  # an hour later than there
    copy_deployment(work, source.id, target.id)
    work.session.flush()
    windows = deployment_plan(work, target.id).windows
    assert windows[Phase.P1].ends_at == target.gates_open_at
    assert windows[Phase.P2].starts_at == KICK_OFF + WEEK - 5 * HOUR  # set by hand


def test_hours_that_are_planned_already_stay(work: Work) -> None:
    source, venue = a_planned_match(work)
    target = a_later_match(work, venue)
    own = PhaseDraft(KICK_OFF + WEEK - HOUR, KICK_OFF + WEEK)
    set_phase(work, target.id, Phase.P2, own)
    work.session.flush()
    assert copy_deployment(work, source.id, target.id).phases == 0
    work.session.flush()
    kept = deployment_plan(work, target.id).windows[Phase.P2]
    assert (kept.starts_at, kept.ends_at) == (own.starts_at, own.ends_at)


def test_the_leader_of_the_match_command_comes_over(work: Work) -> None:
    source, _venue = a_planned_match(work)
    command = {"function": Function.MATCH_COMMANDER}
    a_detachment(work, source, "Atlas 1", **command)
    target = a_later_match(work)
    copy_deployment(work, source.id, target.id)
    work.session.flush()
    match = briefing_rows(work, target.id).match.match
    assert match.commander.name_latin == "Chef"
    assert match.commander_call_sign == "Atlas 1"


def test_posts_alone_come_over_unmanned(work: Work) -> None:
    source, venue = a_planned_match(work)
    target = a_later_match(work, venue)
    copied = copy_deployment(work, source.id, target.id, with_detachments=False)
    work.session.flush()
    plan = deployment_plan(work, target.id)
    assert copied == Copied(2, 0, phases=1)
    assert (plan.detachments, dict(plan.assigned)) == ((), {})


def test_a_detachment_that_is_there_already_takes_over_the_posts(work: Work) -> None:
    source, venue = a_planned_match(work)
    target = a_later_match(work, venue)
    own = a_detachment(work, target, "LION", 20)
    copy_deployment(work, source.id, target.id)
    work.session.flush()
    plan = deployment_plan(work, target.id)
    assert [line.id for line in plan.detachments] == [own]
    assert [detachment for detachment, _post in plan.assigned] == [own]


def test_at_another_venue_posts_lose_sector_and_gate(work: Work) -> None:
    source, _venue = a_planned_match(work)
    target = a_later_match(work, a_ground(work)[0])
    copy_deployment(work, source.id, target.id)
    work.session.flush()
    posts = deployment_plan(work, target.id).posts
    assert {(p.draft.sector_id, p.draft.gate_id) for p in posts} == {(None, None)}
    assert {p.draft.code for p in posts} == {"A1"}


def test_without_a_kick_off_no_time_is_copied(work: Work) -> None:
    source, _venue = a_planned_match(work)
    target = an_undated_match(work)
    copy_deployment(work, source.id, target.id)
    work.session.flush()
    plan = deployment_plan(work, target.id)
    assert plan.detachments[0].draft.arrives_at is None
    assert plan.stored == set()
