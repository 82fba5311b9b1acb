"""What an act is hashed to never changes: other cells hold what was signed before."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sportsec.store.engine import connect
from sportsec.store.journal.identity import Identity
from sportsec.store.journal.purge import purge, reason
from sportsec.store.journal.seal import Sealed, Stamp, seal
from sportsec.store.workspace import DATABASE
from tests.founding import put_database

VENUE, CLUB, CONTACT, FIXTURE = (bytes([number]) * 16 for number in range(1, 5))
OTHER = b"another replica."
#: Of each act below, as the program of the first journal sealed it.
CHAINS = (
    "c2353cc9edfdf25d669ca93380f3ada985789df0d5cae102b070fd8e5fa335c1",
    "e0723dea6ace6b116938a1bce0c0177fc2d536744c254421ed0e206253f9cea4",
    "ffe9e5124b784ad5a844cb8bd0b056e4f67398bb46b8cd1fe46330637057a41a",
    "26ae4c3a22b4695eae360d235e9cf7c87024f6377c3407604340adb05dac019a",
    "dac49a8b3b73373fd3774d6ba1e8f6557eb29cb543a10551b2d5ee66911bce9a",
    "88fc8736eff6666bf40e8d8c35ad8cc1a9af4e205a2c8dc240203c2456915d8d",
    "5ded6885c90f83eba0c72f47bdbf532af14332fd881d9389539b212f2ada3190",
)


class _Cell:
    """A database whose acts come out the same each time: so are its random bytes."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.setattr(os, "urandom", _Dice().bytes)
        self.connection: Any = connect(folder / DATABASE)
        self.identity = Identity(folder)
        self.run("BEGIN IMMEDIATE")
        self.run("DELETE FROM journal_capture")
        self.identity.settle(self.connection)
        self.run("UPDATE journal_state SET hlc = 0")
        self.wall = 1_795_000_000_000

    def run(self, sql: str, *values: object) -> None:
        self.connection.execute(sql, values)

    def seal(self, **said: Any) -> Sealed:
        self.wall += 60_000
        stamp = Stamp("officer", "Changes", self.wall, "1", **said)
        return seal(self.connection, stamp, self.identity)

    def another_wrote(self, row: bytes, col: str, val: object) -> None:
        """Take in a change that another replica made of an inserted record."""
        self.run("INSERT INTO journal_replica (number, rid) VALUES (9, ?)", OTHER)
        act = op = (9 << 32) + 1
        self.run("INSERT INTO journal_act (act, hlc) VALUES (?, 5)", act)
        self.run(
            "INSERT INTO journal_op (op, act, kind, tbl, row, col, val, base, salt)"
            " SELECT ?, ?, 'U', tbl, row, ?, ?, op, ? FROM journal_op"
            " WHERE row = ? AND kind = 'I'",
            *(op, act, col, val, bytes(16), row),
        )
        self.run("UPDATE journal_head SET win = 0 WHERE row = ? AND col = ?", row, col)
        self.run("INSERT INTO journal_head VALUES (?, ?, ?, 1)", row, col, op)


class _Dice:
    """Bytes that look random, in one order however many are asked for at once."""

    def __init__(self) -> None:
        blocks = (hashlib.sha256(b"%d" % each).digest() for each in itertools.count())
        self._bytes = itertools.chain.from_iterable(blocks)

    def bytes(self, count: int) -> bytes:
        return bytes(itertools.islice(self._bytes, count))


@pytest.fixture
def cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Cell]:
    put_database(tmp_path)
    made = _Cell(tmp_path, monkeypatch)
    yield made
    made.connection.close()


def test_acts_are_hashed_as_ever(cell: _Cell) -> None:
    sealed = [
        _inserted(cell),
        _changed(cell),
        _restored(cell),
        _typed_long_ago(cell),
        _decided(cell),
        _purged(cell),
        cell.seal(detail='{"taken": 0}', undoes=1 << 32 | 2),
    ]
    assert tuple(each.chain.hex() for each in sealed) == CHAINS


def _inserted(cell: _Cell) -> Sealed:
    """Insert records; write personal values, and one register twice."""
    cell.run(
        "INSERT INTO venue (id, name_fr, name_ar) VALUES (?, 'Stade', 'ملعب')", VENUE
    )
    cell.run(
        "INSERT INTO club (id, name_fr, home_venue_id) VALUES (?, 'Club', ?)",
        *(CLUB, VENUE),
    )
    cell.run(
        "INSERT INTO contact (id, name_latin, phone, club_id)"
        " VALUES (?, 'A Name', '+212600000000', ?)",
        *(CONTACT, CLUB),
    )
    cell.run(
        "INSERT INTO fixture (id, ref_no, home_club_id, kick_off_date)"
        " VALUES (?, 'BEN/1', ?, '2026-12-20')",
        *(FIXTURE, CLUB),
    )
    for count in (1, 2):
        cell.run("UPDATE fixture SET tickets_sold_home = ?", count)
    return cell.seal()


def _changed(cell: _Cell) -> Sealed:
    """Write a group, a reference, nothing at all; delete a record and edit it."""
    cell.run("UPDATE contact SET deleted_at = '2026-12-01T10:00:00.000000Z'")
    cell.run("UPDATE fixture SET home_score = 2, away_score = 1, venue_id = ?", VENUE)
    cell.run("UPDATE fixture SET tickets_sold_home = 3")
    cell.run("UPDATE club SET home_venue_id = NULL, name_fr = 'Club Un'")
    cell.run("UPDATE venue SET deleted_at = '2026-12-01T10:00:00.000000Z'")
    cell.run("UPDATE contact SET deleted_at = NULL")
    cell.run("UPDATE contact SET rank = 'grade'")
    cell.run("UPDATE contact SET deleted_at = '2026-12-01T11:00:00.000000Z'")
    return cell.seal(detail='{"note": "é"}')


def _restored(cell: _Cell) -> Sealed:
    cell.run("UPDATE contact SET deleted_at = NULL")
    return cell.seal()


def _typed_long_ago(cell: _Cell) -> Sealed:
    """Save a form that was opened when the first act was the last."""
    cell.run("UPDATE fixture SET tickets_sold_home = 4, ref_no = 'BEN/2'")
    cell.run("UPDATE fixture SET deleted_at = '2026-12-01T12:00:00.000000Z'")
    sealed = cell.seal(positions={FIXTURE: 1})
    assert sealed.collided == [(FIXTURE, "tickets_sold_home")]
    return sealed


def _decided(cell: _Cell) -> Sealed:
    """Write two registers of two values each, having seen them all."""
    cell.another_wrote(CLUB, "name_fr", "Le Club")
    cell.run("UPDATE fixture SET deleted_at = NULL, tickets_sold_home = 5")
    cell.run("UPDATE club SET name_fr = 'Notre Club'")
    return cell.seal(saw_all=True)


def _purged(cell: _Cell) -> Sealed:
    why = reason("law", "decision 1")
    purge(cell.connection, "contact", CONTACT, "", why)
    return cell.seal()
