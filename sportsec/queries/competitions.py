"""Questions about competitions and seasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from sportsec.domain.competitions import (
    CompetitionDraft,
    Format,
    Organiser,
    SeasonDraft,
    SeasonStatus,
    SecurityRegime,
)
from sportsec.domain.folding import fold
from sportsec.domain.listing import Order
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.named import counted
from sportsec.queries.named_source import NamedSource, Shared, coded, ranked
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class CompetitionFilter:
    """Competitions wanted: those whose name or code was typed."""

    text: str = ""
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class CompetitionRow:
    """One competition of the list; the quota in percent of the places."""

    id: UUID
    code: str
    name: Words
    organiser: Organiser
    format: Format
    security_regime: SecurityRegime
    away_quota_percent: float | None
    fixtures: int


class CompetitionSource(NamedSource[CompetitionRow, CompetitionFilter]):
    """The list of competitions."""

    table = Competition
    groupable = frozenset({"organiser", "format", "regime"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[CompetitionRow]:
        """Read competitions and count their matches."""
        owner = Competition
        query = select(
            *(owner.id, owner.code, owner.name, owner.organiser, owner.format),
            *(owner.security_regime, owner.away_quota_percent),
        ).where(owner.id.in_(ids))
        fixtures = counted(work, Fixture.competition_id, ids)
        for row in work.session.execute(query):
            yield CompetitionRow(*row, fixtures=fixtures.get(row.id, 0))

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by code, organiser, format, rules or quota."""
        del language
        columns = Competition.__table__.c
        return {
            "code": columns.code,
            "organiser": ranked(Organiser, columns.organiser),
            "format": ranked(Format, columns.format),
            "regime": ranked(SecurityRegime, columns.security_regime),
            "quota": columns.away_quota_percent,
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by organiser, format or rules."""
        del language
        columns = Competition.__table__.c
        return {
            "organiser": coded(columns.organiser),
            "format": coded(columns.format),
            "regime": coded(columns.security_regime),
        }


COMPETITIONS = CompetitionSource()


def competition_draft(work: Work, competition_id: UUID) -> CompetitionDraft:
    """Return a competition as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(CompetitionDraft, work.get(Competition, competition_id))


@dataclass(frozen=True, slots=True)
class SeasonFilter:
    """Seasons wanted: those whose label was typed."""

    text: str = ""
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """One season of the list."""

    id: UUID
    label: str
    starts_on: date | None
    ends_on: date | None
    status: SeasonStatus
    fixtures: int


class SeasonSource:
    """The list of seasons; there are few, so it needs no index of names."""

    table = Season

    def count(self, work: Work, wanted: SeasonFilter) -> int:
        """Count the seasons wanted."""
        query = select(func.count()).select_from(self._query(wanted).subquery())
        return work.session.scalar(query) or 0

    def ids(
        self,
        work: Work,
        wanted: SeasonFilter,
        order: Order,
        limit: int | None,
    ) -> Sequence[UUID]:
        """Return the ids wanted, in order."""
        columns = {"starts_on": Season.starts_on, "label": Season.label}
        keys = [
            (columns[sort.key].desc() if sort.descending else columns[sort.key].asc())
            for sort in order
            if sort.key in columns
        ]
        ways = (key.nulls_last() for key in keys)
        ordered = self._query(wanted).order_by(*ways, Season.label, Season.id)
        return list(work.session.scalars(ordered.limit(limit)))

    def rows(self, work: Work, ids: Sequence[UUID]) -> Sequence[SeasonRow]:
        """Return the rows with these ids, in the order of `ids`."""
        query = select(
            *(Season.id, Season.label, Season.starts_on, Season.ends_on, Season.status)
        ).where(Season.id.in_(ids))
        fixtures = counted(work, Fixture.season_id, ids)
        found = {
            row.id: SeasonRow(*row, fixtures=fixtures.get(row.id, 0))
            for row in work.session.execute(query)
        }
        return [found[one] for one in ids if one in found]

    def _query(self, wanted: SeasonFilter) -> Select[UUID]:
        query = select(Season.id).where(Season.deleted_at.is_(None))
        for word in fold(wanted.text).split():
            label = func.fold(Season.label)
            query = query.where(label.contains(word, autoescape=True))
        return query


SEASONS = SeasonSource()


def season_draft(work: Work, season_id: UUID) -> SeasonDraft:
    """Return a season as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(SeasonDraft, work.get(Season, season_id))


def season_days(work: Work, season_id: UUID) -> tuple[date, date] | None:
    """Return the days of the first and last match of a season."""
    days = (
        select(Fixture.kick_off_date)
        .where(Fixture.season_id == season_id, Fixture.deleted_at.is_(None))
        .order_by(Fixture.kick_off_date)
    )
    first = work.session.scalar(days.limit(1))
    latest = days.order_by(None).order_by(Fixture.kick_off_date.desc())
    last = work.session.scalar(latest.limit(1))
    return None if first is None or last is None else (first, last)


def label_taken(work: Work, label: str, ignoring: UUID | None) -> bool:
    """Say whether another season is called the same."""
    query = select(Season.id).where(Season.deleted_at.is_(None))
    query = query.where(func.fold(Season.label) == fold(label))
    return any(one != ignoring for one in work.session.scalars(query))
