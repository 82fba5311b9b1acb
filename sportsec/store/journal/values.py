"""Reading what an operation says: the values it gives to the columns of a register."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sportsec.store.journal.shape import GROUP, Field, Shape, literal

#: Values of the columns of a register, in the order of its fields, as SQLite has them.
Value = tuple[Any, ...]


def value_of(kind: str, val: Any, register: str, fields: Sequence[Field]) -> Value:
    """Return what an operation gives to a register.

    An insert that does not speak of a column gives it its default; so does a value
    that was withheld or erased.

    Args:
        kind: "I" or "U".
        val: The operation's value as it stands in the journal; NULL where erased.
        register: Its name.
        fields: Its columns; none where only a newer version knows the register.
    """
    if not fields:
        return ()
    if kind == "I" or register.startswith(GROUP):
        said = _read(val) if val is not None else {}
        return tuple(_said(said, field) for field in fields)
    (field,) = fields
    return (field.default if val is None else val,)


def empty_value(fields: Sequence[Field]) -> Value:
    """Return what a register holds where nothing was said."""
    return tuple(field.default for field in fields)


def extracted(field: Field, val: str) -> str:
    """Return SQL that takes a column out of JSON, as `value_of` does.

    Args:
        val: SQL of the JSON.
    """
    found = f"json_extract({val}, '$.{field.name}')"
    if field.is_blob:
        found = f"unhex({found})"
    return defaulted(field, found)


def defaulted(field: Field, expression: str) -> str:
    """Return SQL that gives a column its default where nothing is said."""
    if field.default is None:
        return expression
    return f"coalesce({expression}, {literal(field.default)})"


def given(shape: Shape, field: Field, val: str) -> str:
    """Return SQL of what an update of its register gives to a column.

    Args:
        val: SQL of the operation's value.
    """
    if shape.register_of[field.name].startswith(GROUP):
        return extracted(field, val)
    return defaulted(field, val)


def winning(shape: Shape, field: Field) -> str:
    """Return SQL of what a head `o`, an update or an insert, gives to a column."""
    said = extracted(field, "o.val")
    return f"CASE o.kind WHEN 'I' THEN {said} ELSE {given(shape, field, 'o.val')} END"


def written(shape: Shape, register: str, value: Value) -> Any:
    """Return a register's value as an update in the journal writes it."""
    fields = shape.registers[register]
    if not register.startswith(GROUP):
        return value[0]
    pairs = zip(fields, value, strict=True)
    return json.dumps(
        {
            field.name: each.hex().upper() if isinstance(each, bytes) else each
            for field, each in pairs
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


@lru_cache(maxsize=64)
def _read(val: str) -> dict[str, Any]:
    """Read JSON; an insert is asked for every register of its record in turn."""
    found: dict[str, Any] = json.loads(val)
    return found


def _said(said: dict[str, Any], field: Field) -> Any:
    value = said.get(field.name)
    if value is None:
        return field.default
    return bytes.fromhex(value) if field.is_blob else value
