"""How far matches have come on the way to their briefing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, select

from sportsec.domain.readiness import Preparation
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.order_texts import order_problems
from sportsec.store.tables.deployment import Assignment, Post
from sportsec.store.tables.fixtures import Estimate, Fixture, KickOffChange
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work


def preparations(work: Work, rows: Collection[AgendaRow]) -> Mapping[UUID, Preparation]:
    """Return what has been done for each match."""
    ids = [row.id for row in rows]
    own = select(Fixture.id, Fixture.venue_id, Fixture.commander_id)
    placed = {
        each: (venue is not None, commander is not None)
        for each, venue, commander in work.session.execute(
            own.where(Fixture.id.in_(ids))
        )
    }
    estimated = set(
        work.session.scalars(
            select(Estimate.fixture_id).where(
                Estimate.fixture_id.in_(ids), Estimate.deleted_at.is_(None)
            )
        )
    )
    posts = _posts(work, ids)
    moved = _moved_since_rated(work, ids)
    return {
        row.id: Preparation(
            status=row.status,
            kick_off_date=row.kick_off_date,
            kick_off_status=row.kick_off_status,
            has_hour=row.kick_off_at is not None,
            has_stadium=placed[row.id][0],
            has_estimate=row.id in estimated,
            has_commander=placed[row.id][1],
            is_rated=row.category is not None,
            has_moved=row.id in moved,
            posts=posts.get(row.id, (0, 0))[0],
            short=posts.get(row.id, (0, 0))[1],
            has_wrong_texts=bool(order_problems(work, row.id)),
        )
        for row in rows
    }


def _moved_since_rated(work: Work, ids: Collection[UUID]) -> set[UUID]:
    """Return the matches that went elsewhere after they were last rated."""
    rated = (
        select(
            RiskAssessment.fixture_id, func.max(RiskAssessment.decided_at).label("at")
        )
        .where(RiskAssessment.fixture_id.in_(ids), RiskAssessment.deleted_at.is_(None))
        .group_by(RiskAssessment.fixture_id)
        .subquery()
    )
    query = (
        select(KickOffChange.fixture_id)
        .join(rated, rated.c.fixture_id == KickOffChange.fixture_id)
        .where(
            KickOffChange.deleted_at.is_(None), KickOffChange.changed_at > rated.c.at
        )
    )
    return {each for each in work.session.scalars(query) if each is not None}


def _posts(work: Work, ids: Collection[UUID]) -> Mapping[UUID, tuple[int, int]]:
    """Return how many posts each match has, and how many are short of officers."""
    there: ColumnElement[int] = func.coalesce(func.sum(Assignment.headcount), 0)
    manned = (
        select(
            Post.fixture_id, Post.headcount_needed.label("needed"), there.label("on")
        )
        .outerjoin(
            Assignment,
            (Assignment.post_id == Post.id) & Assignment.deleted_at.is_(None),
        )
        .where(Post.fixture_id.in_(ids), Post.deleted_at.is_(None))
        .group_by(Post.id)
        .subquery()
    )
    short = func.sum(case((manned.c.on < manned.c.needed, 1), else_=0))
    rows = work.session.execute(
        select(manned.c.fixture_id, func.count(), short).group_by(manned.c.fixture_id)
    )
    return {fixture: (total, missing) for fixture, total, missing in rows}
