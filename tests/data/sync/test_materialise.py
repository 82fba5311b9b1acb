"""What an older program kept for later is in the record once it is up to date."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.identity import new_id
from sportsec.i18n.labels import problem_text
from sportsec.i18n.translator import translator
from sportsec.services.twins import decide_same
from sportsec.store import upgrade
from sportsec.store.journal import purge
from sportsec.store.work import Work
from tests.convergence.holding import assert_holds
from tests.data.sync.conftest import Cell
from tests.data.sync.older import make_newer, make_older


@pytest.fixture(autouse=True)
def index_of_the_older_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today's program opens the older database, and must not renew its index."""
    monkeypatch.setattr(upgrade, "is_current", lambda _connection: True)


def run(cell: Cell, sql: str, *values: Any) -> None:
    def job(work: Work) -> None:
        given = [each.bytes if isinstance(each, UUID) else each for each in values]
        work.connection.execute(sql, given)

    cell.act(job)


def insert(cell: Cell, table: str, record: UUID | None = None, **values: Any) -> UUID:
    record = record or new_id()
    names = ", ".join(("id", *values))
    marks = ", ".join("?" * (len(values) + 1))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    run(cell, sql, record, *values.values())
    return record


def change(cell: Cell, table: str, record: UUID, **values: Any) -> None:
    sets = ", ".join(f"{name} = ?" for name in values)
    run(cell, f"UPDATE {table} SET {sets} WHERE id = ?", *values.values(), record)


def shown(cell: Cell, table: str, record: UUID, *columns: str) -> tuple[Any, ...]:
    with cell.workspace.reading() as work:
        query = f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?"
        return work.connection.execute(query, (record.bytes,)).fetchone()


def assert_sound(cell: Cell) -> None:
    with cell.workspace.reading() as work:
        assert_holds(work.connection)


@dataclass
class Cells:
    """Two cells of this version, and one between them whose program is older."""

    newer: Cell
    older: Cell
    third: Cell
    folder: Path
    files: int = 0

    def carry(self, sender: Cell, *to: Cell, **how: Any) -> None:
        self.files += 1
        file = sender.send(self.folder / f"{self.files}.ssx", **how)
        for each in to:
            each.receive(file)

    def update(self) -> Cell:
        make_newer(self.older, self.folder / "migrations")
        return self.older

    def meet(self) -> None:
        """Let everybody know everything, and see that they agree."""
        for _ in range(2):
            for sender in (self.newer, self.older, self.third):
                others = {self.newer.name, self.older.name, self.third.name}
                others.discard(sender.name)
                every = (self.newer, self.older, self.third)
                self.carry(sender, *(one for one in every if one.name in others))
        assert self.newer.fingerprint() == self.older.fingerprint()
        assert self.newer.state() == self.older.state() == self.third.state()
        assert_sound(self.older)


@pytest.fixture
def cells(make_cell: Callable[[str], Cell], tmp_path: Path) -> Cells:
    made = [make_cell(name) for name in ("Casablanca", "Fès", "Rabat")]
    for one in made:
        for other in made:
            if other is not one:
                one.trusts(other)
    newer, older, third = made
    make_older(older)
    return Cells(newer, older, third, tmp_path)


def test_fields_of_every_kind_come_with_the_update(cells: Cells) -> None:
    newer = cells.newer
    venue = insert(newer, "venue", name_fr="Stade", latitude=33.5, longitude=-7.6)
    moved = insert(newer, "venue", name_fr="Terrain", latitude=30.0, longitude=-9.5)
    change(newer, "venue", moved, latitude=30.4)
    said = insert(
        newer,
        "contact",
        name_latin="Chef",
        mandate="2026",
        notes="le soir",
        venue_id=venue.bytes,
        is_reachable_on_match_day=1,
    )
    later = insert(newer, "contact", name_latin="Autre")
    change(newer, "contact", later, mandate="2027", venue_id=venue.bytes)
    gone = insert(newer, "contact", name_latin="Parti", mandate="2020")
    change(newer, "contact", gone, deleted_at="2026-11-23T10:00:00.000000Z")
    cells.carry(newer, cells.older)
    assert shown(cells.older, "contact", said, "name_latin") == ("Chef",)
    change(cells.older, "contact", said, name_latin="Cheffe")
    older = cells.update()
    fields = ("name_latin", "mandate", "notes", "venue_id", "is_reachable_on_match_day")
    assert shown(older, "contact", said, *fields) == (
        *("Cheffe", "2026", "le soir", venue.bytes, 1),
    )
    assert shown(older, "contact", later, *fields[1:]) == ("2027", "", venue.bytes, 0)
    assert shown(older, "contact", gone, "mandate")[0] == "2020"
    assert shown(older, "contact", gone, "deleted_at")[0] is not None
    place = ("latitude", "longitude")
    assert shown(older, "venue", venue, *place) == (33.5, -7.6)
    assert shown(older, "venue", moved, *place) == (30.4, -9.5)
    assert_sound(older)
    cells.meet()


def test_a_whole_table_comes_with_the_update(cells: Cells) -> None:
    newer = cells.newer
    groups = [
        insert(newer, "supporter_group", name_fr=name) for name in ("Nord", "Sud")
    ]
    sides = {"group_id": groups[0].bytes, "other_group_id": groups[1].bytes}
    plain = insert(newer, "group_relation", kind="friendly", **sides)
    edited = insert(newer, "group_relation", kind="friendly", **sides)
    change(newer, "group_relation", edited, kind="hostile", reason_fr="un vol")
    gone = insert(newer, "group_relation", **sides)
    change(newer, "group_relation", gone, deleted_at="2026-11-23T10:00:00.000000Z")
    cells.carry(newer, cells.older)
    cells.carry(cells.older, cells.third)  # passes through it
    assert shown(cells.third, "group_relation", edited, "kind") == ("hostile",)
    older = cells.update()
    assert shown(older, "group_relation", plain, "kind", "group_id") == (
        *("friendly", groups[0].bytes),
    )
    assert shown(older, "group_relation", edited, "kind", "reason_fr") == (
        *("hostile", "un vol"),
    )
    assert shown(older, "group_relation", gone, "deleted_at")[0] is not None
    assert_sound(older)
    change(older, "group_relation", plain, kind="neutral")
    cells.meet()


def test_conflicts_and_edits_of_the_deleted_come_as_such(cells: Cells) -> None:
    newer, third = cells.newer, cells.third
    both = insert(newer, "contact", name_latin="Chef", mandate="2026")
    revived = insert(newer, "contact", name_latin="Parti")
    cells.carry(newer, third, cells.older)
    change(newer, "contact", both, mandate="2027")
    change(third, "contact", both, mandate="2028")
    change(newer, "contact", revived, mandate="2030")
    change(cells.older, "contact", revived, deleted_at="2026-11-23T10:00:00.000000Z")
    for sender in (newer, third):
        cells.carry(sender, cells.older)
    older = cells.update()
    with older.workspace.reading() as work:
        held = assert_holds(work.connection)
    assert (both.bytes, "mandate") in held.conflicts
    assert shown(older, "contact", revived, "deleted_at", "mandate") == (None, "2030")
    cells.meet()


def test_records_made_twice_or_called_the_same_follow_the_rule(cells: Cells) -> None:
    newer, third = cells.newer, cells.third
    twice = new_id()
    insert(newer, "contact", twice, name_latin="Chef", mandate="2026")
    insert(third, "contact", twice, name_latin="Chef", is_reachable_on_match_day=1)
    elder = insert(newer, "contact", name_latin="Un")
    younger = insert(third, "contact", name_latin="Un", mandate="2029")
    relations = [new_id(), new_id()]
    insert(newer, "group_relation", relations[0], kind="friendly")
    insert(third, "group_relation", relations[1], reason_fr="un vol")
    for sender, to in ((newer, third), (third, newer)):
        cells.carry(sender, to)
    newer.act(lambda work: decide_same(work, "contact", elder, younger))
    newer.act(lambda work: decide_same(work, "group_relation", *relations))
    cells.carry(newer, cells.older)
    older = cells.update()
    assert shown(older, "contact", twice, "mandate", "is_reachable_on_match_day") == (
        *("2026", 1),
    )
    assert shown(older, "contact", elder, "mandate") == ("2029",)
    assert shown(older, "group_relation", min(relations), "reason_fr") == ("un vol",)
    assert_sound(older)
    cells.meet()


def test_what_was_withheld_or_waits_for_a_record_stays_open(cells: Cells) -> None:
    newer, older = cells.newer, cells.older
    venue = insert(newer, "venue", name_fr="Stade")
    contact = insert(newer, "contact", name_latin="Chef", venue_id=venue.bytes)
    change(newer, "contact", contact, notes="le soir")
    file = newer.send(cells.folder / "part.ssx", with_personal=False)
    older.receive(file, left_out={"venue"})
    cells.update()
    assert shown(older, "contact", contact, "notes", "venue_id") == ("", None)
    assert_sound(older)
    cells.carry(newer, older)
    assert shown(older, "contact", contact, "notes", "venue_id") == (
        *("le soir", venue.bytes),
    )
    cells.meet()


def test_a_purge_reaches_fields_that_the_program_does_not_know(cells: Cells) -> None:
    newer, older = cells.newer, cells.older
    named = insert(newer, "contact", name_latin="Chef", notes="rue des Roses")
    whole = insert(newer, "contact", name_latin="Autre", notes="rue des Lilas")
    cells.carry(newer, older)

    def erase(work: Work, record: UUID, *registers: str) -> None:
        why = purge.reason("", "12/2026", registers)
        purge.purge(work.connection, "contact", record.bytes, "", why)

    newer.act(lambda work: erase(work, named, "name_latin", "notes"))
    older.act(lambda work: erase(work, whole))
    cells.carry(newer, older)
    assert "Roses" not in _journal(older)  # known by name
    assert "Lilas" in _journal(older)  # nobody could know that it is personal
    cells.update()
    assert "Lilas" not in _journal(older)
    assert shown(older, "contact", whole, "name_latin", "notes") == ("", "")
    cells.meet()
    assert "Lilas" not in _journal(newer)


def test_a_value_that_its_column_refuses_does_not_stop_the_update(
    cells: Cells, caplog: pytest.LogCaptureFixture
) -> None:
    newer = cells.newer
    good = insert(newer, "venue", name_fr="Stade", latitude=33.5, longitude=-7.6)

    bad = insert(newer, "venue", name_fr="Terrain")
    change(newer, "venue", bad, latitude=30.0, longitude=0.0)
    cells.carry(newer, cells.older)
    run(  # as a faulty program to come may have written it
        cells.older,
        "UPDATE journal_op SET val = ? WHERE row = ? AND kind = 'U'",
        json.dumps({"latitude": 400, "longitude": 0}),
        bad,
    )
    with caplog.at_level(logging.WARNING):
        older = cells.update()
    assert "a record is refused by its table" in caplog.text
    assert shown(older, "venue", good, "latitude") == (33.5,)
    assert shown(older, "venue", bad, "name_fr", "latitude") == ("Terrain", None)


def _journal(cell: Cell) -> str:
    with cell.workspace.reading() as work:
        rows = work.connection.execute("SELECT val FROM journal_op").fetchall()
    return repr(rows)


def test_a_file_of_a_newer_version_says_how_much_waits(
    cells: Cells, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer, older = cells.newer, cells.older
    contact = insert(newer, "contact", name_latin="Chef", mandate="2026", notes="soir")
    change(newer, "contact", contact, mandate="2027")
    insert(newer, "group_relation", kind="friendly", reason_fr="un vol")
    monkeypatch.setattr("sportsec.__version__", "9.0.0")
    file = newer.send(cells.folder / "newer.ssx")
    monkeypatch.undo()
    (judgement,) = older.look(file).judgements.values()
    assert judgement.later == 5
    texts = [problem_text(translator("en"), each) for each in judgement.findings]
    assert any("this version cannot show yet: \u20685\u2069" in each for each in texts)
