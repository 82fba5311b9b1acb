"""The record is held against its history: what is shown must be what was done."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.people import ContactDraft
from sportsec.domain.words import Words
from sportsec.queries.checks import Check, CheckKind, check_workspace
from sportsec.services.people import add_contact
from sportsec.services.twins import decide_same
from sportsec.store.journal.agreement import Departed, Departure, departures
from sportsec.store.journal.purge import purge, reason
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from tests.builders import a_club, a_venue
from tests.data.sync.conftest import Cell

TWICE = UUID(int=5 << 76 | 2 << 62 | 1)
MADE = "INSERT INTO list_item (id, kind, code, name_fr) VALUES (?, 'rank', 'x', ?)"


def found(cell: Cell, tampering: str = "", *values: Any) -> list[Departed]:
    """Return what is found after another program wrote past the triggers."""
    with cell.workspace.writing() as work:
        run = work.connection.execute
        run("PRAGMA defer_foreign_keys = ON")
        run("UPDATE journal_state SET applying = 1")
        for statement in filter(str.strip, tampering.split(";")):
            run(statement, values)
        return departures(work.connection)


def fields(departed: list[Departed]) -> dict[bytes, tuple[Departure, set[str]]]:
    return {each.row: (each.kind, set(each.registers)) for each in departed}


def at_home(cell: Cell) -> tuple[UUID, UUID]:
    """Return a venue and the club at home there."""

    def make(work: Work) -> tuple[UUID, UUID]:
        venue = a_venue(work)
        work.session.flush()
        club = a_club(work, "Hôte", home_venue_id=venue.id)
        work.session.flush()
        return venue.id, club.id

    made: tuple[UUID, UUID] = cell.act(make)
    return made


def delete(cell: Cell, club: UUID) -> None:
    cell.change(club, deleted_at=cell.now[0])


class Lived:
    """Two cells whose records went all ways that records go."""

    def __init__(self, one: Cell, other: Cell, folder: Path) -> None:
        self.one, self.other = one, other
        self.plain = one.club("Atlas", city=Words(fr="Fès"))
        self.argued, self.revived = one.club("Argan"), one.club("Cèdre")
        self.gone = one.club("Palmier")
        self.home, self.guest = at_home(one)
        self.twin = one.club("Union", city=Words(fr="Fès"))
        one.act(lambda work: work.connection.execute(MADE, (TWICE.bytes, "Un")))
        other.act(lambda work: work.connection.execute(MADE, (TWICE.bytes, "Deux")))
        other.receive(one.send(folder / "a.ssx", other))
        one.change(self.argued, code="A")
        other.change(self.argued, code="B")
        one.change(self.revived, code="C")
        delete(other, self.revived)
        delete(one, self.gone)
        one.change(self.plain, code="ATL")
        self.younger = other.club("Union", city=Words(fr="Fès"))
        other.act(lambda work: decide_same(work, "club", self.twin, self.younger))
        one.receive(other.send(folder / "b.ssx", one))
        other.receive(one.send(folder / "c.ssx", other))
        one.act(self._erase)

    def _erase(self, work: Work) -> None:
        person = add_contact(
            work, ContactDraft(name_latin="Nom", phone="+212600000000")
        )
        work.session.flush()
        purge(work.connection, "contact", person.bytes, "", reason("loi", "7"))


@pytest.fixture
def lived(pair: tuple[Cell, Cell], tmp_path: Path) -> Lived:
    return Lived(*pair, tmp_path)


def test_records_that_went_all_ways_are_as_their_history_says(lived: Lived) -> None:
    assert found(lived.one) == []
    assert found(lived.other) == []
    with lived.one.workspace.reading() as work:
        run = work.connection.execute
        for table in ("twin", "revived", "purged"):
            assert run(f"SELECT count(*) FROM journal_{table}").fetchone()[0], table


@pytest.mark.parametrize(
    ("record", "tampering", "registers"),
    [
        ("plain", "UPDATE club SET name_fr = 'Faux' WHERE id = ?1", {"name_fr"}),
        ("plain", "UPDATE club SET code = 'F' WHERE id = ?1", {"code"}),
        ("plain", "UPDATE club SET city_fr = 'F', code = '' WHERE id = ?1", None),
        (
            "plain",
            "UPDATE club SET deleted_at = '2026-01-01T00:00:00.000000Z' WHERE id = ?1",
            {"deleted_at"},
        ),
        ("gone", "UPDATE club SET deleted_at = NULL WHERE id = ?1", {"deleted_at"}),
        ("guest", "UPDATE club SET home_venue_id = NULL WHERE id = ?1", None),
        ("argued", "UPDATE club SET name_fr = 'Faux' WHERE id = ?1", {"name_fr"}),
        (
            "argued",
            """UPDATE journal_head SET win = 1 - win WHERE row = ?1 AND col = 'code';
            UPDATE club SET code = char(131 - unicode(code)) WHERE id = ?1""",
            {"code"},
        ),
        (
            "argued",
            "DELETE FROM journal_head WHERE row = ?1 AND col = 'code' AND win = 0",
            {"code"},
        ),
        ("revived", "UPDATE club SET code = '' WHERE id = ?1", {"code"}),
        ("revived", "DELETE FROM journal_revived WHERE row = ?1", {"deleted_at"}),
        ("twin", "UPDATE club SET name_fr = 'Faux' WHERE id = ?1", {"name_fr"}),
        ("younger", "UPDATE club SET name_fr = 'Faux' WHERE id = ?1", {"name_fr"}),
        ("twice", "UPDATE list_item SET name_fr = 'F' WHERE id = ?1", {"name_fr"}),
        (
            "twice",
            "DELETE FROM journal_head WHERE row = ?1 AND col = 'name_fr' AND win = 0",
            {"name_fr"},
        ),
    ],
)
def test_what_was_written_past_the_history_is_found(
    lived: Lived, record: str, tampering: str, registers: set[str] | None
) -> None:
    row = TWICE.bytes if record == "twice" else getattr(lived, record).bytes
    kind, differing = fields(found(lived.one, tampering, row))[row]
    assert kind is Departure.OTHER
    assert differing == (registers or differing)
    assert found(lived.one) == []


def test_one_that_was_taken_out_or_slipped_in_is_found(lived: Lived) -> None:
    row, strange = lived.plain.bytes, bytes(16)
    gone = found(lived.one, "DELETE FROM club WHERE id = ?1", row)
    assert fields(gone) == {row: (Departure.GONE, set())}
    slipped = found(lived.one, "INSERT INTO club (id) VALUES (?1)", strange)
    assert fields(slipped) == {strange: (Departure.STRANGE, set())}


def test_a_pair_that_nobody_decided_is_found(lived: Lived) -> None:
    apart = "UPDATE journal_twin SET elder = row WHERE row = ?1"
    for row in (lived.twin.bytes, lived.younger.bytes):
        elder = min(lived.twin.bytes, lived.younger.bytes)
        if row != elder:
            assert row in fields(found(lived.one, apart, row))


def test_a_reference_to_what_is_not_known_is_no_fault(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    venue, guest = at_home(one)
    sent = one.send(tmp_path / "a.ssx", other)
    other.receive(sent, left_out=["venue"])
    assert other.read(guest, "home_venue_id") is None
    assert found(other) == []
    unmasked = "UPDATE club SET home_venue_id = ?1 WHERE home_venue_id IS NULL"
    wrong = fields(found(other, unmasked, venue.bytes))
    assert wrong[guest.bytes] == (Departure.OTHER, {"home_venue_id"})


def test_what_is_not_saved_yet_is_no_fault(pair: tuple[Cell, Cell]) -> None:
    club = pair[0].club("Atlas")
    with pair[0].workspace.writing() as work:
        work.session.get_one(Club, club).code = "NEW"
        work.session.flush()
        assert departures(work.connection) == []


def test_the_check_names_the_first_and_counts_the_others(
    pair: tuple[Cell, Cell],
) -> None:
    one, _ = pair
    for number in range(25):
        one.club(f"Club {number:02}")
    with one.workspace.writing() as work:
        run = work.connection.execute
        run("UPDATE journal_state SET applying = 1")
        run("UPDATE club SET code = 'F' WHERE name_fr LIKE 'Club %'")
        (check,) = (
            each for each in check_workspace(work) if each.kind is CheckKind.RECORDS
        )
    assert isinstance(check, Check)
    assert not check.is_passed
    assert (len(check.records), check.more) == (20, 5)
    first = check.records[0]
    assert (first.table, first.fields) == ("club", ("code",))
    assert first.label.fr.startswith("Club ")
