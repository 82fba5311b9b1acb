"""What a record says, written before or after a match moved: the journal knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from sportsec.queries.conflict_origins import operation, origin_of
from sportsec.store.base import Record
from sportsec.store.journal.shape import shapes
from sportsec.store.journal.values import value_of
from sportsec.store.tables.fixtures import KickOffChange
from sportsec.store.work import Work

#: Where the value that is shown comes from: what was written last, else the insert.
_SHOWN = """SELECT o.op FROM journal_op o
LEFT JOIN journal_head h ON h.op = o.op AND h.row = o.row AND h.col = ?2 AND h.win = 1
WHERE o.row = ?1 AND (h.op IS NOT NULL OR o.kind = 'I')
ORDER BY h.op IS NULL, o.op LIMIT 1"""
_INSERT = "SELECT op FROM journal_op WHERE row = ? AND kind = 'I' ORDER BY op LIMIT 1"
#: The stamps of acts follow each other as the cells knew of them, whatever the clocks.
_STAMP = """SELECT a.hlc FROM journal_op o JOIN journal_act a ON a.act = o.act
WHERE o.op = ?"""
#: What a register held when an act was made.
_BEFORE = """SELECT o.op FROM journal_op o JOIN journal_act a ON a.act = o.act
WHERE o.row = ?1 AND (o.kind = 'I' OR o.col = ?2) AND a.hlc < ?3
ORDER BY a.hlc DESC, o.op DESC LIMIT 1"""
#: A decision between two values supersedes another one besides the one shown.
_DECIDED = "SELECT 1 FROM journal_pred WHERE op = ? AND rel = 'S'"


@dataclass(frozen=True, slots=True)
class Move:
    """A move of a match to another day or hour.

    Args:
        stamp: Of its act.
        was, was_at: The day and the kick-off before it.
    """

    stamp: int
    was: date
    was_at: datetime | None


def moves_in_time(work: Work, fixture_id: UUID) -> list[Move]:
    """Return the moves of a match to another day or hour, the earliest first.

    One whose act is not sealed yet is none so far: nothing was written after it.
    """
    own = KickOffChange
    query = select(own.id, own.from_date, own.from_at).where(
        own.fixture_id == fixture_id,
        own.deleted_at.is_(None),
        or_(own.from_date != own.to_date, own.from_at.is_distinct_from(own.to_at)),
    )
    driver = work.connection
    found = []
    for key, was, was_at in work.session.execute(query):
        made = driver.execute(_INSERT, (key.bytes,)).fetchone()
        if made is not None and was is not None:
            found.append(Move(_stamp(driver, made[0]), was, was_at))
    return sorted(found, key=lambda move: move.stamp)


def written_at(driver: Any, kind: type[Record], record: UUID, column: str) -> int:
    """Return the stamp of the act that wrote a value, whoever wrote it back since."""
    shown = _first(driver, _SHOWN, record.bytes, column)
    shape = shapes()[kind.__tablename__]
    return _stamp(driver, origin_of(driver, shape, column, shown))


def is_as_before(
    driver: Any, kind: type[Record], record: UUID, column: str, stamp: int
) -> bool:
    """Say whether a value is what it was before an act, whoever wrote it since.

    An old value is brought back from the history by writing it anew.

    Args:
        stamp: Of the act.
    """
    before = driver.execute(_BEFORE, (record.bytes, column, stamp)).fetchone()
    if before is None:
        return False
    shape = shapes()[kind.__tablename__]
    shown = _first(driver, _SHOWN, record.bytes, column)

    def value(op: int) -> object:
        made, now, _base, _digest = operation(driver, op)
        return value_of(made, now, column, shape.registers[column])

    return value(before[0]) == value(shown)


def confirmed_at(
    driver: Any, kind: type[Record], record: UUID, column: str
) -> int | None:
    """Return the stamp of the act that said that a value is right as it stands.

    Such an act writes what was shown already, and decides nothing between two values;
    None where the value was simply written.
    """
    shape = shapes()[kind.__tablename__]
    fields = shape.registers[column]
    shown = _first(driver, _SHOWN, record.bytes, column)
    op = origin_of(driver, shape, column, shown)
    kind_now, now, base, _digest = operation(driver, op)
    former = operation(driver, base) if base is not None else None
    if former is None or driver.execute(_DECIDED, (op,)).fetchone():
        return None
    was = value_of(former[0], former[1], column, fields)
    same = was == value_of(kind_now, now, column, fields)
    return _stamp(driver, op) if same else None


def _stamp(driver: Any, op: int) -> int:
    return _first(driver, _STAMP, op)


def _first(driver: Any, query: str, *values: object) -> int:
    return int(driver.execute(query, values).fetchone()[0])
