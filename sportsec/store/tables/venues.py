"""Venues with their sectors and gates (domain.md §2.3, §1.6)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.venues import (
    GateKind,
    SectorSide,
    SectorUse,
    Segregation,
    Surface,
    VenueKind,
)
from sportsec.domain.words import Words
from sportsec.store.base import (
    IsoDate,
    Record,
    coded,
    figure,
    flag,
    note,
    reference,
    trilingual,
)


class Venue(Record):
    """A stadium. Its safe capacity is computed from its sectors, never typed."""

    __tablename__ = "venue"

    name: Mapped[Words] = trilingual("name")
    city: Mapped[Words] = trilingual("city")
    address: Mapped[Words] = trilingual("address")
    latitude: Mapped[float | None] = figure(
        "latitude", "BETWEEN -90 AND 90", group="place"
    )
    longitude: Mapped[float | None] = figure(
        "longitude", "BETWEEN -180 AND 180", group="place"
    )
    owner: Mapped[str] = note()
    operator: Mapped[str] = note()
    kind: Mapped[VenueKind] = coded(VenueKind, VenueKind.ALL_SEATER)
    nominal_capacity: Mapped[int | None] = figure(
        "nominal_capacity", group="nominal_capacity"
    )
    capacity_source: Mapped[str] = note(group="nominal_capacity")
    capacity_as_of: Mapped[date | None] = mapped_column(
        IsoDate, info={"group": "nominal_capacity"}
    )
    certificate_no: Mapped[str] = note(group="certificate")
    certificate_issuer: Mapped[str] = note(group="certificate")
    certificate_expires_on: Mapped[date | None] = mapped_column(
        IsoDate, info={"group": "certificate"}
    )
    inspected_on: Mapped[date | None] = mapped_column(IsoDate)
    reservations: Mapped[Words] = trilingual("reservations")
    control_room: Mapped[Words] = trilingual("control_room")
    control_room_phone: Mapped[str] = note()
    camera_count: Mapped[int | None] = figure("camera_count")
    has_police_post: Mapped[bool] = flag()
    has_judicial_office: Mapped[bool] = flag()
    first_aid_rooms: Mapped[int | None] = figure("first_aid_rooms")
    hospital: Mapped[Words] = trilingual("hospital")
    hospital_minutes: Mapped[int | None] = figure("hospital_minutes")
    away_reception: Mapped[Words] = trilingual("away_reception")
    hazards: Mapped[Words] = trilingual("hazards")


class VenueAlias(Record):
    """A spelling that the officer decided to mean a venue; id from `folded`."""

    __tablename__ = "venue_alias"

    venue_id: Mapped[UUID | None] = reference("venue")
    text: Mapped[str] = note()
    folded: Mapped[str] = mapped_column(index=True)


class Sector(Record):
    """A block of a venue, with the figures that limit how many it may hold."""

    __tablename__ = "sector"

    venue_id: Mapped[UUID | None] = reference("venue")
    code: Mapped[str] = note()
    name: Mapped[Words] = trilingual("name")
    side: Mapped[SectorSide | None] = coded(SectorSide)
    use: Mapped[SectorUse] = coded(SectorUse, SectorUse.NEUTRAL)
    seats: Mapped[int | None] = figure("seats")
    standing_m2: Mapped[float | None] = figure("standing_m2")
    physical_factor: Mapped[float] = figure("physical_factor", "BETWEEN 0 AND 1", 1.0)
    management_factor: Mapped[float] = figure(
        "management_factor", "BETWEEN 0 AND 1", 1.0
    )
    factor_reason: Mapped[Words] = trilingual("factor_reason")
    exit_width_m: Mapped[float | None] = figure("exit_width_m")
    exit_surface: Mapped[Surface] = coded(Surface, Surface.STEPPED)
    egress_minutes: Mapped[float | None] = figure("egress_minutes", "> 0")
    emergency_width_m: Mapped[float | None] = figure("emergency_width_m")
    emergency_minutes: Mapped[float | None] = figure("emergency_minutes", "> 0")
    segregation: Mapped[Segregation] = coded(Segregation, Segregation.NONE)
    segregation_width_m: Mapped[float | None] = figure("segregation_width_m")
    #: Where the drawing places it: degrees clockwise from north, tier from the pitch.
    start_degree: Mapped[float | None] = figure(
        "start_degree", "BETWEEN 0 AND 360", group="drawing"
    )
    end_degree: Mapped[float | None] = figure(
        "end_degree", "BETWEEN 0 AND 720", group="drawing"
    )
    tier: Mapped[int | None] = figure("tier", ">= 1", group="drawing")


class Gate(Record):
    """A gate, the sector it serves, and how fast it lets people in."""

    __tablename__ = "gate"

    venue_id: Mapped[UUID | None] = reference("venue")
    sector_id: Mapped[UUID | None] = reference("sector")
    code: Mapped[str] = note()
    name: Mapped[Words] = trilingual("name")
    kind: Mapped[GateKind] = coded(GateKind, GateKind.SCANNER)
    turnstiles: Mapped[int | None] = figure("turnstiles")
    rate_per_hour: Mapped[int | None] = figure("rate_per_hour", "> 0")
    search_lanes_men: Mapped[int | None] = figure("search_lanes_men")
    search_lanes_women: Mapped[int | None] = figure("search_lanes_women")
    is_emergency_only: Mapped[bool] = flag()
    is_accessible: Mapped[bool] = flag()
    degree: Mapped[float | None] = figure("degree", "BETWEEN 0 AND 360")
