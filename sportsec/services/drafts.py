"""Drafts into records: only what the officer changed, and never over a newer value.

A draft is a frozen dataclass of the domain whose fields are named like the record's.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sportsec.domain.drafts import seen_at
from sportsec.domain.errors import StaleWrite
from sportsec.domain.plain_text import plain, plain_words
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.store.base import Record
from sportsec.store.work import work_of

__all__ = ["apply_draft", "draft_of"]


def apply_draft(record: Record, draft: Any, seen: Any = None) -> list[str]:
    """Write a draft's changed fields into the record; return their names.

    Control characters that came with a paste are left behind.

    Args:
        record: The record as it stands now.
        draft: What the officer wants.
        seen: The draft as it was shown to the officer; None for a new record.

    Raises:
        StaleWrite: A field changed here was changed otherwise since it was shown,
            and it is not known when that was. Where it is, both values are kept and
            the field is a conflict to decide.
    """
    changed: dict[str, Any] = {}
    stale = []
    for each in fields(draft):
        wanted, current = getattr(draft, each.name), getattr(record, each.name)
        if seen is not None and wanted == getattr(seen, each.name):
            continue
        wanted = _plain(wanted)
        if wanted == current:
            continue
        if seen is not None and current != getattr(seen, each.name):
            stale.append(each.name)
        changed[each.name] = wanted
    work, position = work_of(record), seen_at(seen)
    if work is not None and position is not None and position < work.position:
        work.saw(record.id, position)
    elif stale:
        raise StaleWrite(record.__tablename__, record.id, stale)
    for name, wanted in changed.items():
        setattr(record, name, wanted)
    return list(changed)


def _plain(value: Any) -> Any:
    if type(value) is str:  # not the members of an enumeration
        return plain(value)
    return plain_words(value) if isinstance(value, Words) else value
