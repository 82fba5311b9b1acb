"""Holds a database against the definition: what it shows and what it keeps."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sportsec.store.journal.shape import shapes_of
from tests.convergence.journal import Key, key_of, numbering
from tests.convergence.oracle import DELETED, Register, State, state_of


def assert_holds(connection: Any) -> State:
    """Compare every table that is computed from the operations with its definition.

    Returns:
        What the definition says, for further questions.
    """
    wanted = state_of(connection)
    differences = [
        *_differing("shown", _shown(wanted), _found_rows(connection)),
        *_differing("heads", wanted.heads, _found_heads(connection)),
        *_differing("winner", _winners(wanted), _found_winners(connection)),
        *_differing("elder", wanted.elders, _found_elders(connection)),
        *_differing(
            "masked",
            dict.fromkeys(wanted.masked, True),
            dict.fromkeys(_found_masked(connection), True),
        ),
        *_differing(
            "revived",
            {row: True for row, col in wanted.conflicts if col == DELETED},
            _found_revived(connection, wanted),
        ),
    ]
    assert not differences, "\n".join(differences[:12])
    assert not list(connection.execute("PRAGMA foreign_key_check"))
    assert not list(connection.execute("SELECT * FROM journal_capture"))
    return wanted


def _differing(what: str, wanted: dict[Any, Any], found: dict[Any, Any]) -> list[str]:
    return [
        f"{what} {_named(key)}: wanted {wanted.get(key)!r}, found {found.get(key)!r}"
        for key in sorted(wanted.keys() | found.keys(), key=repr)
        if wanted.get(key) != found.get(key)
    ]


def _named(key: object) -> str:
    if isinstance(key, tuple):
        return " ".join(_named(part) for part in key)
    return key.hex() if isinstance(key, bytes) else str(key)


def _shown(state: State) -> dict[Any, Any]:
    return {
        (table, row, column): value
        for table, rows in state.rows.items()
        for row, values in rows.items()
        for column, value in values.items()
    }


def _found_rows(connection: Any) -> dict[Any, Any]:
    found = {}
    for table, shape in shapes_of(connection).items():
        columns = [*shape.columns]
        query = f"SELECT id, {', '.join(columns)} FROM {table}"
        for key, *values in connection.execute(query):
            row = bytes(key)
            for column, value in zip(columns, values, strict=True):
                if isinstance(value, memoryview):
                    value = bytes(value)  # noqa: PLW2901
                found[table, row, column] = value
    return found


def _found_heads(connection: Any) -> dict[Register, frozenset[Key]]:
    replicas = numbering(connection)
    found: dict[Register, set[Key]] = defaultdict(set)
    for row, col, op in connection.execute("SELECT row, col, op FROM journal_head"):
        found[bytes(row), col].add(key_of(replicas, op))
    return {register: frozenset(keys) for register, keys in found.items()}


def _winners(state: State) -> dict[Register, Key]:
    """The winners of registers that have heads, which is where they are kept."""
    return {
        register: max(heads, key=lambda key: state.ranks[key])
        for register, heads in state.heads.items()
    }


def _found_winners(connection: Any) -> dict[Register, Any]:
    replicas = numbering(connection)
    found: dict[Register, Any] = {}
    query = "SELECT row, col, op FROM journal_head WHERE win = 1"
    for row, col, op in connection.execute(query):
        register = bytes(row), col
        key = key_of(replicas, op)
        found[register] = (found[register], key) if register in found else key
    return found


def _found_elders(connection: Any) -> dict[bytes, bytes]:
    query = "SELECT row, elder FROM journal_twin WHERE row <> elder"
    return {bytes(row): bytes(elder) for row, elder in connection.execute(query)}


def _found_masked(connection: Any) -> set[tuple[bytes, bytes, str, str]]:
    query = "SELECT target, row, tbl, col FROM journal_waiting"
    return {
        (bytes(target), bytes(row), tbl, col)
        for target, row, tbl, col in connection.execute(query)
    }


def _found_revived(connection: Any, state: State) -> dict[bytes, bool]:
    """Rows said to have survived a deletion, and those with both kinds of heads."""
    found = {
        bytes(row): True
        for (row,) in connection.execute("SELECT row FROM journal_revived")
    }
    differing = {
        row: True
        for row, col in state.conflicts
        if col == DELETED and len(state.heads.get((row, col), ())) > 1
    }
    return found | differing
