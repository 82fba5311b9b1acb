"""Where the officer is in the window, and where he was when he closed it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sportsec.ui.settings import Settings
from sportsec.ui.targets import NEW, lasting, record_of


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it shows."""

    key: str
    target: object = None

    @property
    def lasting(self) -> Place:
        """The place to come back to; what its target opens is opened once."""
        return Place(self.key, lasting(self.target))


def follow(trail: list[Place], place: Place) -> None:
    """Go on to a place; to the empty file of a new record one does not come back."""
    if trail and trail[-1].target == NEW:
        trail.pop()
    if not trail or trail[-1] != place:
        trail.append(place)


def keep_place(settings: Settings, place: Place) -> None:
    """Keep a page and the record on it for the next start."""
    record = record_of(place.target)
    settings.keep("window/page", place.key)
    settings.keep("window/record", record.hex if record else "")


def kept_place(key: str, record: str) -> Place:
    """Return a place as it was kept; a record that cannot be read is left out."""
    try:
        return Place(key, UUID(record))
    except ValueError:
        return Place(key)
