"""Where a programme most likely belongs: its competition and season in the record."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, func, or_, select

from sportsec.domain.folding import fold
from sportsec.domain.intake.programme import Programme
from sportsec.domain.intake.seasons import season_of_days
from sportsec.domain.words import LANGUAGES
from sportsec.queries.intake_mappings import Remembered, remembered_mapping
from sportsec.queries.named import INDEX
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Frame:
    """What a programme starts from.

    Args:
        competition_id: None when nothing suggests one.
        season_label: Season that the file or its days name; may be no record yet.
        remembered: How files with these headings were read last.
    """

    competition_id: UUID | None
    season_id: UUID | None
    season_label: str
    remembered: Remembered | None


def likely_frame(work: Work, programme: Programme) -> Frame:
    """Return the competition named by the file, else the one of the last match.

    The season is that of the file's title, else that of its days.
    """
    days = (line.date for line in programme.lines if line.date is not None)
    label = programme.season or season_of_days(days)
    return Frame(
        competition_id=_competition(work, programme.competition),
        season_id=_season(work, label),
        season_label=label,
        remembered=remembered_mapping(work, programme.heading_key),
    )


def _competition(work: Work, title: str) -> UUID | None:
    if title:
        return _named_in(work, fold(title))
    live = Competition.deleted_at.is_(None)
    ids = work.session.scalars(select(Competition.id).where(live).limit(2)).all()
    if len(ids) == 1:
        return ids[0]
    last = select(Fixture.competition_id).where(Fixture.deleted_at.is_(None))
    return work.session.scalar(last.order_by(Fixture.id.desc()).limit(1))


def _named_in(work: Work, title: str) -> UUID | None:
    """Return the competition whose name holds a title, or stands in it."""
    names = [INDEX.c[f"sort_{code}"] for code in LANGUAGES]
    inside = [and_(name != "", func.instr(title, name) > 0) for name in names]
    longest = func.max(*(func.length(name) for name in names))
    found = select(INDEX.c.record).where(
        INDEX.c.kind == "competition",
        or_(func.instr(INDEX.c.folded, title) > 0, *inside),
    )
    return work.session.scalar(found.order_by(longest.desc(), INDEX.c.record).limit(1))


def _season(work: Work, label: str) -> UUID | None:
    if not label:
        return None
    same = func.fold(Season.label) == fold(label)
    query = select(Season.id).where(Season.deleted_at.is_(None), same)
    return work.session.scalar(query.order_by(Season.id).limit(1))
