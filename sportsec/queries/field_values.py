"""Values of the record as the program speaks of them, out of those the file keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.sqlite import dialect

from sportsec.domain.words import Words
from sportsec.queries.record_labels import labels_of
from sportsec.store.base import Id, Record
from sportsec.store.work import Work

_DIALECT = dialect()


def value_of_column(table: str, column: str, kept: Any) -> Any:
    """Return a value as the record's attribute would give it.

    Args:
        kept: As the database holds it.

    Returns:
        A member of an enumeration that only a newer version knows stays its code.
    """
    if kept is None:
        return None
    read = _reader(table, column)
    try:
        return kept if read is None else read(kept)
    except ValueError:
        return kept


def kept_of_column(table: str, column: str, value: Any) -> Any:
    """Return a value as the database holds it."""
    if value is None:
        return None
    write = _type(table, column).bind_processor(_DIALECT)
    return value if write is None else write(value)


def target_of(table: str, column: str) -> str:
    """Return the table that a column refers to; "" for none."""
    owner = Record.metadata.tables.get(table)
    if owner is None or column not in owner.c:
        return ""
    keys = owner.c[column].foreign_keys
    return next((key.column.table.name for key in keys), "")


def named_values(
    work: Work, values: Collection[tuple[str, str, Any]]
) -> Mapping[UUID, Words]:
    """Return what the records that values refer to are called.

    Args:
        values: Table, column and value, as `value_of_column` gives it.
    """
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for table, column, value in values:
        if isinstance(value, UUID):
            wanted[target_of(table, column)].add(value)
    found: dict[UUID, Words] = {}
    for target, ids in wanted.items():
        found |= labels_of(work, target, ids)
    return found


@cache
def _reader(table: str, column: str) -> Any:
    if table not in Record.metadata.tables:
        return None
    if column not in Record.metadata.tables[table].c:
        return None
    return _type(table, column).result_processor(_DIALECT, None)


def _type(table: str, column: str) -> Any:
    kind = Record.metadata.tables[table].c[column].type
    return kind if isinstance(kind, Id) else kind.dialect_impl(_DIALECT)
