"""Writing what undoing an act brings back, many records at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any
from uuid import UUID

from sportsec.domain.problems import Problem
from sportsec.queries.field_values import kept_of_column
from sportsec.queries.history_ops import Op
from sportsec.store.base import Record
from sportsec.store.journal.capture import Cover
from sportsec.store.journal.shape import DELETED
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Reopened:
    """Values that stand beside each other again in a register.

    Args:
        values: As the journal writes them; the one to be shown comes last.
        cover: What the deletion among them covers.
    """

    values: tuple[Any, ...]
    cover: Cover | None = None


@dataclass(slots=True)
class UndoPlan:
    """What is to be written.

    Args:
        values: Raw values by table, record and column; `DELETED` is True for a record
            to be deleted, False for one to be brought back.
        written: Registers (table, record, name) that take a value again.
        reopened: Those that take several.
        later: Acts that came later and stand on it.
        blocked: Why it cannot be undone, record by record.
    """

    values: dict[str, dict[bytes, dict[str, Any]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    written: list[tuple[str, bytes, str]] = field(default_factory=list)
    reopened: dict[tuple[str, bytes, str], Reopened] = field(default_factory=dict)
    later: set[int] = field(default_factory=set)
    blocked: list[Problem] = field(default_factory=list)

    def set(self, op: Op, values: Mapping[str, Any]) -> None:
        """Let the record of an operation take values."""
        self.values[op.tbl].setdefault(op.row.bytes, {}).update(values)


#: When a step is due: records come back first, take values, then go.
_COMING, _TAKING, _GOING = range(3)
_CAPTURED = "SELECT row, col FROM journal_capture"


def write(work: Work, plan: UndoPlan) -> None:
    """Write a plan; the triggers note it, as they note every change."""
    work.session.flush()
    for table, rows in plan.values.items():
        moment = kept_of_column(table, DELETED, work.now)
        batches: dict[tuple[int, tuple[str, ...]], list[list[Any]]]
        batches = defaultdict(list)
        for row, values in rows.items():
            for turn, step in _steps(values, moment):
                batches[turn, tuple(step)].append([*step.values(), row])
        for (turn, names), given in sorted(batches.items()):
            _update(work, table, names, given, is_going=turn == _GOING)
        work.note_touched(table)
    kinds = {m.class_.__tablename__: m.class_ for m in Record.registry.mappers}
    for table, row, register in _unchanged(work, plan):
        work.confirm(kinds[table], UUID(bytes=row), register)
    for (table, row, register), several in plan.reopened.items():
        work.reopen(table, row, register, several.values, several.cover)
        work.note_touched(table)
    work.session.expire_all()


def _steps(
    values: Mapping[str, Any], moment: str
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Part values: a deleted record takes none, so it comes back first, goes last."""
    if DELETED not in values:
        yield _TAKING, values
        return
    if not values[DELETED]:
        yield _COMING, {DELETED: None}
    others = {name: values[name] for name in values if name != DELETED}
    if others:
        yield _TAKING, others
    if values[DELETED]:
        yield _GOING, {DELETED: moment}


def _update(
    work: Work,
    table: str,
    names: tuple[str, ...],
    given: list[list[Any]],
    *,
    is_going: bool,
) -> None:
    taken = ", ".join(f"{name} = ?" for name in names)
    # An earlier undo may have deleted it already.
    live = f" AND {DELETED} IS NULL" if is_going else ""
    # The names are columns of our own tables.
    sql = f"UPDATE {table} SET {taken} WHERE id = ?{live}"  # noqa: S608
    work.connection.executemany(sql, sorted(given, key=itemgetter(-1)))


def _unchanged(work: Work, plan: UndoPlan) -> Iterator[tuple[str, bytes, str]]:
    """Yield registers that show their older value already, as after a decision.

    The triggers see nothing of them; they are written once more, or the act undone
    would go on standing there.
    """
    captured = set(work.connection.execute(_CAPTURED).fetchall())
    for table, row, register in plan.written:
        goes = plan.values[table][row].get(DELETED) is True
        if not goes and (row, register) not in captured:
            yield table, row, register
