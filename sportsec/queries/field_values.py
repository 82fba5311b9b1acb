"""Values of the record as the program speaks of them, out of those the file keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import dialect

from sportsec.domain.words import Words
from sportsec.queries.record_labels import labels_of
from sportsec.store.base import Code, Codes, Id, IsoDate, Record, UtcDateTime
from sportsec.store.tables.twins import Twin
from sportsec.store.tables.units import ListItem
from sportsec.store.work import Work

_DIALECT = dialect()
#: Columns that hold a code of the lists that the cell edits itself.
_LISTED = frozenset({"rank", "leader_rank", "kind_code"})


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
) -> Mapping[Hashable, Words]:
    """Return what values are called: records referred to, codes of the cell's lists.

    Args:
        values: Table, column and value, as `value_of_column` gives it.

    Returns:
        By identifier, and by column and code; see `called`.
    """
    wanted: dict[str, set[UUID]] = defaultdict(set)
    codes: set[tuple[str, str]] = set()
    for table, column, value in values:
        if isinstance(value, UUID):
            wanted[target_of(table, column)].add(value)
        elif column in _LISTED and isinstance(value, str):
            codes.add((column, value))
    found: dict[Hashable, Words] = {}
    pairs = _of_pairs(work, wanted.pop("", set()))
    for target, ids in (*wanted.items(), *pairs):
        found.update(labels_of(work, target, ids).items())
    if codes:
        query = select(ListItem.code, ListItem.name)
        lists = {row.code: row.name for row in work.session.execute(query)}
        found |= {each: lists[each[1]] for each in codes if each[1] in lists}
    return found


def _of_pairs(work: Work, ids: set[UUID]) -> Iterator[tuple[str, set[UUID]]]:
    """Yield the records that answers about pairs name, by the table that these say."""
    for each in (Twin.first_id, Twin.second_id) if ids else ():
        query = select(Twin.tbl, each).where(each.in_(ids))
        for table, one in work.session.execute(query):
            if one is not None:
                yield table, {one}


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """What a column takes, for whoever enters a value of his own.

    Args:
        type: Of its values: `str`, `int`, `date`, `UUID`, an enumeration …
        is_several: Whether it holds any number of them.
        can_be_empty: Whether it may hold none.
        target: Table that it refers to.
    """

    type: type
    is_several: bool = False
    can_be_empty: bool = True
    target: str = ""


def kind_of_column(table: str, column: str) -> ColumnKind:
    """Return what a column takes."""
    owner = Record.metadata.tables[table].c[column]
    kind = owner.type
    if isinstance(kind, Code | Codes):
        several = isinstance(kind, Codes)
        return ColumnKind(kind.members, several, bool(owner.nullable))
    own = {Id: UUID, UtcDateTime: datetime, IsoDate: date}.get(type(kind))
    target = target_of(table, column)
    return ColumnKind(own or kind.python_type, False, bool(owner.nullable), target)


def value_from_text(table: str, column: str, text: str) -> Any:
    """Return the value that somebody typed; empty text is no value.

    Raises:
        ValueError: It is none that the column takes.
    """
    kind = kind_of_column(table, column)
    if not text and kind.can_be_empty:
        return None
    if kind.is_several:
        return tuple(
            kind.type(each.strip()) for each in text.split(",") if each.strip()
        )
    if kind.type is bool:
        return {"1": True, "true": True, "0": False, "false": False}[text.casefold()]
    if kind.type in {date, datetime}:
        return _moment(kind.type, text)
    return kind.type(text)


def _moment(kind: type, text: str) -> date | datetime:
    if kind is date:
        return date.fromisoformat(text)
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found


@cache
def _reader(table: str, column: str) -> Any:
    if table not in Record.metadata.tables:
        return None
    if column not in Record.metadata.tables[table].c:
        return None
    kind = Record.metadata.tables[table].c[column].type
    if isinstance(kind, Code):  # which would give another member for an unknown code
        return kind.members
    return _type(table, column).result_processor(_DIALECT, None)


def _type(table: str, column: str) -> Any:
    kind = Record.metadata.tables[table].c[column].type
    return kind if isinstance(kind, Id) else kind.dialect_impl(_DIALECT)
