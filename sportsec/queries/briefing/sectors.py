"""Who stands in which sector during the match, and who in none of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
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
#: While the public is in its seats: what a table of sectors speaks of.
_MATCH = Phase.P3


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
        #: During the match, else when most are posted; None while nobody is.
        self.phase = self._counted()

    def _counted(self) -> Phase | None:
        totals = {
            phase: sum(crew.total() for crew in crews.values())
            for phase, crews in self._by_phase.items()
        }
        if totals.get(_MATCH):
            return _MATCH
        manned = [phase for phase, total in totals.items() if total]
        return max(manned, key=totals.__getitem__, default=None)

    def crew(self, place: UUID | None) -> Crew:
        """Return who stands in a sector in the phase that is counted."""
        return Crew() if self.phase is None else self._by_phase[self.phase][place]

    def crews(self, place: UUID) -> Iterator[tuple[Phase, Crew]]:
        """Return who stands in a sector phase by phase: that which is counted first."""
        phases = sorted(self._by_phase, key=lambda phase: phase is not self.phase)
        return ((phase, self._by_phase[phase][place]) for phase in phases)

    def on_posts(self) -> Crew:
        """Return who stands anywhere in the phase that is counted."""
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
    phase, chief = _chief(sector.id, spread, by_id)
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
        chief_only_in=None if phase is spread.phase else phase,
    )


def _chief(
    place: UUID, spread: Spread, by_id: Mapping[UUID, DetachmentRow]
) -> tuple[Phase | None, DetachmentRow | None]:
    """Return the detachment that leads, the largest of those whose function it is.

    Whoever is merely there is named by nobody but the commander. Where nobody leads
    in the phase that is counted, it is who leads in another, and in which.
    """
    for phase, crew in spread.crews(place):
        present = (by_id[key] for key in crew)
        leading = (row for row in present if row.function is Function.SECTOR_CHIEF)
        if chief := max(leading, key=lambda row: row.headcount or 0, default=None):
            return phase, chief
    return None, None


def _shares(crew: Crew, by_id: Mapping[UUID, DetachmentRow]) -> tuple[Share, ...]:
    """Return who has somebody there, in the order of the plan."""
    return tuple(Share(each, crew[key]) for key, each in by_id.items() if crew[key])
