"""Puts the names of records where changes refer to them."""

from __future__ import annotations

from collections.abc import Sequence

from sportsec.domain.exchange_received import RecordChange
from sportsec.domain.words import called
from sportsec.queries.field_values import named_values
from sportsec.store.work import Work


def with_names(work: Work, found: Sequence[RecordChange]) -> list[RecordChange]:
    """Return changes in which values that refer to records are their names."""
    values = [
        (each.table, change.column, value)
        for each in found
        for change in each.fields
        for value in (change.old, change.new)
    ]
    names = named_values(work, values)
    return [
        each._replace(
            fields=tuple(
                change._replace(
                    old=called(names, change.column, change.old),
                    new=called(names, change.column, change.new),
                )
                for change in each.fields
            )
        )
        for each in found
    ]
