"""Reading of the past of records from the journal, for an undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from sportsec.queries.history_ops import Op, Span, ops_of_rows
from sportsec.services.undo_past import Past
from sportsec.store.work import Work

_AT_ONCE = 5000
_HEADS = "SELECT row, col, op FROM journal_head WHERE row IN ({})"
_PREDS = """SELECT p.op, p.pred, p.rel FROM journal_op o
JOIN journal_pred p ON p.op = o.op WHERE o.row IN ({})"""
_ARRIVED = "SELECT receipt, first, last FROM journal_arrival WHERE receipt IN ({})"
_ACTS = "SELECT act, hlc, undoes FROM journal_act WHERE act IN ({})"


def past_of(work: Work, rows: Collection[UUID], own: Collection[int]) -> Past:
    """Read all that is known of some records.

    Args:
        own: Operations of the act that is to be undone.
    """
    ops = {op.id: op for op in ops_of_rows(work, rows)}
    ids = [row.bytes for row in rows]
    written, heads = _by_register(), _by_register()
    for op in ops.values():
        written[op.row][op.col].append(op)
    for row, col, head in asked(work, _HEADS, ids):
        if head in ops:
            heads[UUID(bytes=row)][col].append(ops[head])
    others: dict[int, list[int]] = defaultdict(list)
    covered: dict[int, set[int]] = defaultdict(set)
    for number, pred, rel in asked(work, _PREDS, ids):
        if rel == "S":
            others[number].append(pred)
        else:
            covered[number].add(pred)
    acts = list(asked(work, _ACTS, sorted({op.act for op in ops.values()})))
    undoes = {act: undone for act, _hlc, undone in acts if undone is not None}
    received: dict[int, list[Span]] = defaultdict(list)
    for act, first, last in asked(work, _ARRIVED, sorted(set(undoes.values()))):
        received[act].append(Span(first, last))
    return Past(
        *(own, ops, written, heads, others, covered),
        *({act: hlc for act, hlc, _undone in acts}, undoes, received),
        dict(work.connection.execute("SELECT number, rid FROM journal_replica")),
    )


def _by_register() -> dict[UUID, dict[str, list[Op]]]:
    return defaultdict(lambda: defaultdict(list))


def asked(work: Work, query: str, values: Collection[Any]) -> Iterator[Any]:
    """Yield what a query finds for values, some thousands of them at once.

    Args:
        query: With braces where the values stand.
    """
    rest = iter(values)
    while some := list(islice(rest, _AT_ONCE)):
        marks = ",".join("?" * len(some))
        yield from work.connection.execute(query.format(marks), some).fetchall()
