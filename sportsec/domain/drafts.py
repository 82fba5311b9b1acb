"""What every draft of a record carries besides its fields: when it was read."""

from __future__ import annotations


class Draft:
    """Base of the drafts that forms show.

    Attributes:
        seen_at: Number of the last act before the record was read; absent in a draft
            that was not read from the record. It is no field: two drafts that say the
            same are equal, whenever they were read.
    """

    __slots__ = ("seen_at",)
    seen_at: int


def seen_at(draft: object) -> int | None:
    """Return when a draft was read; None for one that was not read."""
    return getattr(draft, "seen_at", None)


def read_at(draft: object, position: int) -> None:
    """Note on a draft when it was read, though its fields are frozen."""
    if isinstance(draft, Draft):
        object.__setattr__(draft, "seen_at", position)
