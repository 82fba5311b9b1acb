"""Questions about the requests for tifos of a match."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select

from sportsec.domain.animation_rules import ALLOWED, RequestFacts, check_request
from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnswerDraft,
    Conformity,
    ConformityDraft,
)
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.problems import Problem
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.deployment import opening_of
from sportsec.queries.drafts import draft_of
from sportsec.store.base import Record
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.venues import Gate, Sector
from sportsec.store.work import Work

R = TypeVar("R", bound=Record)

#: What may still be mended after the answer.
_STILL_OPEN = frozenset(
    {"installs_at", "sector_id", "gate_id", "fire_proof", "covers_exits"}
)

#: What is to be done comes first, then what hangs, then what does not.
_ORDER = {
    AnimationDecision.PENDING: 0,
    AnimationDecision.AUTHORISED: 1,
    AnimationDecision.CONDITIONS: 1,
    AnimationDecision.REFUSED: 2,
    AnimationDecision.WITHDRAWN: 3,
}


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request of a match, what was answered, and what hung on the day.

    Args:
        sector_code: Of the sector named; "" where none is.
        decided_at: When it was answered or withdrawn.
        problems: What the rules say of it as the match stands now.
    """

    id: UUID
    draft: AnimationDraft
    answer: AnswerDraft
    day: ConformityDraft
    decided_at: datetime | None
    group: Words
    sector: Words
    sector_code: str
    gate_code: str
    problems: tuple[Problem, ...] = ()

    @property
    def is_pending(self) -> bool:
        """Whether it waits for its answer."""
        return self.answer.decision is AnimationDecision.PENDING

    @property
    def is_to_check(self) -> bool:
        """Whether it can hang on the day: it was allowed, or was seen already."""
        is_seen = self.day.conformity is not Conformity.UNCHECKED
        return self.answer.decision in ALLOWED or is_seen

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """What is still to be seen to: before the answer all, then what can change."""
        if self.is_pending:
            return self.problems
        is_open = self.day.conformity is Conformity.UNCHECKED
        if self.answer.decision not in ALLOWED or not is_open:
            return ()
        return tuple(each for each in self.problems if each.field in _STILL_OPEN)


def requests_of(work: Work, fixture_id: UUID) -> tuple[RequestRow, ...]:
    """Return the requests of a match: to be answered, authorised, refused, withdrawn.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    query = select(AnimationRequest).where(
        AnimationRequest.fixture_id == fixture_id,
        AnimationRequest.deleted_at.is_(None),
    )
    records = list(work.session.scalars(query))
    if not records:
        return ()
    opening = opening_of(work, fixture)
    groups = _named(work, SupporterGroup, (each.group_id for each in records))
    sectors = _named(work, Sector, (each.sector_id for each in records))
    gates = _named(work, Gate, (each.gate_id for each in records))
    rows = []
    for each in records:
        group = groups.get(each.group_id)
        sector, gate = sectors.get(each.sector_id), gates.get(each.gate_id)
        draft = draft_of(AnimationDraft, each)
        facts = _facts(work, fixture, opening, (group, sector, gate))
        rows.append(
            RequestRow(
                id=each.id,
                draft=draft,
                answer=draft_of(AnswerDraft, each),
                day=draft_of(ConformityDraft, each),
                decided_at=each.decided_at,
                group=group.name if group else Words(),
                sector=sector.name if sector else Words(),
                sector_code=sector.code if sector else "",
                gate_code=gate.code if gate else "",
                problems=tuple(check_request(draft, facts)),
            )
        )
    return tuple(sorted(rows, key=_place))


def request_facts(work: Work, fixture_id: UUID, draft: AnimationDraft) -> RequestFacts:
    """Return what the rules must know about a request as it is typed.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    session = work.session
    named = (
        session.get(SupporterGroup, draft.group_id) if draft.group_id else None,
        session.get(Sector, draft.sector_id) if draft.sector_id else None,
        session.get(Gate, draft.gate_id) if draft.gate_id else None,
    )
    return _facts(work, fixture, opening_of(work, fixture), named)


def pending_requests(work: Work, ids: Collection[UUID]) -> Mapping[UUID, int]:
    """Return how many requests of each match wait for their answer; none is absent."""
    owner = AnimationRequest
    query = (
        select(owner.fixture_id, func.count())
        .where(
            owner.fixture_id.in_(ids),
            owner.deleted_at.is_(None),
            owner.decision == AnimationDecision.PENDING,
        )
        .group_by(owner.fixture_id)
    )
    return {
        match: count
        for match, count in work.session.execute(query)
        if match is not None
    }


def next_with_requests(work: Work) -> UUID | None:
    """Return the first match to come of which a request stands, answered or not."""
    request = AnimationRequest
    query = (
        select(Fixture.id)
        .join(request, request.fixture_id == Fixture.id)
        .where(
            request.deleted_at.is_(None),
            request.decision != AnimationDecision.WITHDRAWN,
            Fixture.deleted_at.is_(None),
            Fixture.status != FixtureStatus.CANCELLED,
            Fixture.kick_off_date >= local_day(work),
        )
        .order_by(Fixture.kick_off_date, Fixture.kick_off_at, Fixture.id)
        .limit(1)
    )
    return work.session.scalar(query)


# ---- inside


def _place(row: RequestRow) -> tuple[object, ...]:
    at, asked = row.draft.installs_at, row.draft.requested_on
    return (
        _ORDER[row.answer.decision],
        at is None,
        at and at.timestamp(),
        asked is None,
        asked and asked.toordinal(),
        row.id,
    )


def _facts(
    work: Work,
    fixture: Fixture,
    opening: datetime | None,
    named: tuple[SupporterGroup | None, Sector | None, Gate | None],
) -> RequestFacts:
    group, sector, gate = named
    clubs = {fixture.home_club_id: True, fixture.away_club_id: False}
    club = group.club_id if group is not None else None
    venues = {each.venue_id for each in (sector, gate) if each is not None}
    return RequestFacts(
        today=local_day(work),
        kick_off_at=fixture.kick_off_at,
        gates_open_at=opening,
        zone=fixture.kick_off_zone,
        is_home=clubs.get(club) if club is not None else None,
        has_group=group is not None,
        sector_use=sector.use if sector is not None else None,
        is_elsewhere=bool(venues - {fixture.venue_id}),
    )


def _named(
    work: Work, kind: type[R], ids: Iterable[UUID | None]
) -> dict[UUID | None, R]:
    """Return the records that requests name, also deleted ones."""
    query = select(kind).where(kind.id.in_({one for one in ids if one is not None}))
    return {each.id: each for each in work.session.scalars(query)}
