"""What editing a stadium decides, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.identity import new_id
from sportsec.domain.problems import Level, Problem
from sportsec.domain.venue_rules import VenueFile
from sportsec.domain.venues import GateDraft, SectorDraft, SectorUse, VenueDraft
from sportsec.domain.words import Words
from sportsec.ui.pages.directory import state

TODAY = date(2026, 11, 23)
NORTH, SOUTH, GATE = new_id(), new_id(), new_id()
FILE = VenueFile(
    VenueDraft(name=Words(fr="Stade")),
    {NORTH: SectorDraft(code="N", seats=9000), SOUTH: SectorDraft(code="S", seats=10)},
    {GATE: GateDraft(code="P1", sector_id=NORTH, turnstiles=5)},
)


@pytest.mark.parametrize(
    ("codes", "first", "code"),
    [
        ([], "A", "A"),
        (["A"], "A", "B"),
        (["N"], "A", "O"),
        (["P1", "P2"], "P1", "P3"),
        (["P9"], "P1", "P10"),
        (["G09"], "P1", "G10"),
        (["Z"], "A", "Z2"),
        (["Est"], "A", "Est2"),
        (["شمال"], "A", "شمال2"),
        (["B", "A"], "A", "C"),
        (["P2", "P1"], "P1", "P3"),
    ],
)
def test_a_new_part_gets_the_code_that_follows(
    codes: list[str], first: str, code: str
) -> None:
    assert state.next_code(codes, first) == code


@given(st.lists(st.text(max_size=4), max_size=8))
def test_a_new_code_is_never_taken(codes: list[str]) -> None:
    assert state.next_code(codes, "A") not in codes


def test_the_view_computes_everything_that_is_shown() -> None:
    view = state.view_of(FILE, TODAY)
    assert view.capacity.total == 3300 + 10
    assert view.hourly == 3300
    assert view.lead_minutes is None  # nobody gets into the south
    served = state.with_gate(
        FILE, new_id(), GateDraft(code="P2", sector_id=SOUTH, turnstiles=1)
    )
    assert state.view_of(served, TODAY).lead_minutes == 90
    assert view.blocks == 0
    assert view.of_sector(SOUTH).final == 10


def test_blocking_problems_of_all_parts_are_counted() -> None:
    twice = state.with_sector(FILE, SOUTH, replace(FILE.sectors[SOUTH], code="N"))
    assert state.view_of(twice, TODAY).blocks == 2


def test_an_empty_file_knows_nothing() -> None:
    view = state.view_of(state.EMPTY, TODAY)
    assert (view.capacity.total, view.hourly, view.lead_minutes) == (None, None, None)


def test_gates_of_a_deleted_sector_serve_the_whole_ground() -> None:
    without = state.without_sector(FILE, NORTH)
    assert list(without.sectors) == [SOUTH]
    assert without.gates[GATE].sector_id is None
    assert state.without_gate(FILE, GATE).gates == {}


def test_a_new_gate_leads_to_a_sector_without_one_first() -> None:
    assert state.new_gate(FILE, NORTH) == GateDraft(code="P2", sector_id=SOUTH)
    uses = (SectorUse.AWAY, SectorUse.FAMILY, SectorUse.ULTRAS_HOME)
    keys = [new_id() for _use in uses]
    sectors = {
        key: SectorDraft(code=code, use=use)
        for key, code, use in zip(keys, "ABC", uses, strict=True)
    }
    file = replace(FILE, sectors=sectors, gates={})
    for key in reversed(keys):  # home first, visitors last
        gate = state.new_gate(file, keys[0])
        assert gate.sector_id == key
        file = state.with_gate(file, new_id(), gate)


def test_a_new_gate_leads_to_the_sector_on_view_where_all_have_one() -> None:
    served = state.with_gate(FILE, new_id(), state.new_gate(FILE, None))
    assert state.new_gate(served, NORTH) == GateDraft(code="P3", sector_id=NORTH)


def test_sectors_are_offered_in_the_order_of_their_codes() -> None:
    sectors = {new_id(): SectorDraft(code=code) for code in ("E10", "E2", "A")}
    assert [code for _key, code in state.sectors_in_order(sectors)] == [
        "A",
        "E2",
        "E10",
    ]


@pytest.mark.parametrize(
    ("levels", "worst"),
    [
        ([], None),
        ([Level.WARN], Level.WARN),
        ([Level.WARN, Level.BLOCK], Level.BLOCK),
    ],
)
def test_the_worst_problem_marks_the_row(
    levels: list[Level], worst: Level | None
) -> None:
    assert state.worst_level([Problem(None, "x", one) for one in levels]) is worst
