"""What happens in the days of the first page besides matches, and who left them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import and_, exists, func, or_, select

from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.risk import RiskCategory
from sportsec.domain.task_times import CALLED_OFF
from sportsec.i18n.formats import ZONE
from sportsec.queries.agenda_rows import AgendaRow, read_rows
from sportsec.queries.home_tasks import SHOWN
from sportsec.queries.meetings import MeetingEntry, meetings_planned
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.work import Work

#: A move, or a file that came in, is told of for so long.
TOLD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class LeftMatches:
    """Matches that stood in the days shown and do no longer.

    Args:
        rows: By their day; one that is called off has kept the day that it had. At
            most SHOWN.
        count: How many there are in all.
    """

    rows: tuple[AgendaRow, ...] = ()
    count: int = 0

    @property
    def has_grave(self) -> bool:
        """Say whether one of high or critical category is among them."""
        return any((row.category or 0) >= RiskCategory.HIGH for row in self.rows)


def meetings_of_days(work: Work, first: date, last: date) -> tuple[MeetingEntry, ...]:
    """Return the meetings to be held on some days of the officer's calendar."""
    begin = datetime.combine(first, time.min, ZONE)
    end = datetime.combine(last + timedelta(1), time.min, ZONE)
    return meetings_planned(work, begin, end)


def left_matches(work: Work, first: date, last: date) -> LeftMatches:
    """Return the matches lately moved out of some days, or called off in them."""
    own = KickOffChange
    moved = exists().where(
        own.fixture_id == Fixture.id,
        own.deleted_at.is_(None),
        own.changed_at >= work.now - TOLD,
        own.from_date.between(first, last),
    )
    is_there = Fixture.kick_off_date.between(first, last)
    left = select(Fixture.id).where(
        Fixture.deleted_at.is_(None),
        or_(
            and_(Fixture.status.in_(AHEAD), ~is_there, moved),
            and_(Fixture.status.in_(CALLED_OFF), or_(is_there, moved)),
        ),
    )
    count = work.session.scalar(select(func.count()).select_from(left.subquery())) or 0
    by_day = left.order_by(Fixture.kick_off_date, Fixture.id).limit(SHOWN)
    ids = list(work.session.scalars(by_day))
    rows = {row.id: row for row in read_rows(work, ids)}
    return LeftMatches(tuple(rows[each] for each in ids), count)
