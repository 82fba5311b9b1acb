"""The posts of a match: places of its stadium and city, and their tasks by phase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import ceil
from uuid import UUID

from sportsec.domain.deployment import Phase
from sportsec.domain.venues import SectorUse
from sportsec.domain.words import Words
from sportsec.services.sample.plans import Plan, Size
from sportsec.services.sample.sources import Line, fill, lines, words

_SIZES = ("small", "medium", "large", "derby")
#: Sectors where stewards do the work and a few officers are enough.
_CALM = frozenset({SectorUse.VIP, SectorUse.PRESS, SectorUse.DISABLED})
_FEW = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place to be held, in whichever phases."""

    kind: str
    code: str
    element: str
    name: Words
    equipment: Words
    sector: UUID | None = None
    gate: UUID | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A place during one phase: its task, and how many it needs."""

    place: Place
    phase: Phase
    persons: int
    task: Words


def needs_of(plan: Plan, size: Size) -> list[Need]:
    """Return all posts of a match, in the order of the tables."""
    return [
        Need(place, Phase(line["phase"]), persons, words(line))
        for place in _places(plan, size)
        for line in _tasks(place.kind)
        if (persons := _persons(plan, size, place, line))
    ]


def _persons(plan: Plan, size: Size, place: Place, line: Line) -> int:
    """Return how many a post needs: a base, and more where a crowd sits."""
    base = int(line[_SIZES[size]])
    if not base or place.sector is None:
        return base
    if plan.stadium.sectors[place.sector].use in _CALM:
        return _FEW
    sector = plan.stadium.capacity.by_sector[place.sector].final or 0
    share = sector / plan.stadium.safe
    seated = plan.public.crowd * share
    return base + ceil(int(line["per_thousand"]) * seated / 1000)


@cache
def _tasks(kind: str) -> tuple[Line, ...]:
    return tuple(line for line in lines("tasks") if line["kind"] == kind)


def _places(plan: Plan, size: Size) -> Iterator[Place]:
    for line in lines("places"):
        if line["each"] == "gate":
            yield from _gates(plan, line)
        elif line["each"]:
            yield from _sectors(plan, line)
        else:
            yield from _points(plan, line, int(line[_SIZES[size]]))


def _gates(plan: Plan, line: Line) -> Iterator[Place]:
    for key, gate in plan.stadium.gates.items():
        if gate.is_emergency_only or gate.sector_id is None:
            continue
        sector = plan.stadium.sectors[gate.sector_id]
        name = fill(words(line, "name"), gate=gate.name, sector=sector.name)
        yield _place(line, gate.code, name, gate=key)


def _sectors(plan: Plan, line: Line) -> Iterator[Place]:
    for key, sector in plan.stadium.sectors.items():
        is_buffer = sector.use is SectorUse.BUFFER
        if is_buffer is not (line["each"] == "buffer"):
            continue
        name = fill(words(line, "name"), sector=sector.name)
        yield _place(line, sector.code, name, sector=key)


def _points(plan: Plan, line: Line, count: int) -> Iterator[Place]:
    spots = _spots(plan.stadium.city)
    for number in range(1, count + 1):
        spot = words(spots[(number - 1) % len(spots)])
        name = fill(words(line, "name"), n=number if count > 1 else "", spot=spot)
        code = f"{line['code']}{number}" if count > 1 else line["code"]
        yield _place(line, code, _trimmed(name))


def _place(
    line: Line,
    code: str,
    name: Words,
    sector: UUID | None = None,
    gate: UUID | None = None,
) -> Place:
    equipment = words(line, "equipment")
    return Place(line["kind"], code, line["element"], name, equipment, sector, gate)


@cache
def _spots(city: str) -> tuple[Line, ...]:
    own = tuple(line for line in lines("spots") if line["city"] == city)
    return own or tuple(line for line in lines("spots") if line["city"] == "*")


def _trimmed(name: Words) -> Words:
    return Words(name.ar.strip(" -"), name.fr.strip(" -"), name.en.strip(" -"))
