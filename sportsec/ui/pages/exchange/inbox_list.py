"""The inbox as a list: what each line says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from sportsec.domain.conflicts import Decision, Side, decisions_for
from sportsec.domain.words import Words
from sportsec.i18n.kind_words import kind_label
from sportsec.ui.conflict_words import field_name, sides_line
from sportsec.ui.language import tr, tr_count, translator, words
from sportsec.ui.pages.exchange.state import InboxFilter, Item, cells_of, is_shown
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.held_rows import HeldRows, text_key


def record_text(item: Item) -> str:
    """Return what a line is about."""
    return words(item.label) or kind_label(translator(), item.table)


def field_text(item: Item) -> str:
    """Return which field, or that two records may be the same."""
    if item.question is None:
        return tr("The same record?")
    name, others = field_name(item.question.head), len(item.fields) - 1
    if not others:
        return name
    return tr_count("{name} and {n} more", "{name} and {n} more", others, name=name)


def _kind_text(item: Item) -> str:
    return kind_label(translator(), item.table)


def _cell_text(item: Item) -> str:
    """Return the other cells whose values differ."""
    return tr(", ").join(words(cell) for cell in cells_of([item]))


#: What lines have in common that are grouped by a column.
_SHARED: Mapping[str, Callable[[Item], str]] = {
    "kind": _kind_text,
    "record": record_text,
    "field": field_text,
    "cell": _cell_text,
}


def _key(name: str) -> Callable[[Item], tuple[str, str]]:
    """Return what a column sorts by; the same texts follow each other."""
    text = _SHARED[name]
    return lambda item: text_key(text(item))


_KEYS = {name: _key(name) for name in _SHARED}


def inbox_source() -> HeldRows[Item, InboxFilter]:
    """Return the inbox as the source of the list."""
    return HeldRows(attrgetter("id"), _KEYS, _SHARED, is_shown)


def _sides(item: Item) -> str:
    if item.question is not None:
        return sides_line(item.question.head.in_short())
    return words(item.twin.second_label) if item.twin else ""


def inbox_columns() -> list[Column[Item]]:
    """Built on demand, so that headers follow the current language."""
    return [
        Column(
            *(tr("Kind"), _kind_text, "kind"),
            width=90,
            yields=True,
        ),
        Column(
            *(tr("Record"), record_text, "record"),
            tip=record_text,
            width=190,
            least=120,
            parted=True,
            stretch=True,
        ),
        Column(
            *(tr("Field"), field_text, "field"),
            tip=field_text,
            width=130,
            least=120,
        ),
        Column(tr("Values"), _sides, tip=_sides, width=150, yields=True, key="values"),
        Column(tr("Cell"), _cell_text, "cell", width=130, hidden=True),
    ]


class InboxAbove:
    """The kind and the cell that the inbox is filtered by, as a `ListFilter`."""

    def __init__(
        self, kind: ChoiceField, cell: ChoiceField, ask: Callable[[], object]
    ) -> None:
        self._fields = {"kind": kind, "cell": cell}
        self._ask = ask

    def kept(self) -> Mapping[str, Any]:
        """Return what is chosen."""
        return {name: _written(field.value()) for name, field in self._fields.items()}

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Choose it; what waits of it no more is not chosen, and all is shown."""
        for name, field in self._fields.items():
            wanted = kept.get(name)
            offered = (one for one in field.offered() if _written(one) == wanted)
            field.set_value(next(offered, None))
        self._ask()


def _written(chosen: Words | str | None) -> str | None:
    return chosen.pick("fr") if isinstance(chosen, Words) else chosen


def choices_of(items: Sequence[Item]) -> list[tuple[str, list[Decision]]]:
    """Return what can be decided of several lines at once, with how many fields."""
    fields = [field for each in items for field in each.fields]
    choices: list[tuple[str, Side | Words]] = [
        (tr("Keep what is shown meanwhile"), Side.SHOWN),
        (tr("Take the values of this cell"), Side.OURS),
        *(
            (tr("Take the values of {cell}", cell=words(cell)), cell)
            for cell in cells_of(items)
        ),
    ]
    found = []
    for text, chosen in choices:
        side = chosen if isinstance(chosen, Side) else Side.THEIRS
        cell = chosen if isinstance(chosen, Words) else None
        decisions = list(decisions_for(fields, side, cell))
        count = tr_count("{n} field", "{n} fields", len(decisions))
        found.append((f"{text}  ({count})", decisions))
    return found
