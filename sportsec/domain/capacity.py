"""How many a sector and a stadium may hold, and when the gates must open.

Source: Guide to Safety at Sports Grounds ("Green Guide"), as in domain.md §1.6: the
capacity is the lowest of what can get in, be held, get out, and be evacuated. What
is not known is left out and named, never guessed; figures are rounded down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from uuid import UUID

from sportsec.domain.venues import GateDraft, SectorDraft, SectorUse, Surface

#: Persons through one turnstile in one hour: the design maximum, and the default.
MAX_RATE_PER_HOUR = 660
#: Standing persons on ten square metres, at most.
MAX_STANDING_PER_10_M2 = 47
#: Persons per metre of width and minute.
FLOW = {Surface.LEVEL: 82, Surface.STEPPED: 66}
#: Normal egress and emergency evacuation take no longer than this.
MAX_EGRESS_MINUTES = 8
MIN_EMERGENCY_MINUTES = 2.5
#: Gates never open later than this before kick-off; a proposal of ours, no standard.
MIN_GATE_LEAD = timedelta(minutes=90)
QUARTER = timedelta(minutes=15)


class Limit(StrEnum):
    """What limits how many a sector may hold."""

    ENTRY = "entry"
    HOLDING = "holding"
    EXIT = "exit"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class SectorCapacity:
    """The four limits of a sector in persons; None where a figure is missing."""

    entry: int | None
    holding: int | None
    exit: int | None
    emergency: int | None

    @property
    def final(self) -> int | None:
        """The lowest limit that is known; None when none is."""
        binding = self.binding
        return None if binding is None else self.of(binding)

    @property
    def binding(self) -> Limit | None:
        """The limit that decides; the first in order when two are equal."""
        known = [limit for limit in Limit if self.of(limit) is not None]
        return min(known, key=lambda limit: self.of(limit) or 0, default=None)

    @property
    def unknown(self) -> tuple[Limit, ...]:
        """The limits that could not be computed."""
        return tuple(limit for limit in Limit if self.of(limit) is None)

    def of(self, limit: Limit) -> int | None:
        """Return one limit, in persons."""
        found: int | None = getattr(self, limit.value)
        return found


@dataclass(frozen=True, slots=True)
class VenueCapacity:
    """The safe capacity of a stadium.

    Args:
        total: Sum of the known sectors, in persons; None when none is known.
        by_sector: The limits of each sector.
        unknown: Sectors that no figure limits; they are not in the total.
        missing: Limits that are not known of some sector in the total.
    """

    total: int | None
    by_sector: Mapping[UUID, SectorCapacity]
    unknown: tuple[UUID, ...]
    missing: tuple[Limit, ...] = ()

    @property
    def is_at_most(self) -> bool:
        """Whether the total may only turn out lower: a limit is yet to come."""
        return self.total is not None and bool(self.missing) and not self.unknown


def hourly_entry(gates: Iterable[GateDraft]) -> int | None:
    """Return how many all turnstiles let in within an hour; None if none is known.

    Gates for emergencies let nobody in. A rate above the design maximum counts as
    the maximum; a rate that is not known counts as the maximum too.
    """
    counted = [
        gate.turnstiles
        * min(gate.rate_per_hour or MAX_RATE_PER_HOUR, MAX_RATE_PER_HOUR)
        for gate in gates
        if gate.turnstiles is not None and not gate.is_emergency_only
    ]
    return sum(counted) if counted else None


def sector_capacity(sector: SectorDraft, gates: Iterable[GateDraft]) -> SectorCapacity:
    """Compute the four limits of a sector.

    Args:
        gates: Those that serve this sector.
    """
    flow = FLOW[sector.exit_surface]
    egress = sector.egress_minutes or MAX_EGRESS_MINUTES
    return SectorCapacity(
        entry=hourly_entry(gates),
        holding=_holding(sector),
        exit=_through(flow, sector.exit_width_m, egress),
        emergency=_through(flow, sector.emergency_width_m, sector.emergency_minutes),
    )


def venue_capacity(
    sectors: Mapping[UUID, SectorDraft], gates: Sequence[GateDraft]
) -> VenueCapacity:
    """Add up the sectors. A buffer zone is kept empty: it adds nothing."""
    by_sector = {
        key: sector_capacity(sector, [gate for gate in gates if gate.sector_id == key])
        for key, sector in sectors.items()
    }
    public = [k for k, sector in sectors.items() if sector.use is not SectorUse.BUFFER]
    finals = {key: by_sector[key].final for key in public}
    known = [final for final in finals.values() if final is not None]
    return VenueCapacity(
        total=sum(known) if known else None,
        by_sector=by_sector,
        unknown=tuple(key for key, final in finals.items() if final is None),
        missing=_missing(by_sector[k] for k, final in finals.items() if final),
    )


def _missing(sectors: Iterable[SectorCapacity]) -> tuple[Limit, ...]:
    unknown = {limit for sector in sectors for limit in sector.unknown}
    return tuple(limit for limit in Limit if limit in unknown)


def without_gate(
    sectors: Mapping[UUID, SectorDraft], gates: Iterable[GateDraft]
) -> tuple[UUID, ...]:
    """Return the sectors that no gate leads to: nothing limits their entry.

    A gate without a sector serves them all; gates for emergencies let nobody in, and
    nobody enters a buffer zone.
    """
    served = {gate.sector_id for gate in gates if not gate.is_emergency_only}
    if None in served:
        return ()
    return tuple(
        key
        for key, sector in sectors.items()
        if key not in served and sector.use is not SectorUse.BUFFER
    )


def gate_lead(expected: int | None, gates: Iterable[GateDraft]) -> timedelta | None:
    """Return how long before kick-off the gates must open for all to be in.

    Time needed = expected ÷ persons per hour through all turnstiles (Green Guide),
    rounded up to a quarter of an hour, and never less than `MIN_GATE_LEAD`.

    Returns:
        None when the public or the turnstiles are not known.
    """
    hourly = hourly_entry(gates)
    if expected is None or not hourly:
        return None
    quarters = ceil(Fraction(expected, hourly) / Fraction(1, 4))
    return max(quarters * QUARTER, MIN_GATE_LEAD)


def gates_open_at(
    kick_off_at: datetime, expected: int | None, gates: Iterable[GateDraft]
) -> datetime | None:
    """Return when the gates must open: `gate_lead` before kick-off, on a quarter.

    Returns:
        None when the public or the turnstiles are not known.
    """
    lead = gate_lead(expected, gates)
    if lead is None:
        return None
    opening = kick_off_at - lead
    past_quarter = timedelta(
        minutes=opening.minute % 15,
        seconds=opening.second,
        microseconds=opening.microsecond,
    )
    return opening - past_quarter


def _holding(sector: SectorDraft) -> int | None:
    """Seats and standing room × the lower of the factors P and S."""
    if sector.seats is None and sector.standing_m2 is None:
        return None
    room = sector.seats or Fraction(0)
    room += _exact(sector.standing_m2 or 0) / 10 * MAX_STANDING_PER_10_M2
    factor = min(sector.physical_factor, sector.management_factor)
    return floor(room * _exact(factor))


def _through(flow: int, width_m: float | None, minutes: float | None) -> int | None:
    """Persons that pass a width within the minutes, of which no more than 8 count."""
    if width_m is None or minutes is None:
        return None
    counted = min(minutes, MAX_EGRESS_MINUTES)
    return floor(flow * _exact(width_m) * _exact(counted))


def _exact(value: float) -> Fraction:
    """Return the decimal that was typed: 0.57 × 1000 is 570, not 569."""
    return Fraction(str(value))
