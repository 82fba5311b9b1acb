"""Drafts into records: only what the officer changed, and never over a newer value.

A draft is a frozen dataclass of the domain whose fields are named like the record's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from sportsec.domain.drafts import seen_at
from sportsec.domain.errors import StaleWrite
from sportsec.domain.plain_text import plain, plain_words
from sportsec.domain.problems import Problem
from sportsec.domain.purges import ERASED
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.purges import erased_registers
from sportsec.services.rules import refuse_blocking
from sportsec.store.base import Record
from sportsec.store.journal.shape import shapes
from sportsec.store.work import Work, work_of

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
        Invalid: A field changed here was erased by law: nothing stays in it.
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
    refuse_erased(work, record, changed)
    for name, wanted in changed.items():
        setattr(record, name, wanted)
    return list(changed)


def refuse_erased(work: Work | None, record: Record, names: Iterable[str]) -> None:
    """Refuse to write what the journal would erase at once.

    Raises:
        Invalid: The law has had one of these fields erased.
    """
    kind = record.__tablename__
    personal = [name for name in names if name in shapes()[kind].personal]
    if work is None or not personal:
        return
    erased = erased_registers(work, kind, record.id)
    refuse_blocking([Problem(name, ERASED) for name in personal if name in erased])


def _plain(value: Any) -> Any:
    if type(value) is str:  # not the members of an enumeration
        return plain(value)
    return plain_words(value) if isinstance(value, Words) else value
