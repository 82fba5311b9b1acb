"""Many rows into one table by one statement, each distinct value turned once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, inspect

from sportsec.domain.intake.memory import Memory
from sportsec.store.base import Record
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
    turned = [_turn(work, table.c[name]) for name in columns]
    data = [
        tuple([turn[value] for turn, value in zip(turned, row, strict=True)])
        for row in rows
    ]
    if not data:
        return
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    # The names are columns of our own tables.
    statement = f"INSERT INTO {owner.__tablename__} ({names}) VALUES ({marks})"  # noqa: S608
    work.session.connection().exec_driver_sql(statement, data)
    work.note_touched(owner.__tablename__)


def chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """Yield ids in portions that fit into one statement."""
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def _turn(work: Work, column: ColumnElement[Any]) -> Memory[Any, Any]:
    """Return what turns a value of a column into what the driver keeps."""
    dialect = work.session.connection().dialect
    turn: Callable[[Any], Any] | None = column.type.bind_processor(dialect)
    return Memory(turn or _as_it_is)


def _as_it_is(value: Any) -> Any:
    return value
