"""Matches as other programs get them: a span of days, perhaps of one club."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.errors import NotFound
from sportsec.domain.listing import by
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.named import find_named
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Rows read in one statement.
_PAGE = 500
#: Clubs one spelling may stand for.
_CLUBS = 50


@dataclass(frozen=True, slots=True)
class ListedMatch:
    """One match, and the season it belongs to."""

    row: AgendaRow
    season: str


def listed_matches(
    work: Work,
    starts_on: date | None = None,
    ends_on: date | None = None,
    club: str = "",
) -> list[ListedMatch]:
    """Return matches in the order of their kick-off.

    Args:
        club: Name in any spelling; the matches of all clubs it fits.

    Raises:
        NotFound: No club has such a name.
    """
    wanted = AgendaFilter(starts_on=starts_on, ends_on=ends_on)
    filters = [wanted]
    if club:
        found = find_named(work, Club, club, "en", _CLUBS)
        if not found:
            raise NotFound(Club.__tablename__, club)
        filters = [replace(wanted, club_id=one) for one, _name in found]
    ids = dict.fromkeys(
        one for each in filters for one in AGENDA.ids(work, each, by("kick_off"), None)
    )
    rows = list(_rows(work, ids))
    if len(filters) > 1:
        rows.sort(key=_by_kick_off)
    seasons = _seasons(work, ids)
    return [ListedMatch(row, seasons.get(row.id, "")) for row in rows]


def _rows(work: Work, ids: Iterable[UUID]) -> Iterator[AgendaRow]:
    for page in _pages(ids):
        yield from AGENDA.rows(work, page)


def _pages(ids: Iterable[UUID]) -> Iterator[Sequence[UUID]]:
    listed = list(ids)
    for start in range(0, len(listed), _PAGE):
        yield listed[start : start + _PAGE]


def _by_kick_off(row: AgendaRow) -> tuple[date, datetime, UUID]:
    last = datetime.max.replace(tzinfo=UTC)
    return row.kick_off_date, row.kick_off_at or last, row.id


def _seasons(work: Work, ids: Iterable[UUID]) -> dict[UUID, str]:
    found = {}
    for page in _pages(ids):
        query = select(Fixture.id, Season.label).join(
            Season, Fixture.season_id == Season.id
        )
        rows = work.session.execute(query.where(Fixture.id.in_(page)))
        found.update({row[0]: row[1] for row in rows})
    return found
