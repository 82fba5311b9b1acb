"""Nothing bypasses the journal: each table, each column, each way of writing.

After each, the record is held against its definition, which knows only the journal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import (
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError

import sportsec.store.tables  # noqa: F401 - maps them all
from sportsec.store.base import Record
from sportsec.store.engine import connect
from sportsec.store.journal.shape import shapes
from sportsec.store.tables.journal import Journal
from sportsec.store.work import Work
from sportsec.store.workspace import DATABASE, Workspace
from tests.builders import NOW
from tests.convergence.holding import assert_holds
from tests.rows import (
    ANCHORS,
    TABLES,
    changed_value,
    columns,
    fewest,
    other_value,
    values,
)

MODELS = {mapper.local_table.name: mapper for mapper in Record.registry.mappers}
#: Tables of this PC alone, and what SQLite keeps for the index of names.
LOCAL = {"alembic_version", "local_setting", "name_index", "name_word"}
#: What the journal says of a row: (kind, register).
Said = list[tuple[str, str]]


@pytest.fixture(params=TABLES, ids=lambda table: table.name)
def table(request: pytest.FixtureRequest) -> Table:
    return request.param


@pytest.fixture
def anchored(workspace: Workspace) -> Workspace:
    """A workspace with one record of every table, for references to lead to."""
    with workspace.writing() as work:
        for each in TABLES:
            work.session.execute(insert(each).values(fewest(each, ANCHORS[each.name])))
        work.commit("Anchors laid")
    return workspace


def wrote(workspace: Workspace, job: Callable[[Work], object]) -> Said:
    """Do a job as an act; return what the journal says of it, and hold it all."""
    with workspace.writing() as work:
        job(work)
        work.commit("Written")
        assert work.sealed is not None, "nothing was noted"
        act = work.sealed.act
    with workspace.reading() as work:
        assert_holds(work.connection)
        query = "SELECT kind, col FROM journal_op WHERE act = ?"
        return [
            (kind, col or "") for kind, col in work.connection.execute(query, (act,))
        ]


def refused(workspace: Workspace, job: Callable[[Work], object]) -> None:
    with workspace.writing() as work, pytest.raises(IntegrityError):
        job(work)
    with workspace.reading() as work:
        assert_holds(work.connection)


def inserted(said: Said) -> int:
    return sum(kind == "I" for kind, _ in said)


def test_objects_of_the_session(anchored: Workspace, table: Table) -> None:
    mapper, row = MODELS[table.name], uuid4()

    def add(work: Work) -> None:
        record = mapper.class_()
        for name, value in values(table, row).items():
            setattr(record, mapper.get_property_by_column(table.c[name]).key, value)
        work.add(record)

    assert inserted(wrote(anchored, add)) == 1
    gone = wrote(anchored, lambda work: work.delete(work.get(mapper.class_, row)))
    assert gone == [("U", "deleted_at")]


def test_each_column_by_plain_sql(anchored: Workspace, table: Table) -> None:
    bare, full = uuid4(), uuid4()
    rows = [fewest(table, bare), values(table, full)]

    def make(work: Work) -> None:
        for each in rows:
            work.session.execute(insert(table).values(each))

    assert inserted(wrote(anchored, make)) == 2

    def change_each(work: Work) -> None:
        for name in rows[1].keys() - rows[0].keys():
            given = f"(SELECT {name} FROM {table.name} WHERE id = ?)"
            sql = f"UPDATE {table.name} SET {name} = {given} WHERE id = ?"
            work.connection.execute(sql, (full.bytes, bare.bytes))
            query = "SELECT kind, col FROM journal_capture ORDER BY id DESC LIMIT 1"
            kind, register = work.connection.execute(query).fetchone()
            assert kind == "U"
            assert register == name or name in grouped(table, register)

    wrote(anchored, change_each)


def grouped(table: Table, register: str) -> set[str]:
    """Return the columns that move together under a name."""
    fields = shapes()[table.name].registers[register]
    return {field.name for field in fields}


def test_many_rows_at_once(anchored: Workspace, table: Table) -> None:
    rows = [uuid4() for _ in range(3)]
    every = [values(table, row) for row in rows]
    said = wrote(anchored, lambda work: work.session.execute(insert(table), every))
    assert inserted(said) == len(rows)

    column = columns(table)[-1]
    other = other_value(column, ANCHORS[table.name])
    changed = changed_value(column, other)
    one = update(table).where(table.c.id == bindparam("row"))
    one = one.values({column.name: bindparam("new")})

    def change_each(work: Work) -> None:
        given = [{"row": row, "new": changed} for row in rows]
        work.session.connection().execute(one, given)

    assert len(wrote(anchored, change_each)) == len(rows)
    alive = table.c.id.in_(rows)
    gone = update(table).where(alive).values(deleted_at=NOW)
    said = wrote(anchored, lambda work: work.session.execute(gone))
    assert said == [("U", "deleted_at")] * len(rows)

    mapper = MODELS[table.name]
    more = [values(table, uuid4()) for _ in range(2)]
    named = [
        {
            mapper.get_property_by_column(table.c[name]).key: value
            for name, value in each.items()
        }
        for each in more
    ]
    said = wrote(
        anchored, lambda work: work.session.bulk_insert_mappings(mapper, named)
    )
    assert inserted(said) == len(more)


def test_insert_or_else(anchored: Workspace, table: Table) -> None:
    row = uuid4()
    kept = values(table, row)
    column = columns(table)[-1]
    changed = changed_value(column, kept[column.name])
    statement = upsert(table).values(kept)
    statement = statement.on_conflict_do_update(
        index_elements=["id"], set_={column.name: changed}
    )
    assert inserted(wrote(anchored, lambda work: work.session.execute(statement))) == 1
    assert len(wrote(anchored, lambda work: work.session.execute(statement))) == 1

    # a replaced row would be deleted first
    for verb in ("OR REPLACE", "OR IGNORE"):
        new = uuid4()
        other = insert(table).prefix_with(verb).values(values(table, new))
        said = wrote(anchored, lambda work, sql=other: work.session.execute(sql))
        assert inserted(said) == 1
    again = insert(table).prefix_with("OR REPLACE").values(kept)
    refused(anchored, lambda work: work.session.execute(again))
    name = column.name
    sql = f"UPDATE OR REPLACE {table.name} SET id = ? WHERE id = ?"
    refused_by_driver(anchored, sql, (ANCHORS[table.name].bytes, row.bytes))
    sql = f"REPLACE INTO {table.name} (id, {name}) SELECT id, {name} FROM {table.name}"
    refused_by_driver(anchored, sql, ())


def refused_by_driver(workspace: Workspace, sql: str, given: tuple[Any, ...]) -> None:
    with workspace.writing() as work:
        with pytest.raises(driver.IntegrityError):
            work.connection.execute(sql, given)
        work.session.rollback()
    with workspace.reading() as work:
        assert_holds(work.connection)


def test_no_row_is_removed_nor_renamed(anchored: Workspace, table: Table) -> None:
    anchor = table.c.id == ANCHORS[table.name]
    refused(anchored, lambda work: work.session.execute(delete(table).where(anchor)))
    refused(anchored, lambda work: work.session.execute(delete(table)))
    renamed = update(table).where(anchor).values(id=uuid4())
    refused(anchored, lambda work: work.session.execute(renamed))
    # a reference does nothing to what refers to it
    assert all(key.ondelete is None for key in table.foreign_keys)
    assert all(key.onupdate is None for key in table.foreign_keys)
    gone = update(table).where(anchor).values(deleted_at=NOW)
    wrote(anchored, lambda work: work.session.execute(gone))
    column = columns(table)[-1]
    buried = update(table).where(anchor)
    buried = buried.values({column.name: other_value(column, ANCHORS[table.name])})
    refused(anchored, lambda work: work.session.execute(buried))


def test_another_program(anchored: Workspace) -> None:
    folder = anchored.identity.folder.parent
    row = ANCHORS["club"]
    other = connect(folder / DATABASE)
    other.execute("UPDATE club SET notes = 'by hand' WHERE id = ?", (row.bytes,))
    other.commit()
    other.close()
    said = wrote(
        anchored,
        lambda work: work.session.execute(
            update(Record.metadata.tables["venue"]).values(owner="ours")
        ),
    )
    assert said == [("U", "owner")]
    with anchored.reading() as work:
        query = "SELECT a.title, a.actor FROM journal_act a JOIN journal_op o"
        query += " ON o.act = a.act WHERE o.tbl = 'club' AND o.col = 'notes'"
        assert work.connection.execute(query).fetchall() == [
            ("Changed outside the program", "")
        ]


def test_what_is_of_this_pc_alone_stays_out(work: Work) -> None:
    run = work.connection.execute
    names = {row[0] for row in run("SELECT name FROM sqlite_master WHERE type='table'")}
    words = {name for name in names if name.startswith("name_search")}
    shared = {each.name for each in TABLES}
    assert names - words == shared | LOCAL | set(Journal.tables)
    watched = "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'"
    watched += " AND name LIKE 'journal_of_%'"
    assert {row[0] for row in run(watched)} == shared
    local = select(Record.metadata.tables["cell"].c.id)
    assert list(work.session.scalars(local)) == []
    run("INSERT INTO local_setting (key, value) VALUES ('window', '1')")
    assert run("SELECT 1 FROM journal_capture").fetchone() is None
