"""One number for what a cell has seen, the same in each that has seen the same."""

from __future__ import annotations

import hashlib
from typing import Any

from sportsec.store.journal import canon

_RUNS = """
SELECT r.rid, min(f.op), max(f.op) FROM (
  SELECT op, op - row_number() OVER (ORDER BY op) AS run FROM journal_op) f
JOIN journal_replica r ON r.number = f.op >> 32 GROUP BY r.rid, f.run
ORDER BY r.rid, min(f.op)
"""
_LAST = """
SELECT r.rid, a.chain FROM journal_act a JOIN journal_replica r
  ON r.number = a.act >> 32
WHERE a.ops > 0 AND a.act = (SELECT max(b.act) FROM journal_act b
  WHERE b.ops > 0 AND b.act >> 32 = a.act >> 32) ORDER BY r.rid
"""
_WITHHELD = """
SELECT r.rid, o.op FROM journal_op o JOIN journal_replica r ON r.number = o.op >> 32
WHERE o.digest IS NOT NULL ORDER BY r.rid, o.op
"""


def state_fingerprint(connection: Any) -> bytes:
    """Return 32 bytes that name the set of operations known here.

    It counts which operations are known and which of them without their value; the
    chain value of each replica's last act with operations vouches for their content.
    """
    found = hashlib.sha256(b"sportsec state\0")
    for rid, first, last in connection.execute(_RUNS):
        found.update(b"%b%d-%d;" % (rid, first & canon.COUNT, last & canon.COUNT))
    for rid, chain in connection.execute(_LAST):
        found.update(b"%b=%b;" % (rid, chain))
    for rid, op in connection.execute(_WITHHELD):
        found.update(b"%b?%d;" % (rid, op & canon.COUNT))
    return found.digest()
