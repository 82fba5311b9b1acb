"""Purges: personal values that the law wants gone, everywhere and for good.

A purge is an operation and travels like any other. Where it arrives, the values it
names are taken out of the journal and of the record; their commitments stay, so that
the chain still verifies, and no later file brings them back. Of records that are one
all members are purged with any of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sportsec.store import traces
from sportsec.store.journal import canon
from sportsec.store.journal.shape import Shapes, shapes_of

#: Registers purged by name as well: an older version does not know that they are
#: personal, and keeps what it does not know.
REGISTERS = "registers"

_ANY = "SELECT 1 FROM main.journal_purged LIMIT 1"
#: Every register that is purged, of records that are one with a purged one too.
NAMED = """
SELECT row, col FROM main.journal_purged UNION
SELECT t.row, p.col FROM main.journal_purged p
JOIN main.journal_twin s ON s.row = p.row JOIN main.journal_twin t ON t.elder = s.elder
"""
_COLUMNS = "o.op, o.tbl, o.row, o.col, o.salt, o.val"
_OF_ROW = f"""SELECT {_COLUMNS} FROM main.journal_op o
WHERE o.row = ? AND o.kind = 'U' AND o.digest IS NULL"""  # noqa: S608 - our own
_INCOMING = f"""SELECT {_COLUMNS} FROM temp.incoming_op o
WHERE o.kind = 'U' AND o.digest IS NULL AND o.row IN (SELECT row FROM ({NAMED}))"""  # noqa: S608 - our own


def is_purged(row: str, col: str) -> str:
    """Return SQL that says whether a register of a record is purged.

    Args:
        row: SQL of the record; `col` of the register, which must be personal.
    """
    return (
        f"EXISTS (SELECT 1 FROM main.journal_purged p WHERE p.row = {row}"  # noqa: S608
        f" AND p.col IN ('', {col})) OR EXISTS (SELECT 1 FROM main.journal_twin t"
        " JOIN main.journal_twin s ON s.elder = t.elder"
        " JOIN main.journal_purged p ON p.row = s.row"
        f" WHERE t.row = {row} AND p.col IN ('', {col}))"
    )


def reason(basis: str, decision: str, registers: Iterable[str] = ()) -> str:
    """Return what a purge says of itself, as the journal keeps it."""
    named = " ".join(sorted(registers))
    said = {"basis": basis, "decision": decision, REGISTERS: named}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def named_registers(val: str | None) -> list[str]:
    """Return the registers that a purge names besides its own.

    Args:
        val: Its value, JSON of an object.
    """
    return str(json.loads(val or "{}").get(REGISTERS) or "").split()


def note(connection: Any, source: str, first: int = 0, last: int = 1 << 62) -> None:
    """Remember what the purges among new operations name.

    Args:
        source: The table that holds the operations, from `first` to `last`.
    """
    said = "CASE WHEN json_valid(o.val) THEN o.val ELSE '{}' END"
    # A value holds no lists: the names stand in one text.
    names = f"""'["' || replace({said} ->> '$.{REGISTERS}', ' ', '","') || '"]'"""
    listed = f"CASE WHEN json_valid({names}) THEN {names} ELSE '[]' END"
    noted = connection.execute(
        "INSERT OR IGNORE INTO main.journal_purged"  # noqa: S608 - a table of ours
        f" SELECT row, col, op FROM {source}"
        " WHERE op BETWEEN ?1 AND ?2 AND kind = 'P' UNION ALL"
        f" SELECT o.row, j.value, o.op FROM {source} o, json_each({listed}) j"
        " WHERE o.op BETWEEN ?1 AND ?2 AND o.kind = 'P' AND j.value <> ''",
        (first, last),
    )
    if noted.rowcount > 0:  # what was typed and not saved may say it too
        traces.leave(connection)


def named_in(connection: Any, first: int, last: int) -> set[bytes]:
    """Return the records among operations that are purged, by these or before."""
    if connection.execute(_ANY).fetchone() is None:
        return set()
    query = (
        "SELECT DISTINCT o.row FROM main.journal_op o WHERE o.op BETWEEN ? AND ?"  # noqa: S608
        f" AND ({is_purged('o.row', 'p.col')})"  # in whatever register
    )
    return {row for (row,) in connection.execute(query, (first, last))}


def all_named(connection: Any) -> set[bytes]:
    """Return every record that is purged."""
    return {row for row, _ in connection.execute(NAMED)}


def strip(connection: Any) -> None:
    """Take purged values out of what is about to be merged: they never come in.

    Those of records that are merely one with a purged one are spared until it is known
    whether they still are.
    """
    if connection.execute(_ANY).fetchone() is None:
        return
    found = list(_purged(connection, connection.execute(_INCOMING).fetchall()))
    spare(
        connection, ((op, row, col, val, salt) for op, _, row, col, salt, val in found)
    )
    _take_out(connection, "temp.incoming_op", found)


def spare(
    connection: Any, values: Iterable[tuple[int, bytes, str, Any, bytes]]
) -> None:
    """Keep values that came while a merge goes on, but none that a purge itself names.

    Args:
        values: Of operations: number, record, register, value, salt.
    """
    connection.executemany(
        "INSERT INTO temp.incoming_spared VALUES (?, ?, ?, ?, ?)", values
    )
    connection.execute(
        "DELETE FROM temp.incoming_spared AS s WHERE EXISTS (SELECT 1"
        " FROM main.journal_purged p WHERE p.row = s.row AND p.col IN ('', s.col))"
    )


def bring_spared(connection: Any) -> set[bytes]:
    """Put in what was spared and is not purged now; forget the rest.

    Returns:
        The records that may show something else now.
    """
    found = connection.execute(
        "SELECT op, row, val, salt FROM temp.incoming_spared s"  # noqa: S608 - our own
        f" WHERE NOT ({is_purged('s.row', 's.col')})"
    ).fetchall()
    connection.execute("DELETE FROM temp.incoming_spared")
    return put_in(connection, found)


def put_in(
    connection: Any, values: Iterable[tuple[int, bytes, Any, bytes]]
) -> set[bytes]:
    """Put values where only their commitments were; return their records.

    Args:
        values: Of operations: number, record, value, salt.
    """
    found = list(values)
    connection.executemany(
        "UPDATE main.journal_op SET val = ?, salt = ?, digest = NULL WHERE op = ?",
        [(val, salt, op) for op, _, val, salt in found],
    )
    return {row for _, row, _, _ in found}


def erase(connection: Any, rows: Iterable[bytes]) -> set[bytes]:
    """Take what purges name out of the journal, as far as these records go.

    Returns:
        The records that show something else now, those that are one with them too.
    """
    wanted = set(rows)
    if not wanted or connection.execute(_ANY).fetchone() is None:
        return set()
    wanted &= all_named(connection)
    classes = (
        "SELECT t.row FROM main.journal_twin s JOIN main.journal_twin t"
        " ON t.elder = s.elder WHERE s.row = ?"
    )
    for row in list(wanted):
        wanted |= {each for (each,) in connection.execute(classes, (row,))}
    erased = _kept(connection, wanted)
    if not erased:
        return set()
    _take_out(connection, "main.journal_op", erased)
    traces.leave(connection)
    return wanted


def left_over(connection: Any) -> list[tuple[str, bytes, str]]:
    """Return the registers that are purged and still hold something; none, always."""
    found = _kept(connection, all_named(connection))
    return [(table, row, col) for _op, table, row, col, _salt, _val in found]


def purge(connection: Any, table: str, row: bytes, col: str, why: str) -> None:
    """Capture a purge; the act that is being done seals and carries it out.

    Args:
        col: A register, or "" for all that is personal in the record.
        why: Legal basis and decision, as `reason` gives them.
    """
    connection.execute(
        "INSERT INTO journal_capture (kind, tbl, row, col, val)"
        " VALUES ('P', ?, ?, ?, ?)",
        (table, row, col, why),
    )


def _kept(connection: Any, rows: Iterable[bytes]) -> list[Any]:
    """Return the operations on records that hold what a purge names."""
    found = [op for row in rows for op in connection.execute(_OF_ROW, (row,))]
    return list(_purged(connection, found))


def _purged(connection: Any, found: Iterable[Any]) -> Iterator[Any]:
    """Yield those of some operations whose values must go."""
    known: Shapes = shapes_of(connection)
    named: dict[bytes, set[str]] = defaultdict(set)
    for row, col in connection.execute(NAMED):
        named[row].add(col)
    for each in found:
        _op, table, row, col, _salt, _val = each
        cols = named[row]
        is_personal = table in known and col in known[table].personal
        if col in cols or ("" in cols and is_personal):
            yield each


def _take_out(connection: Any, table: str, found: Iterable[Any]) -> None:
    connection.executemany(
        f"UPDATE {table} SET digest = ?, val = NULL, salt = NULL WHERE op = ?",  # noqa: S608
        [(canon.digest_of(salt, val), op) for op, _, _, _, salt, val in found],
    )
