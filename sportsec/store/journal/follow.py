"""What follows from a local act beyond the rows it wrote itself."""

from __future__ import annotations

from typing import Any

from sportsec.store.journal import purge, recompute, twins


def after_act(
    connection: Any, first: int, last: int, odd: set[bytes], tables: set[str]
) -> None:
    """Bring into line what an act touched irregularly.

    Args:
        connection: Inside the act's transaction, after its operations were stored.
        first: Its first operation; `last` its last.
        odd: Records that need the exact definition.
        tables: Tables it wrote to; "" stands for a purge.
    """
    waiting = "SELECT 1 FROM journal_waiting LIMIT 1"
    if connection.execute(waiting).fetchone():
        # A reference written anew waits for nothing any more.
        connection.execute(
            "DELETE FROM journal_waiting WHERE (row, col) IN (SELECT row, col"
            " FROM journal_op WHERE op BETWEEN ? AND ? AND kind = 'U')",
            (first, last),
        )
    if "" in tables:
        purge.note(connection, "journal_op", first, last)
    if "twin" in tables:
        _compute(connection, twins.decisions(connection, odd))
        odd |= twins.refresh(connection)
    odd |= twins.written(connection, first, last)
    named = purge.named_in(connection, first, last)
    odd |= purge.erase(connection, named | odd)
    _compute(connection, odd)


def _compute(connection: Any, rows: set[bytes]) -> None:
    if rows:
        recompute.applying(connection, on=True)
        recompute.rows(connection, rows)
        recompute.applying(connection, on=False)
