"""What the history says: acts, the changes in them, and what can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sportsec.domain.words import N_, Words

#: Acts that made the record what everything else stands on: never undone.
FOUNDING = frozenset(
    {
        N_("Workspace made"),
        N_("Carried over"),
    }
)
#: Sentence of a purge, and of purges repeated on an old state that was brought back.
PURGED = N_("Personal data erased by law")
#: Acts that erase for good: they are never undone.
FINAL = frozenset({PURGED, N_("Purges carried out again")})
#: Sentence of the act with which a cell begins to sign with another key.
NEW_KEY = N_("The cell took a new key")
#: Sentence of the act that says that a backup took the place of the database.
BROUGHT = N_("State of {when} brought back")
#: Sentence of a change that another program made in the file itself.
OUTSIDE = N_("Changed outside the program")


@dataclass(frozen=True, slots=True)
class Mention:
    """A record as the history names it.

    Args:
        kind: Its table, such as "club".
        name: Empty where nothing is known of it any more.
        is_deleted: Whether it is in the trash now.
    """

    kind: str
    id: UUID
    name: Words = Words()
    is_deleted: bool = False


class ChangeKind(StrEnum):
    """What happened to a record or one of its fields."""

    CREATED = "created"
    CHANGED = "changed"
    CONFIRMED = "confirmed"  #: written once more as it was: somebody said it is right
    DELETED = "deleted"
    TAKEN_BACK = "taken_back"  #: what an act had added, gone again as it was undone
    RESTORED = "restored"
    ERASED = "erased"  #: personal values removed for good


class Gap(StrEnum):
    """Why the history cannot show a value."""

    WITHHELD = "withheld"  #: the cell that sent the change kept the value to itself
    ERASED = "erased"  #: removed for good
    UNKNOWN = "unknown"  #: the change that it stands on has not arrived


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One field of one record, before and after.

    Args:
        op: Identifier of the operation in the journal.
        act: The act it belongs to.
        register: What changed as one: a column, or a group of them as "@name".
        field: The column; empty where the change is of the record as a whole.
        old: Value before, as attributes of records give it; a reference as the `Words`
            of its record; a `Gap` where it cannot be shown; None for none.
        new: Value after, likewise; why, as a `PurgeDraft`, where it was erased.
        is_conflict: Two cells changed it without seeing each other, and nobody has
            decided yet.
    """

    op: int
    act: int
    kind: ChangeKind
    record: Mention
    register: str
    field: str
    old: object = None
    new: object = None
    is_conflict: bool = False


#: Operations of an act whose records are counted: a programme of a season has fewer.
MOST_COUNTED = 20_000


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act: what somebody did in one go.

    Args:
        title: Its sentence, an English msgid; `detail` fills its placeholders.
        actor: Who did it; empty for a change from outside the program.
        cell: Name of the cell where it was done.
        is_own: Whether it was done in this workspace.
        changes: How many operations it has, or brought along as a file received.
        counts: Records touched, by table; of one that is not counted those it begins
            with.
        about: The first record it touches; where only parts of it, such as the posts of
            a match, the record that they are part of.
        undoes: The act that it undoes; `undone_title` is its sentence.
        is_redo: It takes back an undo, so that `undone_title` holds again.
        undone_by: The act that undoes it, while that one stands.
        is_founding: It cannot be undone.
    """

    id: int
    at: datetime
    actor: str
    cell: Words
    is_own: bool
    title: str
    detail: Mapping[str, object] = field(default_factory=dict)
    changes: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    about: Mention | None = None
    undoes: int | None = None
    undone_title: str = ""
    undone_detail: Mapping[str, object] = field(default_factory=dict)
    is_redo: bool = False
    undone_by: int | None = None
    is_founding: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether all its records were counted; of a long act only kinds are known."""
        return self.changes <= MOST_COUNTED

    @property
    def records(self) -> tuple[tuple[str, int], ...]:
        """Records touched, by table, without those that are parts of others."""
        return tuple(each for each in self.counts if each[0] not in PART_OF)

    @property
    def can_be_undone(self) -> bool:
        """Whether undoing it makes sense, as far as the act itself tells."""
        return not self.is_founding and self.undone_by is None and self.changes > 0


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Acts wanted.

    Args:
        text: In the sentence of the act, in who did it, or in a record it touches.
        language: Of the sentences that `text` is compared with.
        actor: Who; empty for anybody.
        cell: Key of the cell where it was done; None for any.
        kind: Table of records touched; empty for any.
        record: Only what touches this record.
        since: Aware moment; acts before it are left out.
        until: Aware moment; acts at or after it are left out.
        only_deletions: Only acts that deleted something.
    """

    text: str = ""
    language: str = "ar"
    actor: str = ""
    cell: bytes | None = None
    kind: str = ""
    record: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    only_deletions: bool = False


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What Ctrl+Z or Ctrl+Y would do.

    Args:
        act: The act to be taken back: the one to undo, or the undo to take back.
        title: Sentence of the act whose effect goes or returns.
        behind: Sentence of the officer's very last act where that is never undone, so
            that this one is not what he expects; empty else.
    """

    act: int
    title: str
    detail: Mapping[str, object] = field(default_factory=dict)
    behind: str = ""


@dataclass(frozen=True, slots=True)
class UndoStack:
    """What can be undone and redone next; None where there is nothing."""

    undo: UndoStep | None = None
    redo: UndoStep | None = None


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """A record in the trash.

    Args:
        deleted_by: Whoever did it last; empty where the journal does not say.
    """

    record: Mention
    deleted_at: datetime
    deleted_by: str = ""

    @property
    def id(self) -> UUID:
        """The record."""
        return self.record.id


#: Parts of a record: table → the column that names what it is part of. Its history
#: shows them, and they are brought back with it. Calls, promises and meetings may also
#: be of none.
PART_OF: Mapping[str, str] = {
    "animation_request": "fixture_id",
    "assignment": "post_id",
    "club_alias": "club_id",
    "commitment": "fixture_id",
    "detachment": "fixture_id",
    "estimate": "fixture_id",
    "fixture_phase": "fixture_id",
    "gate": "venue_id",
    "group_relation": "group_id",
    "kick_off_change": "fixture_id",
    "liaison_entry": "fixture_id",
    "match_task": "fixture_id",
    "meeting": "fixture_id",
    "participant": "meeting_id",
    "post": "fixture_id",
    "risk_assessment": "fixture_id",
    "risk_factor": "grid_id",
    "risk_item": "assessment_id",
    "sector": "venue_id",
    "venue_alias": "venue_id",
}
