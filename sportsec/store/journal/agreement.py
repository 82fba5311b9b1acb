"""Whether the record shows what its operations say, and no more.

Every table is held against the journal by statements over all its rows at once; only
records that are not regular are computed one by one, by the definition (see `heads`).
Nothing that was computed before is taken for granted: the heads, too, are found anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from sportsec.store.journal import twins
from sportsec.store.journal.inserts import add_heads
from sportsec.store.journal.merge import UNSURE
from sportsec.store.journal.purge import NAMED
from sportsec.store.journal.recompute import Defined, definitions, follow
from sportsec.store.journal.shape import DELETED, Shape, Shapes, shapes_of
from sportsec.store.journal.values import extracted, winning


class Departure(StrEnum):
    """How a record departs from its history."""

    OTHER = "other"  #: fields of it are not what the history says
    GONE = "gone"  #: the history tells of it, and it is not there
    STRANGE = "strange"  #: it is there, and the history does not tell of it


class Departed(NamedTuple):
    """A record that does not show what its operations say.

    Args:
        registers: Those that differ; of one that is gone or strange, none.
    """

    table: str
    row: bytes
    kind: Departure
    registers: frozenset[str] = frozenset()


#: What was written and is not sealed yet is in the record before it is in the journal.
_PREPARE = f"""
DROP TABLE IF EXISTS temp.made;
DROP TABLE IF EXISTS temp.apart;
DROP TABLE IF EXISTS temp.unsealed;
DROP TABLE IF EXISTS temp.over;
DROP TABLE IF EXISTS temp.several;
DROP TABLE IF EXISTS temp.spoken;
CREATE TEMP TABLE made
  (tbl TEXT, row BLOB, op INTEGER, PRIMARY KEY (tbl, row, op)) WITHOUT ROWID;
CREATE TEMP TABLE apart (row BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE unsealed (row BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE over (op INTEGER PRIMARY KEY);
CREATE TEMP TABLE several (row BLOB PRIMARY KEY, tbl TEXT) WITHOUT ROWID;
CREATE TEMP TABLE spoken (row BLOB, col TEXT, op INTEGER, win INTEGER,
  PRIMARY KEY (row, col, op)) WITHOUT ROWID;
INSERT INTO made SELECT tbl, row, op FROM journal_op WHERE kind = 'I';
INSERT OR IGNORE INTO several
  SELECT row, tbl FROM made GROUP BY tbl, row HAVING count(*) > 1;
INSERT OR IGNORE INTO unsealed SELECT row FROM journal_capture;
INSERT OR IGNORE INTO apart SELECT row FROM journal_twin
  UNION SELECT row FROM ({NAMED})
  UNION SELECT row FROM journal_revived
  UNION SELECT d.row FROM journal_head d JOIN journal_op o ON o.op = d.op
    WHERE d.col = 'deleted_at' AND {UNSURE};
INSERT OR IGNORE INTO over SELECT b.op FROM journal_op u JOIN journal_op b
    ON b.op = u.base WHERE u.kind = 'U' AND b.row = u.row AND b.col = u.col
  UNION SELECT b.op FROM journal_pred p JOIN journal_op u ON u.op = p.op
    JOIN journal_op b ON b.op = p.pred
    WHERE p.rel = 'S' AND b.row = u.row AND b.col = u.col
"""  # noqa: S608 - our own
#: Registers of regular records whose heads are not those that nothing supersedes.
_HEADS = """
SELECT o.tbl, o.row, o.col FROM journal_op o WHERE o.kind = 'U'
  AND o.op NOT IN (SELECT op FROM temp.over) AND NOT EXISTS (
    SELECT 1 FROM journal_head h WHERE h.row = o.row AND h.col = o.col AND h.op = o.op)
UNION ALL SELECT s.tbl, i.row, i.col FROM temp.spoken i
  JOIN temp.several s ON s.row = i.row WHERE NOT EXISTS (
    SELECT 1 FROM journal_head h WHERE h.row = i.row AND h.col = i.col AND h.op = i.op)
UNION ALL SELECT coalesce(o.tbl, ''), h.row, h.col FROM journal_head h
  LEFT JOIN journal_op o ON o.op = h.op WHERE o.op IS NULL OR o.row <> h.row
  OR CASE o.kind WHEN 'U' THEN o.col <> h.col OR h.op IN (SELECT op FROM temp.over)
    ELSE NOT EXISTS (SELECT 1 FROM temp.spoken i
      WHERE i.row = h.row AND i.col = h.col AND i.op = h.op) END
UNION ALL SELECT tbl, row, col FROM (
  SELECT o.tbl, h.row, h.col, h.win, row_number() OVER (
    PARTITION BY h.row, h.col ORDER BY a.hlc DESC, r.rid DESC, h.op DESC) AS place
  FROM (SELECT row, col FROM journal_head GROUP BY row, col
    HAVING count(*) > 1 OR max(win) <> 1) v
  JOIN journal_head h ON h.row = v.row AND h.col = v.col
  JOIN journal_op o ON o.op = h.op JOIN journal_act a ON a.act = o.act
  JOIN journal_replica r ON r.number = h.op >> 32) WHERE win <> (place = 1)
"""
_APART = "SELECT row FROM temp.apart EXCEPT SELECT row FROM temp.unsealed"
_IS_REGULAR = (
    "NOT EXISTS (SELECT 1 FROM temp.apart a WHERE a.row = {row})"
    " AND NOT EXISTS (SELECT 1 FROM temp.unsealed c WHERE c.row = {row})"
)


def departures(connection: Any) -> list[Departed]:
    """Return the records that do not show what their operations say; none, always.

    Args:
        connection: A driver connection that may make temporary tables.
    """
    for statement in _PREPARE.split(";"):
        connection.execute(statement)
    known = shapes_of(connection)
    tables = connection.execute("SELECT DISTINCT tbl FROM temp.several").fetchall()
    for (table,) in tables:
        if table in known:
            add_heads(connection, known[table], "temp.several", "temp.spoken")
    found: dict[tuple[str, bytes], set[str]] = defaultdict(set)
    for table, row, register in _differing(connection, known):
        found[table or _table_of(connection, row), row].add(register)
    gone, strange = _lost(connection, known), _strange(connection, known)
    whole = {*gone, *strange}
    return [
        *(Departed(*each, Departure.GONE) for each in gone),
        *(Departed(*each, Departure.STRANGE) for each in strange),
        *(
            Departed(*each, Departure.OTHER, frozenset(registers))
            for each, registers in found.items()
            if each not in whole
        ),
    ]


def _differing(connection: Any, known: Shapes) -> Iterator[tuple[str, bytes, str]]:
    """Yield registers that show or keep something else: table, record, register."""
    regular = _IS_REGULAR.format(row="k.row")
    yield from connection.execute(f"SELECT * FROM ({_HEADS}) k WHERE {regular}")  # noqa: S608 - our own
    for shape in known.values():
        yield from _unlike_insert(connection, known, shape)
        yield from _unlike_winner(connection, known, shape)
    apart = [row for (row,) in connection.execute(_APART).fetchall()]
    yield from _irregular(connection, known, apart)
    yield from _otherwise_joined(connection)


def _otherwise_joined(connection: Any) -> Iterator[tuple[str, bytes, str]]:
    """Yield records that are one with others, and not by any decision; or the reverse.

    A decision that is not sealed yet joins nothing yet.
    """
    query = "SELECT 1 FROM journal_capture WHERE tbl = 'twin' LIMIT 1"
    if connection.execute(query).fetchone():
        return
    kept = set(connection.execute("SELECT row, elder FROM journal_twin"))
    for row in {row for row, _ in kept ^ set(twins.due(connection).items())}:
        yield "", row, DELETED


def _table_of(connection: Any, row: bytes) -> str:
    query = "SELECT tbl FROM journal_op WHERE row = ? LIMIT 1"
    found = connection.execute(query, (row,)).fetchone()
    return str(found[0]) if found else ""


def _lost(connection: Any, known: Shapes) -> list[tuple[str, bytes]]:
    return [
        (table, row)
        for table in known
        # The names are tables of our own.
        for (row,) in connection.execute(
            f"SELECT DISTINCT row FROM temp.made m WHERE m.tbl = ?1"  # noqa: S608
            f" AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.id = m.row)",
            (table,),
        )
    ]


def _strange(connection: Any, known: Shapes) -> list[tuple[str, bytes]]:
    return [
        (table, row)
        for table in known
        for (row,) in connection.execute(
            f"SELECT t.id FROM {table} t WHERE NOT EXISTS ("  # noqa: S608 - as above
            " SELECT 1 FROM temp.made m WHERE m.tbl = ?1 AND m.row = t.id)"
            " AND t.id NOT IN (SELECT row FROM temp.unsealed)",
            (table,),
        )
    ]


def _unlike_insert(
    connection: Any, known: Shapes, shape: Shape
) -> Iterator[tuple[str, bytes, str]]:
    """Yield registers that nobody wrote since and that show not what the insert said.

    The registers of a record come as one text, for most records have none.
    """
    wrong = {
        register: " OR ".join(
            f"t.{each.name} IS NOT {_followed(known, shape, each.name, said)}"
            for each in fields
            for said in (extracted(each, "i.val"),)
        )
        for register, fields in shape.registers.items()
    }
    unwritten = (
        "NOT EXISTS (SELECT 1 FROM journal_head h WHERE h.row = t.id AND h.col = '{}')"
    )
    named = " || ".join(
        f"CASE WHEN ({test}) AND {unwritten.format(register)} THEN ' {register}'"
        " ELSE '' END"
        for register, test in wrong.items()
    )
    query = (
        f"SELECT id, said FROM (SELECT t.id AS id, {named} AS said FROM temp.made m"  # noqa: S608
        f" CROSS JOIN journal_op i ON i.op = m.op CROSS JOIN {shape.table} t"
        f" ON t.id = m.row WHERE m.tbl = ?1 AND {_IS_REGULAR.format(row='m.row')})"
        " WHERE said <> ''"
    )
    for row, said in connection.execute(query, (shape.table,)):
        for register in said.split():
            yield shape.table, row, register


def _unlike_winner(
    connection: Any, known: Shapes, shape: Shape
) -> Iterator[tuple[str, bytes, str]]:
    """Yield registers that show not what the winner of their heads says."""
    tests = []
    for register, fields in shape.registers.items():
        differs = " OR ".join(
            f"t.{each.name} IS NOT {_followed(known, shape, each.name, said)}"
            for each in fields
            for said in (winning(shape, each),)
        )
        tests.append(f"WHEN '{register}' THEN {differs}")
    query = (
        f"SELECT ?1, t.id, h.col FROM {shape.table} t CROSS JOIN journal_head h"  # noqa: S608
        " ON h.row = t.id AND h.win = 1 CROSS JOIN journal_op o ON o.op = h.op"
        f" WHERE (CASE h.col {' '.join(tests)} ELSE 0 END)"
        f" AND {_IS_REGULAR.format(row='t.id')}"
    )
    yield from connection.execute(query, (shape.table,))


def _followed(known: Shapes, shape: Shape, column: str, said: str) -> str:
    """Return SQL of what a column shows: of twins the elder, of the unknown nothing."""
    target = shape.references.get(column)
    if target is None:
        return said
    if target not in known:
        return "NULL"
    return (
        f"(SELECT p.id FROM {target} p WHERE p.id = coalesce("  # noqa: S608 - our own
        f"(SELECT w.elder FROM journal_twin w WHERE w.row = {said}), {said}))"
    )


def _irregular(
    connection: Any, known: Shapes, rows: Iterable[bytes]
) -> Iterator[tuple[str, bytes, str]]:
    """Yield the registers of records that differ from the definition."""
    for each in definitions(connection, rows):
        for register in _unlike_heads(connection, each):
            yield each.table, each.members[0], register
        if each.shape is None:
            continue
        for row in each.members:
            for column in _unlike_values(connection, known, each.shape, row, each):
                yield each.table, row, each.shape.register_of[column]


def _unlike_heads(connection: Any, each: Defined) -> set[str]:
    """Return the registers whose heads are kept otherwise, and where revival is."""
    kept, revived = set(), set()
    for row in each.members:
        query = "SELECT row, col, op, win FROM journal_head WHERE row = ?"
        kept |= set(connection.execute(query, (row,)))
        query = "SELECT row FROM journal_revived WHERE row = ?"
        revived |= {one for (one,) in connection.execute(query, (row,))}
    wanted = {each.members[0]} if each.result.is_revived else set()
    found = {col for _row, col, _op, _win in kept ^ set(each.heads())}
    return found | ({DELETED} if revived != wanted else set())


def _unlike_values(
    connection: Any, known: Shapes, shape: Shape, row: bytes, each: Defined
) -> list[str]:
    """Return the columns of a record that show something else."""
    values = each.values_of(row)
    for column, target in shape.references.items():
        values[column] = follow(connection, known, target, values[column])
    tests = ", ".join(f"{name} IS NOT ?" for name in values)
    found = connection.execute(
        f"SELECT {tests} FROM {shape.table} WHERE id = ?",  # noqa: S608 - our own
        (*values.values(), row),
    ).fetchone()
    # One that is not there is told of elsewhere.
    return [name for name, differs in zip(values, found or (), strict=False) if differs]
