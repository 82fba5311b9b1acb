"""Collects the rows of many tables and inserts them in bulk."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert

from sportsec.domain.words import LANGUAGES, Words
from sportsec.store.base import Record
from sportsec.store.work import Work


class Rows:
    """Rows waiting to be written, by table."""

    def __init__(self) -> None:
        self._tables: dict[Any, list[dict[str, Any]]] = {}
        self._blank: dict[Any, dict[str, Any]] = {}

    def add(self, kind: type[Record], /, **values: Any) -> None:
        """Keep one row; a `Words` fills the three columns of its name."""
        table = kind.__table__
        if table not in self._blank:
            self._blank[table] = {each.name: _default(each) for each in table.columns}
            self._tables[table] = []
        row = dict(self._blank[table])
        for name, value in values.items():
            if isinstance(value, Words):
                for code in LANGUAGES:
                    row[f"{name}_{code}"] = getattr(value, code)
            else:
                row[name] = value
        if len(row) != len(table.columns):
            raise KeyError(kind.__tablename__, row.keys() - table.columns.keys())
        self._tables[table].append(row)

    def write(self, work: Work) -> int:
        """Insert everything; return the number of rows.

        References are checked at commit, so the order of tables does not matter.
        """
        for table, rows in self._tables.items():
            work.session.execute(insert(table), rows)
            work.note_touched(table.name)
        count = sum(map(len, self._tables.values()))
        self._tables.clear()
        self._blank.clear()
        return count


def _default(column: Any) -> Any:
    """Return what the column holds where nothing is said (identifiers are said)."""
    default = column.default
    return default.arg if default is not None and default.is_scalar else None
