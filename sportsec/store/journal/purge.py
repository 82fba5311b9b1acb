"""Purges: personal values that the law wants gone, everywhere and for good.

A purge is an operation and travels like any other. Where it arrives, the values it
names are taken out of the journal and of the record; their commitments stay, so that
the chain still verifies, and no later file brings them back.
"""

from __future__ import annotations

from typing import Any

from sportsec.store.journal import canon
from sportsec.store.journal.shape import shapes_of

_NAMED = """
SELECT o.op, o.tbl, o.row, o.col, o.salt, o.val FROM journal_op o
JOIN journal_purged p ON p.row = o.row OR EXISTS (SELECT 1 FROM journal_twin t
  JOIN journal_twin s ON s.elder = t.elder WHERE t.row = o.row AND s.row = p.row)
WHERE o.kind = 'U' AND o.digest IS NULL AND p.col IN ('', o.col)
"""


def note(connection: Any, source: str, first: int = 0, last: int = 1 << 62) -> None:
    """Remember what the purges among new operations name.

    Args:
        source: The table that holds the operations, from `first` to `last`.
    """
    connection.execute(
        "INSERT OR IGNORE INTO journal_purged SELECT row, col, op"  # noqa: S608
        f" FROM {source} WHERE op BETWEEN ? AND ? AND kind = 'P'",
        (first, last),
    )


def erase(connection: Any) -> set[bytes]:
    """Take the values that purges name out of the journal.

    Returns:
        The records that show something else now.
    """
    if not connection.execute("SELECT 1 FROM journal_purged LIMIT 1").fetchone():
        return set()
    known = shapes_of(connection)
    erased = []
    rows = {row for (row,) in connection.execute("SELECT row FROM journal_purged")}
    for op, table, row, col, salt, val in connection.execute(_NAMED).fetchall():
        shape = known.get(table)
        if shape is not None and col in shape.personal:
            erased.append((canon.digest_of(salt, val), op))
            rows.add(row)
    connection.executemany(
        "UPDATE journal_op SET digest = ?, val = NULL, salt = NULL WHERE op = ?",
        erased,
    )
    return rows if erased else set()


def purge(connection: Any, table: str, row: bytes, col: str, reason: str) -> None:
    """Capture a purge; the act that is being done seals and carries it out.

    Args:
        col: A register, or "" for all that is personal in the record.
        reason: Legal basis and decision, as JSON.
    """
    connection.execute(
        "INSERT INTO journal_capture (kind, tbl, row, col, val)"
        " VALUES ('P', ?, ?, ?, ?)",
        (table, row, col, reason),
    )
