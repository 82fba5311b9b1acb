"""Many rows into one table by one statement, each distinct value turned once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, inspect
from sqlalchemy.types import TypeEngine

from sportsec.domain.intake.memory import Memory
from sportsec.store.base import Id, Record
from sportsec.store.work import Work

#: Ids given to one statement; SQLite takes some tens of thousands.
_CHUNK = 5000


def insert_rows(
    work: Work,
    owner: type[Record],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    """Insert rows; columns that are not named get the default of the database.

    The values of each column are turned by the column's own type, but once for each
    distinct value: clubs, days and hours repeat themselves thousands of times.
    """
    table = inspect(owner).local_table
    dialect = work.session.connection().dialect
    turned = [
        _turned(values, table.c[name].type, dialect)
        for name, values in zip(columns, zip(*rows, strict=True), strict=False)
    ]
    if not turned:
        return
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    # The names are columns of our own tables.
    statement = f"INSERT INTO {owner.__tablename__} ({names}) VALUES ({marks})"  # noqa: S608
    data = list(zip(*turned, strict=True))
    work.session.connection().exec_driver_sql(statement, data)
    work.note_touched(owner.__tablename__)


def _turned(
    values: Sequence[Any], kind: TypeEngine[Any], dialect: Dialect
) -> Sequence[Any]:
    """Return a column as the driver keeps it."""
    if isinstance(kind, Id):  # most are all different, and slow to look up
        return [None if value is None else value.bytes for value in values]
    turn = kind.bind_processor(dialect)
    return values if turn is None else list(map(Memory(turn).__getitem__, values))


def chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """Yield ids in portions that fit into one statement."""
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]
