"""Records as drafts: what a form shows before the officer changes anything."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar

from sportsec.store.base import Record

D = TypeVar("D")


def draft_of(kind: type[D], record: Record) -> D:
    """Return the draft of `kind` that shows the record as it stands."""
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]  # a dataclass
    return kind(**{name: getattr(record, name) for name in names})
