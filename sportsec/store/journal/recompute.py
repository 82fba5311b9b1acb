"""Bringing single records into line with their operations, by the definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sportsec.store.journal.heads import MERGED, Operations, Shown, shown
from sportsec.store.journal.shape import DELETED, Shape, Shapes, shapes_of


def applying(connection: Any, *, on: bool) -> None:
    """Let the triggers rest while the record follows the journal, or wake them."""
    connection.execute("UPDATE journal_state SET applying = ?", (int(on),))


def rows(
    connection: Any,
    wanted: Iterable[bytes],
    tell: Callable[[float], object] = lambda _share: None,
) -> set[str]:
    """Compute records anew, with all that are one with them.

    Args:
        connection: Inside a writing transaction; the triggers rest.
        tell: Is told the part done, 0 to 1, before each; may raise to stop.

    Returns:
        The tables touched.
    """
    known = shapes_of(connection)
    touched = set()
    classes = _classes(connection, wanted)
    for place, members in enumerate(classes):
        tell(place / len(classes))
        each = _defined(connection, known, members)
        _keep_heads(connection, each)
        if each.shape is None:
            continue
        for row in members:  # of twins the elder stands for all
            is_marked = each.result.is_revived and row == members[0]
            _mark_revived(connection, row, each.shape.table, on=is_marked)
        _write(connection, known, each)
        touched.add(each.shape.table)
    return touched


@dataclass(frozen=True, slots=True)
class Defined:
    """What the definition says of a record, or of several that are one.

    Args:
        members: The elder stands first.
        table: Of the inserts; "" where none is known here yet.
        shape: Of their table; None where it is of a newer version, or not known.
    """

    members: tuple[bytes, ...]
    table: str
    shape: Shape | None
    result: Shown

    def heads(self) -> Iterator[tuple[bytes, str, int, int]]:
        """Yield the heads as the journal keeps them."""
        for col, heads in self.result.heads.items():
            winner = max(heads, key=lambda head: head.rank)
            for head in heads:
                yield self.members[0], col, head.op, int(head is winner)

    def values_of(self, row: bytes) -> dict[str, Any]:
        """Return what a member shows, references not yet followed."""
        if row == self.members[0]:
            return dict(self.result.values)
        return {**self.result.values, DELETED: MERGED}


def definitions(connection: Any, wanted: Iterable[bytes]) -> Iterator[Defined]:
    """Yield what the definition says of records; nothing is written."""
    known = shapes_of(connection)
    for members in _classes(connection, wanted):
        yield _defined(connection, known, members)


def _defined(connection: Any, known: Shapes, members: tuple[bytes, ...]) -> Defined:
    operations = Operations.read(connection, members)
    shape = known.get(operations.table)
    if shape is None:  # not inserted here yet, or of a newer version
        result = _bare(operations)
    else:
        result = shown(operations, shape, _purged(connection, members, shape))
    return Defined(members, operations.table, shape, result)


def _classes(connection: Any, wanted: Iterable[bytes]) -> list[tuple[bytes, ...]]:
    """Return records with those that are one with them; the elder stands first."""
    found = {}
    for row in wanted:
        query = "SELECT elder FROM journal_twin WHERE row = ?"
        elder = connection.execute(query, (row,)).fetchone()
        if elder is None:
            found[row] = (row,)
            continue
        query = "SELECT row FROM journal_twin WHERE elder = ? ORDER BY row"
        found[elder[0]] = tuple(
            each for (each,) in connection.execute(query, elder).fetchall()
        )
    return list(found.values())


def _bare(operations: Operations) -> Shown:
    """Return the heads alone; without an insert there is nothing to show."""
    heads = {col: operations.heads(col, ()) for col in operations.updates}
    return Shown({col: found for col, found in heads.items() if found}, {}, False)


def _purged(connection: Any, members: Sequence[bytes], shape: Shape) -> set[str]:
    found: set[str] = set()
    for row in members:
        query = "SELECT col FROM journal_purged WHERE row = ?"
        for (col,) in connection.execute(query, (row,)):
            found |= {col} if col else shape.personal
    return found


def _keep_heads(connection: Any, each: Defined) -> None:
    for row in each.members:
        connection.execute("DELETE FROM journal_head WHERE row = ?", (row,))
    kept = list(each.heads())
    connection.executemany("INSERT INTO journal_head VALUES (?, ?, ?, ?)", kept)


def _mark_revived(connection: Any, row: bytes, table: str, *, on: bool) -> None:
    if on:
        sql = "INSERT OR IGNORE INTO journal_revived VALUES (?, ?)"
        connection.execute(sql, (row, table))
    else:
        connection.execute("DELETE FROM journal_revived WHERE row = ?", (row,))


def _write(connection: Any, known: Shapes, each: Defined) -> None:
    """Write what the records show; the younger ones are shown deleted."""
    shape = each.shape
    if shape is None:
        return
    names = list(shape.columns)
    marks = ", ".join("?" * (len(names) + 1))
    changes = ", ".join(f"{name} = excluded.{name}" for name in names)
    # A row that shows it already is not written: the index of names would be, too.
    differs = " OR ".join(f"excluded.{name} IS NOT {name}" for name in names)
    # The names are columns of our own tables.
    sql = (
        f"INSERT INTO {shape.table} (id, {', '.join(names)}) VALUES ({marks})"  # noqa: S608
        f" ON CONFLICT (id) DO UPDATE SET {changes} WHERE {differs}"
    )
    for row in each.members:
        values = each.values_of(row)
        for column, target in shape.references.items():
            values[column] = _followed(
                connection, known, (shape.table, row, column), target, values[column]
            )
        connection.execute(sql, (row, *(values[name] for name in names)))
        unmask(connection, row)


def _followed(
    connection: Any,
    known: Shapes,
    place: tuple[str, bytes, str],
    target: str,
    value: bytes | None,
) -> bytes | None:
    """Return what a reference shows; note it where that is not what it says."""
    table, row, column = place
    connection.execute(
        "DELETE FROM journal_waiting WHERE row = ? AND col = ?", (row, column)
    )
    followed = follow(connection, known, target, value)
    if followed != value:
        connection.execute(
            "INSERT OR IGNORE INTO journal_waiting VALUES (?, ?, ?, ?)",
            (value, row, table, column),
        )
    return followed


def follow(
    connection: Any, known: Shapes, target: str, value: bytes | None
) -> bytes | None:
    """Return what a reference shows: the elder of twins, nothing for the unknown."""
    if value is None:
        return None
    query = "SELECT elder FROM journal_twin WHERE row = ?"
    elder = connection.execute(query, (value,)).fetchone()
    meant: bytes = elder[0] if elder else value
    there = (
        target in known
        and connection.execute(
            f"SELECT 1 FROM {target} WHERE id = ?",  # noqa: S608 - as above
            (meant,),
        ).fetchone()
    )
    return meant if there else None


def unmask(connection: Any, target: bytes) -> None:
    """Show a record, now that it is known, wherever it is referred to."""
    query = "SELECT row, tbl, col FROM journal_waiting WHERE target = ?"
    for row, table, column in connection.execute(query, (target,)).fetchall():
        query = "SELECT elder FROM journal_twin WHERE row = ?"
        elder = connection.execute(query, (target,)).fetchone()
        meant = elder[0] if elder else target
        connection.execute(
            f"UPDATE {table} SET {column} = ? WHERE id = ?",  # noqa: S608 - as above
            (meant, row),
        )
        if meant == target:
            connection.execute(
                "DELETE FROM journal_waiting WHERE target = ? AND row = ? AND col = ?",
                (target, row, column),
            )
