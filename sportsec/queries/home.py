"""What waits for the officer this morning: the week, what is late, what came in."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, func, select

from sportsec.domain.calendar_days import coming_days
from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.readiness import Lack, is_late, lacks
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import Words
from sportsec.queries.agenda_rows import AgendaRow, read_rows
from sportsec.queries.clock import local_day
from sportsec.queries.conflicts import conflict_counts
from sportsec.queries.doubts import match_doubts
from sportsec.queries.due_promises import DuePromises, due_promises
from sportsec.queries.home_days import (
    TOLD,
    LeftMatches,
    left_matches,
    meetings_of_days,
)
from sportsec.queries.home_tasks import (
    SHOWN,
    DueTasks,
    LatePromises,
    TasksNow,
    late_promises,
    tasks_now,
)
from sportsec.queries.inbox import count_inbox
from sportsec.queries.meetings import MeetingEntry
from sportsec.queries.peers import words_of_name
from sportsec.queries.people import to_verify_count
from sportsec.queries.preparation import needs_new_rating, preparations
from sportsec.queries.region import own_city, spellings
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Matches without a result are looked for so far back.
BACK_DAYS = 60
#: Cards of the week: more than a cell polices, far fewer than a national list holds.
MOST_CARDS = 60

#: Stands for the hour of a match of which only the day is known.
_NO_HOUR = datetime.min.replace(tzinfo=UTC)

_BY_KICK_OFF = (Fixture.kick_off_date, Fixture.kick_off_at, Fixture.id)

#: With max(), SQLite takes the other columns from the same act. The act that made a
#: match changed nothing.
_CHANGED = """SELECT o.row, max(a.hlc), a.wall, a.title FROM journal_op o
JOIN journal_act a ON a.act = o.act
WHERE o.row IN (SELECT unhex(value) FROM json_each(?))
GROUP BY o.row HAVING count(DISTINCT o.act) > 1"""
_CAME = """SELECT c.name, r.number, a.wall, json_extract(a.detail, '$.changes')
FROM journal_receipt r JOIN journal_act a ON a.act = r.act
JOIN journal_replica c ON c.number = r.sender
WHERE a.wall >= ? ORDER BY r.act DESC"""


@dataclass(frozen=True, slots=True)
class Change:
    """The latest change of a match: when, and the sentence of the act (a msgid)."""

    when: datetime
    act: str


@dataclass(frozen=True, slots=True)
class WeekMatch:
    """A match of the week with all that is to be known at a glance.

    Args:
        doubts: How many warnings stand on its overview; they need not be mended.
        conflicts: Fields of its file that wait for a decision.
        change: None where nothing changed since the match was made.
        tasks: How many of its tasks are to be done by now.
        promises: How many promises and decisions of it are to be kept by now.
    """

    row: AgendaRow
    lacks: tuple[Lack, ...]
    doubts: int
    conflicts: int
    change: Change | None
    tasks: DueTasks
    promises: DuePromises


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was taken in."""

    cell: Words
    number: int
    when: datetime
    changes: int


@dataclass(frozen=True, slots=True)
class HomeState:
    """The state of things this morning.

    Args:
        today: The local day.
        week: Matches of the coming days by kick-off, at one hour those of the cell's
            city first; at most MOST_CARDS.
        in_week: How many there are in all.
        later: The first match after these days, if they have none.
        left_behind: Matches after these days that are to be rated anew, by day; at
            most SHOWN.
        to_rate_anew: How many there are in all.
        without_result: Matches of past days without a result, the latest first.
        late: How many there are in all.
        tasks: What is to be done by now; matches of the week say theirs themselves.
        promises: Those whose day has passed.
        meetings: To be held in the coming days, in time.
        left: Matches that were moved out of the coming days.
        to_verify: Contacts that nobody proved for long.
        to_decide: Conflicts and pairs.
        arrivals: Files of the last days, the latest first; at most SHOWN.
        arrived: How many there are in all.
    """

    today: date
    week: tuple[WeekMatch, ...]
    in_week: int
    later: AgendaRow | None
    left_behind: tuple[AgendaRow, ...]
    to_rate_anew: int
    without_result: tuple[AgendaRow, ...]
    late: int
    tasks: TasksNow
    promises: LatePromises
    meetings: tuple[MeetingEntry, ...]
    left: LeftMatches
    to_verify: int
    to_decide: int
    arrivals: tuple[Arrival, ...]
    arrived: int

    @property
    def gravest(self) -> WeekMatch | None:
        """The match of the week with the highest category, if it is high or critical.

        None also where it heads the week, and is seen at once.
        """
        grave = [m for m in self.week if (m.row.category or 0) >= RiskCategory.HIGH]
        found = max(grave, key=lambda match: match.row.category or 0, default=None)
        return None if found is None or found is self.week[0] else found

    @property
    def unready(self) -> tuple[WeekMatch, ...]:
        """Matches of the week that should be ready by now."""
        return tuple(
            each
            for each in self.week
            if is_late(each.row.kick_off_date, each.lacks, self.today)
        )


def home_state(work: Work) -> HomeState:
    """Return all that the home page shows."""
    today, last = coming_days(local_day(work))
    coming = _of_days(today, last)
    past = _of_days(today - timedelta(BACK_DAYS), today - timedelta(1))
    late = past.order_by(Fixture.kick_off_date.desc(), Fixture.kick_off_at.desc())
    in_week = _count(work, coming)
    after_week = _of_days(last + timedelta(1), date.max)
    left_behind = after_week.where(needs_new_rating(work, after_week))
    in_sight = _own_first(
        work, _rows(work, coming.order_by(*_BY_KICK_OFF).limit(MOST_CARDS))
    )
    tasks = tasks_now(work, besides={row.id for row in in_sight})
    arrivals = _arrivals(work)
    return HomeState(
        today=today,
        week=_week(work, in_sight, today, tasks),
        in_week=in_week,
        later=None if in_week else _first(work, _of_days(today, date.max)),
        left_behind=_rows(work, left_behind.order_by(*_BY_KICK_OFF).limit(SHOWN)),
        to_rate_anew=_count(work, left_behind),
        without_result=_rows(work, late.limit(SHOWN)),
        late=_count(work, past),
        tasks=tasks,
        promises=late_promises(work),
        meetings=meetings_of_days(work, today, last),
        left=left_matches(work, today, last),
        to_verify=to_verify_count(work),
        to_decide=count_inbox(work),
        arrivals=arrivals[:SHOWN],
        arrived=len(arrivals),
    )


def _of_days(first: date, last: date) -> Select[UUID]:
    """Return the matches still to be played, or to be entered, of some days."""
    return select(Fixture.id).where(
        Fixture.deleted_at.is_(None),
        Fixture.status.in_(AHEAD),
        Fixture.kick_off_date.between(first, last),
    )


def _count(work: Work, matches: Select[UUID]) -> int:
    return (
        work.session.scalar(select(func.count()).select_from(matches.subquery())) or 0
    )


def _rows(work: Work, matches: Select[UUID]) -> tuple[AgendaRow, ...]:
    ids = list(work.session.scalars(matches))
    found = {row.id: row for row in read_rows(work, ids)}
    return tuple(found[each] for each in ids)


def _own_first(work: Work, rows: Sequence[AgendaRow]) -> Sequence[AgendaRow]:
    """Put matches of the cell's city before others of their hour.

    Args:
        rows: By kick-off; those of which only the day is known head their day.
    """
    own = own_city(work)

    def place(row: AgendaRow) -> tuple[date, bool, datetime, bool]:
        at = row.kick_off_at or _NO_HOUR
        is_known = row.kick_off_at is not None
        return row.kick_off_date, is_known, at, not own & spellings(row.city)

    return sorted(rows, key=place)


def _first(work: Work, matches: Select[UUID]) -> AgendaRow | None:
    return next(iter(_rows(work, matches.order_by(*_BY_KICK_OFF).limit(1))), None)


def _week(
    work: Work, rows: Sequence[AgendaRow], today: date, tasks: TasksNow
) -> tuple[WeekMatch, ...]:
    ids = [row.id for row in rows]
    ready = preparations(work, rows)
    conflicts = conflict_counts(work)
    changes = _changes(work, ids)
    promises = due_promises(work, ids)
    return tuple(
        WeekMatch(
            row,
            lacks(ready[row.id], today),
            len(match_doubts(work, row.id)),
            conflicts.get(row.id, 0),
            changes.get(row.id),
            tasks.of.get(row.id, DueTasks()),
            promises.get(row.id, DuePromises()),
        )
        for row in rows
    )


def _changes(work: Work, ids: Collection[UUID]) -> Mapping[UUID, Change]:
    asked = json.dumps([each.hex for each in ids])
    return {
        UUID(bytes=row): Change(_moment(wall), title)
        for row, _stamp, wall, title in work.connection.execute(_CHANGED, (asked,))
    }


def _arrivals(work: Work) -> tuple[Arrival, ...]:
    since = work.now - TOLD
    asked = (int(since.timestamp() * 1000),)
    return tuple(
        Arrival(words_of_name(name), number, _moment(wall), changes or 0)
        for name, number, wall, changes in work.connection.execute(_CAME, asked)
    )


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
