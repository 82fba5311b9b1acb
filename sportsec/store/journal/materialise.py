"""Showing what a newer version had written, once this database has become newer too.

Columns and tables that a database does not know stand in its journal alone, and pass
through it to others. A migration that makes them brings them into the record here, in
its own transaction.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.store.journal import purge, recompute
from sportsec.store.journal.shape import Shape, Shapes, shapes_of
from sportsec.store.journal.showing import show
from sportsec.store.journal.values import extracted

_log = logging.getLogger(__name__)

#: Operations on what is new, where the merge looks for what has come.
_TABLES = """
DROP TABLE IF EXISTS temp.incoming_op;
DROP TABLE IF EXISTS temp.touched;
CREATE TEMP TABLE incoming_op (op INTEGER PRIMARY KEY, act INTEGER, kind TEXT,
  tbl TEXT, row BLOB, col TEXT, val, base INTEGER, salt BLOB, digest BLOB);
CREATE TEMP TABLE touched (row BLOB, col TEXT, tbl TEXT, op INTEGER, val,
  PRIMARY KEY (row, col)) WITHOUT ROWID
"""
_TOUCHED = """INSERT OR IGNORE INTO temp.touched (row, col, tbl)
SELECT DISTINCT row, col, tbl FROM temp.incoming_op WHERE kind = 'U'"""
#: Inserted twice, one with another, deleted or brought back, purged: by the rule.
_IRREGULAR = """
SELECT DISTINCT i.row FROM temp.incoming_op i
WHERE (SELECT count(*) FROM main.journal_op o
  WHERE o.row = i.row AND o.col = '' AND o.kind = 'I') > 1
OR EXISTS (SELECT 1 FROM main.journal_twin t WHERE t.row = i.row)
OR EXISTS (SELECT 1 FROM main.journal_head h
  WHERE h.row = i.row AND h.col = 'deleted_at')
OR EXISTS (SELECT 1 FROM main.journal_purged p WHERE p.row = i.row)
"""


def materialise(connection: Any, before: Shapes) -> frozenset[str]:
    """Bring into the record what of the journal it can show now and could not before.

    Args:
        connection: In the migration's transaction, when the database describes itself
            anew; foreign keys are checked when it ends.
        before: Its shapes before the migration.

    Returns:
        The tables that show something else now.
    """
    after = shapes_of(connection)
    new = {name: _registers(shape, before.get(name)) for name, shape in after.items()}
    new = {name: registers for name, registers in new.items() if registers}
    if not new:
        return frozenset()
    purge.erase(connection, purge.all_named(connection))
    recompute.applying(connection, on=True)
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    for name, registers in new.items():
        _collect(connection, after[name], registers)
    connection.execute(_TOUCHED)
    rows = {row for (row,) in connection.execute(_IRREGULAR)}
    tables = _shown(connection, after, before, new)
    _recompute(connection, rows)
    recompute.applying(connection, on=False)
    return tables


def _registers(after: Shape, before: Shape | None) -> list[str]:
    """Return the registers that were not known, or had fewer columns."""
    known = before.registers if before is not None else {}
    return [
        name for name, fields in after.registers.items() if known.get(name) != fields
    ]


def _collect(connection: Any, shape: Shape, registers: Iterable[str]) -> None:
    """Take in the inserts of a table that speak of registers, and their changes."""
    wanted = list(registers)
    columns = [field.name for name in wanted for field in shape.registers[name]]
    said = " OR ".join(f"json_type(val, '$.{name}') IS NOT NULL" for name in columns)
    speaks = "1" if len(wanted) == len(shape.registers) else said
    marks = ", ".join("?" * len(wanted))
    connection.execute(
        "INSERT INTO temp.incoming_op SELECT * FROM main.journal_op WHERE tbl = ?"  # noqa: S608
        f" AND (kind = 'U' AND col IN ({marks}) OR kind = 'I' AND ({speaks}))",
        (shape.table, *wanted),
    )


def _shown(
    connection: Any, after: Shapes, before: Shapes, new: dict[str, list[str]]
) -> frozenset[str]:
    """Show all at once; row by row where a value is refused by its column."""
    connection.execute("SAVEPOINT materialise")
    try:
        for name in new.keys() & before.keys():
            for register in new[name]:
                _from_inserts(connection, after[name], register)
        tables = show(connection, after)
    except driver.IntegrityError:
        connection.execute("ROLLBACK TO materialise")
        query = "SELECT DISTINCT row FROM temp.incoming_op ORDER BY row"
        rows = [row for (row,) in connection.execute(query)]
        tables = frozenset(_recompute(connection, rows))
    connection.execute("RELEASE materialise")
    return tables


def _from_inserts(connection: Any, shape: Shape, register: str) -> None:
    """Show what the insert of a record says of a register that nobody wrote since."""
    fields = shape.registers[register]
    sets = ", ".join(f"{each.name} = {extracted(each, 'i.val')}" for each in fields)
    # The names are columns of our own tables.
    connection.execute(
        f"UPDATE {shape.table} SET {sets} FROM temp.incoming_op i"  # noqa: S608
        f" WHERE i.row = {shape.table}.id AND i.kind = 'I' AND i.tbl = ?1"
        " AND NOT EXISTS (SELECT 1 FROM main.journal_head h"
        "  WHERE h.row = i.row AND h.col = ?2)",
        (shape.table, register),
    )


def _recompute(connection: Any, rows: Iterable[bytes]) -> set[str]:
    """Compute records by the rule; one that its table refuses stays as it is.

    Such a value can only come from a faulty program. It stays in the journal; the
    upgrade of a whole workspace must not fail for it.
    """
    tables = set()
    for row in rows:
        connection.execute("SAVEPOINT one_record")
        try:
            tables |= recompute.rows(connection, [row])
        except driver.IntegrityError:
            connection.execute("ROLLBACK TO one_record")
            _log.warning("a record is refused by its table: %s", row.hex())
        connection.execute("RELEASE one_record")
    return tables
