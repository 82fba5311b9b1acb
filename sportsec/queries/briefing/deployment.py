"""The part of a briefing that says who stands where and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from sportsec.domain.capacity import SectorCapacity
from sportsec.domain.deployment import ListKind, Phase
from sportsec.domain.deployment_plan import Stand, spent_reserves
from sportsec.domain.words import Words
from sportsec.queries.briefing.rows import (
    DeploymentPart,
    DetachmentRow,
    Person,
    PhaseRow,
    PostRow,
)
from sportsec.queries.briefing.sectors import (
    Posted,
    Spread,
    sectors_of,
    strength_of,
)
from sportsec.store.tables.deployment import (
    Assignment,
    Detachment,
    FixturePhase,
    Post,
)
from sportsec.store.tables.people import Contact
from sportsec.store.tables.units import ListItem, Unit
from sportsec.store.tables.venues import Gate, Sector


def deployment_part(
    session: Session, fixture_id: UUID, capacities: Mapping[UUID, SectorCapacity]
) -> DeploymentPart:
    """Return phases, detachments, posts and sectors of a fixture.

    Args:
        capacities: The limits of each sector of the stadium, in persons.
    """
    posted = _assignments(session, fixture_id)
    posts = _posts(session, fixture_id)
    spread = Spread(posts, posted, capacities)
    detachments = _spent(_detachments(session, fixture_id), posts, posted)
    by_id = {each.id: each for each in detachments}
    return DeploymentPart(
        phases=_phases(session, fixture_id),
        detachments=detachments,
        posts=tuple(_post_row(*row, posted[row[0].id], by_id) for row in posts),
        sectors=sectors_of(session, spread, by_id, capacities),
        strength=strength_of(spread, by_id),
    )


def _phases(session: Session, fixture_id: UUID) -> tuple[PhaseRow, ...]:
    query = (
        select(
            FixturePhase.phase,
            FixturePhase.starts_at,
            FixturePhase.ends_at,
            FixturePhase.objective,
        )
        .where(FixturePhase.fixture_id == fixture_id, FixturePhase.deleted_at.is_(None))
        .order_by(FixturePhase.phase)
    )
    return tuple(PhaseRow(*row) for row in session.execute(query))


def _spent(
    detachments: tuple[DetachmentRow, ...],
    posts: Iterable[tuple[Post, Sector | None, Gate | None]],
    posted: Mapping[UUID, Posted],
) -> tuple[DetachmentRow, ...]:
    """Return the detachments, the reserves with how many of them hold a post."""
    stands = (
        Stand(
            Phase(post.phase),
            is_inside=bool(post.sector_id or post.gate_id),
            crew=dict(posted.get(post.id, ())),
        )
        for post, _, _ in posts
    )
    reserves = {each.id for each in detachments if each.is_reserve}
    spent = spent_reserves(stands, reserves)
    return tuple(replace(each, spent=spent.get(each.id)) for each in detachments)


def _detachments(session: Session, fixture_id: UUID) -> tuple[DetachmentRow, ...]:
    ranks = _ranks(session)
    query = (
        select(Detachment, Unit.name, Unit.service, Contact)
        .outerjoin(Unit, Detachment.unit_id == Unit.id)
        .outerjoin(Contact, Detachment.leader_id == Contact.id)
        .where(Detachment.fixture_id == fixture_id, Detachment.deleted_at.is_(None))
        .order_by(Detachment.position, Detachment.id)
    )
    return tuple(
        DetachmentRow(
            id=row.id,
            name=row.name,
            unit=unit,
            service=service,
            headcount=row.headcount,
            women=row.women,
            function=row.function,
            is_reserve=row.is_reserve,
            reserve_trigger=row.reserve_trigger,
            leader=_leader(row, contact, ranks),
            call_sign=row.call_sign,
            channel=row.channel,
            fallback_channel=row.fallback_channel,
            arrives_at=row.arrives_at,
        )
        for row, unit, service, contact in session.execute(query)
    )


def _leader(
    row: Detachment, contact: Contact | None, ranks: dict[str, Words]
) -> Person:
    """Return the leader: what the plan says of him, else his own record."""
    rank = ranks.get(row.leader_rank or (contact.rank if contact else ""), Words())
    phone = row.leader_phone or (contact.phone if contact else "")
    if row.leader_name or contact is None:
        return Person("", row.leader_name, rank, phone)
    return Person(contact.name_ar, contact.name_latin, rank, phone)


def _ranks(session: Session) -> dict[str, Words]:
    query = select(ListItem.code, ListItem.name).where(ListItem.kind == ListKind.RANK)
    return {row.code: row.name for row in session.execute(query)}


def _assignments(session: Session, fixture_id: UUID) -> defaultdict[UUID, Posted]:
    query = (
        select(Assignment.post_id, Assignment.detachment_id, Assignment.headcount)
        .join(Post, Assignment.post_id == Post.id)
        .join(Detachment, Assignment.detachment_id == Detachment.id)
        .where(
            Post.fixture_id == fixture_id,
            Assignment.deleted_at.is_(None),
            Detachment.deleted_at.is_(None),
        )
        .order_by(Detachment.position, Assignment.id)
    )
    posted: defaultdict[UUID, Posted] = defaultdict(list)
    for post, detachment, headcount in session.execute(query):
        if post is not None and detachment is not None:
            posted[post].append((detachment, headcount or 0))
    return posted


def _posts(
    session: Session, fixture_id: UUID
) -> list[tuple[Post, Sector | None, Gate | None]]:
    query = (
        select(Post, Sector, Gate)
        .outerjoin(Sector, Post.sector_id == Sector.id)
        .outerjoin(Gate, Post.gate_id == Gate.id)
        .where(Post.fixture_id == fixture_id, Post.deleted_at.is_(None))
        .order_by(Post.phase, Post.position, Post.code, Post.id)
    )
    return [(post, sector, gate) for post, sector, gate in session.execute(query)]


def _post_row(
    post: Post,
    sector: Sector | None,
    gate: Gate | None,
    posted: Posted,
    detachments: Mapping[UUID, DetachmentRow],
) -> PostRow:
    return PostRow(
        id=post.id,
        sector_id=post.sector_id,
        gate_id=post.gate_id,
        phase=post.phase,
        code=post.code,
        sector=sector.name if sector else Words(),
        sector_code=sector.code if sector else "",
        gate_code=gate.code if gate else "",
        place=post.place,
        task=post.task,
        relief=post.relief,
        equipment=post.equipment,
        needed=post.headcount_needed,
        assigned=sum(headcount for _, headcount in posted),
        call_signs=tuple(
            detachments[each].call_sign for each, _ in posted if each in detachments
        ),
    )
