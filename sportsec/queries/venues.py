"""Questions about stadiums: the list, and the file of one with sectors and gates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from sportsec.domain.capacity import VenueCapacity, venue_capacity
from sportsec.domain.codes import code_order
from sportsec.domain.venue_rules import VenueFile
from sportsec.domain.venues import GateDraft, SectorDraft, VenueDraft, VenueKind
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.named import words_key
from sportsec.queries.named_source import NamedSource, Shared, coded, ranked, written
from sportsec.store.tables.venues import Gate, Sector, Venue
from sportsec.store.work import Work

P = TypeVar("P", Sector, Gate)


@dataclass(frozen=True, slots=True)
class VenueFilter:
    """Stadiums wanted: those whose name or city was typed."""

    text: str = ""
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class VenueRow:
    """One stadium of the list.

    Args:
        safe_capacity: Sum of its sectors in persons; None when none is known.
        unknown_sectors: Sectors without any figure, which the sum leaves out.
        is_at_most: The sum can only turn out lower: some limits are not known yet.
    """

    id: UUID
    name: Words
    city: Words
    kind: VenueKind
    nominal_capacity: int | None
    safe_capacity: int | None
    sectors: int
    unknown_sectors: int
    gates: int
    certificate_expires_on: date | None
    inspected_on: date | None
    control_room_phone: str
    camera_count: int | None
    hospital_minutes: int | None
    is_at_most: bool = False


class VenueSource(NamedSource[VenueRow, VenueFilter]):
    """The list of stadiums."""

    table = Venue
    groupable = frozenset({"city", "kind"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[VenueRow]:
        """Read stadiums and compute what they may hold."""
        parts = read_parts(work, ids)
        query = select(Venue).where(Venue.id.in_(ids))
        for venue in work.session.scalars(query):
            sectors, gates = parts[venue.id]
            capacity = venue_capacity(sectors, list(gates.values()))
            yield VenueRow(
                id=venue.id,
                name=venue.name,
                city=venue.city,
                kind=venue.kind,
                nominal_capacity=venue.nominal_capacity,
                safe_capacity=capacity.total,
                sectors=len(sectors),
                unknown_sectors=len(capacity.unknown),
                gates=len(gates),
                certificate_expires_on=venue.certificate_expires_on,
                inspected_on=venue.inspected_on,
                control_room_phone=venue.control_room_phone,
                camera_count=venue.camera_count,
                hospital_minutes=venue.hospital_minutes,
                is_at_most=capacity.is_at_most,
            )

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by city, kind, announced capacity, or a day or figure of the file."""
        columns = Venue.__table__.c
        return {
            "city": words_key(Venue, "city", language),
            "nominal_capacity": columns.nominal_capacity,
            "certificate": columns.certificate_expires_on,
            "kind": ranked(VenueKind, columns.kind),
            "inspected_on": columns.inspected_on,
            "cameras": columns.camera_count,
            "hospital": columns.hospital_minutes,
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by city or kind."""
        del language
        kind = Venue.__table__.c.kind
        return {"city": written(Venue, "city"), "kind": coded(kind)}


VENUES = VenueSource()

#: The sectors and the gates of one stadium, by id, in the order of their codes.
Parts = tuple[dict[UUID, SectorDraft], dict[UUID, GateDraft]]


def venue_file(work: Work, venue_id: UUID) -> VenueFile:
    """Return a stadium with its sectors and gates, as the officer edits them.

    Raises:
        NotFound: The stadium does not exist or was deleted.
    """
    venue = work.get(Venue, venue_id)
    sectors, gates = read_parts(work, [venue_id])[venue_id]
    return VenueFile(draft_of(VenueDraft, venue), sectors, gates)


def venue_capacities(work: Work, ids: Collection[UUID]) -> dict[UUID, VenueCapacity]:
    """Return the safe capacities of stadiums, computed from their sectors."""
    return {
        key: venue_capacity(sectors, list(gates.values()))
        for key, (sectors, gates) in read_parts(work, ids).items()
    }


def read_parts(work: Work, ids: Collection[UUID]) -> dict[UUID, Parts]:
    """Return the live sectors and gates of each stadium."""
    found: dict[UUID, Parts] = defaultdict(lambda: ({}, {}))
    for one in ids:
        found[one] = ({}, {})
    for sector in _live_of(work, Sector, ids):
        parts = found[sector.venue_id or sector.id]
        parts[0][sector.id] = draft_of(SectorDraft, sector)
    for gate in _live_of(work, Gate, ids):
        found[gate.venue_id or gate.id][1][gate.id] = draft_of(GateDraft, gate)
    return found


def sector_name(sector: Sector | SectorDraft | None) -> Words:
    """Return what a sector is called: its name, else its code."""
    if sector is None:
        return Words()
    return sector.name or Words(sector.code, sector.code, sector.code)


def live_gates(work: Work, venue_id: UUID) -> list[GateDraft]:
    """Return the live gates of a stadium in the order of their codes."""
    return [draft_of(GateDraft, gate) for gate in _live_of(work, Gate, [venue_id])]


def _live_of(work: Work, part: type[P], ids: Collection[UUID]) -> list[P]:
    """Return the live parts of stadiums in the order of their codes."""
    query = select(part).where(part.venue_id.in_(ids), part.deleted_at.is_(None))
    rows = work.session.scalars(query.order_by(part.id))
    return sorted(rows, key=lambda row: code_order(row.code))
