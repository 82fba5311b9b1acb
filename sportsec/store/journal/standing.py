"""Where this replica stands: its last act says it, and nothing else keeps it.

So a save writes no page for it: what would have to agree with the act is read off it.
"""

from __future__ import annotations

from typing import Any

#: One row, for a FROM clause: `self` (the number of this replica; NULL before it has
#: one), `tno` and `seq` (of its last act and operation, 0 before the first), `hlc` (the
#: highest stamp of its own and of all it heard of), `chain` (that of its last act; NULL
#: where that is missing, which the next seal does not survive).
STANDING = """(
SELECT s.self AS self, r.act_upto AS tno,
  coalesce(a.first + a.ops - 1, 0) & 4294967295 AS seq,
  max(s.hlc, coalesce(a.hlc, 0)) AS hlc,
  CASE r.act_upto WHEN 0 THEN r.rid ELSE a.chain END AS chain
FROM journal_state s LEFT JOIN journal_replica r ON r.number = s.self
LEFT JOIN journal_act a ON a.act = (s.self << 32 | r.act_upto))"""


def standing(connection: Any) -> tuple[int, bytes]:
    """Return the number of the last act of this replica, and its chain value."""
    query = f"SELECT tno, chain FROM {STANDING}"  # noqa: S608 - our own
    found = connection.execute(query).fetchone()
    return int(found[0]), bytes(found[1])


def own_position(connection: Any) -> tuple[int, int]:
    """Return the number of this replica, and that of its last act."""
    found = connection.execute(
        "SELECT number, act_upto FROM journal_replica"
        " WHERE number = (SELECT self FROM journal_state)"
    ).fetchone()
    return int(found[0]), int(found[1])
