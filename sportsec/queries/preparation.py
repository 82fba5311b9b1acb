"""How far matches have come on the way to their briefing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, exists, func, or_, select

from sportsec.domain.away import keeps_away_out
from sportsec.domain.estimate_rules import covers_public
from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.order_texts import text_said
from sportsec.domain.readiness import Preparation
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.animations import pending_requests
from sportsec.queries.old_times import text_warnings
from sportsec.queries.rated_sides import rated_before_exchange
from sportsec.queries.risk_outrun import outrun_ratings
from sportsec.store.tables.deployment import Assignment, Post
from sportsec.store.tables.fixtures import Estimate, Fixture, KickOffChange
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work


def preparations(work: Work, rows: Collection[AgendaRow]) -> Mapping[UUID, Preparation]:
    """Return what has been done for each match."""
    ids = [row.id for row in rows]
    query = select(Fixture).where(Fixture.id.in_(ids))
    fixtures = {each.id: each for each in work.session.scalars(query)}
    estimated = _estimated(work, ids)
    posts = manned_posts(work, ids)
    moved = moved_since_rated(work, ids)
    unanswered = pending_requests(work, ids)
    outrun = outrun_ratings(work, ids)
    turned = rated_before_exchange(work, ids)
    return {
        row.id: Preparation(
            status=row.status,
            kick_off_date=row.kick_off_date,
            kick_off_status=row.kick_off_status,
            has_hour=row.kick_off_at is not None,
            has_stadium=fixtures[row.id].venue_id is not None,
            has_estimate=_covers_public(fixtures[row.id], estimated[row.id]),
            has_commander=fixtures[row.id].commander_id is not None,
            is_rated=row.category is not None,
            has_moved=row.id in moved,
            posts=posts.get(row.id, (0, 0))[0],
            short=posts.get(row.id, (0, 0))[1],
            wrong_texts=_wrong_texts(work, row.id) if row.status in AHEAD else 0,
            unanswered=unanswered.get(row.id, 0),
            is_outrun=row.id in outrun,
            is_turned=row.id in turned,
        )
        for row in rows
    }


def _estimated(work: Work, ids: Collection[UUID]) -> Mapping[UUID, set[EstimateKind]]:
    """Return of what each match has an estimate."""
    query = select(Estimate.fixture_id, Estimate.kind).where(
        Estimate.fixture_id.in_(ids),
        Estimate.deleted_at.is_(None),
        Estimate.persons.is_not(None),
    )
    found: dict[UUID, set[EstimateKind]] = defaultdict(set)
    for fixture_id, kind in work.session.execute(query):
        if fixture_id is not None:
            found[fixture_id].add(kind)
    return found


def _wrong_texts(work: Work, fixture_id: UUID) -> int:
    """Return how many texts are to be checked; each that is mended is one less."""
    said = filter(None, map(text_said, text_warnings(work, fixture_id)))
    return len({(text.which, code) for text in said for code in text.languages})


def _covers_public(fixture: Fixture, kinds: Collection[EstimateKind]) -> bool:
    stays = keeps_away_out(fixture.travel_regime, fixture.attendance_regime)
    return covers_public(kinds, away_comes=not stays)


def needs_new_rating(work: Work, matches: Select[UUID]) -> ColumnElement[bool]:
    """Return the condition that a rating of some matches was left behind."""
    rated = exists().where(RiskAssessment.fixture_id == Fixture.id)
    ids = set(work.session.scalars(matches.where(rated)))
    turned = rated_before_exchange(work, ids)
    return or_(has_moved_since_rated(), Fixture.id.in_(turned))


def has_moved_since_rated() -> ColumnElement[bool]:
    """Return the condition that a match went elsewhere after it was last rated."""
    rated = (
        select(func.max(RiskAssessment.decided_at))
        .where(
            RiskAssessment.fixture_id == KickOffChange.fixture_id,
            RiskAssessment.deleted_at.is_(None),
        )
        .scalar_subquery()
    )
    return exists().where(
        KickOffChange.fixture_id == Fixture.id,
        KickOffChange.deleted_at.is_(None),
        KickOffChange.changed_at > rated,
    )


def moved_since_rated(work: Work, ids: Collection[UUID]) -> set[UUID]:
    """Return which of some matches went elsewhere after they were last rated."""
    moved = select(Fixture.id).where(Fixture.id.in_(ids), has_moved_since_rated())
    return set(work.session.scalars(moved))


def manned_posts(work: Work, ids: Collection[UUID]) -> Mapping[UUID, tuple[int, int]]:
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
