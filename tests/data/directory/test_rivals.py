"""With whom a club has a quarrel."""

from __future__ import annotations

from datetime import timedelta

from sportsec.domain.fixtures import FixtureStatus, Stake
from sportsec.domain.groups import RelationKind
from sportsec.domain.identity import new_id
from sportsec.queries.clock import local_day
from sportsec.queries.rivals import rivals_of
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.groups import GroupRelation
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import a_club, a_fixture, a_group


def _are(work: Work, one: Club, other: Club, kind: RelationKind) -> GroupRelation:
    work.session.flush()
    groups = [a_group(work, club, f"Group of {club.name.fr}") for club in (one, other)]
    work.session.flush()
    ends = {"group_id": groups[0].id, "other_group_id": groups[1].id}
    return work.add(GroupRelation(id=new_id(), kind=kind, **ends))


def test_the_worst_relation_of_their_groups_counts_from_either_side(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        club, rival, friend = (a_club(work, name) for name in ("A", "B", "C"))
        _are(work, club, rival, RelationKind.RIVALRY)
        _are(work, rival, club, RelationKind.HOSTILITY)
        _are(work, club, friend, RelationKind.FRIENDSHIP)
        work.session.flush()
        (found,) = rivals_of(work, club.id)
        assert (found.club, found.kind) == (rival.id, RelationKind.HOSTILITY)
        assert found.meeting is None
        assert [row.club for row in rivals_of(work, rival.id)] == [club.id]
        assert rivals_of(work, friend.id) == []


def test_a_match_called_a_derby_makes_rivals(workspace: Workspace) -> None:
    with workspace.writing() as work:
        club, rival, other = (a_club(work, name) for name in ("A", "B", "C"))
        work.session.flush()
        today = local_day(work)
        last = a_fixture(
            *(work, rival, club),
            kick_off_date=today - timedelta(9),
            stakes=(Stake.DERBY,),
        )
        a_fixture(work, club, other, kick_off_date=today, stakes=(Stake.TITLE,))
        work.session.flush()
        (found,) = rivals_of(work, club.id)
        assert (found.club, found.kind) == (rival.id, RelationKind.RIVALRY)
        assert (found.meeting, found.is_coming) == (last.id, False)


def test_the_next_meeting_leads_on_and_a_cancelled_one_does_not(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        club, rival = (a_club(work, name) for name in ("A", "B"))
        _are(work, club, rival, RelationKind.RIVALRY)
        today = local_day(work)
        for days, status in (
            (-30, FixtureStatus.PLAYED),
            (3, FixtureStatus.CANCELLED),
            (60, FixtureStatus.SCHEDULED),
            (10, FixtureStatus.SCHEDULED),
        ):
            day = today + timedelta(days)
            a_fixture(work, club, rival, kick_off_date=day, status=status)
        work.session.flush()
        (found,) = rivals_of(work, club.id)
        assert (found.day, found.is_coming) == (today + timedelta(10), True)


def test_what_was_deleted_makes_no_rivals(workspace: Workspace) -> None:
    with workspace.writing() as work:
        club, rival = (a_club(work, name) for name in ("A", "B"))
        work.delete(_are(work, club, rival, RelationKind.RIVALRY))
        work.session.flush()
        assert rivals_of(work, club.id) == []
