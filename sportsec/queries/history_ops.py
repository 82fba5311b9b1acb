"""Operations of the journal, and the values in them, column by column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select, type_coerce
from sqlalchemy.types import NullType

from sportsec.domain.history import Gap
from sportsec.store.journal.shape import GROUP, Field, Shape, shapes
from sportsec.store.tables import journal
from sportsec.store.work import Work

_AT_ONCE = 5000
_op = journal.op.c


class Op(NamedTuple):
    """One operation.

    Args:
        kind: "I" a new row, "U" one register, "P" personal values erased.
        col: The register; empty for a new row, or where a whole row is erased.
        val: As the journal holds it.
        is_withheld: It came, or was left, without its value.
    """

    id: int
    act: int
    kind: str
    tbl: str
    row: UUID
    col: str
    val: Any
    base: int | None
    is_withheld: bool

    @property
    def shape(self) -> Shape | None:
        """Shape of its table; None for one that only a newer version knows."""
        return shapes().get(self.tbl)

    def can_replace(self, other: Op) -> bool:
        """Say whether another operation gave a value to the register of this one.

        Our program names no other as the one before; a file from elsewhere may.
        """
        return other.tbl == self.tbl and (other.kind == "I" or other.col == self.col)


class Span(NamedTuple):
    """Identifiers of operations, first and last."""

    first: int
    last: int


def ops_in(work: Work, spans: Sequence[Span], limit: int | None = None) -> list[Op]:
    """Return the operations of spans, in their order; at most `limit`."""
    found: list[Op] = []
    for span in spans:
        left = None if limit is None else limit - len(found)
        if left == 0:
            break
        query = _select().where(_op.op.between(span.first, span.last))
        found += _read(work, query.order_by(_op.op).limit(left))
    return found


def ops_of_rows(work: Work, rows: Iterable[UUID]) -> list[Op]:
    """Return all operations on records, oldest identifiers first."""
    found: list[Op] = []
    for some in _chunks([row.bytes for row in rows]):
        found += _read(work, _select().where(_op.row.in_(some)))
    return sorted(found)


def ops_by_id(work: Work, ids: Iterable[int]) -> dict[int, Op]:
    """Return operations by their identifiers, as far as they are here."""
    found: dict[int, Op] = {}
    for some in _chunks(sorted(set(ids))):
        query = _select().where(_op.op.in_(some))
        found |= {op.id: op for op in _read(work, query)}
    return found


def values_in(op: Op) -> dict[str, Any]:
    """Return what an operation wrote: raw values, or a `Gap`, by column.

    Of a new row only what differs from its defaults is there.
    """
    shape = op.shape
    if shape is None:
        return {op.col: op.val} if op.kind == "U" else {}
    fields = _fields(shape, op)
    if op.is_withheld:
        return {field.name: Gap.WITHHELD for field in fields}
    if op.kind == "I" or op.col.startswith(GROUP):
        written = json.loads(op.val or "{}")
        return {
            field.name: _native(field, written[field.name])
            for field in fields
            if field.name in written
        }
    return {field.name: op.val for field in fields}


def before(op: Op, base: Op | None, column: str) -> Any:
    """Return what a column held before an operation.

    Args:
        base: The operation it stands on, if it is here.
    """
    if base is None or not op.can_replace(base):
        return Gap.UNKNOWN if op.base is not None else _default(op, column)
    values = values_in(base)
    return values[column] if column in values else _default(op, column)


def _fields(shape: Shape, op: Op) -> Sequence[Field]:
    if op.kind == "I":
        return [field for field in shape.fields if not field.is_personal]
    return shape.registers.get(op.col, ())


def _native(field: Field, value: Any) -> Any:
    """Return a value of JSON as the database holds it: bytes stand as hex there."""
    return bytes.fromhex(value) if field.is_blob and value else value


def _default(op: Op, column: str) -> Any:
    field = op.shape.columns.get(column) if op.shape else None
    return field.default if field else None


def _select() -> Select[Any]:
    return select(
        *(_op.op, _op.act, _op.kind, _op.tbl, _op.row, _op.col),
        type_coerce(_op.val, NullType()),
        *(_op.base, _op.digest.is_not(None)),
    )


def _read(work: Work, query: Select[Any]) -> Iterator[Op]:
    for row in work.session.execute(query):
        op, act, kind, tbl, record, *rest = row
        yield Op(op, act, kind, tbl, UUID(bytes=record), *rest)


def _chunks(ids: Sequence[Any]) -> Iterator[list[Any]]:
    rest = iter(ids)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
