"""The search field and the filters above a list, kept from one day to the next."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from PySide6.QtWidgets import QComboBox

from sportsec.ui.language import isolate, tr
from sportsec.ui.settings import Settings
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.list_state import parsed
from sportsec.ui.widgets.search_field import SearchField


class FieldsAbove:
    """What is above a list, as a `ListFilter`.

    What was chosen is there again when the program is started; what was typed is not.

    Args:
        name: Of the list.
        ask: Asks the list for what is typed and chosen now.
    """

    def __init__(
        self,
        settings: Settings,
        name: str,
        search: SearchField,
        fields: Sequence[Field],
        ask: Callable[[], object],
    ) -> None:
        self._settings = settings
        self._key = f"above/{name}"
        self._search = search
        self._fields = fields
        self._ask = ask
        self._usual = [field.value() for field in fields]
        self.choose_kept()
        search.searched.connect(lambda _text: ask())
        for field in fields:
            field.call(tr("Filter"))
            field.changed.connect(self._changed)

    def kept(self) -> Mapping[str, Any]:
        """Return what is typed and chosen."""
        return {"text": self._search.text().strip(), "fields": self._written()}

    def said(self) -> list[str]:
        """Return what is typed and chosen, in words."""
        typed = searched_text(self._search.text())
        pairs = zip(self._fields, self._usual, strict=True)
        chosen = [_text(field) for field, usual in pairs if field.value() != usual]
        return [*filter(None, [typed]), *chosen]

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Show what was typed and chosen, and ask for it; nothing for all rows."""
        self._search.say(str(kept.get("text", "")))
        self._choose(kept.get("fields"))
        self._changed()

    def choose_kept(self) -> None:
        """Choose what was kept last, in place of what was chosen for one visit."""
        self._choose(parsed(self._settings.text(self._key)))

    def clear(self) -> None:
        """Ask for all rows."""
        self.recall({})

    # ---- inside

    def _changed(self) -> None:
        self._settings.keep(self._key, json.dumps(self._written()))
        self._ask()

    def _written(self) -> list[Any]:
        return [_plain(field.value()) for field in self._fields]

    def _choose(self, kept: Any) -> None:
        """Choose what was kept; what is not offered any more is what it usually is."""
        values = kept if isinstance(kept, list) else []
        for at, field in enumerate(self._fields):
            value = values[at] if at < len(values) else _plain(self._usual[at])
            found = (one for one in field.offered() if _plain(one) == value)
            field.set_value(next(found, self._usual[at]))


def searched_text(text: str) -> str:
    """Return that something is searched for; empty where nothing is."""
    typed = text.strip()
    return tr("Search “{text}”", text=isolate(typed)) if typed else ""


def _text(field: Field) -> str:
    """Return what is chosen, as the field shows it."""
    shown = field.inputs()[0]
    if isinstance(shown, QComboBox):
        return shown.currentText()
    return shown.accessibleName()


def _plain(value: Any) -> Any:
    """Return a value as JSON takes it."""
    if isinstance(value, Enum):
        return value.name
    return value if isinstance(value, bool | int | None) else str(value)
