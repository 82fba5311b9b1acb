"""Looks at lists in groups: each heading stands over the rows that it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.listing import by
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.headings import heading_text


def check_headings(
    work: Any, source: Any, columns: Sequence[Column[Any]], wanted: Any
) -> list[str]:
    """Group by everything a list can be grouped by; return the keys."""
    heads = {column.sort: column for column in columns}
    assert source.groupable <= set(heads)
    for key in source.groupable:
        for mark in ("", "-"):
            order = by(f"{mark}{key}")
            ids: list[UUID] = list(source.ids(work, wanted, order, None))
            groups = list(source.groups(work, wanted, order[0]))
            assert sum(group.count for group in groups) == len(ids) > 0
            assert len({group.value for group in groups}) == len(groups)
            for group in groups:
                under, ids = ids[: group.count], ids[group.count :]
                rows = source.rows(work, under)
                said = {fold(heads[key].text(row)) for row in rows}
                title = heading_text("", group).split("  ·  ")[0]
                assert len(said) == 1, (key, title)
                (text,) = said
                # Of a moment, the heading says the day, after its name.
                assert (fold(title) == ": none") if not text else text in _parts(title)
    return sorted(source.groupable)


def _parts(title: str) -> set[str]:
    text = fold(title)
    return {text, text.split(" ", 1)[-1]}
