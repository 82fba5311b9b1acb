"""The merge: the union of two sets of operations, and the record that follows from it.

What arrived lies in the tables `temp.incoming_*`, proved, numbered as here, without
what is known already. All is done by statements over whole tables, whose number does
not grow with the file; records that are not regular are computed one by one after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sportsec.store.journal import purge, recompute, twins
from sportsec.store.journal.clock import FOLLOWED
from sportsec.store.journal.inserts import add_heads
from sportsec.store.journal.shape import shapes_of
from sportsec.store.journal.showing import show

_JOIN = f"""
INSERT INTO main.journal_act SELECT * FROM temp.incoming_act WHERE true
  ON CONFLICT DO NOTHING;
INSERT INTO main.journal_op SELECT * FROM temp.incoming_op ORDER BY op;
INSERT OR IGNORE INTO main.journal_pred SELECT * FROM temp.incoming_pred;
INSERT OR IGNORE INTO main.journal_stub SELECT * FROM temp.incoming_stub
  WHERE op NOT IN (SELECT op FROM main.journal_op);
DELETE FROM main.journal_stub WHERE op IN (SELECT op FROM temp.incoming_op);
UPDATE main.journal_state SET applying = 1,
  hlc = max(hlc, coalesce((SELECT max(hlc) FROM temp.incoming_act
    WHERE hlc < {FOLLOWED}), 0))
"""  # noqa: S608 - a number of our own
# A CROSS JOIN begins with its first table: what came is less than what is known, which
# SQLite does not guess.
#: What the new operations supersede, and the registers that they touch, each with its
#: last operation: mostly the one that is shown. All is written in the order in which it
#: lies on the disk; in any other, each would bring its page anew where there are many.
_HEADS = """
DROP TABLE IF EXISTS temp.gone;
DROP TABLE IF EXISTS temp.touched;
CREATE TEMP TABLE gone
  (row BLOB, col TEXT, pred INTEGER, PRIMARY KEY (row, col, pred)) WITHOUT ROWID;
CREATE TEMP TABLE touched (row BLOB, col TEXT, tbl TEXT, op INTEGER, val,
  PRIMARY KEY (row, col)) WITHOUT ROWID;
INSERT OR IGNORE INTO gone
  SELECT row, col, base FROM temp.incoming_op WHERE kind = 'U' AND base IS NOT NULL
  ORDER BY 1, 2, 3;
INSERT OR IGNORE INTO gone SELECT i.row, i.col, p.pred FROM temp.incoming_pred p
  JOIN temp.incoming_op i ON i.op = p.op WHERE p.rel = 'S';
DELETE FROM main.journal_head
  WHERE (row, col, op) IN (SELECT row, col, pred FROM temp.gone);
INSERT OR IGNORE INTO main.journal_head
  SELECT i.row, i.col, i.op, 1 FROM temp.incoming_op i WHERE i.kind = 'U'
  AND NOT EXISTS (SELECT 1 FROM temp.gone g
    WHERE g.row = i.row AND g.col = i.col AND g.pred = i.op)
  AND NOT (i.op IN (SELECT pred FROM main.journal_missing) AND EXISTS (
    SELECT 1 FROM main.journal_op o WHERE o.row = i.row AND o.col = i.col
    AND o.kind = 'U' AND (o.base = i.op OR EXISTS (SELECT 1 FROM main.journal_pred p
      WHERE p.op = o.op AND p.pred = i.op AND p.rel = 'S'))))
  ORDER BY 1, 2, 3;
DELETE FROM main.journal_missing WHERE pred IN (SELECT op FROM temp.incoming_op);
INSERT OR IGNORE INTO main.journal_missing SELECT g.pred FROM temp.gone g
  WHERE NOT EXISTS (SELECT 1 FROM main.journal_op o WHERE o.op = g.pred);
INSERT OR IGNORE INTO touched SELECT row, col, tbl, op, val FROM temp.incoming_op
  WHERE kind = 'U' ORDER BY row, col, op DESC
"""
#: Of several heads the one of the highest rank is shown.
_WINNERS = """
DROP TABLE IF EXISTS temp.rivals;
CREATE TEMP TABLE rivals (row BLOB, col TEXT, PRIMARY KEY (row, col)) WITHOUT ROWID;
UPDATE main.journal_head SET win = 1 WHERE win = 0
  AND (row, col) IN (SELECT row, col FROM temp.touched);
INSERT INTO rivals SELECT h.row, h.col FROM temp.touched t
  CROSS JOIN main.journal_head h ON h.row = t.row AND h.col = t.col
  GROUP BY h.row, h.col HAVING count(*) > 1;
UPDATE main.journal_head SET win = 0 WHERE (row, col, op) IN (
  SELECT row, col, op FROM (SELECT h.row, h.col, h.op, row_number() OVER (
    PARTITION BY h.row, h.col ORDER BY a.hlc DESC, r.rid DESC, h.op DESC) AS place
    FROM temp.rivals v
    CROSS JOIN main.journal_head h ON h.row = v.row AND h.col = v.col
    CROSS JOIN main.journal_op o ON o.op = h.op
    CROSS JOIN main.journal_act a ON a.act = o.act
    JOIN main.journal_replica r ON r.number = h.op >> 32) WHERE place > 1)
"""
#: Records inserted more than once, and what was known of records before their insert.
_SEVERAL = """
DROP TABLE IF EXISTS temp.several;
CREATE TEMP TABLE several (row BLOB PRIMARY KEY, tbl TEXT) WITHOUT ROWID;
INSERT OR IGNORE INTO several SELECT i.row, i.tbl FROM temp.incoming_op i
  WHERE i.kind = 'I' AND EXISTS (SELECT 1 FROM main.journal_op o
    WHERE o.row = i.row AND o.col = '' AND o.kind = 'I' AND o.op <> i.op);
INSERT OR IGNORE INTO touched (row, col, tbl)
  SELECT h.row, h.col, i.tbl FROM temp.incoming_op i
  CROSS JOIN main.journal_head h ON h.row = i.row
  WHERE i.kind = 'I' AND h.op NOT IN (SELECT op FROM temp.incoming_op)
"""
_TABLES = "SELECT DISTINCT tbl FROM temp.several"
_TOUCHED = """
INSERT OR IGNORE INTO touched (row, col, tbl)
  SELECT h.row, h.col, s.tbl FROM temp.several s
  CROSS JOIN main.journal_head h ON h.row = s.row
"""
#: Whether a head `d` of the deletion, whose operation is `o`, may be overruled.
UNSURE = """(CASE o.kind WHEN 'I' THEN json_extract(o.val, '$.deleted_at')
    ELSE coalesce(o.val, o.digest) END) IS NOT NULL
  AND EXISTS (SELECT 1 FROM main.journal_head h WHERE h.row = d.row AND h.op <> d.op
    AND (h.col = 'deleted_at' OR NOT EXISTS (SELECT 1 FROM main.journal_pred p
      WHERE p.op = d.op AND p.pred = h.op AND p.rel = 'C')))"""
#: Records that the statements do not get right: one with another, deleted or brought
#: back beside other changes, purged.
_IRREGULAR = f"""
SELECT DISTINCT i.row FROM temp.incoming_op i
  JOIN main.journal_twin t ON t.row = i.row
UNION SELECT t.row FROM temp.touched t JOIN main.journal_revived r ON r.row = t.row
UNION SELECT t.row FROM temp.touched t CROSS JOIN main.journal_head d
  ON d.row = t.row AND d.col = 'deleted_at'
  CROSS JOIN main.journal_op o ON o.op = d.op WHERE {UNSURE}
UNION SELECT i.row FROM temp.incoming_op i JOIN main.journal_purged p ON p.row = i.row
"""  # noqa: S608 - our own


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did.

    Args:
        operations: How many were new.
        tables: The tables touched.
        irregular: How many records were computed one by one.
    """

    operations: int
    tables: frozenset[str]
    irregular: int


def _nobody(_share: float) -> None:
    """Tell nobody."""


def union(connection: Any, tell: Callable[[float], object] = _nobody) -> Merged:
    """Take in what lies in `temp.incoming_*`.

    Args:
        connection: A driver connection inside a writing transaction; foreign keys are
            checked when it commits.
        tell: Is told the part done, 0 to 1, now and then; may raise to stop.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    purge.note(connection, "temp.incoming_op")
    purge.strip(connection)
    _run(connection, _JOIN)
    tell(0.3)
    known = shapes_of(connection)
    _run(connection, _HEADS)
    _run(connection, _SEVERAL)
    for (table,) in connection.execute(_TABLES).fetchall():
        if table in known:
            add_heads(connection, known[table], "temp.several", "main.journal_head")
    _run(connection, _TOUCHED)
    _run(connection, _WINNERS)
    tell(0.6)
    irregular = {row for (row,) in connection.execute(_IRREGULAR)}
    tables = set(show(connection, known))
    # Which records are one is read off the decisions: these must be right before.
    tables |= recompute.rows(connection, twins.decisions(connection, irregular))
    irregular |= twins.refresh(connection)
    irregular |= purge.bring_spared(connection)
    irregular |= purge.erase(connection, irregular)
    tables |= recompute.rows(connection, irregular, lambda done: tell(0.9 + done / 10))
    recompute.applying(connection, on=False)
    count = connection.execute("SELECT count(*) FROM temp.incoming_op").fetchone()[0]
    return Merged(count, frozenset(tables), len(irregular))


def _run(connection: Any, script: str) -> None:
    for statement in script.split(";"):
        connection.execute(statement)
