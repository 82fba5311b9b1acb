"""The plan of a match as it is read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sportsec.domain.deployment import Phase, PhaseDraft, Service
from sportsec.domain.errors import NotFound
from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.words import Words
from sportsec.queries.deployment import deployment_plan, earlier_plans
from sportsec.services.deployment import assign, set_phase
from sportsec.services.seed import plant_defaults
from sportsec.store.tables.fixtures import Estimate
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from tests.builders import a_unit
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


def test_a_plan_names_units_leaders_and_ranks(work: Work) -> None:
    plant_defaults(work)
    fixture = a_match(work)
    unit = a_unit(work, "Forces auxiliaires", service=Service.AUXILIARY_FORCES)
    chief = work.add(
        Contact(name_ar="القائد", name_latin="Le chef", rank="commandant", phone="+212")
    )
    work.session.flush()
    a_detachment(work, fixture, unit_id=unit.id, leader_id=chief.id)
    (line,) = deployment_plan(work, fixture.id).detachments
    assert line.unit.fr == "Forces auxiliaires"
    assert line.service is Service.AUXILIARY_FORCES
    assert line.leader.fr == "Chef"
    assert line.rank.fr == "Commandant de la paix"
    assert line.phone == "+212"


def test_a_rank_that_is_in_no_list_is_shown_as_typed(work: Work) -> None:
    fixture = a_match(work)
    a_detachment(work, fixture, leader_rank="Capitaine")
    (line,) = deployment_plan(work, fixture.id).detachments
    assert line.rank.pick("ar") == "Capitaine"


def test_a_post_at_a_gate_belongs_to_the_sector_of_the_gate(work: Work) -> None:
    venue, sector, gate = a_ground(work)
    fixture = a_match(work, venue)
    a_post(work, fixture, gate_id=gate.id)
    plan = deployment_plan(work, fixture.id)
    (post,) = plan.posts
    assert (post.sector_id, post.sector_code, post.gate_code) == (sector.id, "N", "P1")
    assert [line.plan.code for line in plan.sectors] == ["N"]
    assert [line.code for line in plan.gates] == ["P1"]


def test_the_gates_open_as_decided_else_as_the_public_needs_it(work: Work) -> None:
    venue, _sector, _gate = a_ground(work)
    fixture = a_match(work, venue)
    usual = deployment_plan(work, fixture.id).windows[Phase.P2]
    assert usual.starts_at == KICK_OFF - 3 * HOUR
    # 5,280 persons through 4 × 660 an hour need two hours.
    kind = EstimateKind.ATTENDANCE
    work.add(Estimate(fixture_id=fixture.id, kind=kind, persons=5280))
    work.session.flush()
    computed = deployment_plan(work, fixture.id).windows[Phase.P2]
    assert computed.starts_at == KICK_OFF - 2 * HOUR
    fixture.gates_open_at = KICK_OFF - 4 * HOUR
    decided = deployment_plan(work, fixture.id).windows[Phase.P2]
    assert decided.starts_at == KICK_OFF - 4 * HOUR


def test_a_window_set_by_the_officer_stands_before_the_usual_one(work: Work) -> None:
    fixture = a_match(work)
    draft = PhaseDraft(KICK_OFF - 5 * HOUR, KICK_OFF - 2 * HOUR, Words(fr="Filtrer"))
    set_phase(work, fixture.id, Phase.P2, draft)
    work.session.flush()
    plan = deployment_plan(work, fixture.id)
    assert plan.windows[Phase.P2].starts_at == draft.starts_at
    assert plan.objectives[Phase.P2] == Words(fr="Filtrer")
    assert plan.stored == {Phase.P2}


def test_without_an_hour_there_are_no_phases_yet(work: Work) -> None:
    fixture = an_undated_match(work)
    a_post(work, fixture)
    assert deployment_plan(work, fixture.id).windows == {}


def test_a_plan_counts_only_what_is_live(work: Work) -> None:
    fixture = a_match(work)
    lion, post = a_detachment(work, fixture), a_post(work, fixture)
    other = a_post(work, a_match(work))
    assign(work, lion, post, 4)
    work.session.flush()
    plan = deployment_plan(work, fixture.id)
    assert dict(plan.assigned) == {(lion, post): 4}
    assert other not in {each.id for each in plan.posts}


def test_a_fixture_that_does_not_exist_has_no_plan(work: Work) -> None:
    fixture = a_match(work)
    work.delete(fixture)
    with pytest.raises(NotFound):
        deployment_plan(work, fixture.id)


def test_earlier_matches_with_posts_are_offered_those_at_the_venue_first(
    work: Work,
) -> None:
    venue, _sector, _gate = a_ground(work)
    here = a_match(work, venue)
    elsewhere = a_later_match(work, days=3)
    without_posts = a_later_match(work, venue, days=4)
    future = a_later_match(work, venue, days=30)
    for fixture in (here, elsewhere, future):
        a_post(work, fixture)
    a_detachment(work, here)
    offered = earlier_plans(work, a_later_match(work, venue).id)
    assert [each.fixture_id for each in offered] == [here.id, elsewhere.id]
    assert [each.is_same_venue for each in offered] == [True, False]
    assert (offered[0].posts, offered[0].detachments) == (1, 1)
    assert without_posts.id not in {each.fixture_id for each in offered}


def test_eighty_detachments_and_three_hundred_posts_are_read_in_a_dozen_statements(
    work: Work,
) -> None:
    from sqlalchemy import event

    from sportsec.store.tables.deployment import Assignment, Detachment, Post

    fixture = a_match(work)
    lines = [
        work.add(Detachment(fixture_id=fixture.id, headcount=10, call_sign=f"D{n}"))
        for n in range(80)
    ]
    posts = [
        work.add(Post(fixture_id=fixture.id, code=f"A{n}", phase=Phase.P3))
        for n in range(300)
    ]
    work.session.flush()
    for n, post in enumerate(posts):
        link = Assignment(detachment_id=lines[n % 80].id, post_id=post.id, headcount=2)
        work.add(link)
    work.session.flush()
    seen: list[str] = []
    connection = work.session.connection()
    event.listen(
        connection, "before_cursor_execute", lambda *given: seen.append(given[2])
    )
    plan = deployment_plan(work, fixture.id)
    assert (len(plan.detachments), len(plan.posts), len(plan.assigned)) == (
        80,
        300,
        300,
    )
    assert len(seen) <= 12
    assert plan.total(Phase.P3).free == 200
    assert timedelta(0) <= plan.windows[Phase.P3].length
