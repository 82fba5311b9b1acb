"""What the agenda is asked for, and that as conditions of SQL."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import RiskCategory
from sportsec.queries.agenda_categories import current_categories
from sportsec.queries.agenda_cities import venues_in
from sportsec.queries.agenda_search import Hits, hits_of
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

LIVE = Fixture.deleted_at.is_(None)
#: Index ranges merged in one statement; beyond them the calendar is walked instead.
_MAX_RANGES = 60

#: Among the stadiums wanted: none at all.
NO_VENUE = UUID(int=0)
#: Among the categories wanted: none yet.
NOT_RATED = "not_rated"

_One = TypeVar("_One")
#: What a filter lets through: one value, any of several, or all for None.
Choice: TypeAlias = _One | tuple[_One, ...] | None


@dataclass(frozen=True, slots=True)
class AgendaFilter:
    """Matches wanted; None and "" ask for nothing.

    Args:
        text: Words; each must be found in the clubs, venue, competition or round.
        language: The language that names are sorted in.
        club_id: At home or away.
        venue_id: `NO_VENUE` lets matches through whose stadium is not known yet.
        category: `NOT_RATED` lets matches through that nobody has rated.
        city: Where the stadium lies, as `agenda_cities` tells cities apart.
        starts_on, ends_on: First and last local day.
    """

    text: str = ""
    language: str = "ar"
    starts_on: date | None = None
    ends_on: date | None = None
    season_id: Choice[UUID] = None
    competition_id: Choice[UUID] = None
    club_id: Choice[UUID] = None
    venue_id: Choice[UUID] = None
    city: Choice[str] = None
    status: Choice[FixtureStatus] = None
    category: Choice[RiskCategory | str] = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A filter made into SQL.

    Args:
        period: Bounds of the local day.
        chosen: One condition for each choice made.
        hits: One for each word typed, the rarest first.
    """

    period: list[ColumnElement[bool]]
    chosen: list[ColumnElement[bool]]
    hits: list[Hits]

    @property
    def is_everything(self) -> bool:
        """Whether nothing is filtered."""
        return not (self.period or self.chosen or self.hits)

    @property
    def is_single(self) -> bool:
        """Whether one choice decides, so that its size is the exact count."""
        return not self.hits and len(self.chosen) <= 1

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """All that must hold."""
        first = [self.hits[0].condition()] if self.hits else []
        return [*first, *self.beside_ranges]

    @property
    def ranges(self) -> list[ColumnElement[bool]]:
        """The ranges of an index in which all matches wanted lie, if there are few."""
        ranges = self.hits[0].ranges() if self.hits else []
        return ranges if len(ranges) <= _MAX_RANGES else []

    @property
    def beside_ranges(self) -> list[ColumnElement[bool]]:
        """What must hold besides lying in one of the ranges."""
        words = [each.condition() for each in self.hits[1:]]
        return [LIVE, *self.period, *self.chosen, *words]


def values_of(choice: Choice[_One]) -> tuple[_One, ...]:
    """Return the values that a filter lets through; none for all."""
    if choice is None:
        return ()
    return choice if isinstance(choice, tuple) else (choice,)


def plan_of(work: Work, wanted: AgendaFilter) -> Plan:
    """Find out what was typed, and make the filter into conditions."""
    hits = hits_of(work, wanted.text)
    clubs = values_of(wanted.club_id)
    if clubs:
        hits.insert(0, Hits(club=list(clubs)))
    return Plan(_period(wanted), _choices(work, wanted), hits)


def _period(wanted: AgendaFilter) -> list[ColumnElement[bool]]:
    day = Fixture.kick_off_date
    return [
        *([day >= wanted.starts_on] if wanted.starts_on else []),
        *([day <= wanted.ends_on] if wanted.ends_on else []),
    ]


def _choices(work: Work, wanted: AgendaFilter) -> list[ColumnElement[bool]]:
    chosen: dict[InstrumentedAttribute[Any], Choice[Any]] = {
        Fixture.season_id: wanted.season_id,
        Fixture.competition_id: wanted.competition_id,
        Fixture.status: wanted.status,
    }
    found: list[ColumnElement[bool]] = [
        column.in_(values)
        for column, choice in chosen.items()
        if (values := values_of(choice))
    ]
    if venues := values_of(wanted.venue_id):
        known = Fixture.venue_id.in_(one for one in venues if one != NO_VENUE)
        bare = Fixture.venue_id.is_(None)
        found.append(or_(known, bare) if NO_VENUE in venues else known)
    if cities := values_of(wanted.city):
        found.append(Fixture.venue_id.in_(venues_in(work, cities)))
    if categories := values_of(wanted.category):
        found.append(_rated(categories))
    return found


def _rated(wanted: Collection[object]) -> ColumnElement[bool]:
    """Return that a match is in one of some categories, or in none if that is one."""
    current = current_categories()
    every = select(current.c.fixture_id)
    known = [one for one in wanted if one != NOT_RATED]
    rated = Fixture.id.in_(every.where(current.c.category.in_(known)))
    return or_(rated, Fixture.id.not_in(every)) if NOT_RATED in wanted else rated
