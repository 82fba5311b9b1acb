"""Cells of different versions lose nothing of each other's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from sportsec.domain.exchange_received import Fate
from sportsec.store.journal import capture
from sportsec.store.journal.shape import Field, Shape, shapes
from sportsec.store.work import Work
from tests.data.sync.conftest import Cell


def upgrade(cell: Cell) -> None:
    """Give a cell the tables of a version to come."""

    def job(work: Work) -> None:
        club = shapes()["club"]
        wider = Shape("club", (*club.fields, Field("motto")))
        chant = Shape("chant", (Field("text"), Field("deleted_at")))
        work.connection.execute("ALTER TABLE club ADD COLUMN motto TEXT")
        work.connection.execute(
            "CREATE TABLE chant (id BLOB PRIMARY KEY, text TEXT, deleted_at TEXT)"
        )
        known = {**shapes(), "club": wider, "chant": chant}
        capture.install(work.connection, known)

    cell.act(job, "Workspace upgraded")


def test_what_an_older_version_does_not_know_passes_through_it(
    pair: tuple[Cell, Cell], make_cell: Callable[[str], Cell], tmp_path: Path
) -> None:
    newer, older = pair
    third = make_cell("Rabat")
    third.trusts(older)
    for cell in (newer, third):
        upgrade(cell)
    club = newer.club("Atlas")
    chant = UUID(int=7)

    def sing(work: Work) -> None:
        run = work.connection.execute
        run("UPDATE club SET motto = 'Dima' WHERE id = ?", (club.bytes,))
        run("INSERT INTO chant (id, text) VALUES (?, 'Sir')", (chant.bytes,))

    newer.act(sing)
    file = newer.send(tmp_path / "a.ssx", older)
    seen = older.look(file).preview
    assert seen is not None
    assert {kind.table: kind.counts for kind in seen.kinds}["chant"] == {
        Fate.UNKNOWN: 1
    }
    older.receive(file)
    older.change(club, code="ATL")
    third.receive(older.send(tmp_path / "b.ssx"))
    assert third.read(club, "motto") == "Dima"
    assert third.read(club, "code") == "ATL"
    with third.workspace.reading() as work:
        query = "SELECT text FROM chant WHERE id = ?"
        row = work.connection.execute(query, (chant.bytes,)).fetchone()
    assert row[0] == "Sir"
    newer.receive(older.send(tmp_path / "c.ssx", newer))
    assert newer.read(club, "code") == "ATL"
    assert newer.read(club, "motto") == "Dima"
