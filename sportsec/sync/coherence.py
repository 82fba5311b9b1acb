"""Whether the operations of a file fit together, and to those known here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.queries.peers import words_of_name

#: An identifier belongs to one record of one table.
_TABLES = """
SELECT count(*), max(tbl) FROM (
  SELECT min(tbl) AS tbl, max(tbl) AS other,
    (SELECT o.tbl FROM main.journal_op o WHERE o.row = i.row LIMIT 1) AS known
  FROM temp.incoming_op i GROUP BY i.row)
WHERE tbl <> other OR tbl <> known
"""
#: Only a new value replaces others, and only a deletion covers them.
_PREDS = """
SELECT count(*) FROM temp.incoming_pred p JOIN temp.incoming_op i ON i.op = p.op
WHERE i.kind <> 'U' OR p.rel = 'C' AND (i.col <> 'deleted_at' OR i.val IS NULL)
"""
#: What could close a circle: something that others wait for, or that is not older than
#: what stands on it. Within one replica nothing stands on what comes later.
_HLC = """coalesce((SELECT a.hlc FROM temp.incoming_act a WHERE a.act = {0}),
  (SELECT a.hlc FROM main.journal_act a WHERE a.act = {0}))"""
_OLDER = f"{_HLC.format('b.act')} >= {_HLC.format('u.act')}"
_SUSPECT = f"""
SELECT i.op FROM main.journal_missing m JOIN temp.incoming_op i ON i.op = m.pred
UNION SELECT u.op FROM temp.incoming_op u JOIN temp.incoming_op b ON b.op = u.base
  WHERE u.op >> 32 <> b.op >> 32 AND {_OLDER}
UNION SELECT u.op FROM temp.incoming_pred p JOIN temp.incoming_op u ON u.op = p.op
  JOIN temp.incoming_op b ON b.op = p.pred
  WHERE p.rel = 'S' AND u.op >> 32 <> b.op >> 32 AND {_OLDER}
"""
_BELOW = """
SELECT base FROM temp.incoming_op WHERE op = ?1 AND base IS NOT NULL
UNION SELECT base FROM main.journal_op WHERE op = ?1 AND base IS NOT NULL
UNION SELECT pred FROM temp.incoming_pred WHERE op = ?1 AND rel = 'S'
UNION SELECT pred FROM main.journal_pred WHERE op = ?1 AND rel = 'S'
"""
_SUSPECT_ACTS = f"""
SELECT undoes FROM main.journal_act
  WHERE undoes IN (SELECT act FROM temp.incoming_act)
UNION SELECT u.act FROM temp.incoming_act u JOIN temp.incoming_act b ON b.act = u.undoes
  WHERE {_OLDER}
"""
_UNDONE = """
SELECT undoes FROM temp.incoming_act WHERE act = ?1 AND undoes IS NOT NULL
UNION SELECT undoes FROM main.journal_act WHERE act = ?1 AND undoes IS NOT NULL
"""


def refuse_incoherent(connection: Any) -> None:
    """Refuse operations in `temp.incoming_*` that no program of ours would write.

    Raises:
        BadFile: There are some.
    """
    rows, table = connection.execute(_TABLES).fetchone()
    if rows:
        raise BadFile(FileRefusal.BAD_VALUES, table=table, column="id", rows=rows)
    (rows,) = connection.execute(_PREDS).fetchone()
    if rows:
        raise BadFile(FileRefusal.BAD_VALUES, table="pred", column="rel", rows=rows)
    for suspects, below in ((_SUSPECT, _BELOW), (_SUSPECT_ACTS, _UNDONE)):
        found = [one for (one,) in connection.execute(suspects).fetchall()]
        circle = _in_circle(connection, found, below)
        if circle is not None:
            query = "SELECT name FROM main.journal_replica WHERE number = ?"
            (name,) = connection.execute(query, (circle >> 32,)).fetchone()
            raise BadFile(ExchangeReason.CIRCLE, cell=words_of_name(name))


def _in_circle(connection: Any, suspects: Iterable[int], below: str) -> int | None:
    """Return one of the suspects that stands on itself, by whatever way."""
    for suspect in suspects:
        waiting, seen = [suspect], set()
        while waiting:
            for (one,) in connection.execute(below, (waiting.pop(),)).fetchall():
                if one == suspect:
                    return suspect
                if one not in seen:
                    seen.add(one)
                    waiting.append(one)
    return None
