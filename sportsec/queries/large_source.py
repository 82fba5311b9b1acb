"""Lists of so many named records that a search sorts only the few that it finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, literal, select

from sportsec.domain.folding import fold
from sportsec.domain.listing import Order
from sportsec.queries.cross_join import CrossJoin
from sportsec.queries.named import INDEX, TRIGRAM
from sportsec.queries.named_source import NamedSource, Row, W, way
from sportsec.store.work import Work

#: To find the first page of more than so many, the index of names is walked. To find
#: fewer, nearly all of the index would be.
_FEW = 1_000


class LargeSource(NamedSource[Row, W]):
    """A list of named records that may be many thousands, such as of people."""

    def ids(
        self, work: Work, wanted: W, order: Order, limit: int | None
    ) -> Sequence[UUID]:
        """Return the ids wanted, in order; empty last, names between equals."""
        by_name = self._keys(wanted, order)[0][0].key == "name"
        # One or two letters find many: they are not asked for twice.
        if by_name and len(fold(wanted.text)) >= TRIGRAM:
            found = self._first_found(work, wanted, order)
            if len(found) <= _FEW:
                return found[:limit]
        return super().ids(work, wanted, order, limit)

    def _first_found(self, work: Work, wanted: W, order: Order) -> Sequence[UUID]:
        """Return the first records found, in order; of more than few, any."""
        first = self.first(wanted.text)
        rank: ColumnElement[Any] = literal(0)
        if first is not None:
            rank = case((first, 0), else_=1)
        keys = self._keys(wanted, order)
        columns = (column for _, column in keys)
        joined = CrossJoin(self.table.__table__, INDEX, INDEX.c.record == self.table.id)
        found = (
            select(
                self.table.id,
                rank.label("rank"),
                *(column.label(f"key_{at}") for at, column in enumerate(columns)),
            )
            .select_from(joined)
            .where(INDEX.c.kind == self.table.__tablename__, *self._conditions(wanted))
            .limit(_FEW + 1)
            .subquery()
        )
        ways = (way(sort, found.c[f"key_{at}"]) for at, (sort, _) in enumerate(keys))
        ordered = select(found.c.id).order_by(found.c.rank, *ways, found.c.id)
        return work.session.scalars(ordered).all()
