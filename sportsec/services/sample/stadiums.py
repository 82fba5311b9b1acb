"""The stadiums of the sample season: sectors and gates drawn up from three plans."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cache
from math import ceil
from typing import Any
from uuid import UUID

from sportsec.domain.capacity import MAX_RATE_PER_HOUR, VenueCapacity, venue_capacity
from sportsec.domain.venues import (
    GateDraft,
    GateKind,
    SectorDraft,
    SectorSide,
    SectorUse,
    Segregation,
    Surface,
    VenueDraft,
    VenueKind,
)
from sportsec.domain.words import Words
from sportsec.services.sample.clubs import cities
from sportsec.services.sample.mint import Mint, lot
from sportsec.services.sample.numbers import landline
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.sources import Line, lines, phrase, words
from sportsec.store.tables.venues import Gate, Sector, Venue

#: One gate serves about so many seats.
_SEATS_PER_GATE = 6500
#: Persons per square metre of a terrace, for planning its area.
_STANDING_PER_M2 = 4.7
#: Persons that leave through one metre of stairs in eight minutes.
_EXIT_PER_METRE = 66 * 8

_GATE_KINDS = {
    "bowl": (GateKind.SCANNER, MAX_RATE_PER_HOUR),
    "stadium": (GateKind.ELECTRONIC, 600),
    "ground": (GateKind.MANUAL, 480),
}


@dataclass(frozen=True, slots=True)
class Stadium:
    """A stadium as plans of matches use it."""

    id: UUID
    key: str
    city: str
    name: Words
    sectors: dict[UUID, SectorDraft]
    gates: dict[UUID, GateDraft]
    capacity: VenueCapacity
    line: Line

    @property
    def safe(self) -> int:
        """How many it may hold, in persons."""
        return self.capacity.total or 0

    def sector(self, *uses: SectorUse) -> UUID:
        """Return the first sector that serves one of these publics."""
        return next(key for key, each in self.sectors.items() if each.use in uses)


def stadiums(mint: Mint) -> dict[str, Stadium]:
    """Return the stadiums by key."""
    return {line["key"]: _stadium(mint, line) for line in lines("venues")}


def add_stadiums(
    rows: Rows, mint: Mint, found: dict[str, Stadium], tongue: str
) -> None:
    """Add the rows of all stadiums.

    Args:
        tongue: Language of what the record keeps in one language only.
    """
    for number, stadium in enumerate(found.values()):
        draft = _venue_draft(stadium, mint.today, number, tongue)
        rows.add(Venue, id=stadium.id, **values_of(draft))
        for key, sector in stadium.sectors.items():
            rows.add(Sector, id=key, venue_id=stadium.id, **values_of(sector))
        for key, gate in stadium.gates.items():
            rows.add(Gate, id=key, venue_id=stadium.id, **values_of(gate))


def values_of(draft: Any) -> dict[str, Any]:
    """Return the fields of a draft, which are the columns of its record."""
    return {each.name: getattr(draft, each.name) for each in fields(draft)}


def _stadium(mint: Mint, line: Line) -> Stadium:
    plan = [each for each in lines("sector_plans") if each["plan"] == line["plan"]]
    sectors = {
        mint.id("sector", line["key"], each["code"]): _sector(line, each)
        for each in plan
    }
    gates = dict(_gates(mint, line, sectors))
    return Stadium(
        mint.id("venue", line["key"]),
        *(line["key"], line["city"], words(line, "name")),
        *(sectors, gates, venue_capacity(sectors, list(gates.values()))),
        line,
    )


def _sector(line: Line, plan: Line) -> SectorDraft:
    seats = round(int(line["nominal"]) * int(plan["share"]) / 1000)
    is_weak = plan["code"] == line["weak_sector"]
    physical = float(line["weak_factor"]) if is_weak else float(line["physical"])
    management = float(line["management"])
    held = seats * min(physical, management)
    is_standing = plan["standing"] == "1"
    return SectorDraft(
        code=plan["code"],
        name=words(plan, "name"),
        side=SectorSide(plan["side"]),
        use=SectorUse(plan["use"]),
        seats=None if is_standing else seats,
        standing_m2=round(seats / _STANDING_PER_M2) if is_standing else None,
        physical_factor=physical,
        management_factor=management,
        factor_reason=venue_text(line["key"], "factor_reason")
        if is_weak
        else phrase(f"factor.{line['plan']}"),
        exit_width_m=round(held * 1.06 / _EXIT_PER_METRE + 0.6, 1),
        exit_surface=Surface.STEPPED,
        egress_minutes=8.0,
        emergency_width_m=round(held * 1.15 / (66 * 6) + 0.6, 1),
        emergency_minutes=6.0,
        segregation=Segregation(plan["segregation"]),
        segregation_width_m=float(plan["width_m"]) if plan["width_m"] else None,
        start_degree=float(plan["start"]),
        end_degree=float(plan["end"]),
        tier=int(plan["tier"]),
    )


def _gates(
    mint: Mint, line: Line, sectors: dict[UUID, SectorDraft]
) -> list[tuple[UUID, GateDraft]]:
    """Give each public sector its gates, numbered clockwise, and four for rescue."""
    kind, rate = _GATE_KINDS[line["plan"]]
    wanted = []
    for key, sector in sectors.items():
        if sector.use is SectorUse.BUFFER:
            continue
        held = _held(sector)
        count = max(1, ceil(held / _SEATS_PER_GATE))
        share = int(line["turnstile_share"]) / 100
        turnstiles = max(1, ceil(held * 1.03 * share / rate / count))
        width = (sector.end_degree or 0) - (sector.start_degree or 0)
        for number in range(count):
            degree = (sector.start_degree or 0) + width * (number + 0.5) / count
            wanted.append((degree % 360, key, sector, turnstiles))
    wanted.sort(key=lambda each: (each[0], each[2].code))
    found = []
    for number, (degree, key, sector, turnstiles) in enumerate(wanted, start=1):
        gate = GateDraft(
            code=f"G{number}",
            name=phrase("gate", n=number),
            sector_id=key,
            kind=kind,
            turnstiles=turnstiles,
            rate_per_hour=rate,
            search_lanes_men=max(1, turnstiles - turnstiles // 4),
            search_lanes_women=max(1, turnstiles // 4),
            is_accessible=sector.use in {SectorUse.DISABLED, SectorUse.VIP},
            degree=round(degree, 1),
        )
        found.append((mint.id("gate", line["key"], gate.code), gate))
    return found + _rescue_gates(mint, line["key"], kind)


def _rescue_gates(
    mint: Mint, venue: str, kind: GateKind
) -> list[tuple[UUID, GateDraft]]:
    return [
        (
            mint.id("gate", venue, f"S{number}"),
            GateDraft(
                code=f"S{number}",
                name=phrase("emergency", n=number),
                kind=kind,
                is_emergency_only=True,
                degree=degree,
            ),
        )
        for number, degree in enumerate((46.0, 134.0, 226.0, 314.0), start=1)
    ]


def _held(sector: SectorDraft) -> float:
    room = sector.seats or (sector.standing_m2 or 0) * _STANDING_PER_M2
    return room * min(sector.physical_factor, sector.management_factor)


@cache
def _venue_texts() -> dict[tuple[str, str], Words]:
    return {
        (each["venue"], each["field"]): words(each) for each in lines("venue_texts")
    }


def venue_text(venue: str, field: str) -> Words:
    """Return what is written about a stadium; empty where nothing is."""
    return _venue_texts().get((venue, field), Words())


def _venue_draft(stadium: Stadium, today: date, number: int, tongue: str) -> VenueDraft:
    line, chance = stadium.line, lot("venue", stadium.key)
    city = cities()[stadium.city].name
    certified = today + timedelta(days=60 + chance.randrange(500))
    texts = {
        field: venue_text(stadium.key, field)
        for field in (
            *("reservations", "control_room", "hospital", "away_reception"),
            "hazards",
        )
    }
    return VenueDraft(
        name=stadium.name,
        city=city,
        address=words(line, "address"),
        latitude=float(line["latitude"]),
        longitude=float(line["longitude"]),
        owner=phrase("owner.state", city=city).pick(tongue),
        operator=phrase("owner.operator").pick(tongue),
        kind=VenueKind.MIXED if line["plan"] == "ground" else VenueKind.ALL_SEATER,
        nominal_capacity=int(line["nominal"]),
        capacity_source=phrase("capacity.source").pick(tongue),
        capacity_as_of=today - timedelta(days=100 + chance.randrange(200)),
        certificate_no=f"CS-{today.year - 1}-{41 + 7 * number:03d}",
        certificate_issuer=phrase("certificate.issuer").pick(tongue),
        # one is about to expire, so that the warning is seen
        certificate_expires_on=today + timedelta(24) if number == 4 else certified,
        inspected_on=today - timedelta(days=20 + chance.randrange(160)),
        control_room_phone=landline("control", stadium.key),
        camera_count=int(line["cameras"]),
        has_police_post=True,
        has_judicial_office=line["judicial"] == "1",
        first_aid_rooms=int(line["first_aid_rooms"]),
        hospital_minutes=int(line["hospital_minutes"]),
        **texts,
    )
