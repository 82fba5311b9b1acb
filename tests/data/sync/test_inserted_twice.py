"""A record that two cells insert under one name of its own, and then go on editing."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sportsec.store.journal import recompute
from sportsec.store.work import Work
from tests.data.sync.conftest import Cell

KEY = UUID(int=5 << 76 | 2 << 62 | 1)


def _insert(cell: Cell, name: str) -> None:
    sql = "INSERT INTO list_item (id, kind, code, name_fr) VALUES (?, 'rank', 'x', ?)"
    cell.act(lambda work: work.connection.execute(sql, (KEY.bytes, name)))


def _set(cell: Cell, column: str, value: str | None) -> None:
    sql = f"UPDATE list_item SET {column} = ? WHERE id = ?"
    cell.act(lambda work: work.connection.execute(sql, (value, KEY.bytes)))


def _heads(cell: Cell) -> list[tuple[object, ...]]:
    query = "SELECT col, op, win FROM journal_head WHERE row = ? ORDER BY col, op"
    with cell.workspace.reading() as work:
        found = work.connection.execute(query, (KEY.bytes,)).fetchall()
    return [tuple(each) for each in found]


def _compute(work: Work) -> None:
    recompute.applying(work.connection, on=True)
    recompute.rows(work.connection, [KEY.bytes])
    recompute.applying(work.connection, on=False)


def test_an_edit_that_comes_later_leaves_the_heads_of_the_definition(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    """The emptied insert of the one is a head again once nothing else is said."""
    one, other = pair
    _insert(one, "")
    _insert(other, "Porte")
    other.receive(one.send(tmp_path / "a.ssx", other))
    _set(other, "deleted_at", "2026-11-23T09:00:00.000000Z")
    _set(other, "deleted_at", None)
    one.receive(other.send(tmp_path / "b.ssx", one))
    _set(other, "name_fr", "")
    one.receive(other.send(tmp_path / "c.ssx", one))
    for cell in (one, other):
        merged = _heads(cell)
        cell.act(_compute)
        assert _heads(cell) == merged
    assert one.fingerprint() == other.fingerprint()
