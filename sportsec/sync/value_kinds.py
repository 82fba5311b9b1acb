"""What the columns of this version can hold; what a file says is held against it.

Whatever comes is written into the record, and any value in it may become the one that
is shown: so each must be one that the tables take and every page can read, also while
another one is shown. Tables and columns of a newer version are not judged: they stay
in the journal until the program is brought up to date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Column, Double, Integer

from sportsec.store.base import Codes, Id, IsoDate, Record, UtcDateTime
from sportsec.store.journal.purge import REGISTERS
from sportsec.store.journal.shape import GROUP, shapes

_Holds = Callable[[Any], bool]
_HEX = re.compile(r"[0-9A-Fa-f]{32}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_NAMES = re.compile(r"(?:[A-Za-z0-9_@]+(?: [A-Za-z0-9_@]+)*)?")
_FIGURE = re.compile(
    r"\w+ (?:BETWEEN (?P<low>-?\d+) AND (?P<high>-?\d+)"
    r"|(?P<sign>>=?) (?P<least>-?\d+)|IN \((?P<listed>[\d, ]+)\))"
)
#: Whole numbers beyond cannot be shown in a field.
_WHOLE = (1 << 31) - 1
#: The first and last year that can be shown in every zone.
_YEARS = range(2, 9999)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a table can hold.

    Args:
        holds: Of each column: whether it can hold a value as it stands in JSON.
        native: The same for a value that stands by itself.
        required: Columns that cannot be without a value.
    """

    holds: dict[str, _Holds]
    native: dict[str, _Holds]
    required: frozenset[str]


def fault(op: tuple[Any, ...]) -> str | None:
    """Return the column that an operation of a file gives a value it cannot hold.

    Args:
        op: A row of the table of operations; JSON in it is an object of plain values.
    """
    _, _, kind, table, _, register, value, _, _, digest = op
    if kind == "P":
        return _in_purge(table, register, json.loads(value or "{}").get(REGISTERS, ""))
    if table not in _kinds():
        return None
    if kind == "I":  # which is never kept back
        return "id" if digest is not None else _in_insert(table, json.loads(value))
    fields = shapes()[table].registers.get(register)
    if fields is None:
        return None
    if digest is not None:
        said = {}
    elif register.startswith(GROUP):
        said = json.loads(value)
    else:
        return _alone(table, register, value)
    return _in_json(table, said, frozenset(each.name for each in fields))


def holds(table: str, column: str, value: Any) -> bool:
    """Say whether a column can hold a value that is there."""
    return _kinds()[table].native[column](value)


def _in_purge(table: str, register: str, named: Any) -> str | None:
    """Find what a purge must not take: only personal values may be erased for good."""
    if not isinstance(named, str) or not _NAMES.fullmatch(named):
        return "val"
    shape = shapes().get(table)
    if shape is None:
        return None
    wanted = {register, *named.split()}
    return next(iter(wanted & shape.registers.keys() - shape.personal), None)


def _in_insert(table: str, said: dict[str, Any]) -> str | None:
    """Find what personal values say in an insert: there no purge would find them."""
    shape = shapes()[table]
    columns = frozenset(shape.columns)
    return next(iter(shape.personal & said.keys()), None) or _in_json(
        table, said, columns
    )


def _in_json(table: str, said: dict[str, Any], columns: frozenset[str]) -> str | None:
    known = _kinds()[table]
    for name in columns & said.keys():
        if said[name] is not None and not known.holds[name](said[name]):
            return name
    required = known.required & columns
    return next((name for name in required if said.get(name) is None), None)


def _alone(table: str, column: str, value: Any) -> str | None:
    known = _kinds()[table]
    fits = (
        column not in known.required if value is None else holds(table, column, value)
    )
    return None if fits else column


@cache
def _kinds() -> dict[str, _Kind]:
    found = {}
    for table in Record.metadata.sorted_tables:
        shape = shapes()[table.name]
        columns = [table.c[name] for name in shape.columns]
        native = {column.name: _rule(column) for column in columns}
        found[table.name] = _Kind(
            {
                column.name: _is_hex if isinstance(column.type, Id) else rule
                for column, rule in zip(columns, native.values(), strict=True)
            },
            native,
            frozenset(
                column.name
                for column in columns
                if not column.nullable and shape.columns[column.name].default is None
            ),
        )
    return found


def _rule(column: Column[Any]) -> _Holds:
    """Return what a column asks of a value that stands by itself."""
    if isinstance(column.type, Boolean):
        return lambda value: type(value) is int and value in {0, 1}
    if isinstance(column.type, Integer):
        return _number(column, (int,))
    if isinstance(column.type, Double):
        return _number(column, (int, float))
    for kind, rule in (
        (Id, _is_id),
        (IsoDate, _is_day),
        (UtcDateTime, _is_moment),
        (Codes, _is_list),
    ):
        if isinstance(column.type, kind):
            return rule
    return lambda value: isinstance(value, str)


def _number(column: Column[Any], types: tuple[type, ...]) -> _Holds:
    figures = [_figure(str(check.sqltext)) for check in _checks(column)]

    def holds(value: Any) -> bool:
        is_number = type(value) in types and -_WHOLE <= value <= _WHOLE
        return is_number and all(figure(value) for figure in figures)

    return holds


def _checks(column: Column[Any]) -> list[CheckConstraint]:
    return [each for each in column.constraints if isinstance(each, CheckConstraint)]


def _figure(rule: str) -> _Holds:
    """Return what a CHECK of a single number says.

    Raises:
        ValueError: It is of none of the forms that `store.base.figure` is used with.
    """
    found = _FIGURE.fullmatch(rule)
    if found is None:
        raise ValueError(rule)
    if found["listed"]:
        listed = {int(each) for each in found["listed"].split(",")}
        return lambda value: value in listed
    if found["low"]:
        low, high = int(found["low"]), int(found["high"])
        return lambda value: low <= value <= high
    least = int(found["least"])
    if found["sign"] == ">":
        return lambda value: value > least
    return lambda value: value >= least


def _is_id(value: Any) -> bool:
    return isinstance(value, bytes) and len(value) == 16


def _is_hex(value: Any) -> bool:
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        return date.fromisoformat(value).year in _YEARS
    except ValueError:
        return False


def _is_moment(value: Any) -> bool:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    try:
        return datetime.fromisoformat(value).year in _YEARS
    except ValueError:
        return False


def _is_list(value: Any) -> bool:
    """Say whether a text lists members; ones of a newer version may be among them."""
    if not isinstance(value, str):
        return False
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, list) and all(isinstance(each, str) for each in found)
