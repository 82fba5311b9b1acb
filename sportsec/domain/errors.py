"""Every failure that can be expected. They carry facts; words are chosen at the edge.

SportsecError
├─ Invalid           the officer's input breaks a rule
├─ NotFound          the record is not there, or was deleted meanwhile
│  └─ SeveralMatches one reference number stands on several matches
├─ StaleWrite        someone saved the same fields meanwhile
├─ BadFile           a file is not what it should be
├─ StoreUnavailable  the workspace cannot be opened, read or written
├─ StoreTooNew       the workspace was written by a newer program
└─ WorkspaceBusy     the workspace is open in another window
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from uuid import UUID

from sportsec.domain.problems import Problem


class SportsecError(Exception):
    """Something expected went wrong; the program goes on."""


class Invalid(SportsecError):
    """Input breaks one or more rules; nothing was saved."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


class NotFound(SportsecError):
    """The record named does not exist, or was deleted.

    Args:
        kind: Table name, such as "fixture".
        record: Its identifier, or what the user typed to name it.
    """

    def __init__(self, kind: str, record: UUID | str) -> None:
        super().__init__(kind, record)
        self.kind = kind
        self.record = record


class SeveralMatches(NotFound):
    """A reference number stands on several matches, so that it names none.

    Args:
        text: The number as it was typed.
        ids: The matches; at most a handful.
    """

    def __init__(self, text: str, ids: tuple[UUID, ...]) -> None:
        super().__init__("fixture", text)
        self.ids = ids


class StaleWrite(SportsecError):
    """Fields changed here were changed by someone else since they were shown."""

    def __init__(self, kind: str, record: UUID, fields: list[str]) -> None:
        super().__init__(kind, record, fields)
        self.kind = kind
        self.record = record
        self.fields = fields


class BadFile(SportsecError):
    """A file cannot be used as a whole; nothing was written.

    Args:
        reason: Member of the enumeration of the part that read it.
        facts: What to say besides: sizes, limits, names.
    """

    def __init__(self, reason: StrEnum, /, **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts


class StoreReason(StrEnum):
    """Why a workspace is not available."""

    MISSING = "missing"  #: no workspace in that folder
    UNREADABLE = "unreadable"  #: not a database of ours, damaged, or no right to it
    DISK = "disk"  #: the disk is full or cannot be written
    UPGRADE = "upgrade"  #: bringing it up to date failed; the backup is untouched


class StoreUnavailable(SportsecError):
    """The workspace cannot be opened, read or written."""

    def __init__(self, reason: StoreReason, path: Path) -> None:
        super().__init__(reason, path)
        self.reason = reason
        self.path = path


class StoreTooNew(SportsecError):
    """The workspace was last used by a newer version of the program."""

    def __init__(self, found: str, supported: str) -> None:
        super().__init__(found, supported)
        self.found = found
        self.supported = supported


class WorkspaceBusy(SportsecError):
    """The workspace is open already, here or on another PC."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path
