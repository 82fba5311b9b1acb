"""The requests for tifos, banners and drums, the answers, and what hung on the day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationKind,
    Conformity,
    FireProof,
)
from sportsec.domain.kick_off import local_moment
from sportsec.domain.venues import SectorUse
from sportsec.services.sample.occasions import Occasion
from sportsec.services.sample.plans import Plan
from sportsec.services.sample.scribe import Scribe
from sportsec.services.sample.sources import Line, phrase
from sportsec.store.tables.animations import AnimationRequest

#: Days after a request until it is answered.
_ANSWERED_AFTER = timedelta(3)
_OFFICE_HOUR = time(11)
#: What is put up comes in the morning of the match.
_INSTALLING_HOUR = time(10)
_TEXTS = ("message", "material", "display", "removal", "conditions", "reason")


def add_requests(scribe: Scribe, occasion: Occasion) -> None:
    """Add what groups asked for by yesterday."""
    for request in occasion.needs("requests"):
        side, kind = request["group"].split(":")
        group = scribe.parties.group_of(occasion.match, side, kind)
        _add_request(scribe, occasion, request, group)


def _add_request(
    scribe: Scribe, occasion: Occasion, request: dict[str, Any], group: Line
) -> None:
    match, fixture = occasion.plan.match, occasion.match.fixture
    day = min(match.day - timedelta(request["before"]), scribe.yesterday)
    installers = request.get("installers")
    sector = _sector(occasion.plan, group)
    texts = {name: scribe.text(request, name, occasion) for name in _TEXTS}
    scribe.rows.add(
        AnimationRequest,
        id=scribe.mint.id("animation_request", fixture, request["key"]),
        fixture_id=fixture,
        group_id=scribe.mint.id("group", group["key"]),
        kind=AnimationKind(request["kind"]),
        requested_on=day,
        dimensions=_metres(scribe, request.get("dimensions")),
        pieces=request["pieces"],
        fire_proof=FireProof(request.get("proof", "unknown")),
        sector_id=sector,
        gate_id=_gate(occasion.plan, sector),
        installs_at=local_moment(match.day, _INSTALLING_HOUR) if installers else None,
        installers=installers,
        conformity=Conformity(request.get("conformity", "unchecked")),
        conformity_note=scribe.text(request, "note", occasion),
        **texts,
        **_answer(scribe, occasion, request, min(day + _ANSWERED_AFTER, scribe.today)),
    )


def _metres(scribe: Scribe, size: str | None) -> str:
    return phrase("metres", size=size).pick(scribe.tongue) if size else ""


def _answer(
    scribe: Scribe, occasion: Occasion, request: dict[str, Any], day: Any
) -> dict[str, Any]:
    if "decision" not in request:
        return {}
    decided_at: datetime = local_moment(min(day, scribe.yesterday), _OFFICE_HOUR)
    return {
        "decision": AnimationDecision(request["decision"]),
        "decided_by": occasion.match.decider,
        "decided_at": decided_at,
    }


def _sector(plan: Plan, group: Line) -> UUID | None:
    """Return where a group stands: its own stand at home, else the away sector."""
    if group["club"] == plan.match.home:
        code = group["sector"]
    elif plan.is_derby:
        code = "S1"
    else:
        return plan.stadium.sector(SectorUse.AWAY, SectorUse.ULTRAS_AWAY)
    sectors = plan.stadium.sectors.items()
    return next((key for key, each in sectors if each.code == code), None)


def _gate(plan: Plan, sector: UUID | None) -> UUID | None:
    gates = plan.stadium.gates.items()
    return next(
        (key for key, each in gates if sector is not None and each.sector_id == sector),
        None,
    )
