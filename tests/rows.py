"""Rows for every table, made from the columns themselves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Boolean, Column, Double, Integer, String, Table, Text

import sportsec.store.tables  # noqa: F401 - maps them all
from sportsec.store.base import Code, Codes, Id, IsoDate, Record, UtcDateTime
from tests.builders import NOW

TABLES = list(Record.metadata.sorted_tables)
#: One record of each table, for references to lead to.
ANCHORS: dict[str, UUID] = {each.name: uuid4() for each in TABLES}

#: A value of each type.
PLAIN = {
    IsoDate: date(2027, 1, 25),
    UtcDateTime: NOW,
    Id: uuid4(),
    Integer: 2,
    Double: 0.1 + 0.2,
    Text: "فريق",
    String: "فريق",
}


def columns(table: Table) -> list[Column[Any]]:
    return [each for each in table.columns if each.name not in {"id", "deleted_at"}]


def values(table: Table, row: UUID) -> dict[str, Any]:
    found = {each.name: other_value(each, row) for each in columns(table)}
    return {"id": row, **found}


def fewest(table: Table, row: UUID) -> dict[str, Any]:
    """Return only what a row cannot be without."""
    found = values(table, row)
    return {
        each.name: found[each.name]
        for each in table.columns
        if each.name == "id" or not (each.nullable or each.server_default is not None)
    }


def other_value(column: Column[Any], row: UUID) -> Any:
    """Return a value that is not the default of a column."""
    kind, default = column.type, column.server_default
    if column.foreign_keys:
        target = next(iter(column.foreign_keys)).column.table
        return row if target is column.table else ANCHORS[target.name]
    said = str(default.arg).strip("'") if default is not None else ""
    if isinstance(kind, Code | Codes):
        member = next(each for each in kind.members if each != said)
        return member if isinstance(kind, Code) else (member,)
    if isinstance(kind, Boolean):
        return said in {"", "0", "false"}
    return 1950 if column.name == "founded_year" else PLAIN[type(kind)]


def changed_value(column: Column[Any], value: Any) -> Any:
    """Return yet another value of a column."""
    if column.nullable:
        return None
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(column.type, Code):
        return next(each for each in column.type.members if each != value)
    if isinstance(column.type, Codes):
        return ()
    return value + (timedelta(days=1) if isinstance(value, date) else "!")
