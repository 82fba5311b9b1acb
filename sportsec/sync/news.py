"""What other cells undid, and decided against us: read off the operations that came.

An undo is told where it takes the place of something that was known here before, so
that what was done and undone since the last file is not. A decision is an operation
that supersedes several values that did not see each other (exchange.md §4); it is told
where one of these is ours, and is not what is shown in the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sportsec.domain.exchange_received import (
    DecidedThere,
    Fate,
    FieldChange,
    RecordChange,
    Told,
    UndoneThere,
)
from sportsec.domain.history import ActRow
from sportsec.domain.words import Words
from sportsec.queries.field_values import value_of_column
from sportsec.queries.history_acts import act_rows, replicas
from sportsec.queries.history_ops import Op, ops_by_id
from sportsec.queries.peers import cell_by_key
from sportsec.queries.record_labels import labels_of
from sportsec.store.journal.shape import DELETED
from sportsec.store.journal.values import value_of
from sportsec.store.work import Work
from sportsec.sync.naming import with_names

#: A record as it is now: raw values by column; nothing where it is not there.
Shown = Callable[[str, bytes], Mapping[str, Any]]
#: Acts read at once; SQLite takes so many at a time.
_AT_ONCE = 5000
_UNDOING = """SELECT a.act FROM temp.incoming_act AS a WHERE a.undoes IS NOT NULL
 AND EXISTS (SELECT 1 FROM temp.incoming_op AS i JOIN main.journal_op AS o
  ON o.op = i.base WHERE i.op BETWEEN a.first AND a.first + a.ops - 1)
 ORDER BY a.hlc, a.act"""
#: Replicas of our own cell, whatever database of it wrote.
_OURS = """ours AS (SELECT number FROM main.journal_replica WHERE cell_key =
 (SELECT r.cell_key FROM main.journal_state AS s
  JOIN main.journal_replica AS r ON r.number = s.self))"""
#: What operations that came take the place of, wherever it is known.
_REPLACED = """replaced AS (SELECT d.op, coalesce(o.op, i.op) AS pred,
  coalesce(o.val, i.val) AS val
 FROM (SELECT op, base AS pred FROM decided UNION
  SELECT p.op, p.pred FROM temp.incoming_pred AS p JOIN decided AS x ON x.op = p.op
  WHERE p.rel = 'S') AS d
 LEFT JOIN main.journal_op AS o ON o.op = d.pred
 LEFT JOIN temp.incoming_op AS i ON i.op = d.pred)"""
#: A value that stands in the place of several different ones, one of them ours.
_VALUES = f"""WITH {_OURS}, decided AS (SELECT op, base, row, col
 FROM temp.incoming_op WHERE kind = 'U' AND col <> '{DELETED}'
 AND op >> 32 NOT IN ours
 AND op IN (SELECT op FROM temp.incoming_pred WHERE rel = 'S')), {_REPLACED}
SELECT d.op, h.op FROM decided AS d JOIN replaced AS p ON p.op = d.op
 JOIN main.journal_head AS h ON h.row = d.row AND h.col = d.col AND h.op = p.pred
 WHERE h.op >> 32 IN ours AND EXISTS (SELECT 1 FROM replaced AS other
  WHERE other.op = d.op AND other.val IS NOT p.val) ORDER BY d.op"""
#: Deleted once more although we had changed it, or kept although we had deleted it.
_DELETIONS = f"""WITH {_OURS}, decided AS (SELECT op, base, row, col, val
 FROM temp.incoming_op WHERE kind = 'U' AND col = '{DELETED}'
 AND op >> 32 NOT IN ours), {_REPLACED}
SELECT d.op, min(h.op) FROM decided AS d JOIN replaced AS p ON p.op = d.op
 JOIN main.journal_head AS h ON h.row = d.row
 WHERE p.val IS NOT NULL AND h.op >> 32 IN ours AND CASE WHEN d.val IS NULL
  THEN h.op = p.pred ELSE h.col <> d.col AND h.op IN (SELECT c.pred
   FROM temp.incoming_pred AS c WHERE c.op = d.op AND c.rel = 'C') END
 GROUP BY d.op ORDER BY d.op"""


class News:
    """Gathers it while files are merged one by one, inside one transaction."""

    def __init__(self, work: Work, shown: Shown) -> None:
        self._work = work
        self._shown = shown
        self._undoing: list[int] = []
        self._decided: dict[int, int] = {}
        self._names: dict[int, Words] = {}

    def note(self) -> None:
        """Look at the operations that wait to be merged."""
        run = self._work.connection.execute
        self._undoing += [act for (act,) in run(_UNDOING)]
        self._decided |= dict(run(_VALUES).fetchall())
        self._decided |= dict(run(_DELETIONS).fetchall())

    def told(self) -> Told:
        """Return what is to be told, once all files are merged."""
        return Told(tuple(self._undone()), self._given_way())

    def _undone(self) -> Iterator[UndoneThere]:
        for act in self._acts():
            if act.undone_by is None and not act.is_own:
                yield UndoneThere(
                    self._cell(act.id),
                    act.undone_title or act.title,
                    act.undone_detail,
                    act.is_redo,
                    act.about,
                )

    def _acts(self) -> Iterator[ActRow]:
        for at in range(0, len(self._undoing), _AT_ONCE):
            yield from act_rows(self._work, self._undoing[at : at + _AT_ONCE])

    def _given_way(self) -> tuple[DecidedThere, ...]:
        if not self._decided:
            return ()
        ops = ops_by_id(self._work, {*self._decided, *self._decided.values()})
        labels = self._labels([ops[decision] for decision in self._decided])
        cells: list[Words] = []
        found: list[RecordChange] = []
        for decision, ours in self._decided.items():
            op = ops[decision]
            fields = () if op.col == DELETED else tuple(self._fields(ops[ours]))
            if op.shape is not None and (fields or op.col == DELETED):
                cells.append(self._cell(decision))
                label, fate = labels.get(op.row, Words()), _fate(op.col, op.val)
                found.append(RecordChange(op.tbl, op.row, label, fate, fields))
        return tuple(map(DecidedThere, cells, with_names(self._work, found)))

    def _labels(self, ops: Iterable[Op]) -> dict[UUID, Words]:
        wanted: dict[str, set[UUID]] = defaultdict(set)
        for op in ops:
            wanted[op.tbl].add(op.row)
        found: dict[UUID, Words] = {}
        for table, rows in wanted.items():
            found |= labels_of(self._work, table, rows)
        return found

    def _cell(self, number: int) -> Words:
        """Return the name of the cell of an act or operation, as far as it is known."""
        replica = number >> 32
        if replica not in self._names:
            place = replicas(self._work)[replica]
            met = None if place.name else cell_by_key(self._work, place.key or b"")
            self._names[replica] = met.name if met else place.name
        return self._names[replica]

    def _fields(self, ours: Op) -> Iterator[FieldChange]:
        """Yield what we had written and what is shown instead, field by field."""
        if ours.is_withheld or ours.kind != "U":
            return
        columns = ours.shape.registers.get(ours.col, ()) if ours.shape else ()
        written = value_of(ours.kind, ours.val, ours.col, columns)
        now = self._shown(ours.tbl, ours.row.bytes)
        for field, old in zip(columns, written, strict=True):
            if field.name in now and now[field.name] != old:
                yield FieldChange(
                    field.name,
                    value_of_column(ours.tbl, field.name, old),
                    value_of_column(ours.tbl, field.name, now[field.name]),
                )


def _fate(register: str, val: Any) -> Fate:
    if register != DELETED:
        return Fate.CHANGED
    return Fate.RESTORED if val is None else Fate.DELETED
