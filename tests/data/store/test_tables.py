"""The rules of application tables (exchange.md §2), on every table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Table, UniqueConstraint, inspect
from sqlalchemy.exc import StatementError

import sportsec.store.tables  # noqa: F401 - maps them all
from sportsec.store.base import Id, Record
from sportsec.store.tables.fixtures import KickOffChange
from sportsec.store.tables.system import Local
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace

TABLES = list(Record.metadata.sorted_tables)


@pytest.fixture(params=TABLES, ids=lambda table: table.name)
def table(request: pytest.FixtureRequest) -> Table:
    return request.param


def test_a_record_is_named_by_an_identifier_and_deleted_by_a_mark(table: Table) -> None:
    assert [column.name for column in table.primary_key] == ["id"]
    assert isinstance(table.c.id.type, Id)
    assert table.c.deleted_at.nullable


def test_a_reference_may_be_unknown_and_is_checked_at_commit(table: Table) -> None:
    for constraint in table.foreign_key_constraints:
        assert constraint.deferrable
        assert constraint.initially == "DEFERRED"
        assert constraint.ondelete is None
        assert all(column.nullable for column in constraint.columns)


def test_nothing_typed_by_an_officer_is_unique(table: Table) -> None:
    assert not [c for c in table.constraints if isinstance(c, UniqueConstraint)]
    assert not [index for index in table.indexes if index.unique]


def checks(table: Table) -> list[CheckConstraint]:
    declared = [*table.constraints, *(c for k in table.columns for c in k.constraints)]
    return [each for each in declared if isinstance(each, CheckConstraint)]


def test_a_check_looks_at_one_column_only(table: Table) -> None:
    for check in checks(table):
        text = str(check.sqltext)
        named = [c.name for c in table.columns if c.name in text.split()]
        assert len(named) == 1, text


def test_the_migrations_make_exactly_the_tables_of_the_classes(
    workspace: Workspace,
) -> None:
    with workspace.reading() as work:
        found = inspect(work.session.connection())
        for table in (*TABLES, *Local.metadata.sorted_tables):
            columns = found.get_columns(table.name)
            assert [c["name"] for c in columns] == [c.name for c in table.columns]
            assert [c["nullable"] for c in columns] == [
                c.nullable for c in table.columns
            ]
            assert {index["name"] for index in found.get_indexes(table.name)} == {
                index.name for index in table.indexes
            }
            made = {check["name"] for check in found.get_check_constraints(table.name)}
            assert made == {str(check.name) for check in checks(table)}


def test_a_naive_time_never_enters_the_record(work: Work) -> None:
    moment: Any = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - the very mistake
    work.add(KickOffChange(changed_at=moment))
    with pytest.raises(StatementError, match="naive"):
        work.session.flush()


def test_times_come_back_aware_and_in_utc(work: Work) -> None:
    moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    change = work.add(KickOffChange(changed_at=moment))
    work.session.flush()
    work.session.expire(change)
    assert change.changed_at == moment
    assert change.changed_at.utcoffset() is not None
