"""Records that two cells made of one thing, as the pairs called the same join them.

Pairs join to classes; the elder, the smallest identifier that is known, stands for all
of them. Two cells that decide one pair differently have a conflict on its verdict.
A pair counts within its own table only: one of whose records another table is known to
hold joins nothing, and decisions about decisions are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from sportsec.store.journal.shape import shapes_of

_PAIRS = """
SELECT id, tbl, first_id, second_id FROM twin
WHERE verdict = 'same' AND deleted_at IS NULL
AND first_id IS NOT NULL AND second_id IS NOT NULL AND tbl <> 'twin' ORDER BY id
"""


def decisions(connection: Any, rows: set[bytes]) -> set[bytes]:
    """Return those of some records that say whether two others are one."""
    found = connection.execute("SELECT id FROM twin").fetchall() if rows else []
    return rows & {row for (row,) in found}


def written(connection: Any, first: int, last: int) -> set[bytes]:
    """Return the records written to that are one with others, which show it too."""
    query = (
        "SELECT DISTINCT o.row FROM journal_op o JOIN journal_twin t ON t.row = o.row"
        " WHERE o.op BETWEEN ? AND ?"
    )
    if connection.execute("SELECT 1 FROM journal_twin LIMIT 1").fetchone() is None:
        return set()
    return {row for (row,) in connection.execute(query, (first, last))}


def refresh(connection: Any) -> set[bytes]:
    """Find the classes anew; return the records whose class is another now."""
    before = dict(connection.execute("SELECT row, elder FROM journal_twin"))
    after = due(connection)
    if not before and not after:
        return set()
    changed = {
        row for row in before.keys() | after.keys() if before.get(row) != after.get(row)
    }
    # A member that came or left changes what all the others show.
    elders = {each.get(row) for row in changed for each in (before, after)}
    changed |= {
        row
        for each in (before, after)
        for row, elder in each.items()
        if elder in elders
    }
    if changed:
        connection.execute("DELETE FROM journal_twin")
        sql = "INSERT INTO journal_twin VALUES (?, ?)"
        connection.executemany(sql, list(after.items()))
    return changed | _referring(connection, changed)


def due(
    connection: Any, counts: Callable[[bytes], bool] = lambda _pair: True
) -> dict[bytes, bytes]:
    """Return the elder of each record that is one with others, as decided.

    Args:
        counts: Whether a decision counts, given the identifier of its record.
    """
    found = connection.execute(_PAIRS).fetchall()
    pairs = [pair for decision, *pair in found if counts(decision)]
    leader: dict[tuple[str, bytes], tuple[str, bytes]] = {}

    def lead(row: tuple[str, bytes]) -> tuple[str, bytes]:
        while leader.setdefault(row, row) != row:
            row = leader[row]
        return row

    tables = {
        row: _table_of(connection, row) for _, *pair in pairs for row in set(pair)
    }
    for table, first, second in pairs:
        if {tables[first], tables[second]} <= {table, None}:
            one, other = sorted((lead((table, first)), lead((table, second))))
            leader[other] = one
    classes = defaultdict(list)
    for row in leader:
        if tables[row[1]] is not None:
            classes[lead(row)].append(row[1])
    return {
        row: min(members)
        for members in classes.values()
        if len(members) > 1
        for row in members
    }


def _table_of(connection: Any, row: bytes) -> str | None:
    """Return the table of a record; None for one that is not known."""
    query = "SELECT tbl FROM journal_op WHERE row = ? AND col = '' AND kind = 'I'"
    found = connection.execute(query, (row,)).fetchone()
    return str(found[0]) if found else None


def _referring(connection: Any, changed: set[bytes]) -> set[bytes]:
    """Return the records that refer to those whose class changed."""
    found: set[bytes] = set()
    for shape in shapes_of(connection).values() if changed else ():
        for column in shape.references:
            for row in changed:
                # The name is a column of our own tables.
                query = (
                    f"SELECT id FROM {shape.table} WHERE {column} = ?1 UNION"  # noqa: S608
                    " SELECT row FROM journal_waiting WHERE target = ?1"
                )
                found |= {each for (each,) in connection.execute(query, (row,))}
    return found
