"""Fields that belong together arrive together; personal ones only where they may."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Table, insert, update

from sportsec.store.journal.shape import shapes
from sportsec.store.work import Work
from sportsec.sync.container import open_container
from sportsec.sync.crypt import box_key
from tests.convergence.holding import assert_holds
from tests.data.sync.conftest import Cell
from tests.rows import ANCHORS, TABLES, changed_value, fewest, other_value

Pair = tuple[Cell, Cell]
GROUPS = [
    (table, register)
    for table in TABLES
    for register, fields in shapes()[table.name].registers.items()
    if len(fields) > 1
]
PERSONAL = [
    (table, name) for table in TABLES for name in sorted(shapes()[table.name].personal)
]


def rows(work: Work, table: Table, row: UUID, names: list[str]) -> tuple[Any, ...]:
    query = f"SELECT {', '.join(names)} FROM {table.name} WHERE id = ?"
    found: tuple[Any, ...] = work.connection.execute(query, (row.bytes,)).fetchone()
    return found


@pytest.mark.parametrize(
    ("table", "register"), GROUPS, ids=[f"{t.name}-{name}" for t, name in GROUPS]
)
def test_two_half_edits_are_never_mixed(
    pair: Pair, tmp_path: Path, table: Table, register: str
) -> None:
    one, other = pair
    names = [field.name for field in shapes()[table.name].registers[register]]
    row = uuid4()

    def make(work: Work) -> None:
        for each in TABLES:
            anchor = fewest(each, ANCHORS[each.name])
            work.session.execute(insert(each).values(anchor))
        whole = {name: other_value(table.c[name], row) for name in names}
        work.session.execute(insert(table).values({**fewest(table, row), **whole}))

    one.act(make)
    other.receive(one.send(tmp_path / "0.ssx", other))
    given = []
    for cell, name in zip(pair, (names[0], names[-1]), strict=True):
        column = table.c[name]
        new = changed_value(column, other_value(column, row))
        one_column = update(table).where(table.c.id == row).values({name: new})

        def change(work: Work, statement: Any = one_column) -> tuple[Any, ...]:
            work.session.execute(statement)
            return rows(work, table, row, names)

        given.append(cell.act(change))
    for turn in range(2):
        other.receive(one.send(tmp_path / f"there{turn}.ssx", other))
        one.receive(other.send(tmp_path / f"back{turn}.ssx", one))
    shown = set()
    for cell in pair:
        with cell.workspace.reading() as work:
            assert_holds(work.connection)
            shown.add(rows(work, table, row, names))
    assert len(shown) == 1
    assert shown <= set(given)


def test_no_personal_value_leaves_where_none_may(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    tables = {table for table, _ in PERSONAL}
    made = {table.name: uuid4() for table in tables}
    assert ("contact", "phone") in {(table.name, name) for table, name in PERSONAL}

    def secret(table: Table, name: str, turn: int) -> str:
        return f"secret-{table.name}-{name}-{turn}"

    def make(work: Work) -> None:
        for table in tables:
            work.session.execute(insert(table).values(fewest(table, made[table.name])))
        for turn in range(2):
            for table, name in PERSONAL:
                mine = update(table).where(table.c.id == made[table.name])
                said = {name: secret(table, name, turn)}
                work.session.execute(mine.values(said))
            work.seal("Contact saved")
        more = {name: secret(t, name, 2) for t, name in PERSONAL if t.name == "contact"}
        contact = next(table for table in tables if table.name == "contact")
        both = {**fewest(contact, uuid4()), **more}
        work.session.execute(insert(contact).values(both))

    one.act(make, "Contact saved")
    kept = one.send(tmp_path / "kept.ssx", other, with_personal=False)
    whole = one.send(tmp_path / "whole.ssx", other)
    for file, secrets in ((kept, 0), (whole, 2 * len(PERSONAL))):
        payload = open_container(
            file,
            tmp_path / file.stem,
            box=box_key(other.workspace.identity.folder),
            me=other.key,
        ).payload
        data = payload.read_bytes()
        found = [
            (table.name, name, turn)
            for table, name in PERSONAL
            for turn in range(2)
            if secret(table, name, turn).encode() in data
        ]
        assert len(found) == secrets
        assert (b"secret-" in data) == bool(secrets)
    other.receive(kept)
    database = other.folder / "sportsec.db"
    written = [database, database.with_name("sportsec.db-wal")]
    assert not any(b"secret-" in each.read_bytes() for each in written if each.exists())
    other.receive(whole)
    with other.workspace.reading() as work:
        for table, name in PERSONAL:
            said = secret(table, name, 1)
            assert rows(work, table, made[table.name], [name]) == (said,)
