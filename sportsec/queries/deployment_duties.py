"""What the units and leaders of a deployment do at other matches around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_, select

from sportsec.domain.day_clashes import OFF, Clash, DayMatch, find_clashes
from sportsec.domain.deployment import Phase
from sportsec.domain.deployment_plan import DetachmentLine, Duty
from sportsec.domain.phases import Window, default_windows, on_the_ground
from sportsec.domain.words import Words
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.store.tables.deployment import Detachment, FixturePhase
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Matches so many days away cannot take rest from this one.
DAYS_AROUND = 2

#: Windows that the officers of a match have set.
Stored = dict[Phase, Window]


def duties_elsewhere(
    work: Work, fixture: Fixture, lines: Sequence[DetachmentLine]
) -> tuple[Duty, ...]:
    """Return the duties of the same units and leaders within two days of a match."""
    units = {line.draft.unit_id for line in lines} - {None}
    chiefs = {line.draft.leader_id for line in lines} - {None}
    around = timedelta(days=DAYS_AROUND)
    query = with_names(
        select(Detachment, Fixture, HOME.name, AWAY.name)
        .join(Fixture, Detachment.fixture_id == Fixture.id)
        .where(
            Fixture.id != fixture.id,
            Detachment.deleted_at.is_(None),
            Fixture.deleted_at.is_(None),
            Fixture.status.not_in(OFF),
            Fixture.kick_off_date.between(
                fixture.kick_off_date - around, fixture.kick_off_date + around
            ),
            or_(Detachment.unit_id.in_(units), Detachment.leader_id.in_(chiefs)),
        )
        .order_by(Fixture.kick_off_date, Fixture.id, Detachment.position, Detachment.id)
    )
    rows = work.session.execute(query).all()
    phases = _stored_phases(work, {other.id for _line, other, _h, _a in rows})
    here = _needing(fixture, units | chiefs)
    return tuple(_duty(here, *row, phases[row[1].id]) for row in rows)


def _needing(fixture: Fixture, staff: Collection[UUID | None]) -> DayMatch:
    """Return a match as the calendar compares it with others for their people."""
    return DayMatch(
        *(fixture.id, fixture.kick_off_date, fixture.kick_off_at, fixture.status),
        staff=[one for one in staff if one is not None],
    )


def _duty(
    here: DayMatch,
    line: Detachment,
    fixture: Fixture,
    home: Words | None,
    away: Words | None,
    stored: Stored,
) -> Duty:
    there = _needing(fixture, (line.unit_id, line.leader_id))
    return Duty(
        fixture_id=fixture.id,
        home=home or Words(),
        away=away or Words(),
        window=_window(line, fixture, stored),
        headcount=line.headcount or 0,
        unit_id=line.unit_id,
        leader_id=line.leader_id,
        is_same_day=Clash.STAFF in find_clashes((here, there)).kinds(here.id),
    )


def _stored_phases(
    work: Work, fixture_ids: Iterable[UUID]
) -> dict[UUID | None, Stored]:
    query = select(FixturePhase).where(
        FixturePhase.fixture_id.in_(fixture_ids), FixturePhase.deleted_at.is_(None)
    )
    found: dict[UUID | None, Stored] = defaultdict(dict)
    for row in work.session.scalars(query):
        if row.starts_at is not None and row.ends_at is not None:
            found[row.fixture_id][row.phase] = Window(row.starts_at, row.ends_at)
    return found


def _window(line: Detachment, fixture: Fixture, stored: Stored) -> Window | None:
    """Return when a detachment is at another match: its times, else all of it."""
    windows = dict(stored)
    if fixture.kick_off_at is not None:
        usual = default_windows(
            fixture.kick_off_at, fixture.gates_open_at, fixture.kick_off_zone
        )
        windows = {**usual, **stored}
    span = on_the_ground(windows)
    starts_at = line.arrives_at or (span.starts_at if span else None)
    ends_at = line.leaves_at or (span.ends_at if span else None)
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        return None
    return Window(starts_at, ends_at)
