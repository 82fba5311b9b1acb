"""Who stands in which sector while most are posted, and who in none of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from sportsec.domain.capacity import SectorCapacity
from sportsec.domain.deployment import Function, Phase
from sportsec.queries.briefing.rows import (
    DetachmentRow,
    SectorRow,
    Share,
    Strength,
)
from sportsec.store.tables.deployment import Post
from sportsec.store.tables.venues import Gate, Sector

#: Detachment and officers on one post.
Posted = list[tuple[UUID, int]]
#: Officers of each detachment in one place.
Crew = Counter[UUID]
Crews = defaultdict[UUID | None, Crew]
#: Phases that post equally many: that of the match stands for the day.
_FIRST = Phase.P3


class Spread:
    """The officers by phase and sector; the sector None is that of check points.

    Args:
        sectors: Those of the stadium: a post elsewhere is in none of them.
    """

    def __init__(
        self,
        posts: Iterable[tuple[Post, Sector | None, Gate | None]],
        posted: Mapping[UUID, Posted],
        sectors: Collection[UUID],
    ) -> None:
        self._by_phase: defaultdict[Phase, Crews] = defaultdict(_crews)
        for post, sector, gate in posts:
            place = sector.id if sector else gate.sector_id if gate else None
            crews = self._by_phase[Phase(post.phase)]
            crew = crews[place if place in sectors else None]
            for detachment, headcount in posted.get(post.id, ()):
                crew[detachment] += headcount
        #: When most are posted; None while nobody is.
        self.phase = self._fullest()

    def _fullest(self) -> Phase | None:
        totals = {
            phase: sum(crew.total() for crew in crews.values())
            for phase, crews in self._by_phase.items()
        }
        manned = [phase for phase, total in totals.items() if total]
        return max(
            manned, key=lambda phase: (totals[phase], phase is _FIRST), default=None
        )

    def crew(self, place: UUID | None) -> Crew:
        """Return who stands in a sector while most are posted."""
        return Crew() if self.phase is None else self._by_phase[self.phase][place]

    def ever(self, place: UUID) -> Crew:
        """Return who stands in a sector during any phase."""
        return sum((crews[place] for crews in self._by_phase.values()), Crew())

    def on_posts(self) -> Crew:
        """Return who stands anywhere while most are posted."""
        crews = {} if self.phase is None else self._by_phase[self.phase]
        return sum(crews.values(), Crew())


def _crews() -> Crews:
    return defaultdict(Crew)


def strength_of(spread: Spread, by_id: Mapping[UUID, DetachmentRow]) -> Strength:
    """Return those in no sector, so that the rows of all add up."""
    free = Crew({key: each.headcount or 0 for key, each in by_id.items()})
    return Strength(
        phase=spread.phase,
        elsewhere=_shares(spread.crew(None), by_id),
        unposted=_shares(free - spread.on_posts(), by_id),
    )


def sectors_of(
    session: Session,
    spread: Spread,
    by_id: Mapping[UUID, DetachmentRow],
    capacities: Mapping[UUID, SectorCapacity],
) -> tuple[SectorRow, ...]:
    """Return the sectors of the stadium with who leads and who stands there."""
    query = (
        select(Sector)
        .where(Sector.id.in_(capacities), Sector.deleted_at.is_(None))
        .order_by(Sector.code, Sector.id)
    )
    return tuple(
        _sector_row(sector, capacities[sector.id], spread, by_id)
        for sector in session.scalars(query)
    )


def _sector_row(
    sector: Sector,
    capacity: SectorCapacity,
    spread: Spread,
    by_id: Mapping[UUID, DetachmentRow],
) -> SectorRow:
    crew = spread.crew(sector.id)
    chief = _chief([by_id[key] for key in crew or spread.ever(sector.id)])
    return SectorRow(
        id=sector.id,
        code=sector.code,
        name=sector.name,
        use=sector.use,
        capacity=capacity.final,
        is_at_most=bool(capacity.unknown),
        headcount=crew.total(),
        crew=_shares(crew, by_id),
        chief=chief.leader if chief else None,
        call_sign=chief.call_sign if chief else "",
        channel=chief.channel if chief else "",
    )


def _chief(present: list[DetachmentRow]) -> DetachmentRow | None:
    """Return the detachment that leads, the largest of those whose function it is.

    Whoever is merely there is named by nobody but the commander.
    """
    leading = (row for row in present if row.function is Function.SECTOR_CHIEF)
    return max(leading, key=lambda row: row.headcount or 0, default=None)


def _shares(crew: Crew, by_id: Mapping[UUID, DetachmentRow]) -> tuple[Share, ...]:
    """Return who has somebody there, in the order of the plan."""
    return tuple(Share(each, crew[key]) for key, each in by_id.items() if crew[key])
