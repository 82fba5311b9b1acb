"""The editable lists of the cell: names and order of their codes in other lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from sportsec.domain.deployment import ListKind
from sportsec.domain.words import Words
from sportsec.queries.named_source import Shared
from sportsec.store.tables.units import ListItem
from sportsec.store.work import Work

#: Stands for the place of a code that was typed and is in no list.
_LAST = "99999"


def list_names(work: Work, kind: ListKind) -> dict[str, Words]:
    """Return the names of a list by code, in order, also of deleted entries."""
    query = select(ListItem.code, ListItem.name).where(ListItem.kind == kind)
    rows = work.session.execute(query.order_by(ListItem.position, ListItem.code))
    return {row[0]: row[1] for row in rows}


def list_key(column: ColumnElement[Any], kind: ListKind) -> ColumnElement[str]:
    """Return the key by which codes are sorted: as in their list, others last."""
    place = (
        select(func.min(func.printf("%05d", ListItem.position)))
        .where(ListItem.kind == kind, ListItem.code == column)
        .scalar_subquery()
    )
    return case((column != "", func.coalesce(place, _LAST).concat(column)))


def listed(column: ColumnElement[Any], kind: ListKind) -> Shared:
    """Groups by a code of a list."""

    def name(work: Work, rows: Sequence[tuple[Any, ...]]) -> list[object]:
        names = list_names(work, kind)
        return [names.get(row[0]) or Words(fr=row[0] or "") for row in rows]

    return Shared([column], name)
