"""Holds a database against the definition: what it shows and what it keeps."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sportsec.store.journal.purge import named_registers
from tests.convergence.journal import Key, key_of, layout_of, numbering
from tests.convergence.oracle import Masked, Register, State, state_of


def assert_holds(connection: Any) -> State:
    """Compare every table that is computed from the operations with its definition.

    A reference leads to a record that is there, for the definition shows no other.

    Returns:
        What the definition says, for further questions.
    """
    replicas = numbering(connection)
    wanted = state_of(connection, replicas)
    heads, winners = found_heads(connection, replicas)
    differences = [
        *_differing("shown", _flat(wanted.rows), _flat(found_rows(connection))),
        *_differing("heads", wanted.heads, heads),
        *_differing("winner", wanted.winners, winners),
        *_differing("elder", wanted.elders, _found_elders(connection)),
        *_differing("masked", _each(wanted.masked), _each(_found_masked(connection))),
        *_differing("revived", _each(wanted.revived), _each(_revived(connection))),
        *_differing(
            "missing", _each(wanted.missing), _each(_missing(connection, replicas))
        ),
        *_differing(
            "purged", _each(_purges(wanted)), _each(_purged(connection, replicas))
        ),
        *_differing("kept", {}, _each(_kept_in_spite(connection))),
    ]
    assert not differences, "\n".join(differences[:12])
    assert not connection.execute("SELECT 1 FROM journal_capture LIMIT 1").fetchall()
    return wanted


def _differing(what: str, wanted: dict[Any, Any], found: dict[Any, Any]) -> list[str]:
    if wanted == found:
        return []
    return [
        f"{what} {_named(key)}: wanted {wanted.get(key)!r}, found {found.get(key)!r}"
        for key in sorted(wanted.keys() | found.keys(), key=repr)
        if wanted.get(key) != found.get(key)
    ]


def _named(key: object) -> str:
    if isinstance(key, tuple):
        return " ".join(_named(part) for part in key)
    return key.hex() if isinstance(key, bytes) else str(key)


def _each(found: set[Any]) -> dict[Any, bool]:
    return dict.fromkeys(found, True)


def _flat(rows: dict[str, dict[bytes, Any]]) -> dict[Any, Any]:
    return {(table, row): rows[table][row] for table in rows for row in rows[table]}


def found_rows(connection: Any) -> dict[str, dict[bytes, tuple[Any, ...]]]:
    """Return what the tables show, without those that show nothing."""
    found = {}
    shapes = layout_of(connection).shapes
    said = (
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table})" for table in shapes
    )
    for (table,) in connection.execute(" UNION ALL ".join(said)).fetchall():
        shape = shapes[table]
        query = f"SELECT id, {', '.join(shape.columns)} FROM {table}"
        found[table] = {row: tuple(shown) for row, *shown in connection.execute(query)}
    return found


def found_heads(
    connection: Any, replicas: dict[int, bytes]
) -> tuple[dict[Register, frozenset[Key]], dict[Register, Any]]:
    """Return the heads that are kept, and those that are marked as shown."""
    heads: dict[Register, set[Key]] = defaultdict(set)
    winners: dict[Register, Any] = {}
    query = "SELECT row, col, op, win FROM journal_head"
    for row, col, op, wins in connection.execute(query):
        key = key_of(replicas, op)
        heads[row, col].add(key)
        if wins:
            twice = (row, col) in winners
            winners[row, col] = (winners[row, col], key) if twice else key
    return {place: frozenset(keys) for place, keys in heads.items()}, winners


def _found_elders(connection: Any) -> dict[bytes, bytes]:
    query = "SELECT row, elder FROM journal_twin WHERE row <> elder"
    return dict(connection.execute(query).fetchall())


def _found_masked(connection: Any) -> set[Masked]:
    return set(connection.execute("SELECT target, row, tbl, col FROM journal_waiting"))


def _revived(connection: Any) -> set[bytes]:
    return {row for (row,) in connection.execute("SELECT row FROM journal_revived")}


def _missing(connection: Any, replicas: dict[int, bytes]) -> set[Key]:
    query = "SELECT pred FROM journal_missing"
    return {key_of(replicas, op) for (op,) in connection.execute(query)}


def _purges(state: State) -> set[tuple[bytes, str, Key]]:
    return {
        (op.row, col, op.key)
        for op in state.ops.values()
        if op.kind == "P"
        for col in (op.col, *named_registers(op.val))
    }


def _purged(connection: Any, replicas: dict[int, bytes]) -> set[tuple[bytes, str, Key]]:
    query = "SELECT row, col, op FROM journal_purged"
    return {
        (row, col, key_of(replicas, op)) for row, col, op in connection.execute(query)
    }


def _kept_in_spite(connection: Any) -> set[tuple[bytes, str]]:
    """Values that a purge names and that are still there."""
    shapes = layout_of(connection).shapes
    query = (
        "SELECT o.row, o.col, o.tbl FROM journal_purged p JOIN journal_op o"
        " ON o.row = p.row WHERE o.kind = 'U' AND o.digest IS NULL"
        " AND p.col IN ('', o.col)"
    )
    return {
        (row, col)
        for row, col, table in connection.execute(query)
        if table in shapes and col in shapes[table].personal
    }
