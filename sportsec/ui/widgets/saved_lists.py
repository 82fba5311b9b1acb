"""Arrangements of a list that were saved under a name, on this PC.

A saved list is what was searched and filtered, which columns were shown, and how the
rows were sorted and grouped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sportsec.ui.settings import Settings
from sportsec.ui.widgets.list_state import ListState, parsed, read_state


class ListFilter(Protocol):
    """What is above a list: the search field and the filters of its page.

    One that can say what is typed and chosen has one thing more: `said()`, a text for
    each of them.
    """

    def kept(self) -> Mapping[str, Any]:
        """Return what is typed and chosen, as JSON takes it."""

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Show what was typed and chosen, and ask for it; nothing for all rows."""


@dataclass(frozen=True, slots=True)
class SavedList:
    """What is saved under a name."""

    state: ListState
    wanted: Mapping[str, Any] = field(default_factory=dict)


class SavedLists:
    """The saved lists of one list, by name, in the order they were saved.

    Args:
        name: Of the list.
    """

    def __init__(self, settings: Settings, name: str) -> None:
        self._settings = settings
        self._key = f"saved/{name}"

    def all(self) -> dict[str, SavedList]:
        """Return what is saved."""
        kept = parsed(self._settings.text(self._key))
        if not isinstance(kept, Mapping):
            return {}
        return {
            str(name): SavedList(read_state(one.get("state")), one.get("wanted") or {})
            for name, one in kept.items()
            if isinstance(one, Mapping)
        }

    def keep(self, name: str, saved: SavedList) -> None:
        """Save under a name; what was saved under it before is replaced."""
        self._write({**self.all(), name: saved})

    def rename(self, name: str, new: str) -> None:
        """Give another name; one that has it already is replaced."""
        found = self.all()
        renamed = {new if each == name else each: one for each, one in found.items()}
        self._write(renamed)

    def remove(self, name: str) -> None:
        """Forget what was saved under a name."""
        self._write({each: one for each, one in self.all().items() if each != name})

    def _write(self, lists: Mapping[str, SavedList]) -> None:
        kept = {
            name: {"state": one.state.written(), "wanted": dict(one.wanted)}
            for name, one in lists.items()
        }
        self._settings.keep(self._key, json.dumps(kept, ensure_ascii=False))
