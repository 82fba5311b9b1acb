"""The plain part of undoing an act: what it wrote stands as it wrote it.

Records that it made and nobody has touched since go; registers of which it wrote the
one value shown take the value before. A large file is nearly all of this kind: it is
read in one pass, and told apart from what has to be looked at record by record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sportsec.queries.history_ops import Span
from sportsec.store.journal.shape import DELETED, Shapes, shapes
from sportsec.store.journal.values import value_of
from sportsec.store.work import Work

#: The operations of a span: with the value that each replaced (`Op.can_replace`), and
#: whether it is the only head of its register.
_WRITTEN = """
SELECT o.op, o.kind, o.tbl, o.row, o.col, o.val IS NULL, o.base, b.kind, b.val,
  b.digest IS NOT NULL,
  (SELECT min(h.op) = o.op AND max(h.op) = o.op FROM journal_head h
    WHERE h.row = o.row AND h.col = o.col)
FROM journal_op o LEFT JOIN journal_op b ON b.op = o.base
  AND b.tbl = o.tbl AND (b.kind = 'I' OR b.col = o.col)
WHERE o.op BETWEEN ? AND ?
"""
#: How many operations there are on the records that a span has made.
_COUNTED = """
SELECT row, count(*) FROM journal_op WHERE row IN (
  SELECT row FROM journal_op WHERE op BETWEEN ? AND ? AND kind = 'I') GROUP BY row
"""
#: Operations that replace more than one value.
_SEVERAL = "SELECT DISTINCT op FROM journal_pred WHERE op BETWEEN ? AND ? AND rel = 'S'"
#: Records that are looked at one by one in any case.
_ODD = """
SELECT row FROM journal_twin UNION SELECT row FROM journal_revived
UNION SELECT row FROM journal_purged
"""


@dataclass(slots=True)
class Plain:
    """What can be undone without looking further.

    Args:
        values: Raw values by table, record and column, as in `UndoPlan`.
        written: Registers (table, record, name) that take a value again.
        made: Records that the act has made, all of them, with their tables.
        left: The operations on all other records and registers.
        own: All operations of the act.
    """

    values: dict[str, dict[bytes, dict[str, Any]]] = field(default_factory=dict)
    written: list[tuple[str, bytes, str]] = field(default_factory=list)
    made: dict[bytes, str] = field(default_factory=dict)
    left: list[int] = field(default_factory=list)
    own: set[int] = field(default_factory=set)


def plain_part(work: Work, spans: Sequence[Span]) -> Plain:
    """Tell the plain part of an act from the rest.

    Args:
        spans: Where its operations stand.
    """
    known, run = shapes(), work.connection.execute
    found = Plain()
    written = [each for span in spans for each in run(_WRITTEN, span)]
    counts: Counter[bytes] = Counter()
    for span in spans:
        counts.update(dict(run(_COUNTED, span)))
    several = {op for span in spans for (op,) in run(_SEVERAL, span)}
    odd = {row for (row,) in run(_ODD)}
    found.own = {each[0] for each in written}
    mine = Counter(each[3] for each in written)
    found.made = {each[3]: each[2] for each in written if each[1] == "I"}
    gone = {
        row
        for row, table in found.made.items()
        if mine[row] == counts[row] and row not in odd and table in known
    }
    for row in gone:
        found.values.setdefault(found.made[row], {})[row] = {DELETED: True}
    for each in written:
        op, _kind, table, row, col = each[:5]
        if row in gone:
            continue
        is_plain = row not in odd and row not in found.made and op not in several
        if is_plain and _is_alone(known, found.own, each):
            values = found.values.setdefault(table, {}).setdefault(row, {})
            values.update(_before(known, each))
            found.written.append((table, row, col))
        else:
            found.left.append(op)
    return found


def _is_alone(known: Shapes, own: set[int], written: Any) -> bool:
    """Say whether an operation is all that was written, and the value before known."""
    _op, kind, table, _row, col, is_null, base, before, val, is_withheld, is_head = (
        written
    )
    if kind != "U" or not is_head or base in own or before is None or is_withheld:
        return False
    shape = known.get(table)
    if shape is None or col not in shape.registers:
        return False
    # What was in the trash had perhaps been edited beside its deletion.
    return col != DELETED or not (is_null or (before == "U" and val is not None))


def _before(known: Shapes, written: Any) -> Iterator[tuple[str, Any]]:
    table, col, kind, val = written[2], written[4], written[7], written[8]
    if col == DELETED:
        yield DELETED, False
        return
    fields = known[table].registers[col]
    yield from zip(
        (each.name for each in fields), value_of(kind, val, col, fields), strict=True
    )
