"""What stands in an open form, as text that survives the program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from sportsec.domain.words import Words

#: Folder of a workspace where open forms keep what is typed; one file each.
UNSAVED = "unsaved"


def to_text(draft: object, names: Iterable[str]) -> str:
    """Return fields of a draft as JSON.

    Args:
        draft: A frozen dataclass.
        names: Of the fields that count.
    """
    said = {name: _plain(getattr(draft, name)) for name in sorted(names)}
    return json.dumps(said, ensure_ascii=False)


def from_text(text: str, kind: type) -> Mapping[str, Any]:
    """Return the fields that `to_text` wrote, as a draft of this kind holds them.

    Raises:
        ValueError: The text is damaged, or another version wrote it.
    """
    said = json.loads(text)
    if not isinstance(said, dict):
        raise ValueError(text[:40])  # noqa: TRY004 - a damaged text, not a wrong call
    hints = get_type_hints(kind)
    known = {field.name for field in fields(kind)}
    try:
        return {name: _read(said[name], hints[name]) for name in said.keys() & known}
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(text[:40]) from error


def _plain(value: Any) -> Any:
    if isinstance(value, Words):
        return asdict(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _read(said: Any, hint: Any) -> Any:
    """Read a value as its type hint says; what may be none may be left out."""
    if said is None:
        return None
    if get_origin(hint) is tuple:
        return tuple(_read(each, get_args(hint)[0]) for each in said)
    kind = next((each for each in get_args(hint) if each is not type(None)), hint)
    if kind is Words:
        return Words(**said)
    if kind in {date, datetime}:
        return kind.fromisoformat(said)
    return kind(said)
