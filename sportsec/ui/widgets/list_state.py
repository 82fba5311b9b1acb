"""How a list is arranged, as it is kept from one day to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sportsec.domain.listing import Sort, by


@dataclass(frozen=True, slots=True)
class ColumnState:
    """A column of a list.

    Args:
        width: As the officer drew it; 0 where he did not.
        shown: As he chose; None where he did not.
    """

    name: str
    width: int = 0
    shown: bool | None = None


@dataclass(frozen=True, slots=True)
class ListState:
    """How a list is arranged.

    Args:
        columns: In their order on the screen; none where they stand as they come.
        order: What it is sorted by; None for the usual order.
        group: The sort key that it is grouped by; empty where it is not.
    """

    columns: tuple[ColumnState, ...] = ()
    order: tuple[Sort, ...] | None = None
    group: str = ""

    def written(self) -> dict[str, Any]:
        """Return what `read_state` makes the same state of."""
        return {
            "columns": [[c.name, c.width, c.shown] for c in self.columns],
            "order": None if self.order is None else [str(s) for s in self.order],
            "group": self.group,
        }


def read_state(kept: object) -> ListState:
    """Return a state that was kept; what is of another make is passed over."""
    if not isinstance(kept, Mapping):
        return ListState()
    try:
        order = kept.get("order")
        return ListState(
            tuple(_column(*each) for each in kept.get("columns", ())),
            None if order is None else by(*map(str, order)),
            str(kept.get("group", "")),
        )
    except (TypeError, ValueError):  # written by hand or by another version
        return ListState()


def parsed(text: str) -> Any:
    """Return what was kept as JSON; None if it is none."""
    try:
        return json.loads(text or "null")
    except ValueError:
        return None


def _column(name: object, width: Any, shown: object) -> ColumnState:
    return ColumnState(str(name), int(width), None if shown is None else bool(shown))
