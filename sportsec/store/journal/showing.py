"""Bringing whole tables of the record into line with operations that have come.

By statements over all that arrived at once; what is not regular is computed after,
record by record (see `recompute`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sportsec.store.journal.shape import Shape, Shapes
from sportsec.store.journal.values import extracted, given, winning

#: The winners of the registers of a table that were touched. Mostly it is the operation
#: that lies there already; to look it up in the journal would jump to and fro in it.
_WINNERS = """(SELECT t.row AS row, t.col AS col, coalesce(j.kind, 'U') AS kind,
 CASE WHEN j.op IS NULL THEN t.val ELSE j.val END AS val
 FROM temp.touched t
 CROSS JOIN main.journal_head h ON h.row = t.row AND h.col = t.col AND h.win = 1
 LEFT JOIN main.journal_op j ON j.op = CASE WHEN h.op = t.op THEN NULL ELSE h.op END
 WHERE t.tbl = ?1)"""


def show(connection: Any, known: Shapes) -> frozenset[str]:
    """Make the new records and show the winners of the registers touched.

    Args:
        known: The tables of this database, parents before children. Operations of
            other tables stay in the journal alone, and are shown after the upgrade.

    Returns:
        The tables touched.
    """
    came = connection.execute("SELECT DISTINCT tbl FROM temp.incoming_op").fetchall()
    tables = frozenset(name for (name,) in came) & known.keys()
    touched = connection.execute("SELECT DISTINCT tbl, col FROM temp.touched")
    registers: dict[str, list[str]] = {}
    for table, register in touched.fetchall():
        registers.setdefault(table, []).append(register)
    for name, shape in known.items():
        if name in tables:
            ours = [each for each in registers.get(name, ()) if each in shape.registers]
            _insert(connection, shape, shape.personal.intersection(ours))
            for register in ours:
                _update(connection, shape, register)
    _mask(connection, known, tables)
    return tables


def _insert(connection: Any, shape: Shape, personal: Iterable[str]) -> None:
    """Make the new records of a table, as their inserts say.

    Personal values come as operations of their own; to write them in the same
    statement spares every new person a second writing, and the index of names too.
    """
    said = {register: f"p{n}" for n, register in enumerate(sorted(personal))}
    values = ", ".join(
        given(shape, each, "p." + said[register])
        if (register := shape.register_of[each.name]) in said
        else extracted(each, "i.val")
        for each in shape.fields
    )
    apart = "".join(
        f", max(CASE o.col WHEN '{register}' THEN o.val END) AS {name}"
        for register, name in said.items()
    )
    joined = (
        f" LEFT JOIN (SELECT o.row AS row{apart} FROM {_WINNERS} o WHERE o.kind = 'U'"  # noqa: S608
        " GROUP BY o.row) p ON p.row = i.row"
    )
    # The names are columns of our own tables.
    connection.execute(
        f"INSERT INTO {shape.table} (id, {', '.join(shape.columns)})"  # noqa: S608
        f" SELECT i.row, {values} FROM temp.incoming_op i{joined if said else ''}"
        " WHERE i.kind = 'I' AND i.tbl = ?1 ORDER BY i.op ON CONFLICT (id) DO NOTHING",
        (shape.table,),
    )


def _update(connection: Any, shape: Shape, register: str) -> None:
    """Show the winners of a register in the records that show something else."""
    fields = shape.registers[register]
    sets = ", ".join(f"{each.name} = w.v{n}" for n, each in enumerate(fields))
    differs = " OR ".join(
        f"{shape.table}.{each.name} IS NOT w.v{n}" for n, each in enumerate(fields)
    )
    shown = ", ".join(
        f"{winning(shape, each)} AS v{n}" for n, each in enumerate(fields)
    )
    connection.execute(
        f"UPDATE {shape.table} SET {sets} FROM (SELECT o.row AS row, {shown}"  # noqa: S608
        f" FROM {_WINNERS} o WHERE o.col = ?2) AS w"
        f" WHERE {shape.table}.id = w.row AND ({differs})",
        (shape.table, register),
    )


def _mask(connection: Any, known: Shapes, tables: frozenset[str]) -> None:
    """Let references to records that are not known show nothing, until they come."""
    connection.execute(
        "DELETE FROM journal_waiting WHERE (tbl, row, col) IN"
        " (SELECT tbl, row, col FROM temp.touched)"
    )
    query = "SELECT DISTINCT tbl, col FROM journal_waiting"
    waiting = set(connection.execute(query).fetchall())
    for name, shape in known.items():
        for column, target in shape.references.items():
            if name in tables:
                found = _find_dangling(connection, name, column, target)
                waiting |= {(name, column)} if found else set()
            if (name, column) in waiting:
                _follow(connection, name, column, target)


def _find_dangling(connection: Any, table: str, column: str, target: str) -> bool:
    """Note references to the unknown, and to the younger of twins."""
    found = connection.execute(
        f"INSERT OR IGNORE INTO journal_waiting SELECT r.{column}, r.id, ?1, ?2"  # noqa: S608
        f" FROM {table} r WHERE r.id IN (SELECT row FROM temp.incoming_op"
        "  WHERE tbl = ?1 AND kind = 'I' UNION SELECT row FROM temp.touched"
        f"  WHERE tbl = ?1 AND col = ?2) AND r.{column} IS NOT NULL"
        f" AND (NOT EXISTS (SELECT 1 FROM {target} p WHERE p.id = r.{column})"
        f"  OR EXISTS (SELECT 1 FROM journal_twin w WHERE w.row = r.{column}"
        "   AND w.elder <> w.row))",
        (table, column),
    )
    return bool(found.rowcount)


def _follow(connection: Any, table: str, column: str, target: str) -> None:
    """Show the elder of twins, nothing for the unknown, and what is known by now."""
    connection.execute(
        f"UPDATE {table} SET {column} = (SELECT p.id FROM {target} p WHERE p.id ="  # noqa: S608
        " coalesce((SELECT w.elder FROM journal_twin w WHERE w.row = q.target),"
        " q.target)) FROM (SELECT target, row FROM journal_waiting WHERE tbl = ?1"
        f" AND col = ?2) AS q WHERE {table}.id = q.row",
        (table, column),
    )
    connection.execute(
        "DELETE FROM journal_waiting WHERE tbl = ?1 AND col = ?2 AND EXISTS"  # noqa: S608
        f" (SELECT 1 FROM {table} r WHERE r.id = journal_waiting.row"
        f" AND r.{column} = journal_waiting.target)",
        (table, column),
    )
