"""Values that a file brings where only their commitments were known."""

from __future__ import annotations

from typing import Any

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason
from sportsec.store.journal import canon, purge, recompute

_OFFERED = f"""
SELECT i.op, i.row, i.col, i.val, i.salt, o.digest, {purge.is_purged("o.row", "o.col")}
FROM temp.incoming_op AS i CROSS JOIN main.journal_op AS o ON o.op = i.op
WHERE o.digest IS NOT NULL AND i.digest IS NULL
"""


def fill_withheld(connection: Any) -> int:
    """Put them in; return how many. Purged ones stay away, or are spared.

    Args:
        connection: Inside a writing transaction, with a file in `temp.incoming_*`.

    Raises:
        BadFile: A value is not the one that was withheld.
    """
    offered = connection.execute(_OFFERED).fetchall()
    if any(canon.digest_of(each[4], each[3]) != each[5] for each in offered):
        raise BadFile(ExchangeReason.BAD_COUNTS)
    purge.spare(connection, [each[:5] for each in offered if each[6]])
    wanted = [
        (op, row, val, salt)
        for op, row, _, val, salt, _, is_purged in offered
        if not is_purged
    ]
    rows = purge.put_in(connection, wanted)
    if rows:
        recompute.applying(connection, on=True)
        recompute.rows(connection, rows)
        recompute.applying(connection, on=False)
    return len(wanted)
