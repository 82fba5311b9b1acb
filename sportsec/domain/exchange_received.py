"""What a received file is and would do, before anything of it is written.

The preview is the merge itself, described and rolled back (architecture.md §3.4), so
that what is shown and what is done cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.exchange import CellRow, Scope, Trust
from sportsec.domain.history import Mention
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import Words


class Place(StrEnum):
    """Where a file stands among those that the sender numbered for us."""

    UNNUMBERED = "unnumbered"  #: to anybody, or the first of a sender
    NEXT = "next"  #: follows the last one taken in
    GAP = "gap"  #: files before it are missing
    OLDER = "older"  #: a later one was taken in already
    ANEW = "anew"  #: numbered again from where a backup of the sender was made
    AGAIN = "again"  #: this very file was taken in already


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is known about a file from itself and from what was received before.

    Args:
        file: Where it is.
        sender: Who signed it, with the words to compare by phone.
        number: Counted by the sender for us; 0 when it is not numbered.
        missing: Numbers between the last one taken in and this one.
        made: When the sender's clock said it was made.
        clock_off: How far the sender's clock is ahead (behind where negative), if
            that can be told and is more than an hour.
        version: Of the program that made it.
        title: What the scope is called by the sender.
        new_changes: Changes in it that are not known here.
        purges: Erasures in it that are not known here.
        later: New values in it that only a newer version of this program can show.
        was_undone: Whether it was taken in and undone since.
        ahead: Cells that made changes in it, and how far ahead of ours these are dated.
        lacking: Ranges that are missing before it: (cell, how many changes).
        findings: The same in plain words, gravest first; `BLOCK` forbids accepting.
    """

    file: Path
    sender: CellRow
    place: Place
    number: int
    made: datetime
    scope: Scope
    title: Words = Words()
    missing: Sequence[int] = ()
    clock_off: timedelta | None = None
    version: str = ""
    is_newer_version: bool = False
    withholds_personal: bool = False
    changes: int = 0
    new_changes: int = 0
    purges: int = 0
    later: int = 0
    was_undone: bool = False
    ahead: tuple[tuple[Words, timedelta], ...] = ()
    lacking: tuple[tuple[Words, int], ...] = ()
    findings: tuple[Problem, ...] = ()

    @property
    def can_be_accepted(self) -> bool:
        """Whether nothing forbids taking it in."""
        return not any(found.level is Level.BLOCK for found in self.findings)

    @property
    def needs_trust(self) -> bool:
        """Whether it waits only for the officer to compare the words."""
        return self.sender.trust is Trust.UNKNOWN


class Fate(StrEnum):
    """What would become of a record; what is to be decided is told first."""

    CONFLICT = "conflict"  #: both cells changed a field without seeing the other's
    NEW = "new"  #: it comes into the record
    CHANGED = "changed"  #: fields of it get other values
    DELETED = "deleted"  #: it goes to the trash
    RESTORED = "restored"  #: it comes back from the trash
    ERASED = "erased"  #: its personal values are removed for good
    UNKNOWN = "unknown"  #: kept for a newer version of this program
    LEFT_OUT = "left_out"  #: the officer left its kind out


class FieldChange(NamedTuple):
    """One field of a record that would get another value.

    Args:
        column: Its name in the record, such as "kick_off_at".
        old: The value before, as `new`; None: empty.
        new: Text, number, day, moment, member of an enumeration, or the `Words` of the
            record that it refers to.
        is_conflict: Both values are kept; `new` is what is shown until it is decided.
        is_withheld: The sender kept the value to itself.
    """

    column: str
    old: object
    new: object
    is_conflict: bool = False
    is_withheld: bool = False


class RecordChange(NamedTuple):
    """One record that the files would touch.

    Args:
        table: Name of its kind, see `i18n.labels_exchange.kind_name`.
        label: What the officer calls it: the match, the club, the person.
        fields: What changes; of a new record, nothing.
    """

    table: str
    record: UUID
    label: Words
    fate: Fate
    fields: tuple[FieldChange, ...] = ()


class KindPreview(NamedTuple):
    """One kind of record and how many of it have each fate; absent ones are zero."""

    table: str
    counts: Mapping[Fate, int]


@dataclass(frozen=True, slots=True)
class UndoneThere:
    """An act of which something was known here, and that another cell has undone.

    Args:
        cell: Who undid it.
        title: Its sentence, an English msgid; `detail` fills its placeholders.
        is_redo: It had been undone before, and holds again.
        about: The first record that the undoing touches.
    """

    cell: Words
    title: str
    detail: Mapping[str, object] = field(default_factory=dict)
    is_redo: bool = False
    about: Mention | None = None


class DecidedThere(NamedTuple):
    """A conflict that another cell decided, and in which our value gave way.

    Args:
        cell: Who decided it.
        record: What became of it: of each field `old` is what we had written, `new`
            what is shown once the files are taken in; without fields it was deleted
            where we had changed it, or kept where we had deleted it.
    """

    cell: Words
    record: RecordChange


@dataclass(frozen=True, slots=True)
class Told:
    """What other cells did that arrives as ordinary changes, in the order of doing."""

    undone: tuple[UndoneThere, ...] = ()
    decided: tuple[DecidedThere, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceivePreview:
    """What taking the files in would do.

    Args:
        files: In the order in which they are taken in.
        kinds: Those of which something happens, the officer's main kinds first.
        changes: Records with what changes, conflicts first; `SHOWN` of them, some of
            each kind.
        more: How many records are not listed.
        basis: The state that it was compared with (position of this database).
        told: What other cells undid, and decided against us.
    """

    files: tuple[Judgement, ...]
    kinds: tuple[KindPreview, ...]
    changes: tuple[RecordChange, ...] = ()
    more: int = 0
    basis: int = 0
    left_out: frozenset[str] = frozenset()
    told: Told = Told()

    @property
    def is_empty(self) -> bool:
        """Whether all of it is known here already."""
        return not any(each.new_changes for each in self.files)

    @property
    def can_be_accepted(self) -> bool:
        """Whether at least one of the files may be taken in."""
        return any(each.can_be_accepted for each in self.files)

    def count(self, fate: Fate) -> int:
        """Return how many records have a fate."""
        return _count(self.kinds, fate)


@dataclass(frozen=True, slots=True)
class ReceiveResult:
    """What was taken in.

    Args:
        files: Those accepted, in order; each became an act of its own.
        acts: Their acts, to be undone from the last; empty when all was known.
        kinds: What became of the records, as in the preview.
        conflicts: Records of which fields now wait in the inbox.
        twins: Pairs of records that may be the same, now waiting.
        backup: Copy of the workspace made before; None when nothing was written.
        refused: Files that were not taken in, and why.
        changes: Records with what became of them, as in the preview.
        more: How many records are not listed.
        told: What other cells undid, and decided against us.
    """

    files: tuple[Judgement, ...]
    acts: tuple[int, ...]
    kinds: tuple[KindPreview, ...]
    conflicts: int = 0
    twins: int = 0
    backup: Path | None = None
    refused: tuple[Judgement, ...] = ()
    changes: tuple[RecordChange, ...] = ()
    more: int = 0
    told: Told = Told()

    def count(self, fate: Fate) -> int:
        """Return how many records have had a fate."""
        return _count(self.kinds, fate)

    @property
    def only_erased(self) -> bool:
        """Whether personal values were erased and nothing else happened."""
        fates = {fate for kind in self.kinds for fate, n in kind.counts.items() if n}
        return fates == {Fate.ERASED}


def _count(kinds: Sequence[KindPreview], fate: Fate) -> int:
    return sum(kind.counts.get(fate, 0) for kind in kinds)


#: Records listed one by one in a preview; the rest is counted.
SHOWN = 500


class TwinPair(NamedTuple):
    """Two records of one kind that two cells may have made of the same thing.

    Args:
        first: The elder: the smaller identifier, which is shown if they are the same.
        why: What makes them alike, an `N_` msgid.
        likeness: 0 … 1.
    """

    table: str
    first: UUID
    second: UUID
    first_label: Words
    second_label: Words
    why: str
    likeness: float
