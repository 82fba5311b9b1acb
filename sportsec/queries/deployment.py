"""Questions about deployments: the plan of a match, and earlier ones to copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, func, select, type_coerce

from sportsec.domain.away import keeps_away_out
from sportsec.domain.capacity import gates_open_at
from sportsec.domain.deployment import DetachmentDraft, ListKind, Phase, PostDraft
from sportsec.domain.deployment_plan import (
    DetachmentLine,
    Plan,
    PostLine,
    SectorLine,
)
from sportsec.domain.phases import Window, default_windows
from sportsec.domain.stadium import PlanGate, PlanSector
from sportsec.domain.venues import GateDraft, SectorDraft
from sportsec.domain.words import Words
from sportsec.queries.deployment_duties import duties_elsewhere
from sportsec.queries.drafts import draft_of
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.queries.risk_record import (
    away_expected,
    crowd_expected,
    latest_estimates,
)
from sportsec.queries.venues import live_gates, read_parts
from sportsec.store.tables.deployment import (
    Assignment,
    Detachment,
    FixturePhase,
    Post,
)
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.units import ListItem, Unit
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """An earlier match whose deployment can be copied."""

    fixture_id: UUID
    played_on: date
    home: Words
    away: Words
    posts: int
    detachments: int
    is_same_venue: bool


def deployment_plan(work: Work, fixture_id: UUID) -> Plan:
    """Return the whole deployment of a match.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    sectors, gates = _grounds(work, fixture)
    windows, objectives = _phases(work, fixture_id)
    detachments = _detachments(work, fixture_id)
    return Plan(
        fixture_id=fixture_id,
        commander_id=fixture.commander_id,
        call_sign=fixture.commander_call_sign,
        kick_off_at=fixture.kick_off_at,
        windows={**usual_windows(work, fixture), **windows},
        stored=frozenset(windows),
        objectives=objectives,
        detachments=detachments,
        posts=_posts(work, fixture_id, sectors, gates),
        assigned=_assigned(work, fixture_id),
        sectors=tuple(_sector_line(key, draft) for key, draft in sectors.items()),
        gates=tuple(_plan_gate(key, draft) for key, draft in gates.items()),
        duties=duties_elsewhere(work, fixture, detachments),
        keeps_away_out=keeps_away_out(fixture.travel_regime, fixture.attendance_regime),
    )


def usual_windows(work: Work, fixture: Fixture) -> dict[Phase, Window]:
    """Return the phases of a match as they are while nobody sets their hours."""
    return _usual(fixture, opening_of(work, fixture))


def planned_windows(
    work: Work, fixture: Fixture, opening: datetime | None
) -> dict[Phase, Window]:
    """Return the phases of a match as they are set, else as they are usual.

    Args:
        opening: Of the gates, as `opening_of` says.
    """
    return {**_usual(fixture, opening), **_phases(work, fixture.id)[0]}


def opening_of(work: Work, fixture: Fixture) -> datetime | None:
    """Return when the gates open: as decided, else as the expected public needs it."""
    if fixture.gates_open_at is not None or fixture.kick_off_at is None:
        return fixture.gates_open_at
    estimates = latest_estimates(work, fixture.id)
    crowd = crowd_expected(fixture, estimates, away_expected(fixture, estimates))
    gates = live_gates(work, fixture.venue_id) if fixture.venue_id else []
    return gates_open_at(fixture.kick_off_at, crowd, gates)


def _usual(fixture: Fixture, opening: datetime | None) -> dict[Phase, Window]:
    """Return the default phases of a match; none while its hour is not known."""
    if fixture.kick_off_at is None:
        return {}
    return default_windows(fixture.kick_off_at, opening, fixture.kick_off_zone)


def earlier_plans(work: Work, fixture_id: UUID, limit: int = 20) -> list[EarlierPlan]:
    """Return earlier matches that have posts, those at the same venue first.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    posts = _count_of(Post)
    same_venue = type_coerce(
        func.coalesce(Fixture.venue_id == fixture.venue_id, 0), Boolean
    )
    query = with_names(
        select(
            Fixture.id,
            Fixture.kick_off_date,
            HOME.name,
            AWAY.name,
            posts,
            _count_of(Detachment),
            same_venue,
        )
        .where(
            Fixture.id != fixture_id,
            Fixture.deleted_at.is_(None),
            Fixture.kick_off_date <= fixture.kick_off_date,
            posts > 0,
        )
        .order_by(same_venue.desc(), Fixture.kick_off_date.desc(), Fixture.id)
        .limit(limit)
    )
    return [
        EarlierPlan(key, day, home or Words(), away or Words(), posts, forces, same)
        for key, day, home, away, posts, forces, same in work.session.execute(query)
    ]


def _count_of(part: type[Post | Detachment]) -> ColumnElement[int]:
    of_fixture = (part.fixture_id == Fixture.id, part.deleted_at.is_(None))
    query = select(func.count()).select_from(part).where(*of_fixture)
    counted: ColumnElement[int] = query.correlate(Fixture).scalar_subquery()
    return counted


def _grounds(
    work: Work, fixture: Fixture
) -> tuple[dict[UUID, SectorDraft], dict[UUID, GateDraft]]:
    if fixture.venue_id is None:
        return {}, {}
    return read_parts(work, [fixture.venue_id])[fixture.venue_id]


def _phases(
    work: Work, fixture_id: UUID
) -> tuple[dict[Phase, Window], dict[Phase, Words]]:
    query = select(FixturePhase).where(
        FixturePhase.fixture_id == fixture_id, FixturePhase.deleted_at.is_(None)
    )
    windows, objectives = {}, {}
    for row in work.session.scalars(query):
        objectives[row.phase] = row.objective
        if row.starts_at is not None and row.ends_at is not None:
            windows[row.phase] = Window(row.starts_at, row.ends_at)
    return windows, objectives


def _detachments(work: Work, fixture_id: UUID) -> tuple[DetachmentLine, ...]:
    query = (
        select(Detachment, Unit, Contact)
        .outerjoin(Unit, Detachment.unit_id == Unit.id)
        .outerjoin(Contact, Detachment.leader_id == Contact.id)
        .where(Detachment.fixture_id == fixture_id, Detachment.deleted_at.is_(None))
        .order_by(Detachment.position, Detachment.id)
    )
    ranks = rank_names(work)
    return tuple(
        _detachment_line(row, unit, contact, ranks)
        for row, unit, contact in work.session.execute(query)
    )


def _detachment_line(
    row: Detachment,
    unit: Unit | None,
    contact: Contact | None,
    ranks: dict[str, Words],
) -> DetachmentLine:
    """Say of the leader what the plan says, else what his own record says."""
    rank = row.leader_rank or (contact.rank if contact else "")
    leader = Words(row.leader_name, row.leader_name, row.leader_name)
    if not leader and contact is not None:
        leader = Words(contact.name_ar, contact.name_latin, contact.name_latin)
    return DetachmentLine(
        id=row.id,
        draft=draft_of(DetachmentDraft, row),
        unit=unit.name if unit else Words(),
        service=unit.service if unit else None,
        strength=unit.strength if unit else None,
        leader=leader,
        rank=ranks.get(rank, Words(rank, rank, rank)),
        phone=row.leader_phone or (contact.phone if contact else ""),
    )


def rank_names(work: Work) -> dict[str, Words]:
    """Return the names of the ranks by their codes, in their order."""
    query = (
        select(ListItem.code, ListItem.name)
        .where(ListItem.kind == ListKind.RANK, ListItem.deleted_at.is_(None))
        .order_by(ListItem.position, ListItem.code)
    )
    return {row.code: row.name for row in work.session.execute(query)}


def _posts(
    work: Work,
    fixture_id: UUID,
    sectors: dict[UUID, SectorDraft],
    gates: dict[UUID, GateDraft],
) -> tuple[PostLine, ...]:
    query = (
        select(Post)
        .where(Post.fixture_id == fixture_id, Post.deleted_at.is_(None))
        .order_by(Post.phase, Post.position, Post.code, Post.id)
    )
    return tuple(_post_line(row, sectors, gates) for row in work.session.scalars(query))


def _post_line(
    row: Post, sectors: dict[UUID, SectorDraft], gates: dict[UUID, GateDraft]
) -> PostLine:
    gate = gates.get(row.gate_id) if row.gate_id else None
    sector_id = row.sector_id or (gate.sector_id if gate else None)
    sector = sectors.get(sector_id) if sector_id else None
    return PostLine(
        id=row.id,
        draft=draft_of(PostDraft, row),
        sector_id=sector_id if sector else None,
        sector_code=sector.code if sector else "",
        gate_code=gate.code if gate else "",
    )


def _assigned(work: Work, fixture_id: UUID) -> dict[tuple[UUID, UUID], int]:
    query = (
        select(Assignment.detachment_id, Assignment.post_id, Assignment.headcount)
        .join(Post, Assignment.post_id == Post.id)
        .join(Detachment, Assignment.detachment_id == Detachment.id)
        .where(
            Post.fixture_id == fixture_id,
            *(t.deleted_at.is_(None) for t in (Assignment, Post, Detachment)),
        )
    )
    return {
        (detachment, post): headcount or 0
        for detachment, post, headcount in work.session.execute(query)
        if detachment is not None and post is not None
    }


def _sector_line(key: UUID, draft: SectorDraft) -> SectorLine:
    placed = PlanSector(
        key,
        draft.code,
        draft.use,
        draft.side,
        draft.start_degree,
        draft.end_degree,
        draft.tier,
    )
    return SectorLine(placed, draft.name)


def _plan_gate(key: UUID, draft: GateDraft) -> PlanGate:
    return PlanGate(
        key, draft.code, draft.degree, draft.sector_id, draft.is_emergency_only
    )
