"""The filters that were chosen last, kept on this device from one day to the next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any
from uuid import UUID

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import RiskCategory
from sportsec.queries.agenda_choices import season_label
from sportsec.queries.agenda_cities import city_name
from sportsec.queries.agenda_plan import NO_VENUE, NOT_RATED
from sportsec.queries.pickers import Named, name_of
from sportsec.ui.language import label, tr, translator, words
from sportsec.ui.tasks import Work

_RECORDS = {
    "competition_id": Named.COMPETITION,
    "club_id": Named.CLUB,
    "venue_id": Named.VENUE,
}
_LISTS: dict[str, type[Enum]] = {"status": FixtureStatus, "category": RiskCategory}


def no_stadium() -> str:
    """Return what the filter is called that shows the matches without a stadium."""
    return tr("No stadium")


def not_rated() -> str:
    """Return what the filter is called that shows the matches without a category."""
    return tr("Not rated")


def written(chosen: Iterable[tuple[str, tuple[Any, ...]]]) -> str:
    """Return the values of the filters as a text to keep."""
    return json.dumps(
        {
            name: [one.name if isinstance(one, Enum) else str(one) for one in values]
            for name, values in chosen
        }
    )


def read(text: str) -> dict[str, tuple[Any, ...]]:
    """Return the values kept; what cannot be read is left out."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    found: dict[str, tuple[Any, ...]] = {}
    for name, value in kept.items() if isinstance(kept, dict) else ():
        # Before several could be chosen, the one was kept as it is.
        listed = value if isinstance(value, list) else [value]
        values = tuple(dict.fromkeys(_values(name, listed)))
        if values:
            found[name] = values
    return found


def texts(
    work: Work, chosen: Mapping[str, tuple[Any, ...]]
) -> dict[str, dict[Any, str]]:
    """Return what the values are called; a value whose record is gone is left out."""
    named = {
        name: {one: _called(work, name, one) for one in values}
        for name, values in chosen.items()
    }
    return {
        name: {one: text for one, text in called.items() if text}
        for name, called in named.items()
    }


def _values(name: str, listed: Iterable[object]) -> Iterator[Any]:
    """Yield those of the texts kept that are values of a filter."""
    for text in listed:
        if not isinstance(text, str):
            continue
        if name in _LISTS:
            if text in _LISTS[name].__members__:
                yield _LISTS[name][text]
            elif name == "category" and text == NOT_RATED:
                yield NOT_RATED
        elif name == "city":
            yield text
        elif name in {*_RECORDS, "season_id"} and _is_id(text):
            yield UUID(text)


def _called(work: Work, name: str, value: Any) -> str:
    if isinstance(value, Enum):
        return label(value)
    if name == "season_id":
        return season_label(work, value)
    if value == NO_VENUE:
        return no_stadium()
    if name == "category":
        return not_rated()
    if name == "city":
        return words(city_name(work, value, translator().language))
    return words(name_of(work, _RECORDS[name], value))


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
