"""The matches of some days as the boards of the agenda show them, with what is on.

Only the days on view are read: a board opens as fast with thirty thousand matches as
with three hundred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.away import places_in
from sportsec.domain.calendar_days import days_between
from sportsec.domain.day_clashes import Clash, Clashes, DayMatch, find_clashes
from sportsec.domain.fixtures import FixtureStatus, PlanStatus, TravelRegime
from sportsec.domain.folding import fold
from sportsec.domain.holidays import Holiday, holidays_on
from sportsec.domain.listing import by
from sportsec.domain.nearby import MIN_REST
from sportsec.domain.ramadan import is_ramadan
from sportsec.domain.risk import RiskCategory
from sportsec.domain.sun import sunset
from sportsec.domain.words import Words
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_categories import categories_of
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.queries.region import Point, region_point
from sportsec.store.tables.deployment import Detachment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class BoardMatch:
    """One match on a board.

    Args:
        home, away: Short names where there are some.
        codes: Of both clubs; None unless both have one.
        short_names: Of both clubs; empty where there is none.
        is_wanted: Whether it fits the filter; the others of the region are shown faint.
        clashes: How it clashes, the gravest first, with the names of the others.
        after_sunset: Whether it is kicked off in the dark.
    """

    id: UUID
    day: date
    at: datetime | None
    zone: str
    status: FixtureStatus
    plan: PlanStatus
    home: Words
    away: Words
    venue: Words
    city: Words
    codes: tuple[str, str] | None = None
    short_names: tuple[Words, Words] = (Words(), Words())
    category: RiskCategory | None = None
    is_wanted: bool = True
    after_sunset: bool = False
    clashes: tuple[tuple[Clash, tuple[tuple[Words, Words], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class DayOnBoard:
    """One day: its matches by kick-off, and what the calendar says about it."""

    day: date
    matches: tuple[BoardMatch, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    is_ramadan: bool = False
    sunset: datetime | None = None

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The clashes of the day, the gravest first."""
        kinds = {kind for match in self.matches for kind, _others in match.clashes}
        return tuple(kind for kind in Clash if kind in kinds)


@dataclass(frozen=True, slots=True)
class Board:
    """Days on view.

    Args:
        found: How many matches fit the filter.
        others: How many do not, and are there all the same.
    """

    days: tuple[DayOnBoard, ...] = ()
    found: int = 0
    others: int = 0


@dataclass(slots=True)
class _Found:
    """A match while it is put together."""

    match: BoardMatch
    facts: DayMatch
    point: Point | None = None
    staff: set[UUID] = field(default_factory=set)


def read_board(work: Work, wanted: AgendaFilter, first: date, last: date) -> Board:
    """Return the days from `first` to `last` with all their matches.

    Args:
        wanted: Which of them the officer asked for; its own days do not count.
    """
    margin = timedelta(days=MIN_REST.days)
    found = _matches(work, first - margin, last + margin)
    _add_staff(work, found)
    clashes = find_clashes(
        replace(each.facts, staff=frozenset(each.staff)) for each in found.values()
    )
    shown = {key: e for key, e in found.items() if first <= e.match.day <= last}
    fitting = _fitting(work, wanted, first, last)
    rated = categories_of(work, list(shown))
    here = region_point(work)
    by_day: dict[date, list[BoardMatch]] = defaultdict(list)
    for key, each in shown.items():
        match = replace(
            each.match,
            category=rated.get(key),
            is_wanted=fitting is None or key in fitting,
            after_sunset=_is_dark(each, here),
            clashes=_named_clashes(key, clashes, found),
        )
        by_day[match.day].append(match)
    days = [_day(day, by_day[day], here) for day in days_between(first, last)]
    count = sum(match.is_wanted for day in days for match in day.matches)
    return Board(tuple(days), count, len(shown) - count)


def _day(day: date, matches: Iterable[BoardMatch], here: Point | None) -> DayOnBoard:
    return DayOnBoard(
        day,
        tuple(sorted(matches, key=lambda match: not match.is_wanted)),
        holidays_on(day),
        is_ramadan(day),
        None if here is None else sunset(day, here.latitude, here.longitude),
    )


def _matches(work: Work, first: date, last: date) -> dict[UUID, _Found]:
    """Read the live matches of a span, in the order of their kick-off."""
    query = with_names(
        select(
            *(Fixture.id, Fixture.kick_off_date, Fixture.kick_off_at),
            *(Fixture.kick_off_zone, Fixture.status, Fixture.plan_status),
            *(HOME.short_name, HOME.name, AWAY.short_name, AWAY.name),
            *(Venue.name, Venue.city, Venue.latitude, Venue.longitude),
            *(Fixture.home_club_id, Fixture.away_club_id, Fixture.venue_id),
            *(HOME.code, AWAY.code, Fixture.travel_regime),
            *(Fixture.away_station, Fixture.away_route),
        )
        .where(Fixture.deleted_at.is_(None), Fixture.kick_off_date.between(first, last))
        .order_by(Fixture.kick_off_date, Fixture.kick_off_at, Fixture.id)
    )
    return {row[0]: _found(row) for row in work.session.execute(query)}


def _found(row: Any) -> _Found:
    key, day, at, zone, status, plan = row[:6]
    names = [name or Words() for name in row[6:12]]
    home, away = names[0] or names[1], names[2] or names[3]
    latitude, longitude = row[12:14]
    clubs = tuple(one for one in row[14:16] if one is not None)
    city = fold(names[5].pick("fr"))
    codes = (row[17], row[18]) if row[17] and row[18] else None
    match = BoardMatch(
        *(key, day, at, zone, status, plan, home, away, names[4], names[5], codes),
        short_names=(names[0], names[2]),
    )
    known = latitude is not None and longitude is not None
    return _Found(
        match,
        DayMatch(
            *(key, day, at, status, row[16], city, clubs),
            stations=places_in("" if row[19] is TravelRegime.BANNED else row[20]),
            route=places_in("" if row[19] is TravelRegime.BANNED else row[21]),
        ),
        Point(latitude, longitude) if known else None,
    )


def _add_staff(work: Work, found: Mapping[UUID, _Found]) -> None:
    """Note which units and leaders are planned for the matches."""
    query = select(
        Detachment.fixture_id, Detachment.unit_id, Detachment.leader_id
    ).where(Detachment.deleted_at.is_(None), Detachment.fixture_id.in_(list(found)))
    rows: Any = work.session.execute(query)
    for match, unit, leader in rows:
        found[match].staff.update(one for one in (unit, leader) if one is not None)


def _fitting(
    work: Work, wanted: AgendaFilter, first: date, last: date
) -> Collection[UUID] | None:
    """Return the matches of the span that fit the filter; None if all do."""
    asked = replace(wanted, starts_on=first, ends_on=last)
    if asked == AgendaFilter(language=wanted.language, starts_on=first, ends_on=last):
        return None
    return set(AGENDA.ids(work, asked, by("kick_off"), None))


def _is_dark(each: _Found, here: Point | None) -> bool:
    point = each.point or here
    if point is None or each.match.at is None:
        return False
    down = sunset(each.match.day, point.latitude, point.longitude)
    return down is not None and each.match.at >= down


def _named_clashes(
    key: UUID, clashes: Clashes, found: Mapping[UUID, _Found]
) -> tuple[tuple[Clash, tuple[tuple[Words, Words], ...]], ...]:
    others = clashes.by_match.get(key, {})
    sides = {
        other: (found[other].match.home, found[other].match.away)
        for kind in others
        for other in others[kind]
    }
    return tuple(
        (kind, tuple(sides[other] for other in others[kind]))
        for kind in clashes.kinds(key)
    )
