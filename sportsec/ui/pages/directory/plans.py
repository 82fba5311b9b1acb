"""The drawing of a stadium from its file."""

from __future__ import annotations

from sportsec.domain.stadium import PlanGate, PlanSector, StadiumPlan
from sportsec.domain.stadium_drawing import draw_stadium
from sportsec.domain.venue_rules import VenueFile


def plan_of(file: VenueFile) -> StadiumPlan:
    """Draw the sectors and gates of a file; what has no place yet gets one."""
    return draw_stadium(
        [
            PlanSector(
                id=key,
                code=sector.code,
                use=sector.use,
                side=sector.side,
                start_degree=sector.start_degree,
                end_degree=sector.end_degree,
                tier=sector.tier,
            )
            for key, sector in file.sectors.items()
        ],
        [
            PlanGate(
                id=key,
                code=gate.code,
                degree=gate.degree,
                sector_id=gate.sector_id,
                is_emergency_only=gate.is_emergency_only,
            )
            for key, gate in file.gates.items()
        ],
    )
