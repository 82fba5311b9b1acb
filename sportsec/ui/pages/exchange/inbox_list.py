"""The inbox as a list: what each line says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.listing import Order, sorted_by
from sportsec.i18n.field_words import kind_label
from sportsec.ui.conflict_words import field_name, sides_text
from sportsec.ui.language import tr, translator, words
from sportsec.ui.pages.exchange.state import InboxFilter, Item, shown_items
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.columns import Column


class InboxSource:
    """The inbox as a list; it was read as a whole, so nothing is asked again."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def count(self, _work: Work, wanted: InboxFilter) -> int:
        """Count the lines that a filter lets through."""
        return len(shown_items(self.items, wanted))

    def ids(
        self,
        _work: Work,
        wanted: InboxFilter,
        order: Order,
        limit: int | None,
    ) -> Sequence[UUID]:
        """Return the lines wanted, in the order of the inbox or of a column."""
        found = shown_items(self.items, wanted)
        return [each.id for each in sorted_by(found, order, _KEYS)[:limit]]

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[Item]:
        """Return the lines."""
        known = {each.id: each for each in self.items}
        return [known[one] for one in ids if one in known]


def record_text(item: Item) -> str:
    """Return what a line is about."""
    return words(item.label) or kind_label(translator(), item.table)


def field_text(item: Item) -> str:
    """Return which field, or that two records may be the same."""
    return field_name(item.conflict) if item.conflict else tr("Is this the same?")


_KEYS: Mapping[str, Callable[[Item], str]] = {
    "record": lambda item: fold(record_text(item)),
    "field": lambda item: fold(field_text(item)),
}


def _sides(item: Item) -> str:
    if item.conflict is not None:
        return sides_text(item.conflict)
    return words(item.twin.second_label) if item.twin else ""


def inbox_columns() -> list[Column[Item]]:
    """Built on demand, so that headers follow the current language."""
    return [
        Column(
            *(tr("Kind"), lambda r: kind_label(translator(), r.table)),
            width=90,
            yields=True,
            key="kind",
        ),
        Column(
            *(tr("Record"), record_text, "record"),
            tip=record_text,
            width=190,
            stretch=True,
        ),
        Column(tr("Field"), field_text, "field", width=120, least=90),
        Column(tr("Values"), _sides, tip=_sides, width=150, yields=True, key="values"),
    ]
