"""A field that chooses an entry of a list that the cell edits itself."""

from __future__ import annotations

from typing import Any

from sportsec.domain.deployment import ListKind
from sportsec.domain.words import Words
from sportsec.queries.list_items import list_names
from sportsec.ui.language import tr, words
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.fields_choice import ChoiceField


class ListField(ChoiceField):
    """The code of an entry, "" when none is chosen.

    A code that is no longer on the list stays, so that saving loses nothing.
    """

    def __init__(self, runner: Runner, kind: ListKind) -> None:
        super().__init__([], none=tr("Not stated"))
        self._names: dict[str, Words] = {}
        runner.read(self, "list", lambda work: list_names(work, kind), self._fill)

    def value(self) -> str:
        """Return the code chosen."""
        return super().value() or ""

    def set_value(self, value: Any) -> None:
        """Choose a code, also one that the list does not have (yet)."""
        code = value or ""
        if code and code not in self._names:
            self._names[code] = Words(fr=code)
            self._offer()
        super().set_value(code or None)

    def _fill(self, names: dict[str, Words]) -> None:
        chosen = self.value()
        unknown = {c: n for c, n in self._names.items() if c not in names}
        self._names = {**names, **unknown}
        self._offer()
        super().set_value(chosen or None)

    def _offer(self) -> None:
        pairs = [(code, words(name)) for code, name in self._names.items()]
        self.offer(pairs, none=tr("Not stated"))
