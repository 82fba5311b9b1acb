"""Fields that two cells changed without seeing each other, until somebody decides."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from sportsec.domain.words import Words, called

#: Register that holds whether a record is in the trash.
DELETED = "deleted_at"
_SHORT = 8


class ConflictKind(StrEnum):
    """What stands against what."""

    VALUES = "values"  #: different values of one field, or of fields that go together
    DELETION = "deletion"  #: deleted in one cell, edited or brought back in another


class Unreadable(StrEnum):
    """Why a value cannot be shown."""

    WITHHELD = "withheld"  #: the cell that sent it kept it to itself
    ERASED = "erased"  #: removed for good


class Side(StrEnum):
    """Which of the values to take, for several conflicts at once."""

    OURS = "ours"  #: the one of this cell
    THEIRS = "theirs"  #: the one of another cell
    SHOWN = "shown"  #: the one that is shown meanwhile


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that stand against each other.

    Args:
        op: The operation that wrote it, by its number in this database.
        values: Column → value as the record's attribute gives it. Of a deletion:
            the mark of the trash; of an edit against it: all that was changed.
        actor: Who wrote it.
        cell: Name of the cell where it was written.
        is_ours: Whether that is this cell.
        is_shown: Whether it is what the record shows meanwhile.
        is_deletion: Whether taking it puts the record into the trash.
    """

    op: int
    values: Mapping[str, object]
    actor: str
    at: datetime
    cell: Words
    is_ours: bool
    is_shown: bool
    is_deletion: bool = False

    @property
    def is_readable(self) -> bool:
        """Whether the values are known here, so that it can be taken."""
        return not any(isinstance(each, Unreadable) for each in self.values.values())


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field with several values, or a record deleted here and edited there.

    Args:
        table: Kind of the record.
        label: What the officer calls the record.
        register: A column, or a group of them as "@name".
        columns: The columns that move together.
        versions: The one shown first, then the latest.
        base: What stood there before they parted; empty where that is not known.
        names: What values are called, see `called`.
        owner: The record whose page shows it: its kind and identifier.
        position: The state of this database in which it was read.
    """

    kind: ConflictKind
    table: str
    record: UUID
    label: Words
    register: str
    columns: tuple[str, ...]
    versions: tuple[Version, ...]
    base: Mapping[str, object] = field(default_factory=dict)
    names: Mapping[Hashable, Words] = field(default_factory=dict)
    owner: tuple[str, UUID] | None = None
    position: int = 0

    @property
    def key(self) -> str:
        """A short name, the same in every cell."""
        return conflict_key(self.record, self.register)

    def named(self, column: str, value: object) -> object:
        """Return a value as it is shown: a reference by the name of its record."""
        return called(self.names, column, value)

    def version(self, side: Side) -> Version | None:
        """Return the version of a side; None where there is not exactly one."""
        if side is Side.SHOWN:
            found = [each for each in self.versions if each.is_shown]
        else:
            ours = side is Side.OURS
            found = [each for each in self.versions if each.is_ours is ours]
        return found[0] if len(found) == 1 else None

    def version_of(self, cell: Words) -> Version | None:
        """Return the version of a cell; None where there is not exactly one."""
        found = [each for each in self.versions if each.cell == cell]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the officer decided about one conflict.

    Args:
        position: The state in which the values were shown; any that came later stay.
        op: The version to take; None for values of the officer's own.
        values: Column → the officer's own value.
    """

    table: str
    record: UUID
    register: str
    position: int
    op: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConflictFilter:
    """Conflicts wanted.

    Args:
        table: Of records of one kind.
        owner: Of one record and its parts.
        cell: With a value of this cell; a name as `Version.cell` holds it.
    """

    table: str = ""
    owner: UUID | None = None
    cell: Words = Words()


def conflict_key(record: UUID, register: str) -> str:
    """Return the short name of a conflict, to be typed on a command line."""
    return sha256(record.bytes + register.encode()).hexdigest()[:_SHORT]


def decisions_for(
    conflicts: Iterable[Conflict], side: Side, cell: Words | None = None
) -> Iterator[Decision]:
    """Take the same side everywhere, where that names one readable value.

    Args:
        cell: Takes the value of this cell instead of a side.
    """
    for each in conflicts:
        found = each.version(side) if cell is None else each.version_of(cell)
        if found is not None and found.is_readable:
            yield take(each, found)


def take(conflict: Conflict, version: Version) -> Decision:
    """Decide for one of the versions."""
    return Decision(
        *(conflict.table, conflict.record, conflict.register, conflict.position),
        op=version.op,
    )


def enter(conflict: Conflict, values: Mapping[str, object]) -> Decision:
    """Decide for a value of the officer's own."""
    return Decision(
        *(conflict.table, conflict.record, conflict.register, conflict.position),
        values=values,
    )
