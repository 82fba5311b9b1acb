"""Which competition and season a programme is of, where nobody is there to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.competitions import CompetitionDraft, SeasonDraft
from sportsec.domain.errors import NotFound
from sportsec.domain.folding import fold
from sportsec.domain.intake.preview import Choices, NewNames
from sportsec.domain.intake.programme import Programme
from sportsec.domain.intake.seasons import (
    STARTS_IN,
    find_season,
    first_year_of,
    season_label,
    season_of_days,
    season_year,
)
from sportsec.domain.intake.teams import clean_name
from sportsec.queries.named import find_named
from sportsec.services.competitions import add_competition, add_season
from sportsec.services.intake.names import in_its_language
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.work import Work


def choices_for(
    work: Work,
    programme: Programme,
    *,
    competition: str = "",
    season: str = "",
    new_names: NewNames = NewNames.ASK,
) -> Choices:
    """Return the choices for a programme: what was said, else what the file says.

    A competition or season that the record lacks is added if new names are to be
    created, or if the record has none at all, so that nothing can be mistyped.

    Args:
        competition: Code or name; empty for the file's own, or the only one there is.
        season: Label such as "2026-2027"; empty for the file's own.

    Raises:
        NotFound: The competition or season named is not in the record.
    """
    frame = _Frame(work, creates=new_names is NewNames.CREATE)
    named = {line.competition for line in programme.lines} - {""}
    several = named if len({fold(name) for name in named}) > 1 else set()
    said = clean_name(competition)
    chosen = frame.competition(said, (programme.competition, *named))
    found = {name: frame.known_competition(name) for name in sorted(several)}
    return Choices(
        competition_id=chosen,
        season_id=frame.season(season, programme),
        competitions={name: one for name, one in found.items() if one is not None},
        new_clubs=new_names,
    )


#: A tournament of one summer lies in one calendar year, on both sides of 1 July.
_TOURNAMENT = timedelta(days=92)
#: A day further ahead than these years is a slip of the pen, no season to add.
_AHEAD = 2


class _Frame:
    def __init__(self, work: Work, *, creates: bool) -> None:
        self._work = work
        self._creates = creates

    def competition(self, said: str, written: Iterable[str]) -> UUID | None:
        """Return the competition said, else one the file names, else the only one."""
        if said:
            found = self._find(said)
            if found is None and not (self._creates or self._is_empty()):
                raise NotFound(Competition.__tablename__, said)
            return found or self._add(said)
        for name in written:
            known = self.known_competition(name) if name else None
            if known is not None:
                return known
        every = self._work.session.scalars(
            select(Competition.id).where(Competition.deleted_at.is_(None)).limit(2)
        ).all()
        return every[0] if len(every) == 1 else None

    def known_competition(self, name: str) -> UUID | None:
        """Return the competition of a name in the file; a new one may be added."""
        found = self._find(name)
        return self._add(name) if found is None and self._creates else found

    def season(self, said: str, programme: Programme) -> UUID | None:
        """Return the season said, else that of the file, else that of its days."""
        label = find_season(said) or said or programme.season
        days = [line.date for line in programme.lines if line.date is not None]
        label = label or season_of_days(days)
        query = select(Season).where(Season.deleted_at.is_(None))
        seasons = self._work.session.scalars(query).all()
        for season in seasons:
            if fold(season.label) == fold(label):
                return season.id
        year = first_year_of(label)
        may_add = self._creates or not seasons
        if year is not None and may_add:
            return add_season(self._work, _season_draft(label, year))
        if said:
            raise NotFound(Season.__tablename__, said)
        if may_add and not label:
            self._add_seasons_of(days, seasons)
        return None

    def _add_seasons_of(self, days: Iterable[date], known: Sequence[Season]) -> None:
        """Add the seasons in which days lie that are in none; lines find their own."""
        spans = [(each.starts_on, each.ends_on) for each in known]
        last = self._work.now.year + _AHEAD
        outside = {
            day
            for day in days
            if day.year <= last
            and not any(
                begins and ends and begins <= day <= ends for begins, ends in spans
            )
        }
        if not outside:
            return
        first, end = min(outside), max(outside)
        years = sorted({season_year(day) for day in outside})
        labels = {season_label(year): year for year in years}
        is_summer = first.year == end.year and end - first <= _TOURNAMENT
        if is_summer and len(years) > 1:
            labels = {str(first.year): first.year}
        for label, year in labels.items():
            add_season(self._work, _season_draft(label, year))

    def _find(self, name: str) -> UUID | None:
        """Return the competition of a code, of a name, or of part of one name only."""
        folded = fold(name)
        query = select(Competition).where(Competition.deleted_at.is_(None))
        for each in self._work.session.scalars(query.order_by(Competition.id)):
            names = (each.code, each.name.ar, each.name.fr, each.name.en)
            if folded in {fold(one) for one in names if one}:
                return each.id
        likely = find_named(self._work, Competition, name, "en", 2)
        return likely[0][0] if len(likely) == 1 else None

    def _add(self, name: str) -> UUID:
        added = add_competition(
            self._work, CompetitionDraft(name=in_its_language(name.strip()))
        )
        self._work.session.flush()
        return added

    def _is_empty(self) -> bool:
        query = select(Competition.id).where(Competition.deleted_at.is_(None)).limit(1)
        return self._work.session.scalar(query) is None


def _season_draft(label: str, year: int) -> SeasonDraft:
    """Return a season over two years, or over one if its label names one only."""
    if str(year + 1)[2:] in label[4:]:
        return SeasonDraft(label, date(year, STARTS_IN, 1), date(year + 1, 6, 30))
    return SeasonDraft(label, date(year, 1, 1), date(year, 12, 31))
