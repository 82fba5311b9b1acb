"""What may be wrong with a stadium, its sectors and its gates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sportsec.domain.capacity import (
    MAX_EGRESS_MINUTES,
    MAX_RATE_PER_HOUR,
    MIN_EMERGENCY_MINUTES,
    venue_capacity,
    without_gate,
)
from sportsec.domain.checks import check_name, check_not_future, repeated
from sportsec.domain.folding import fold
from sportsec.domain.problems import Level, Problem
from sportsec.domain.venues import GateDraft, SectorDraft, VenueDraft
from sportsec.domain.words import N_, Words

#: Days before the end of a safety certificate on which it is said (FIFA art. 24).
CERTIFICATE_DAYS = (30, 60)

FULL_TURN = 360

_NO_DEGREE = N_("Degrees run from 0 to 360")
_TAKEN = N_("This code is used twice in this stadium")
_NO_GATE = [
    Problem(
        "code",
        N_("No gate leads to this sector: its entry limits nothing"),
        Level.WARN,
    )
]
_OF_A_SECTOR = Problem(
    "code",
    N_("A sector it does not lead to has this code: over the radio they are confused"),
    Level.WARN,
)
_NEGATIVE = N_("A figure below zero makes no sense")


@dataclass(frozen=True, slots=True)
class VenueFile:
    """A stadium with all its sectors and gates, edited and saved as one."""

    venue: VenueDraft
    sectors: Mapping[UUID, SectorDraft]
    gates: Mapping[UUID, GateDraft]


@dataclass(frozen=True, slots=True)
class VenueProblems:
    """The problems of a venue file, each where it belongs."""

    venue: list[Problem]
    sectors: Mapping[UUID, list[Problem]]
    gates: Mapping[UUID, list[Problem]]

    def all(self) -> list[Problem]:
        """Return all of them: of the stadium, then of sectors, then of gates."""
        parts = (*self.sectors.values(), *self.gates.values())
        return [*self.venue, *(problem for part in parts for problem in part)]


def check_venue_file(
    file: VenueFile, today: date, twin: Words | None = None
) -> VenueProblems:
    """Say what is wrong with a stadium and its parts.

    Args:
        twin: Name of another stadium that reads the same.
    """
    sector_codes = repeated(each.code for each in file.sectors.values())
    gate_codes = repeated(each.code for each in file.gates.values())
    capacity = venue_capacity(file.sectors, list(file.gates.values())).total
    gateless, confused = _forgotten(file), _named_as_sectors(file)
    return VenueProblems(
        venue=[
            *check_venue(file.venue, today, twin),
            *_check_total(file.venue, capacity),
        ],
        sectors={
            key: [
                *check_sector(each),
                *_check_code(each.code, sector_codes),
                *(_NO_GATE if key in gateless else []),
            ]
            for key, each in file.sectors.items()
        },
        gates={
            key: [
                *check_gate(each),
                *_check_code(each.code, gate_codes),
                *([_OF_A_SECTOR] if key in confused else []),
            ]
            for key, each in file.gates.items()
        },
    )


def check_venue(
    draft: VenueDraft, today: date, twin: Words | None = None
) -> list[Problem]:
    """Say what is wrong with the stadium itself."""
    found = check_name(draft.name, twin)
    found += _check_place(draft)
    if draft.nominal_capacity is not None and not draft.capacity_source:
        text = N_("Say where the announced capacity comes from")
        found.append(Problem("capacity_source", text, Level.WARN))
    found += check_not_future("capacity_as_of", draft.capacity_as_of, today)
    found += check_not_future("inspected_on", draft.inspected_on, today)
    return found + check_certificate(draft.certificate_expires_on, today)


def check_certificate(expires_on: date | None, today: date) -> list[Problem]:
    """Warn 60 and 30 days before a safety certificate ends, and after it.

    Source: FIFA Stadium Safety and Security Regulations art. 24 (domain.md §2.3).
    """
    if expires_on is None:
        return []
    left = (expires_on - today).days
    facts = {"day": expires_on, "days": left}
    if left < 0:
        text = N_("The safety certificate expired on {day}")
    elif left <= CERTIFICATE_DAYS[0]:
        text = N_("The safety certificate expires in less than a month: {day}")
    elif left <= CERTIFICATE_DAYS[1]:
        text = N_("The safety certificate expires within two months: {day}")
    else:
        return []
    return [Problem("certificate_expires_on", text, Level.WARN, facts)]


def check_sector(draft: SectorDraft) -> list[Problem]:
    """Say what is wrong with a sector (Green Guide, as in domain.md §1.6)."""
    found = [] if draft.code else [Problem("code", N_("Give the sector a code"))]
    found += _check_factors(draft)
    found += _check_times(draft)
    figures = ("seats", "standing_m2", "exit_width_m", "emergency_width_m")
    found += _check_figures(draft, (*figures, "segregation_width_m"))
    return found + _check_drawing(draft)


def check_gate(draft: GateDraft) -> list[Problem]:
    """Say what is wrong with a gate."""
    found = [] if draft.code else [Problem("code", N_("Give the gate a code"))]
    lanes = ("search_lanes_men", "search_lanes_women")
    found += _check_figures(draft, ("turnstiles", *lanes))
    if draft.rate_per_hour is not None and draft.rate_per_hour <= 0:
        found.append(Problem("rate_per_hour", N_("The rate must be above zero")))
    elif (draft.rate_per_hour or 0) > MAX_RATE_PER_HOUR:
        text = N_("No turnstile counts for more than {limit} persons an hour")
        facts = {"limit": MAX_RATE_PER_HOUR}
        found.append(Problem("rate_per_hour", text, Level.WARN, facts))
    if draft.degree is not None and not 0 <= draft.degree <= FULL_TURN:
        found.append(Problem("degree", _NO_DEGREE))
    if draft.sector_id is None and not draft.is_emergency_only:
        text = N_("Without a sector this gate limits no sector's capacity")
        found.append(Problem("sector_id", text, Level.WARN))
    return found


def _check_place(draft: VenueDraft) -> list[Problem]:
    if (draft.latitude is None) != (draft.longitude is None):
        missing = "latitude" if draft.latitude is None else "longitude"
        return [Problem(missing, N_("Latitude and longitude belong together"))]
    found = []
    for field, limit in (("latitude", 90), ("longitude", 180)):
        if abs(getattr(draft, field) or 0) > limit:
            found.append(Problem(field, N_("There is no such place on earth")))
    return found


def _check_total(draft: VenueDraft, total: int | None) -> list[Problem]:
    announced = draft.nominal_capacity
    if total is None or announced is None or total <= announced:
        return []
    text = N_("The sectors hold {total} persons, more than announced: check them")
    return [Problem("nominal_capacity", text, Level.WARN, {"total": total})]


def _check_factors(draft: SectorDraft) -> list[Problem]:
    """P and S lie between 0 and 1; below 1 the reason must be given (Green Guide)."""
    text = N_("A factor lies between 0 and 1")
    found = [
        Problem(field, text)
        for field in ("physical_factor", "management_factor")
        if not 0 <= getattr(draft, field) <= 1
    ]
    lowered = min(draft.physical_factor, draft.management_factor) < 1
    if lowered and not draft.factor_reason:
        found.append(Problem("factor_reason", N_("Say why a factor is below 1")))
    return found


def _check_times(draft: SectorDraft) -> list[Problem]:
    """Normal egress ≤ 8 minutes; emergency evacuation 2.5–8 by risk of fire."""
    found = []
    for field in ("egress_minutes", "emergency_minutes"):
        minutes = getattr(draft, field)
        if minutes is not None and minutes <= 0:
            found.append(Problem(field, N_("The time must be above zero")))
        elif (minutes or 0) > MAX_EGRESS_MINUTES:
            text = N_("No more than {limit} minutes count")
            facts = {"limit": MAX_EGRESS_MINUTES}
            found.append(Problem(field, text, Level.WARN, facts))
    emergency = draft.emergency_minutes
    if emergency is not None and 0 < emergency < MIN_EMERGENCY_MINUTES:
        text = N_("Emergency times run from {low} to {high} minutes")
        facts_of = {"low": MIN_EMERGENCY_MINUTES, "high": MAX_EGRESS_MINUTES}
        found.append(Problem("emergency_minutes", text, Level.WARN, facts_of))
    return found


def _check_drawing(draft: SectorDraft) -> list[Problem]:
    """The sector runs clockwise from its beginning, round the pitch once at most."""
    start, end = draft.start_degree, draft.end_degree
    if draft.tier is not None and draft.tier < 1:
        return [Problem("tier", N_("Tiers are counted from 1, next to the pitch"))]
    if start is None and end is None:
        return []
    if start is None or end is None:
        missing = "start_degree" if start is None else "end_degree"
        return [
            Problem(missing, N_("The drawing needs both the beginning and the end"))
        ]
    if not 0 <= start <= FULL_TURN:
        return [Problem("start_degree", _NO_DEGREE)]
    if not start < end <= start + FULL_TURN:
        text = N_("The end must lie after the beginning, one full turn later at most")
        return [Problem("end_degree", text)]
    return []


def _check_figures(draft: object, names: Iterable[str]) -> list[Problem]:
    return [
        Problem(name, _NEGATIVE) for name in names if (getattr(draft, name) or 0) < 0
    ]


def _check_code(code: str, taken: set[str]) -> list[Problem]:
    return [Problem("code", _TAKEN)] if fold(code) in taken else []


def _forgotten(file: VenueFile) -> tuple[UUID, ...]:
    """Return the sectors that no gate leads to, once gates were entered."""
    gates = [gate for gate in file.gates.values() if not gate.is_emergency_only]
    return without_gate(file.sectors, gates) if gates else ()


def _named_as_sectors(file: VenueFile) -> frozenset[UUID]:
    """Return the gates that have the code of sectors to which they do not lead."""
    sectors: dict[str, set[UUID]] = {}
    for key, sector in file.sectors.items():
        if sector.code:
            sectors.setdefault(fold(sector.code), set()).add(key)
    return frozenset(
        key
        for key, gate in file.gates.items()
        if gate.sector_id not in sectors.get(fold(gate.code), {gate.sector_id})
    )
