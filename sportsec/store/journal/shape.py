"""What the journal keeps of each table: its columns, registers and references.

A database describes itself (`journal_state.shape`), so that the journal never has to
ask the classes: a file of an older or newer version is merged by its own description.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from sqlalchemy import Column, LargeBinary

from sportsec.store.base import Record

DELETED = "deleted_at"
#: Begins the name of a register that holds several columns.
GROUP = "@"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the record.

    Args:
        name: Of the column.
        is_blob: Whether it holds bytes: an identifier, written as hex inside JSON.
        is_personal: Whether it says something of a person.
        group: Name of the group that moves as one; "" for none.
        target: Table that it refers to; "" for none.
        default: What it holds where an insert does not say.
    """

    name: str
    is_blob: bool = False
    is_personal: bool = False
    group: str = ""
    target: str = ""
    default: Any = None


@dataclass(frozen=True)
class Shape:
    """A journalled table."""

    table: str
    fields: tuple[Field, ...]

    @cached_property
    def columns(self) -> dict[str, Field]:
        """Its columns by name, without the identifier."""
        return {field.name: field for field in self.fields}

    @cached_property
    def registers(self) -> dict[str, tuple[Field, ...]]:
        """What changes as one: a column by its name, a group as "@name"."""
        found: dict[str, tuple[Field, ...]] = {}
        for field in self.fields:
            name = GROUP + field.group if field.group else field.name
            found[name] = (*found.get(name, ()), field)
        return found

    @cached_property
    def register_of(self) -> dict[str, str]:
        """The register of each column."""
        return {
            field.name: name
            for name, fields in self.registers.items()
            for field in fields
        }

    @cached_property
    def personal(self) -> frozenset[str]:
        """The registers that say something of a person."""
        return frozenset(
            name
            for name, fields in self.registers.items()
            if any(field.is_personal for field in fields)
        )

    @cached_property
    def references(self) -> dict[str, str]:
        """The table each reference leads to, by its column."""
        return {field.name: field.target for field in self.fields if field.target}


Shapes = dict[str, Shape]


@cache
def shapes() -> Shapes:
    """Return the shapes of the tables of this version, parents before children."""
    return {
        table.name: Shape(
            table.name,
            tuple(_field(column) for column in table.columns if column.name != "id"),
        )
        for table in Record.metadata.sorted_tables
    }


def shapes_of(connection: Any) -> Shapes:
    """Return the shapes of the tables of an open database."""
    row = connection.execute("SELECT shape FROM journal_state").fetchone()
    return _parsed(row[0] or "{}")


def present(connection: Any, known: Shapes) -> Shapes:
    """Return what of the shapes an open database has; a migration may be under way."""
    found = {}
    for name, shape in known.items():
        query = "SELECT name FROM pragma_table_info(?)"
        columns = {row[0] for row in connection.execute(query, (name,))}
        fields = tuple(each for each in shape.fields if each.name in columns)
        if fields:
            found[name] = Shape(name, fields)
    return found


def described(known: Shapes) -> str:
    """Return shapes as the text that a database keeps of itself."""
    return json.dumps(
        {
            name: [
                [
                    *(each.name, each.is_blob, each.is_personal),
                    *(each.group, each.target, each.default),
                ]
                for each in shape.fields
            ]
            for name, shape in known.items()
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def literal(value: Any) -> str:
    """Return a default as SQL."""
    if value is None:
        return "NULL"
    return (
        "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
    )


@lru_cache(maxsize=8)
def _parsed(text: str) -> Shapes:
    return {
        name: Shape(name, tuple(Field(*each) for each in fields))
        for name, fields in json.loads(text).items()
    }


def _field(column: Column[Any]) -> Field:
    return Field(
        column.name,
        is_blob=isinstance(getattr(column.type, "impl", column.type), LargeBinary),
        is_personal=bool(column.info.get("personal")),
        group=column.info.get("group", ""),
        target=next((key.column.table.name for key in column.foreign_keys), ""),
        default=None if column.nullable else _default(column),
    )


def _default(column: Column[Any]) -> Any:
    """Return what the database itself writes where an insert does not say."""
    given = column.server_default
    if given is None:
        return None
    text = str(getattr(given, "arg", ""))
    kind = None if hasattr(column.type, "impl") else column.type.python_type
    if kind is float:
        return float(text)
    return int(text) if kind in {int, bool} else text
