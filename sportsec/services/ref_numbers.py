"""Giving matches their reference numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.ref_numbers import ref_no, ref_stem, sequence_of
from sportsec.queries.cells import own_cell
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def ref_numbers(work: Work, season_id: UUID | None, day: date) -> Iterator[str]:
    """Yield the reference numbers still free in a season, one for each new match.

    The numbers of deleted matches are not given again: papers may bear them.

    Args:
        day: Its year names the numbers of a match without season.
    """
    cell = own_cell(work)
    season = None if season_id is None else work.session.get(Season, season_id)
    stem = ref_stem(
        cell.draft.ref_prefix if cell else "", season.label if season else str(day.year)
    )
    query = select(Fixture.ref_no).where(Fixture.season_id == season_id)
    query = query.where(Fixture.ref_no.startswith(stem, autoescape=True))
    used = (sequence_of(number, stem) for number in work.session.scalars(query))
    for sequence in count(max(used, default=0) + 1):
        yield ref_no(stem, sequence)
