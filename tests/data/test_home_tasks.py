"""Home knows which tasks and promises are late or due, match by match."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.task_list import TaskStep
from sportsec.domain.words import N_, Words
from sportsec.queries.home import HomeState, home_state
from sportsec.queries.home_tasks import SHOWN, DueTasks
from sportsec.services.task_list import spare_task
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.tables.task_list import MatchTask
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club, a_fixture

TODAY = NOW.date()


def planned(work: Work, in_days: int, **values: Any) -> UUID:
    """Plan a match that needs none of the tasks of the calendar."""
    home, away = a_club(work, "Atlas"), a_club(work, "Phare")
    day = TODAY + timedelta(in_days)
    match: Fixture = a_fixture(work, home, away, kick_off_date=day, **values)
    work.session.flush()
    for step in TaskStep:
        spare_task(work, match.id, step)
    return match.id


def own(work: Work, match: UUID, *due_in: int) -> None:
    day = work.get(Fixture, match).kick_off_date
    for days in due_in:
        before = (day - TODAY).days - days
        work.add(MatchTask(fixture_id=match, task="Caméras", days_before=before))


def seen(workspace: Workspace) -> HomeState:
    with workspace.reading() as work:
        return home_state(work)


def long_ago(work: Work) -> None:
    work.now = datetime(2026, 9, 1, 9, tzinfo=UTC)


def test_a_card_says_how_many_tasks_are_late_and_due(workspace: Workspace) -> None:
    with workspace.writing() as work:
        long_ago(work)
        busy, calm = planned(work, 3), planned(work, 4)
        own(work, busy, -2, -1, 0, 1)
        own(work, calm, 2)
        work.commit(N_("Match planned"))
    tasks = {match.row.id: match.tasks for match in seen(workspace).week}
    assert tasks == {busy: DueTasks(late=2, due=1), calm: DueTasks()}


def test_late_tasks_of_all_matches_are_counted_and_the_nearest_named(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        long_ago(work)
        over = planned(work, -2, status=FixtureStatus.PLAYED)
        work.add(MatchTask(fixture_id=over, task="Rapport", days_before=-1))
        matches = [planned(work, 4 * n) for n in range(1, SHOWN + 2)]
        for match in matches:
            own(work, match, -1)
        work.commit(N_("Matches planned"))
    tasks = seen(workspace).tasks
    assert tasks.late == len(matches) + 1
    named = [each.row.id for each in tasks.with_late]
    assert named == [over, *matches[: SHOWN - 1]]
    assert tasks.matches_late == SHOWN + 2


def test_due_tasks_are_named_of_matches_that_have_no_card(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        long_ago(work)
        carded, later = planned(work, 3), planned(work, 12)
        own(work, carded, 0)
        own(work, later, 0, 5)
        work.commit(N_("Matches planned"))
    tasks = seen(workspace).tasks
    assert [each.row.id for each in tasks.with_due] == [later]
    assert (tasks.due, tasks.late, tasks.matches_due) == (1, 0, 1)


def test_a_match_known_too_late_has_due_tasks_and_no_late_ones(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        home, away = a_club(work, "Atlas"), a_club(work, "Phare")
        a_fixture(work, home, away, kick_off_date=TODAY + timedelta(4))
        work.session.flush()
        work.commit(N_("Match planned"))
    (match,) = seen(workspace).week
    assert match.tasks.late == 0
    assert match.tasks.due > 3


def test_late_promises_are_named_the_longest_late_first(workspace: Workspace) -> None:
    with workspace.writing() as work:
        club = a_club(work, "Atlas")
        work.session.flush()

        def promised(in_days: int, **values: Any) -> UUID:
            due_on = TODAY + timedelta(in_days)
            made = work.add(Commitment(club_id=club.id, due_on=due_on, **values))
            work.session.flush()
            return made.id

        late, later = promised(-1), promised(-9, wording="80 stadiers")
        promised(-3, state=CommitmentState.KEPT)
        promised(0)
        work.add(Commitment())
        work.delete(work.get(Commitment, promised(-2)))
        work.commit(N_("Promises added"))
    found = seen(workspace).promises
    assert (found.count, [row.id for row in found.rows]) == (2, [later, late])
    assert found.rows[0].wording == "80 stadiers"
    assert found.rows[0].bound == Words(fr="Atlas")


def test_an_empty_workspace_has_nothing_to_do(workspace: Workspace) -> None:
    state = seen(workspace)
    assert (state.tasks.late, state.tasks.due, state.promises.count) == (0, 0, 0)
