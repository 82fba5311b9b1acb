"""The filters that were chosen last, kept on this device from one day to the next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any
from uuid import UUID

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import RiskCategory
from sportsec.queries.agenda_choices import season_label
from sportsec.queries.pickers import Named, name_of
from sportsec.ui.language import label, words
from sportsec.ui.tasks import Work

_RECORDS = {
    "competition_id": Named.COMPETITION,
    "club_id": Named.CLUB,
    "venue_id": Named.VENUE,
}
_LISTS: dict[str, type[Enum]] = {"status": FixtureStatus, "category": RiskCategory}


def written(chosen: Iterable[tuple[str, Any]]) -> str:
    """Return the values of the filters as a text to keep."""
    return json.dumps(
        {
            name: value.name if isinstance(value, Enum) else str(value)
            for name, value in chosen
        }
    )


def read(text: str) -> dict[str, Any]:
    """Return the values kept; what cannot be read is left out."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    found: dict[str, Any] = {}
    for name, value in kept.items() if isinstance(kept, dict) else ():
        members = _LISTS[name].__members__ if name in _LISTS else None
        if members is not None and value in members:
            found[name] = members[value]
        elif name in {*_RECORDS, "season_id"} and _is_id(value):
            found[name] = UUID(value)
    return found


def texts(work: Work, values: Mapping[str, Any]) -> dict[str, str]:
    """Return what the values are called; a record that is gone has no text."""
    found = {}
    for name, value in values.items():
        if isinstance(value, Enum):
            found[name] = label(value)
        elif name == "season_id":
            found[name] = season_label(work, value)
        else:
            found[name] = words(name_of(work, _RECORDS[name], value))
    return found


def _is_id(text: object) -> bool:
    try:
        UUID(str(text))
    except ValueError:
        return False
    return True
