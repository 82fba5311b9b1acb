"""Records as drafts: what a form shows before the officer changes anything."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar

from sportsec.domain.drafts import read_at
from sportsec.store.base import Record
from sportsec.store.work import work_of

D = TypeVar("D")


def draft_of(kind: type[D], record: Record) -> D:
    """Return the draft of `kind` that shows the record as it stands, and since when."""
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]  # a dataclass
    draft = kind(**{name: getattr(record, name) for name in names})
    work = work_of(record)
    if work is not None:
        read_at(draft, work.position)
    return draft
