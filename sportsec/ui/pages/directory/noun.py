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
        title: What the list is called, translated: also the name of its files.
        delete: Puts a record into the trash; `restore` brings it back.
        new: Text of the button, translated.
        empty: What an empty list says, translated.
        search: What the search field asks for, translated.
        deleted: Sentence of the act, an `N_` msgid; so is `restored`.
    """

    key: str
    title: str
    delete: Callable[[Work, UUID], None]
    restore: Callable[[Work, UUID], None]
    new: str
    empty: str
    search: str
    deleted: str
    restored: str


@dataclass(frozen=True, slots=True)
class Making:
    """What the form of a new record of one noun says and does.

    Args:
        blank: Makes a new draft.
        problems: Says what is wrong with a draft; the id is None for a new one.
        new: Heading of the form, translated.
        added: Sentence of the act, an `N_` msgid.
    """

    blank: Callable[[], Any]
    add: Callable[[Work, Any], UUID]
    problems: Callable[[Work, Any, UUID | None], Iterable[Problem]]
    new: str
    added: str


@dataclass(frozen=True, slots=True)
class Acts(Making):
    """What the form of one noun says and does, also with a record that is there.

    Args:
        draft: Reads the draft of a record.
        title: Heading of the form, translated.
        saved: Sentence of the act, an `N_` msgid.
    """

    draft: Callable[[Work, UUID], Any]
    revise: Callable[..., None]
    title: str
    saved: str
