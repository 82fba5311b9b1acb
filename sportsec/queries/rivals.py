"""With whom a club has a quarrel, by its groups' relations and by its derbies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from sportsec.domain.fixtures import FixtureStatus, Stake
from sportsec.domain.groups import STRAINED, RelationKind
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.named import names_of
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.work import Work

_DERBIES = {Stake.DERBY, Stake.REGIONAL_RIVALRY}


@dataclass(frozen=True, slots=True)
class RivalRow:
    """One rival of a club.

    Args:
        kind: The worst relation between groups of both; rivalry where only a match
            of theirs was called a derby.
        meeting: The match to come next between them, else the last one.
        day: When that is or was.
        is_coming: Whether it is still to come.
    """

    club: UUID
    name: Words
    kind: RelationKind
    meeting: UUID | None = None
    day: date | None = None
    is_coming: bool = False


@dataclass(frozen=True, slots=True)
class _Meeting:
    other: UUID
    day: date
    fixture: UUID
    is_derby: bool


def rivals_of(work: Work, club_id: UUID) -> list[RivalRow]:
    """Return the rivals of a club: hostile ones first, then whom it meets soonest."""
    kinds = _quarrels(work, club_id)
    meetings = list(_meetings(work, club_id))
    for each in meetings:
        if each.is_derby:
            kinds.setdefault(each.other, RelationKind.RIVALRY)
    names = names_of(work, Club, kinds.keys())
    today = local_day(work)
    found = [
        _row(club, names[club], kind, meetings, today)
        for club, kind in kinds.items()
        if club in names
    ]
    return sorted(found, key=_place)


def _quarrels(work: Work, club_id: UUID) -> dict[UUID, RelationKind]:
    """Return the clubs whose groups quarrel with those of a club, and how badly."""
    own, other = aliased(SupporterGroup), aliased(SupporterGroup)
    ends = (GroupRelation.group_id, GroupRelation.other_group_id)
    query = (
        select(other.club_id, GroupRelation.kind)
        .join(own, or_(own.id == ends[0], own.id == ends[1]))
        .join(other, or_(other.id == ends[0], other.id == ends[1]))
        .where(own.club_id == club_id, other.club_id != club_id)
        .where(GroupRelation.kind.in_(STRAINED), GroupRelation.deleted_at.is_(None))
        .where(own.deleted_at.is_(None), other.deleted_at.is_(None))
    )
    found: dict[UUID, RelationKind] = {}
    for club, kind in work.session.execute(query):
        if club is not None:
            worst = (found.get(club, kind), kind)
            found[club] = max(worst, key=STRAINED.index)
    return found


def _meetings(work: Work, club_id: UUID) -> Iterator[_Meeting]:
    """Yield the matches of a club against others, the earliest first."""
    home, away = Fixture.home_club_id, Fixture.away_club_id
    query = (
        select(home, away, Fixture.kick_off_date, Fixture.id, Fixture.stakes)
        .where(or_(home == club_id, away == club_id), Fixture.deleted_at.is_(None))
        .where(Fixture.status != FixtureStatus.CANCELLED)
        .order_by(Fixture.kick_off_date, Fixture.kick_off_at, Fixture.id)
    )
    for one, other, day, fixture, stakes in work.session.execute(query):
        met = other if one == club_id else one
        if met is not None and day is not None:
            yield _Meeting(met, day, fixture, not _DERBIES.isdisjoint(stakes))


def _row(
    club: UUID, name: Words, kind: RelationKind, meetings: list[_Meeting], today: date
) -> RivalRow:
    met = [each for each in meetings if each.other == club]
    coming = [each for each in met if each.day >= today]
    if not met:
        return RivalRow(club, name, kind)
    meeting = coming[0] if coming else met[-1]
    return RivalRow(club, name, kind, meeting.fixture, meeting.day, bool(coming))


def _place(row: RivalRow) -> tuple[int, bool, date, str]:
    worst_first = -STRAINED.index(row.kind)
    return worst_first, not row.is_coming, row.day or date.max, str(row.club)
