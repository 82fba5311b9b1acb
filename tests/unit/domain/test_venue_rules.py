"""Rules about stadiums, sectors and gates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sportsec.domain.identity import new_id
from sportsec.domain.problems import Level, Problem, blocking
from sportsec.domain.venue_rules import (
    VenueFile,
    check_certificate,
    check_gate,
    check_sector,
    check_venue,
    check_venue_file,
)
from sportsec.domain.venues import GateDraft, SectorDraft, SectorUse, VenueDraft
from sportsec.domain.words import Words

TODAY = date(2026, 11, 23)
VENUE = VenueDraft(name=Words(fr="Stade"))
SECTOR = SectorDraft(code="N", seats=100)
GATE = GateDraft(code="P1", sector_id=new_id(), turnstiles=4)


def told(problems: list[Problem]) -> list[tuple[str | None, Level]]:
    return [(problem.field, problem.level) for problem in problems]


@pytest.mark.parametrize(
    ("values", "field", "level"),
    [
        ({"name": Words()}, "name", Level.BLOCK),
        ({"latitude": 33.5}, "longitude", Level.BLOCK),
        ({"longitude": -7.6}, "latitude", Level.BLOCK),
        ({"latitude": 91.0, "longitude": 0.0}, "latitude", Level.BLOCK),
        ({"latitude": 0.0, "longitude": -181.0}, "longitude", Level.BLOCK),
        ({"nominal_capacity": 45_000}, "capacity_source", Level.WARN),
        ({"inspected_on": date(2026, 11, 24)}, "inspected_on", Level.BLOCK),
    ],
)
def test_what_is_wrong_with_a_stadium_is_told_at_its_field(
    values: dict[str, Any], field: str, level: Level
) -> None:
    assert told(check_venue(replace(VENUE, **values), TODAY)) == [(field, level)]


@pytest.mark.parametrize(
    ("days", "words"),
    [(-1, "expired"), (0, "month"), (30, "month"), (31, "two months"), (60, "two")],
)
def test_a_certificate_warns_sixty_and_thirty_days_before(
    days: int, words: str
) -> None:
    (found,) = check_certificate(TODAY + timedelta(days=days), TODAY)
    assert found.level is Level.WARN
    assert words in found.message


@pytest.mark.parametrize("day", [None, TODAY + timedelta(days=61)])
def test_a_certificate_far_from_its_end_says_nothing(day: date | None) -> None:
    assert check_certificate(day, TODAY) == []


@pytest.mark.parametrize(
    ("values", "field", "level"),
    [
        ({"code": ""}, "code", Level.BLOCK),
        ({"physical_factor": 0.8}, "factor_reason", Level.BLOCK),
        ({"management_factor": 0.8}, "factor_reason", Level.BLOCK),
        ({"seats": -1}, "seats", Level.BLOCK),
        ({"exit_width_m": -0.1}, "exit_width_m", Level.BLOCK),
        ({"egress_minutes": 0.0}, "egress_minutes", Level.BLOCK),
        ({"egress_minutes": 9.0}, "egress_minutes", Level.WARN),
        ({"emergency_minutes": 2.0}, "emergency_minutes", Level.WARN),
        ({"emergency_minutes": 8.5}, "emergency_minutes", Level.WARN),
        ({"start_degree": 10.0}, "end_degree", Level.BLOCK),
        ({"end_degree": 10.0}, "start_degree", Level.BLOCK),
        ({"start_degree": -1.0, "end_degree": 10.0}, "start_degree", Level.BLOCK),
        ({"start_degree": 90.0, "end_degree": 90.0}, "end_degree", Level.BLOCK),
        ({"start_degree": 90.0, "end_degree": 451.0}, "end_degree", Level.BLOCK),
        ({"tier": 0}, "tier", Level.BLOCK),
    ],
)
def test_what_is_wrong_with_a_sector_is_told_at_its_field(
    values: dict[str, Any], field: str, level: Level
) -> None:
    assert told(check_sector(replace(SECTOR, **values))) == [(field, level)]


def test_a_factor_outside_zero_to_one_is_refused() -> None:
    draft = replace(SECTOR, physical_factor=1.2)
    assert told(check_sector(draft)) == [("physical_factor", Level.BLOCK)]


def test_a_lowered_factor_with_its_reason_is_fine() -> None:
    draft = replace(SECTOR, physical_factor=0.8, factor_reason=Words(fr="Travaux"))
    assert check_sector(draft) == []


def test_a_sector_may_run_across_north() -> None:
    assert check_sector(replace(SECTOR, start_degree=315.0, end_degree=405.0)) == []


@pytest.mark.parametrize(
    ("values", "field", "level"),
    [
        ({"code": ""}, "code", Level.BLOCK),
        ({"turnstiles": -1}, "turnstiles", Level.BLOCK),
        ({"rate_per_hour": 0}, "rate_per_hour", Level.BLOCK),
        ({"rate_per_hour": 661}, "rate_per_hour", Level.WARN),
        ({"degree": 361.0}, "degree", Level.BLOCK),
        ({"sector_id": None}, "sector_id", Level.WARN),
    ],
)
def test_what_is_wrong_with_a_gate_is_told_at_its_field(
    values: dict[str, Any], field: str, level: Level
) -> None:
    assert told(check_gate(replace(GATE, **values))) == [(field, level)]


def test_an_emergency_gate_may_serve_the_whole_ground() -> None:
    assert check_gate(replace(GATE, sector_id=None, is_emergency_only=True)) == []


def test_codes_are_unique_within_a_stadium() -> None:
    one, two, three, four = (new_id() for _ in range(4))
    file = VenueFile(
        VENUE,
        {one: SECTOR, two: replace(SECTOR, code="n"), three: replace(SECTOR, code="S")},
        {four: replace(GATE, sector_id=None)},
    )
    found = check_venue_file(file, TODAY)
    assert (
        told(found.sectors[one]) == told(found.sectors[two]) == [("code", Level.BLOCK)]
    )
    assert found.sectors[three] == []
    assert told(found.gates[four]) == [("sector_id", Level.WARN)]
    assert len(blocking(found.all())) == 2


def test_an_exit_is_not_taken_for_a_sector_of_the_same_code() -> None:
    """A gate named after the sector it leads to is no mistake."""
    north, south, own, exit_ = (new_id() for _ in range(4))
    sectors = {north: SECTOR, south: replace(SECTOR, code="S1")}
    gates = {
        own: replace(GATE, code="N", sector_id=north),
        exit_: replace(GATE, code="s1", sector_id=None, is_emergency_only=True),
    }
    found = check_venue_file(VenueFile(VENUE, sectors, gates), TODAY)
    assert told(found.gates[own]) == []
    assert told(found.gates[exit_]) == [("code", Level.WARN)]


def test_more_safe_places_than_announced_is_told() -> None:
    announced = replace(VENUE, nominal_capacity=90, capacity_source="FRMF")
    found = check_venue_file(VenueFile(announced, {new_id(): SECTOR}, {}), TODAY)
    assert told(found.venue) == [("nominal_capacity", Level.WARN)]


def test_a_sector_is_not_forgotten_once_gates_were_entered() -> None:
    one, two, empty = (new_id() for _ in range(3))
    buffer = replace(SECTOR, code="T", use=SectorUse.BUFFER)
    sectors = {one: SECTOR, two: replace(SECTOR, code="S"), empty: buffer}

    def warned(*gates: GateDraft) -> list[str]:
        found = check_venue_file(
            VenueFile(VENUE, sectors, {new_id(): each for each in gates}), TODAY
        )
        return [sectors[key].code for key in sectors if told(found.sectors[key])]

    leads = replace(GATE, sector_id=one)
    assert warned() == []  # no gate at all was entered yet
    assert warned(replace(leads, is_emergency_only=True)) == []
    assert warned(leads) == ["S"]
    assert warned(leads, replace(GATE, sector_id=None)) == []
