"""What follows from a local act beyond the rows it wrote itself."""

from __future__ import annotations

from typing import Any

from sportsec.store.journal import purge, recompute, twins

#: What there is to follow at all; most databases know no purge and no twins.
_KNOWN = """
SELECT EXISTS (SELECT 1 FROM journal_waiting), EXISTS (SELECT 1 FROM journal_twin),
  EXISTS (SELECT 1 FROM journal_purged), max(kind = 'P'), max(tbl = 'twin')
FROM journal_op WHERE op BETWEEN ? AND ?
"""


def after_act(connection: Any, first: int, last: int, odd: set[bytes]) -> None:
    """Bring into line what an act touched irregularly.

    Args:
        connection: Inside the act's transaction, after its operations were stored.
        first: Its first operation; `last` its last.
        odd: Records that need the exact definition.
    """
    known = connection.execute(_KNOWN, (first, last)).fetchone()
    is_awaited, has_twins, has_purges, is_purge, is_decision = known
    if is_awaited:
        # A reference written anew waits for nothing any more.
        connection.execute(
            "DELETE FROM journal_waiting WHERE (row, col) IN (SELECT row, col"
            " FROM journal_op WHERE op BETWEEN ? AND ? AND kind = 'U')",
            (first, last),
        )
    if is_purge:
        purge.note(connection, "journal_op", first, last)
    if is_decision:
        _compute(connection, twins.decisions(connection, odd))
        odd |= twins.refresh(connection)
    if has_twins or is_decision:
        odd |= twins.written(connection, first, last)
    if has_purges or is_purge:
        odd |= purge.erase(connection, purge.named_in(connection, first, last) | odd)
    _compute(connection, odd)


def _compute(connection: Any, rows: set[bytes]) -> None:
    if rows:
        recompute.applying(connection, on=True)
        recompute.rows(connection, rows)
        recompute.applying(connection, on=False)
