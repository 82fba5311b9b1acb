"""Triggers that note every change of the record, whoever makes it and however.

They are generated from the shapes and stand in the file itself: the session of an act,
a bulk statement and another program's SQL all pass them, in the transaction that writes
the row. What they note waits in `journal_capture` until the act is sealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sportsec.store.journal.shape import (
    DELETED,
    GROUP,
    Field,
    Shape,
    Shapes,
    described,
    literal,
    present,
    shapes,
    shapes_of,
)

_WHEN = "(SELECT applying FROM journal_state) = 0"
_INTO = "INSERT INTO journal_capture (kind, tbl, row, col, val)"
_PREFIX = "journal_of_"
#: Kind of a value captured to stand beside others of the same act; as an operation it
#: is an update like any.
BESIDE = "B"


@dataclass(frozen=True, slots=True)
class Cover:
    """What a deletion covers that is written back as it was.

    Args:
        ops: Of what stands.
        registers: Of what the same act writes: the values covered in each, as the
            journal writes them; None for whatever it is.
    """

    ops: frozenset[int]
    registers: Mapping[str, frozenset[Any] | None]

    def writes(self, register: str, value: Any) -> bool:
        """Say whether a value that the same act writes is covered."""
        if register not in self.registers:
            return False
        values = self.registers[register]
        return values is None or value in values


def install(connection: Any, known: Shapes | None = None) -> None:
    """Make the triggers anew, and let the database describe itself."""
    known = present(connection, shapes() if known is None else known)
    remove(connection)
    for name, sql in statements(known).items():
        connection.execute(f"CREATE TRIGGER {name} {sql}")
    connection.execute("UPDATE journal_state SET shape = ?", (described(known),))


def remove(connection: Any) -> None:
    """Drop the triggers; tables are altered without them."""
    for name in _found(connection):
        connection.execute(f"DROP TRIGGER {name}")


def missing(connection: Any) -> list[str]:
    """Return the triggers that are not as they should be; changes pass them by."""
    wanted = {
        name: f"CREATE TRIGGER {name} {sql}"
        for name, sql in statements(shapes_of(connection)).items()
    }
    found = _found(connection)
    return sorted(
        name
        for name in wanted.keys() | found.keys()
        if wanted.get(name) != found.get(name)
    )


def statements(known: Shapes) -> dict[str, str]:
    """Return each trigger's SQL after its name."""
    return {
        f"{_PREFIX}{table}_{name}": sql
        for table, shape in known.items()
        for name, sql in _of_table(shape)
    }


def reassert(connection: Any, shape: Shape, row: bytes, register: str) -> None:
    """Capture the value that a register shows, though it does not change."""
    value = _register_value(register, shape.registers[register], "")
    # The names are columns of our own tables.
    connection.execute(
        f"{_INTO} SELECT 'U', '{shape.table}', id, '{register}', {value}"  # noqa: S608
        f" FROM {shape.table} WHERE id = ?",
        (row,),
    )


def stand_beside(
    connection: Any, table: str, row: bytes, register: str, values: Iterable[Any]
) -> None:
    """Capture values of a register that are to stand beside each other.

    The record itself follows when the act is sealed: it shows the last.

    Args:
        values: As the journal writes them.
    """
    connection.executemany(
        f"{_INTO} VALUES (?, ?, ?, ?, ?)",
        [(BESIDE, table, row, register, value) for value in values],
    )


def capture_rows(connection: Any, shape: Shape) -> None:
    """Capture every row of a table, as if each were inserted now."""
    for part in insert_parts(shape, ""):
        head, _, condition = part.partition(" WHERE ")
        where = f" WHERE {condition}" if condition else ""
        connection.execute(f"{_INTO} {head} FROM {shape.table}{where}")


def insert_parts(shape: Shape, row: str) -> Iterator[str]:
    """Yield SELECTs that capture a whole row: its insert, then its personal values.

    Args:
        row: Prefix of its columns: "NEW." in a trigger, "" in a query of the table.
    """
    plain = [
        f"'{field.name}', {_short(field, row)}"
        for field in shape.fields
        if not field.is_personal
    ]
    # A patch onto nothing leaves out what is NULL, and with it every default.
    values = f"json_patch('{{}}', json_object({', '.join(plain)}))"
    yield f"SELECT 'I', '{shape.table}', {row}id, '', {values}"
    for field in shape.fields:
        if field.is_personal:
            yield (
                f"SELECT 'U', '{shape.table}', {row}id, '{field.name}',"
                f" {row}{field.name} WHERE {row}{field.name} IS NOT"
                f" {literal(field.default)}"
            )


def json_value(field: Field, expression: str) -> str:
    """Return what stands in JSON for a column: bytes as hex, all else as it is."""
    if not field.is_blob:
        return expression
    return f"CASE WHEN {expression} IS NOT NULL THEN hex({expression}) END"


def _short(field: Field, row: str) -> str:
    """Return a column as JSON keeps it, NULL where it holds its default."""
    column = f"{row}{field.name}"
    if field.is_blob or field.default is None:
        return json_value(field, column)
    return f"nullif({column}, {literal(field.default)})"


def _of_table(shape: Shape) -> Iterator[tuple[str, str]]:
    table = shape.table
    body = " ".join(f"{_INTO} {part};" for part in insert_parts(shape, "NEW."))
    yield "insert", f"AFTER INSERT ON {table} WHEN {_WHEN} BEGIN {body} END"
    for register, fields in shape.registers.items():
        yield f"set_{register.strip(GROUP)}", _on_update(table, register, fields)
    frozen = f"OLD.{DELETED} IS NOT NULL AND NEW.{DELETED} IS NOT NULL"
    guard = "a deleted record or an identifier was changed"
    changed = f"(OLD.id IS NOT NEW.id OR {frozen})"
    when = f"BEFORE UPDATE ON {table} WHEN {_WHEN} AND {changed}"
    yield "guard", when + _refusing(guard)
    keep = "records are marked deleted, never removed"
    yield "keep", f"BEFORE DELETE ON {table} WHEN {_WHEN}{_refusing(keep)}"


def _refusing(reason: str) -> str:
    return f" BEGIN SELECT RAISE(ABORT, '{reason}'); END"


def _on_update(table: str, register: str, fields: tuple[Field, ...]) -> str:
    names = [field.name for field in fields]
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in names)
    value = _register_value(register, fields, "NEW.")
    return (
        f"AFTER UPDATE OF {', '.join(names)} ON {table} WHEN {_WHEN} AND ({changed})"
        f" BEGIN {_INTO} VALUES ('U', '{table}', NEW.id, '{register}', {value}); END"
    )


def _register_value(register: str, fields: tuple[Field, ...], row: str) -> str:
    """Return what an update says of a register."""
    if not register.startswith(GROUP):
        return f"{row}{fields[0].name}"
    pairs = ", ".join(
        f"'{field.name}', {json_value(field, f'{row}{field.name}')}" for field in fields
    )
    return f"json_object({pairs})"


def _found(connection: Any) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    return {
        name: sql for name, sql in connection.execute(query) if name.startswith(_PREFIX)
    }
