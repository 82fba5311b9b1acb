"""What the record shows of the tasks of matches: a few questions for any number."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from sportsec.domain.animations import AnimationDecision, Conformity
from sportsec.domain.commitments import CommitmentState
from sportsec.domain.fixtures import HOME_ZONE
from sportsec.domain.kick_off import local_day
from sportsec.domain.meetings import MeetingKind, MeetingStatus
from sportsec.domain.risk import Rater, RiskCategory, Stage
from sportsec.domain.task_rules import Seen
from sportsec.domain.task_times import MatchDay
from sportsec.queries.agenda_categories import categories_of
from sportsec.queries.preparation import manned_posts
from sportsec.queries.risk_outrun import outrun_ratings
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.tables.liaison import Commitment, Meeting
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work

_MADE = """SELECT o.row, min(a.wall) FROM journal_op o
JOIN journal_act a ON a.act = o.act
WHERE o.row IN (SELECT unhex(value) FROM json_each(?)) AND o.kind = 'I'
GROUP BY o.row"""
#: Ratings that count as the last before the match.
_FINAL = (Stage.FINAL, Stage.MATCH_DAY)
#: What may be brought, and is checked.
_ALLOWED = (AnimationDecision.AUTHORISED, AnimationDecision.CONDITIONS)


@dataclass(frozen=True, slots=True)
class MatchFacts:
    """What is to be known of a match to judge its tasks.

    Args:
        rated_on: The day of its first rating; None while it is not rated.
        installs_on: The day on which the first of the tifos still to be checked is put
            up; None where that is not noted of each.
    """

    match: MatchDay
    seen: Seen
    rated_on: date | None = None
    installs_on: date | None = None


@dataclass(frozen=True, slots=True)
class _Rated:
    first: datetime
    last: datetime | None


@dataclass(frozen=True, slots=True)
class _Moved:
    """When a match moved last; when last to another day, and from which."""

    at: datetime
    day_at: datetime | None = None
    day_from: date | None = None


@dataclass(frozen=True, slots=True)
class _Record:
    """What was asked of the record, by match; of each what is there."""

    made: Mapping[UUID, datetime]
    moves: Mapping[UUID, _Moved]
    rated: Mapping[UUID, _Rated]
    categories: Mapping[UUID, RiskCategory]
    met: Mapping[UUID, frozenset[MeetingKind]]
    animations: Mapping[UUID, tuple[int, int, int, int]]
    commitments: Mapping[UUID, tuple[int, int]]
    posts: Mapping[UUID, tuple[int, int]]
    outrun: Collection[UUID]
    installs: Mapping[UUID, datetime]


def match_facts(work: Work, ids: Collection[UUID]) -> Mapping[UUID, MatchFacts]:
    """Return what speaks of the tasks of each match; without those that are gone."""
    query = select(Fixture).where(Fixture.id.in_(ids), Fixture.deleted_at.is_(None))
    record = _Record(
        *(_made(work, ids), _moves(work, ids), _rated(work, ids)),
        *(categories_of(work, ids), _meetings(work, ids), _animations(work, ids)),
        *(_commitments(work, ids), manned_posts(work, ids)),
        *(frozenset(outrun_ratings(work, ids)), _installs(work, ids)),
    )
    found = {}
    for match in work.session.scalars(query):
        rated, installs = record.rated.get(match.id), record.installs.get(match.id)
        found[match.id] = MatchFacts(
            _match_day(work, match, record),
            _seen(match, record),
            _day(rated.first) if rated else None,
            _day(installs) if installs else None,
        )
    return found


# ---- inside


def _match_day(work: Work, match: Fixture, record: _Record) -> MatchDay:
    moved = record.moves.get(match.id)
    # What this very piece of work makes is in no act yet.
    made = _day(record.made.get(match.id, work.now))
    if moved is None or moved.day_at is None:
        return MatchDay(match.kick_off_date, match.status, made)
    moved_on = _day(moved.day_at)
    return MatchDay(match.kick_off_date, match.status, made, moved_on, moved.day_from)


def _seen(match: Fixture, record: _Record) -> Seen:
    requests, pending, allowed, unchecked = record.animations.get(
        match.id, (0, 0, 0, 0)
    )
    posts, short = record.posts.get(match.id, (0, 0))
    binding, unkept = record.commitments.get(match.id, (0, 0))
    return Seen(
        plan=match.plan_status,
        travel=match.travel_regime,
        public=match.attendance_regime,
        category=record.categories.get(match.id),
        is_rated=match.id in record.rated,
        is_finally_rated=_is_finally_rated(match.id, record),
        is_outrun=match.id in record.outrun,
        has_allocation=match.away_allocation is not None,
        has_tickets=None not in (match.tickets_sold_home, match.tickets_sold_away),
        has_route=bool(match.away_station.strip() or match.away_route.strip()),
        met=record.met.get(match.id, frozenset()),
        requests=requests,
        pending=pending,
        allowed=allowed,
        unchecked=unchecked,
        posts=posts,
        short=short,
        binding=binding,
        unkept=unkept,
    )


def _day(moment: datetime) -> date:
    return local_day(moment, HOME_ZONE)


def _is_finally_rated(match: UUID, record: _Record) -> bool:
    """Say whether it stands where it stood when it was finally rated."""
    rated, moved = record.rated.get(match), record.moves.get(match)
    if rated is None or rated.last is None:
        return False
    return moved is None or moved.at <= rated.last


def _made(work: Work, ids: Collection[UUID]) -> Mapping[UUID, datetime]:
    """Return when each match was made."""
    asked = json.dumps([each.hex for each in ids])
    rows = work.connection.execute(_MADE, (asked,))
    return {
        UUID(bytes=row): datetime.fromtimestamp(wall / 1000, UTC) for row, wall in rows
    }


def _moves(work: Work, ids: Collection[UUID]) -> Mapping[UUID, _Moved]:
    own, found = KickOffChange, dict[UUID, _Moved]()
    query = select(own).where(own.fixture_id.in_(ids), own.deleted_at.is_(None))
    for move in work.session.scalars(query.order_by(own.changed_at, own.id)):
        if move.fixture_id is None:
            continue
        last = _Moved(move.changed_at)
        if move.from_date != move.to_date:
            last = _Moved(move.changed_at, move.changed_at, move.from_date)
        elif (before := found.get(move.fixture_id)) is not None:
            last = replace(before, at=move.changed_at)
        found[move.fixture_id] = last
    return found


def _rated(work: Work, ids: Collection[UUID]) -> Mapping[UUID, _Rated]:
    """Return when the police rated each match first, and when finally."""
    own = RiskAssessment
    final = case((own.stage.in_(_FINAL), own.decided_at))
    query = (
        select(own.fixture_id, func.min(own.decided_at), func.max(final))
        .where(
            own.fixture_id.in_(ids),
            own.deleted_at.is_(None),
            own.decided_at.is_not(None),
            own.rater == Rater.POLICE,
            own.stage != Stage.POST_MATCH,
        )
        .group_by(own.fixture_id)
    )
    rows: Iterable[Any] = work.session.execute(query)
    return {fixture: _Rated(first, last) for fixture, first, last in rows}


def _meetings(
    work: Work, ids: Collection[UUID]
) -> Mapping[UUID, frozenset[MeetingKind]]:
    """Return which kinds of meetings were held about each match."""
    query = select(Meeting.fixture_id, Meeting.kind).where(
        Meeting.fixture_id.in_(ids),
        Meeting.deleted_at.is_(None),
        Meeting.status == MeetingStatus.HELD,
    )
    held: dict[UUID, set[MeetingKind]] = defaultdict(set)
    for fixture, kind in work.session.execute(query.distinct()):
        if fixture is not None:
            held[fixture].add(kind)
    return {fixture: frozenset(kinds) for fixture, kinds in held.items()}


def _animations(
    work: Work, ids: Collection[UUID]
) -> Mapping[UUID, tuple[int, int, int, int]]:
    """Return the requests of each match: all, pending, allowed, and unchecked."""
    own = AnimationRequest
    is_allowed = own.decision.in_(_ALLOWED)
    query = (
        select(
            own.fixture_id,
            func.count(),
            _counted(own.decision == AnimationDecision.PENDING),
            _counted(is_allowed),
            _counted(and_(is_allowed, own.conformity == Conformity.UNCHECKED)),
        )
        .where(
            own.fixture_id.in_(ids),
            own.deleted_at.is_(None),
            own.decision != AnimationDecision.WITHDRAWN,
        )
        .group_by(own.fixture_id)
    )
    rows: Iterable[Any] = work.session.execute(query)
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def _installs(work: Work, ids: Collection[UUID]) -> Mapping[UUID, datetime]:
    """Return when the first of what is to be checked is put up, by match.

    Those are left out of which the hour of one is not noted.
    """
    own = AnimationRequest
    query = (
        select(own.fixture_id, func.min(own.installs_at))
        .where(
            own.fixture_id.in_(ids),
            own.deleted_at.is_(None),
            own.decision.in_(_ALLOWED),
            own.conformity == Conformity.UNCHECKED,
        )
        .group_by(own.fixture_id)
        .having(func.count() == func.count(own.installs_at))
    )
    rows: Iterable[Any] = work.session.execute(query)
    return {fixture: first for fixture, first in rows if fixture is not None}


def _commitments(work: Work, ids: Collection[UUID]) -> Mapping[UUID, tuple[int, int]]:
    """Return what binds of each match: all, and what is open by its day.

    What is due after the match need not be closed before it.
    """
    own = Commitment
    by_then = or_(own.due_on.is_(None), own.due_on <= Fixture.kick_off_date)
    unkept = _counted(and_(own.state == CommitmentState.OPEN, by_then))
    query = (
        select(own.fixture_id, func.count(), unkept)
        .join(Fixture, Fixture.id == own.fixture_id)
        .where(own.fixture_id.in_(ids), own.deleted_at.is_(None))
        .group_by(own.fixture_id)
    )
    rows: Iterable[Any] = work.session.execute(query)
    return {fixture: (binding, open_) for fixture, binding, open_ in rows}


def _counted(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
