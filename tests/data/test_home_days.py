"""Home knows the meetings of its days, which matches left them, and the own city."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.cells import CellDraft
from sportsec.domain.commitments import CommitmentState
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.meetings import MeetingStatus
from sportsec.domain.words import N_, Words
from sportsec.queries.due_promises import DuePromises
from sportsec.queries.home import HomeState, home_state
from sportsec.queries.home_tasks import SHOWN
from sportsec.queries.match_header import match_head
from sportsec.services.cells import name_cell
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.tables.liaison import Commitment, Meeting
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club, a_fixture, a_venue

TODAY = NOW.date()


def planned(work: Work, in_days: int, **values: Any) -> UUID:
    home, away = a_club(work, "Atlas"), a_club(work, "Phare")
    day = TODAY + timedelta(in_days)
    match: Fixture = a_fixture(work, home, away, kick_off_date=day, **values)
    work.session.flush()
    return match.id


def moved(work: Work, match: UUID, from_days: int, days_ago: int = 1) -> None:
    now_on: date = work.get(Fixture, match).kick_off_date
    work.add(
        KickOffChange(
            fixture_id=match,
            changed_at=work.now - timedelta(days_ago),
            from_date=TODAY + timedelta(from_days),
            to_date=now_on,
        )
    )


def seen(workspace: Workspace) -> HomeState:
    with workspace.reading() as work:
        return home_state(work)


def test_a_match_moved_out_of_the_days_is_named_although_nobody_rated_it(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        gone, stayed, long_gone, elsewhere, off = (
            planned(work, days) for days in (20, 5, 21, 22, 23)
        )
        moved(work, gone, 3)
        moved(work, stayed, 3)
        moved(work, long_gone, 3, days_ago=9)
        moved(work, elsewhere, 12)
        moved(work, off, 4)
        work.get(Fixture, off).status = FixtureStatus.CANCELLED
        work.commit(N_("Matches planned"))
    left = seen(workspace).left
    assert ([row.id for row in left.rows], left.count) == ([gone, off], 2)


def test_a_postponed_match_of_the_days_is_named_too(workspace: Workspace) -> None:
    with workspace.writing() as work:
        postponed = planned(work, 3, status=FixtureStatus.POSTPONED)
        planned(work, 30, status=FixtureStatus.POSTPONED)
        work.commit(N_("Matches planned"))
    state = seen(workspace)
    assert [row.id for row in state.left.rows] == [postponed]
    assert not state.week


def test_meetings_to_be_held_on_the_days_are_told_in_time(workspace: Workspace) -> None:
    def at(in_days: int, hour: int) -> datetime:
        day = TODAY + timedelta(in_days)
        return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)

    with workspace.writing() as work:
        last, first = (work.add(Meeting(meets_at=at(days, 10))) for days in (6, 0))
        for days in (-1, 7):
            work.add(Meeting(meets_at=at(days, 10)))
        work.add(Meeting(meets_at=at(1, 9), status=MeetingStatus.CANCELLED))
        work.add(Meeting())
        work.session.flush()
        wanted = [first.id, last.id]
        work.commit(N_("Meeting added"))
    assert [row.id for row in seen(workspace).meetings] == wanted


def test_promises_of_a_match_stand_on_its_card_and_in_its_header(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        busy, calm = planned(work, 2), planned(work, 3)
        for days in (-4, -1, 0, 1):
            due_on = TODAY + timedelta(days)
            work.add(Commitment(fixture_id=busy, due_on=due_on))
        kept = CommitmentState.KEPT
        work.add(Commitment(fixture_id=calm, due_on=TODAY, state=kept))
        work.add(Commitment(fixture_id=calm))
        work.commit(N_("Promises added"))
    said = {match.row.id: match.promises for match in seen(workspace).week}
    assert said == {busy: DuePromises(late=2, due=1), calm: DuePromises()}
    with workspace.reading() as work:
        assert match_head(work, busy).promises == DuePromises(late=2, due=1)
        assert match_head(work, calm).promises == DuePromises()


def test_matches_come_by_the_hour_and_at_one_hour_those_of_the_cells_city_first(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        venues = [
            a_venue(work, city=Words(fr=city)) for city in ("Rabat", "Salé", "Fès")
        ]
        work.session.flush()
        rabat, sale, fes = (
            planned(
                *(work, 2),
                venue_id=venue.id,
                kick_off_at=NOW + timedelta(days=2, hours=hours),
            )
            for hours, venue in zip((0, 1, 1), venues, strict=True)
        )
        earlier = planned(work, 1)
        work.commit(N_("Matches planned"))
    by_hour = [earlier, rabat, sale, fes]
    assert [match.row.id for match in seen(workspace).week] == by_hour
    with workspace.writing() as work:
        name_cell(work, CellDraft(name=Words(fr="Cellule"), city=Words(fr="fes")))
        work.commit(N_("Cell saved"))
    own_first = [earlier, rabat, fes, sale]
    assert [match.row.id for match in seen(workspace).week] == own_first


def test_lists_of_matches_know_how_far_they_go_on(workspace: Workspace) -> None:
    with workspace.writing() as work:
        for days in range(SHOWN + 2):
            moved(work, planned(work, 20 + days), 3)
        work.commit(N_("Matches planned"))
    left = seen(workspace).left
    assert (len(left.rows), left.count) == (SHOWN, SHOWN + 2)
