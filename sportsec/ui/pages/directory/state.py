"""What editing a stadium decides: new parts, codes, links, and what it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sportsec.domain.capacity import (
    SectorCapacity,
    VenueCapacity,
    gate_lead,
    hourly_entry,
    venue_capacity,
)
from sportsec.domain.capacity import without_gate as gateless
from sportsec.domain.codes import code_order
from sportsec.domain.problems import Level, Problem
from sportsec.domain.venue_rules import VenueFile, VenueProblems, check_venue_file
from sportsec.domain.venues import GateDraft, SectorDraft, SectorUse, VenueDraft
from sportsec.domain.words import Words

EMPTY = VenueFile(VenueDraft(), {}, {})

_HOME = frozenset({SectorUse.HOME, SectorUse.ULTRAS_HOME})
_AWAY = frozenset({SectorUse.AWAY, SectorUse.ULTRAS_AWAY})


@dataclass(frozen=True, slots=True)
class VenueView:
    """What the page shows of a file.

    Args:
        hourly: Persons through all turnstiles in an hour; None when not known.
        lead_minutes: How long before kick-off the gates open when the ground is full;
            None also while a sector has no gate, as it would not be full.
        gateless: Sectors that no gate leads to yet.
        blocks: How many problems forbid saving.
    """

    capacity: VenueCapacity
    problems: VenueProblems
    hourly: int | None
    lead_minutes: int | None
    blocks: int
    gateless: tuple[UUID, ...] = ()

    def of_sector(self, key: UUID) -> SectorCapacity:
        """Return the limits of a sector."""
        return self.capacity.by_sector[key]


def view_of(file: VenueFile, today: date, twin: Words | None = None) -> VenueView:
    """Compute all that the page shows of a file."""
    gates = list(file.gates.values())
    capacity = venue_capacity(file.sectors, gates)
    problems = check_venue_file(file, today, twin)
    waiting = gateless(file.sectors, gates)
    lead = None if waiting else gate_lead(capacity.total, gates)
    return VenueView(
        capacity=capacity,
        problems=problems,
        hourly=hourly_entry(gates),
        lead_minutes=None if lead is None else round(lead.total_seconds() / 60),
        blocks=sum(problem.level is Level.BLOCK for problem in problems.all()),
        gateless=waiting,
    )


def with_sector(file: VenueFile, key: UUID, draft: SectorDraft) -> VenueFile:
    """Return the file with one sector added or changed."""
    return replace(file, sectors={**file.sectors, key: draft})


def with_gate(file: VenueFile, key: UUID, draft: GateDraft) -> VenueFile:
    """Return the file with one gate added or changed."""
    return replace(file, gates={**file.gates, key: draft})


def without_sector(file: VenueFile, key: UUID) -> VenueFile:
    """Return the file without a sector; its gates then serve the whole ground."""
    sectors = {k: draft for k, draft in file.sectors.items() if k != key}
    gates = {
        k: replace(gate, sector_id=None) if gate.sector_id == key else gate
        for k, gate in file.gates.items()
    }
    return replace(file, sectors=sectors, gates=gates)


def without_gate(file: VenueFile, key: UUID) -> VenueFile:
    """Return the file without a gate."""
    gates = {k: draft for k, draft in file.gates.items() if k != key}
    return replace(file, gates=gates)


def new_sector(file: VenueFile) -> SectorDraft:
    """Return an empty sector with the next code."""
    return SectorDraft(code=next_code((s.code for s in file.sectors.values()), "A"))


def new_gate(file: VenueFile, sector: UUID | None) -> GateDraft:
    """Return an empty gate with the next code.

    It leads to a sector that has none yet, home before visitors, else to `sector`.
    """
    code = next_code((g.code for g in file.gates.values()), "P1")
    waiting = gateless(file.sectors, file.gates.values())
    first = min(waiting, key=lambda key: _turn(file.sectors[key]), default=sector)
    return GateDraft(code=code, sector_id=first)


def _turn(sector: SectorDraft) -> tuple[int, tuple[tuple[bool, int, str], ...]]:
    """Return a sort key: home, then everybody else, then visitors; by code."""
    groups = (_HOME, frozenset(SectorUse) - _HOME - _AWAY, _AWAY)
    turn = next(at for at, uses in enumerate(groups) if sector.use in uses)
    return turn, code_order(sector.code)


def next_code(codes: Iterable[str], first: str) -> str:
    """Return the code that follows the last one: P7 after P6, B after A, N2 after N.

    Args:
        first: Where there is no code yet.
    """
    taken = list(codes)
    if not taken:
        return first
    code = taken[-1]
    while code in taken:
        code = _after(code)
    return code


def _after(code: str) -> str:
    number = re.search(r"\d+$", code)
    if number is not None:
        return f"{code[: number.start()]}{int(number[0]) + 1:0{len(number[0])}}"
    last = code[-1:]
    if last.isascii() and last.isalpha() and last.upper() != "Z" and len(code) == 1:
        return chr(ord(last) + 1)
    return f"{code}2"


def worst_level(problems: Iterable[Problem]) -> Level | None:
    """Return how grave the worst problem is."""
    levels = {problem.level for problem in problems}
    return next((level for level in (Level.BLOCK, Level.WARN) if level in levels), None)


def sectors_in_order(sectors: Mapping[UUID, SectorDraft]) -> list[tuple[UUID, str]]:
    """Return sectors with their codes, by code, for a field that chooses one."""
    pairs = ((key, sector.code) for key, sector in sectors.items())
    return sorted(pairs, key=lambda pair: code_order(pair[1]))
