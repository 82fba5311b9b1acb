"""Worked values of the Green Guide, and what must hold for any figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.capacity import (
    Limit,
    SectorCapacity,
    gates_open_at,
    hourly_entry,
    sector_capacity,
    venue_capacity,
)
from sportsec.domain.identity import new_id
from sportsec.domain.venues import GateDraft, SectorDraft, SectorUse, Surface

KICK_OFF = datetime(2026, 12, 5, 19, 0, tzinfo=UTC)

#: A stand of which every figure is known: 5,280 / 4,500 / 4,224 / 4,224 persons.
STAND = SectorDraft(
    code="N",
    seats=5000,
    physical_factor=0.9,
    exit_width_m=8.0,
    exit_surface=Surface.STEPPED,
    egress_minutes=8.0,
    emergency_width_m=10.0,
    emergency_minutes=6.4,
)
GATE = GateDraft(code="P1", turnstiles=8)


def test_a_worked_stand_names_its_four_limits_and_the_binding_one() -> None:
    found = sector_capacity(STAND, [GATE])
    assert found == SectorCapacity(5280, 4500, 4224, 4224)
    assert found.final == 4224
    assert found.binding is Limit.EXIT


@pytest.mark.parametrize(
    ("turnstiles", "rate", "persons"),
    [(1, None, 660), (8, None, 5280), (8, 500, 4000), (8, 900, 5280), (0, None, 0)],
)
def test_entry_is_one_hour_through_all_turnstiles(
    turnstiles: int, rate: int | None, persons: int | None
) -> None:
    gate = GateDraft(turnstiles=turnstiles, rate_per_hour=rate)
    assert hourly_entry([gate]) == persons


def test_gates_add_up_and_emergency_gates_let_nobody_in() -> None:
    emergency = GateDraft(turnstiles=20, is_emergency_only=True)
    assert hourly_entry([GATE, GATE, emergency]) == 10560


@pytest.mark.parametrize("gates", [[], [GateDraft()], [replace(GATE, turnstiles=None)]])
def test_entry_is_unknown_without_turnstiles(gates: list[GateDraft]) -> None:
    assert hourly_entry(gates) is None


@pytest.mark.parametrize(
    ("seats", "area", "physical", "management", "persons"),
    [
        (5000, None, 1.0, 1.0, 5000),
        (5000, None, 0.9, 0.8, 4000),
        (1000, None, 0.57, 1.0, 570),
        (None, 100.0, 1.0, 1.0, 470),
        (None, 333.0, 0.7, 0.9, 1095),
        (1000, 100.0, 0.5, 1.0, 735),
        (0, None, 1.0, 1.0, 0),
        (None, None, 1.0, 1.0, None),
    ],
)
def test_holding_is_room_times_the_lower_factor(
    seats: int | None,
    area: float | None,
    physical: float,
    management: float,
    persons: int | None,
) -> None:
    sector = SectorDraft(
        seats=seats,
        standing_m2=area,
        physical_factor=physical,
        management_factor=management,
    )
    assert sector_capacity(sector, []).holding == persons


@pytest.mark.parametrize(
    ("surface", "width", "minutes", "persons"),
    [
        (Surface.LEVEL, 1.0, 1.0, 82),
        (Surface.STEPPED, 1.0, 1.0, 66),
        (Surface.LEVEL, 2.4, 8.0, 1574),
        (Surface.STEPPED, 2.4, 8.0, 1267),
        (Surface.STEPPED, 2.4, None, 1267),  # eight minutes is the norm
        (Surface.STEPPED, 2.4, 12.0, 1267),  # and the most that counts
        (Surface.STEPPED, None, 8.0, None),
    ],
)
def test_exit_is_flow_times_width_times_egress_minutes(
    surface: Surface, width: float | None, minutes: float | None, persons: int | None
) -> None:
    sector = SectorDraft(
        exit_surface=surface, exit_width_m=width, egress_minutes=minutes
    )
    assert sector_capacity(sector, []).exit == persons


def test_an_unknown_time_of_evacuation_leaves_the_emergency_limit_unknown() -> None:
    sector = replace(STAND, emergency_minutes=None)
    found = sector_capacity(sector, [GATE])
    assert found.emergency is None
    assert found.unknown == (Limit.EMERGENCY,)


def test_unknown_limits_are_left_out_and_named() -> None:
    found = sector_capacity(SectorDraft(seats=800), [])
    assert found.final == 800
    assert found.binding is Limit.HOLDING
    assert found.unknown == (Limit.ENTRY, Limit.EXIT, Limit.EMERGENCY)


def test_a_sector_without_figures_has_no_capacity() -> None:
    found = sector_capacity(SectorDraft(), [])
    assert (found.final, found.binding) == (None, None)


def test_a_stadium_is_the_sum_of_its_sectors_but_buffers_stay_empty() -> None:
    north, south, buffer, bare = (new_id() for _ in range(4))
    sectors = {
        north: STAND,
        south: SectorDraft(seats=800),
        buffer: SectorDraft(seats=300, use=SectorUse.BUFFER),
        bare: SectorDraft(),
    }
    found = venue_capacity(sectors, [replace(GATE, sector_id=north, turnstiles=6)])
    assert found.total == 3960 + 800
    assert found.by_sector[north].binding is Limit.ENTRY
    assert found.unknown == (bare,)
    assert not found.is_at_most  # the bare one may add to it
    del sectors[bare]
    found = venue_capacity(sectors, [replace(GATE, sector_id=north, turnstiles=6)])
    assert found.is_at_most
    assert found.missing == (Limit.ENTRY, Limit.EXIT, Limit.EMERGENCY)


def test_a_sum_of_known_limits_is_final() -> None:
    key = new_id()
    found = venue_capacity({key: STAND}, [replace(GATE, sector_id=key)])
    assert (found.missing, found.is_at_most) == ((), False)


def test_a_stadium_of_unknown_sectors_has_no_capacity() -> None:
    assert venue_capacity({new_id(): SectorDraft()}, []).total is None
    assert venue_capacity({}, []).total is None


@pytest.mark.parametrize(
    ("expected", "turnstiles", "hours_before"),
    [
        (15_000, 8, 3.0),  # 2 h 51 min
        (5_280, 8, 1.5),  # an hour would do, 90 minutes is the least
        (40_000, 8, 7.75),  # 7 h 35 min
        (10_560, 8, 2.0),  # two hours to the minute
        (10_561, 8, 2.25),
    ],
)
def test_gates_open_early_enough_on_a_quarter_of_an_hour(
    expected: int, turnstiles: int, hours_before: float
) -> None:
    found = gates_open_at(KICK_OFF, expected, [GateDraft(turnstiles=turnstiles)])
    assert found == KICK_OFF - timedelta(hours=hours_before)


def test_gates_open_on_a_quarter_also_for_an_odd_kick_off() -> None:
    found = gates_open_at(KICK_OFF + timedelta(minutes=5), 100, [GATE])
    assert found == KICK_OFF - timedelta(minutes=90)


@pytest.mark.parametrize(
    ("expected", "gates"), [(None, [GATE]), (100, []), (100, [GateDraft(turnstiles=0)])]
)
def test_no_gate_time_without_public_or_turnstiles(
    expected: int | None, gates: list[GateDraft]
) -> None:
    assert gates_open_at(KICK_OFF, expected, gates) is None


figures = st.one_of(st.none(), st.floats(0, 500, allow_nan=False))
factors = st.floats(0, 1, allow_nan=False)
sectors = st.builds(
    SectorDraft,
    seats=st.one_of(st.none(), st.integers(0, 50_000)),
    standing_m2=figures,
    physical_factor=factors,
    management_factor=factors,
    exit_width_m=figures,
    exit_surface=st.sampled_from(Surface),
    egress_minutes=st.one_of(st.none(), st.floats(0.5, 20)),
    emergency_width_m=figures,
    emergency_minutes=st.one_of(st.none(), st.floats(0.5, 20)),
)
gates = st.lists(
    st.builds(
        GateDraft,
        turnstiles=st.one_of(st.none(), st.integers(0, 40)),
        rate_per_hour=st.one_of(st.none(), st.integers(1, 2000)),
        is_emergency_only=st.booleans(),
    ),
    max_size=5,
)


@given(sectors, gates)
def test_the_capacity_never_exceeds_a_known_limit(
    sector: SectorDraft, served: list[GateDraft]
) -> None:
    found = sector_capacity(sector, served)
    limits = [found.of(limit) for limit in Limit]
    known = [limit for limit in limits if limit is not None]
    assert found.final == min(known, default=None)
    assert len(known) + len(found.unknown) == len(Limit)


@given(sectors, gates, factors)
def test_a_lower_factor_never_holds_more(
    sector: SectorDraft, served: list[GateDraft], factor: float
) -> None:
    lower = replace(sector, physical_factor=min(factor, sector.physical_factor))
    before = sector_capacity(sector, served).holding
    after = sector_capacity(lower, served).holding
    assert before is None or (after is not None and after <= before)


@given(st.integers(0, 200_000), gates)
def test_all_are_in_at_kick_off(expected: int, served: list[GateDraft]) -> None:
    hourly = hourly_entry(served)
    opening = gates_open_at(KICK_OFF, expected, served)
    if hourly:
        assert opening is not None
        assert (KICK_OFF - opening) / timedelta(hours=1) * hourly >= expected
        assert opening.minute % 15 == 0
