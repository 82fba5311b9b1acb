"""Matches with a deployment, for its tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.deployment import DetachmentDraft, Phase, PostDraft
from sportsec.domain.words import Words
from sportsec.queries.deployment import deployment_plan
from sportsec.services.deployment import add_detachment, add_post
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Gate, Sector, Venue
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_gate, a_sector, a_unit, a_venue

KICK_OFF = datetime(2026, 12, 5, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_ground(work: Work) -> tuple[Venue, Sector, Gate]:
    """A stadium with one sector and its gate."""
    venue = a_venue(work)
    sector = a_sector(work, venue, "N", seats=5000)
    gate = a_gate(work, sector, "P1", turnstiles=4)
    work.session.flush()
    return venue, sector, gate


def a_match(work: Work, venue: Venue | None = None, **values: Any) -> Fixture:
    fixture = a_fixture(
        work,
        a_club(work, "Atlas Club"),
        a_club(work, "Ocean FC"),
        venue_id=venue.id if venue else None,
        **values,
    )
    work.session.flush()
    return fixture


def a_later_match(work: Work, venue: Venue | None = None, days: int = 7) -> Fixture:
    at = KICK_OFF + timedelta(days=days)
    return a_match(work, venue, kick_off_date=at.date(), kick_off_at=at)


def an_undated_match(work: Work) -> Fixture:
    return a_match(work, kick_off_date=date(2026, 12, 5), kick_off_at=None)


def a_detachment(
    work: Work, fixture: Fixture, sign: str = "Lion", headcount: int = 10, **values: Any
) -> UUID:
    if "unit_id" not in values:
        unit = a_unit(work, strength=100)
        work.session.flush()
        values["unit_id"] = unit.id
    draft = DetachmentDraft(
        headcount=headcount,
        leader_name="Chef",
        call_sign=sign,
        channel="4",
        **values,
    )
    key = add_detachment(work, fixture.id, draft)
    work.session.flush()
    return key


def many_detachments(work: Work, fixture: UUID, count: int) -> None:
    """Add more than a window shows: Y00, Y01 and so on."""
    for number in range(count):
        draft = DetachmentDraft(name=Words(fr="Y"), call_sign=f"Y{number:02}")
        add_detachment(work, fixture, draft)


def a_post(work: Work, fixture: Fixture, code: str = "A1", **values: Any) -> UUID:
    given = {
        "phase": Phase.P3,
        "headcount_needed": 5,
        "place": Words(fr="Porte nord"),
        **values,
    }
    key = add_post(work, fixture.id, PostDraft(code=code, **given))
    work.session.flush()
    return key


def assigned(work: Work, fixture: Fixture) -> dict[tuple[UUID, UUID], int]:
    work.session.flush()
    return dict(deployment_plan(work, fixture.id).assigned)
