"""The home page knows the week, what is late and what came in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.readiness import Lack
from sportsec.domain.risk import Stage
from sportsec.domain.words import N_
from sportsec.queries.clock import local_day
from sportsec.queries.home import HomeState, home_state
from sportsec.services.seed import plant_defaults
from sportsec.store.tables.deployment import Assignment, Detachment, Post
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import a_club, a_fixture
from tests.data.risk.risk_matches import decided


def planned(work: Work, in_days: int, **values: Any) -> Fixture:
    day: date = local_day(work) + timedelta(in_days)
    home, away = a_club(work, "Atlas"), a_club(work, "Phare")
    fixture = a_fixture(work, home, away, kick_off_date=day, **values)
    work.session.flush()
    return fixture


def seen(workspace: Workspace) -> HomeState:
    with workspace.reading() as work:
        return home_state(work)


def test_the_week_begins_today_and_has_seven_days(workspace: Workspace) -> None:
    with workspace.writing() as work:
        wanted = [planned(work, days).id for days in (0, 3, 6)]
        for days in (-1, 7):
            planned(work, days)
        planned(work, 2, status=FixtureStatus.CANCELLED)
        work.commit(N_("Match planned"))
    state = seen(workspace)
    assert [match.row.id for match in state.week] == wanted
    assert state.in_week == 3


def test_a_week_without_a_match_knows_the_next_one(workspace: Workspace) -> None:
    with workspace.writing() as work:
        planned(work, 30)
        wanted = planned(work, 7).id
        planned(work, 8, status=FixtureStatus.CANCELLED)
        work.commit(N_("Match planned"))
    state = seen(workspace)
    assert not state.week
    assert state.later is not None
    assert state.later.id == wanted
    with workspace.writing() as work:
        planned(work, 6)
        work.commit(N_("Match planned"))
    assert seen(workspace).later is None


def test_a_match_of_yesterday_without_result_is_late(workspace: Workspace) -> None:
    with workspace.writing() as work:
        late = planned(work, -1).id
        planned(work, -2, status=FixtureStatus.PLAYED)
        work.commit(N_("Match planned"))
    state = seen(workspace)
    assert [row.id for row in state.without_result] == [late]
    assert state.late == 1


def test_a_match_of_tomorrow_that_lacks_something_is_late(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        planned(work, 2)
        late = planned(work, 1).id
        today = planned(work, 0).id
        work.commit(N_("Matches planned"))
    state = seen(workspace)
    assert [match.row.id for match in state.unready] == [today, late]
    assert state.late == 0  # no result is missing


def test_a_match_of_later_to_be_rated_anew_is_not_lost_from_sight(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        plant_defaults(work)
        rated, unmoved, coming = (planned(work, days) for days in (20, 20, 2))
        for fixture in (rated, unmoved, coming):
            decided(work, fixture, Stage.INITIAL)
        unrated = planned(work, 20)
        for fixture in (rated, coming, unrated):
            moved_at = work.now + timedelta(hours=1)
            work.add(KickOffChange(fixture_id=fixture.id, changed_at=moved_at))
        work.commit(N_("Matches planned"))
    state = seen(workspace)
    assert [row.id for row in state.left_behind] == [rated.id]
    assert state.to_rate_anew == 1
    with workspace.writing() as work:
        work.now += timedelta(hours=2)
        decided(work, work.get(Fixture, rated.id), Stage.INTERIM)
        work.commit(N_("Match rated"))
    assert seen(workspace).to_rate_anew == 0
    with workspace.writing() as work:
        work.now += timedelta(hours=3)
        again = work.get(Fixture, rated.id)
        again.home_club_id, again.away_club_id = again.away_club_id, again.home_club_id
        work.commit(N_("Sides exchanged"))
    assert [row.id for row in seen(workspace).left_behind] == [rated.id]


def test_a_card_tells_of_warnings_beside_what_is_missing(workspace: Workspace) -> None:
    with workspace.writing() as work:
        fixture = planned(work, 2, tickets_printed=900, capacity_allowed=500)
        calm = planned(work, 3)
        work.commit(N_("Match planned"))
    doubts = {match.row.id: match.doubts for match in seen(workspace).week}
    assert doubts[fixture.id] == 1 + doubts[calm.id]


def test_the_act_that_made_a_match_changed_nothing(workspace: Workspace) -> None:
    with workspace.writing() as work:
        planned(work, 1)
        work.commit(N_("Match planned"))
    (match,) = seen(workspace).week
    assert match.change is None


def test_posts_short_of_officers_are_seen(workspace: Workspace) -> None:
    with workspace.writing() as work:
        fixture = planned(work, 1).id
        post = work.add(Post(fixture_id=fixture, code="P1", headcount_needed=10))
        team = work.add(Detachment(fixture_id=fixture))
        work.session.flush()
        put = Assignment(detachment_id=team.id, post_id=post.id, headcount=4)
        work.add(put)
        work.commit(N_("Post saved"))
        first = home_state(work).week[0].lacks
        put.headcount = 10
        work.commit(N_("Post saved"))
    assert Lack.OFFICERS in first
    assert Lack.POSTS not in first
    assert Lack.OFFICERS not in seen(workspace).week[0].lacks


def test_the_latest_change_is_named_by_its_act(workspace: Workspace) -> None:
    with workspace.writing() as work:
        fixture = planned(work, 1)
        work.commit(N_("Match planned"))
        fixture.round = "12"
        work.commit(N_("Match saved"))
    (match,) = seen(workspace).week
    assert match.change is not None
    assert match.change.act == "Match saved"


def test_an_empty_workspace_has_an_empty_home(workspace: Workspace) -> None:
    state = seen(workspace)
    assert (state.week, state.late, state.arrivals, state.to_decide) == ((), 0, (), 0)
    assert state.later is None
