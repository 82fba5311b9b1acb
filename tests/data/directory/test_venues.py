"""Stadiums: saved as one with their sectors and gates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.identity import new_id
from sportsec.domain.listing import by
from sportsec.domain.problems import Level
from sportsec.domain.venue_rules import VenueFile
from sportsec.domain.venues import GateDraft, SectorDraft, SectorUse, VenueDraft
from sportsec.domain.words import Words
from sportsec.queries.venues import VENUES, VenueFilter, venue_capacities, venue_file
from sportsec.services.venues import (
    add_venue,
    delete_venue,
    restore_venue,
    revise_venue,
    venue_problems,
)
from sportsec.store.tables.venues import Gate, Sector, Venue
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_venue

NORTH, SOUTH, GATE = new_id(), new_id(), new_id()
FILE = VenueFile(
    VenueDraft(
        name=Words(fr="Stade"),
        nominal_capacity=20_000,
        capacity_source="FRMF",
        certificate_expires_on=date(2026, 12, 10),
        control_room_phone="05 22 12 34 56",
    ),
    {NORTH: SectorDraft(code="N", seats=5000), SOUTH: SectorDraft(code="S")},
    {GATE: GateDraft(code="P1", sector_id=NORTH, turnstiles=6)},
)


def test_a_stadium_is_kept_with_its_parts(work: Work) -> None:
    venue_id = add_venue(work, FILE)
    work.commit("test")
    kept = venue_file(work, venue_id)
    assert kept.sectors == FILE.sectors
    assert kept.gates == FILE.gates
    phone = replace(FILE.venue, control_room_phone="+212522123456")
    assert kept.venue == phone


def test_the_list_computes_the_safe_capacity(work: Work) -> None:
    venue_id = add_venue(work, FILE)
    work.session.flush()
    (row,) = VENUES.rows(work, [venue_id])
    assert (row.sectors, row.gates, row.unknown_sectors) == (2, 1, 1)
    assert row.safe_capacity == 6 * 660
    assert venue_capacities(work, [venue_id])[venue_id].total == 6 * 660
    assert venue_capacities(work, [new_id()]).popitem()[1].total is None


def test_problems_are_told_where_they_belong(work: Work) -> None:
    found = venue_problems(work, FILE)
    assert [problem.field for problem in found.venue] == ["certificate_expires_on"]
    assert found.sectors[NORTH] == []


def test_a_lowered_factor_without_reason_is_refused(work: Work) -> None:
    weak = replace(FILE.sectors[NORTH], physical_factor=0.8)
    with pytest.raises(Invalid):
        add_venue(work, replace(FILE, sectors={NORTH: weak}))


def test_parts_are_added_changed_and_deleted_in_one_act(work: Work) -> None:
    venue_id = add_venue(work, FILE)
    work.commit("test")
    seen = venue_file(work, venue_id)
    east = new_id()
    wanted = VenueFile(
        replace(seen.venue, camera_count=40),
        {
            NORTH: replace(seen.sectors[NORTH], use=SectorUse.ULTRAS_HOME),
            east: SectorDraft(code="E", seats=900),
        },
        {GATE: replace(seen.gates[GATE], sector_id=east)},
    )
    revise_venue(work, venue_id, wanted, seen=seen)
    work.commit("test")
    assert venue_file(work, venue_id) == wanted
    with pytest.raises(NotFound):
        work.get(Sector, SOUTH)


def test_a_sector_in_use_stays(work: Work) -> None:
    venue_id = add_venue(work, FILE)
    a_fixture(work, a_club(work, "A"), a_club(work, "B"), away_sector_id=SOUTH)
    work.commit("test")
    seen = venue_file(work, venue_id)
    without = replace(seen, sectors={NORTH: seen.sectors[NORTH]})
    with pytest.raises(Invalid) as caught:
        revise_venue(work, venue_id, without, seen=seen)
    assert "Matches" in caught.value.problems[0].message


def test_a_sector_with_gates_stays(work: Work) -> None:
    venue_id = add_venue(work, FILE)
    work.commit("test")
    seen = venue_file(work, venue_id)
    without = replace(seen, sectors={SOUTH: seen.sectors[SOUTH]})
    with pytest.raises(Invalid) as caught:
        revise_venue(work, venue_id, without, seen=seen)
    assert "Gates" in caught.value.problems[0].message


def test_a_sector_changed_by_somebody_else_is_told(work: Work) -> None:
    venue_id = add_venue(work, FILE)
    work.commit("test")
    seen = venue_file(work, venue_id)
    work.get(Sector, NORTH).seats = 1
    wanted = replace(seen, sectors={NORTH: SectorDraft(code="N", seats=2)})
    with pytest.raises(StaleWrite) as caught:
        revise_venue(work, venue_id, wanted, seen=seen)
    assert caught.value.fields == ["seats"]


def test_deleting_and_bringing_back_takes_the_parts_along(work: Work) -> None:
    venue_id = add_venue(work, FILE)
    work.commit("test")
    before = venue_file(work, venue_id)
    delete_venue(work, venue_id)
    work.commit("test")
    assert VENUES.count(work, VenueFilter()) == 0
    assert work.session.get(Gate, GATE).deleted_at is not None  # type: ignore[union-attr]  # it exists
    restore_venue(work, venue_id)
    work.commit("test")
    assert venue_file(work, venue_id) == before


def test_a_stadium_with_a_match_is_not_deleted(work: Work) -> None:
    venue = a_venue(work)
    work.session.flush()
    a_fixture(work, a_club(work, "A"), a_club(work, "B"), venue_id=venue.id)
    work.session.flush()
    with pytest.raises(Invalid):
        delete_venue(work, venue.id)
    assert work.get(Venue, venue.id)


def test_a_stadium_of_the_same_name_is_told(work: Work) -> None:
    a_venue(work, "Stade")
    work.session.flush()
    found = venue_problems(work, FILE).venue
    assert ("name", Level.WARN) in [(p.field, p.level) for p in found]


def test_stadiums_are_sorted_by_what_they_hold(work: Work) -> None:
    for name, seats in (("A", 100), ("B", None), ("C", 50)):
        a_venue(work, name, nominal_capacity=seats)
    work.session.flush()
    ids = VENUES.ids(work, VenueFilter("", "fr"), by("nominal_capacity"), None)
    assert [row.name.fr for row in VENUES.rows(work, ids)] == ["C", "A", "B"]
