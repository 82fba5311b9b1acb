"""What the directory can do with the records of one noun, and how it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sportsec.domain.problems import Problem
from sportsec.ui.tasks import Work


@dataclass(frozen=True, slots=True)
class Noun:
    """What the list of one noun says and does.

    Args:
        key: Under which the list remembers its widths.
        delete: Puts a record into the trash; `restore` brings it back.
        new: Text of the button, translated.
        empty: What an empty list says, translated.
        search: What the search field asks for, translated.
        deleted: Sentence of the act, an `N_` msgid; so is `restored`.
    """

    key: str
    delete: Callable[[Work, UUID], None]
    restore: Callable[[Work, UUID], None]
    new: str
    empty: str
    search: str
    deleted: str
    restored: str


@dataclass(frozen=True, slots=True)
class Acts:
    """What the form of one noun says and does.

    Args:
        blank: Makes a new draft.
        draft: Reads the draft of a record.
        problems: Says what is wrong with a draft; the id is None for a new one.
        title: Heading of the form, translated; `new` for a new record.
        added: Sentence of the act, an `N_` msgid; so is `saved`.
    """

    blank: Callable[[], Any]
    draft: Callable[[Work, UUID], Any]
    add: Callable[[Work, Any], UUID]
    revise: Callable[..., None]
    problems: Callable[[Work, Any, UUID | None], Iterable[Problem]]
    title: str
    new: str
    added: str
    saved: str
