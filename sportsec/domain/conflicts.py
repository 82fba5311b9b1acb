"""Fields that two cells changed without seeing each other, until somebody decides."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from sportsec.domain.words import Words, called

#: Register that holds whether a record is in the trash.
DELETED = "deleted_at"
#: Registers that others follow; a question is named after the first of them.
_LEADING = (DELETED, "@kick_off", "venue_id", "@status", "status", "name")
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
        acts: In which it parted from the other values: those of all who gave it.
        title: The sentence of the act that gave it, an `N_` msgid.
        detail: Facts of that sentence.
        reason: Why, in the words of its author; "" where none was asked.
    """

    op: int
    values: Mapping[str, object]
    actor: str
    at: datetime
    cell: Words
    is_ours: bool
    is_shown: bool
    is_deletion: bool = False
    acts: frozenset[int] = frozenset()
    title: str = ""
    detail: Mapping[str, object] = field(default_factory=dict)
    reason: str = ""

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

    @property
    def acts(self) -> frozenset[int]:
        """The acts that made the values stand against each other."""
        return frozenset().union(*(each.acts for each in self.versions))

    def in_short(self) -> Conflict:
        """Return it without the columns that every side left as they were before."""
        kept = [
            column
            for column in self.columns
            if any(
                column not in self.base or one.values.get(column) != self.base[column]
                for one in self.versions
            )
        ]
        if self.kind is ConflictKind.DELETION or len(kept) == len(self.columns):
            return self

        def less(values: Mapping[str, object]) -> dict[str, object]:
            return {column: values[column] for column in kept if column in values}

        some = (replace(each, values=less(each.values)) for each in self.versions)
        return replace(self, versions=tuple(some), base=less(self.base))

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

    def version_like(self, other: Version) -> Version | None:
        """Return what the acts of a version wrote here; None if not exactly one."""
        found = [each for each in self.versions if each.acts & other.acts]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Question:
    """Fields that the same acts made stand against each other: one answer for all.

    Whoever moved a match moved its plan with it; to take the kick-off alone would
    leave the plan at the other hour.

    Args:
        fields: The one that matters most first.
    """

    fields: tuple[Conflict, ...]

    @property
    def head(self) -> Conflict:
        """What the question is named after."""
        return self.fields[0]

    def answer(self, version: Version) -> list[Decision]:
        """Take the side of one version of the head in all fields.

        Where that side has not exactly one readable value, the field stays open.
        """
        found = ((each, each.version_like(version)) for each in self.fields[1:])
        return [
            take(self.head, version),
            *(take(each, same) for each, same in found if same and same.is_readable),
        ]


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


def questions_of(conflicts: Iterable[Conflict]) -> list[Question]:
    """Put together what one answer decides, on the page of one record."""
    found: dict[Hashable, list[Conflict]] = {}
    for each in conflicts:
        key = (each.owner, each.acts) if each.acts else each.key
        found.setdefault(key, []).append(each)
    return [Question(tuple(sorted(some, key=_weight))) for some in found.values()]


def _weight(conflict: Conflict) -> tuple[bool, int]:
    """Sort fields: of the record whose page it is first, and what others follow."""
    is_part = conflict.owner != (conflict.table, conflict.record)
    named = conflict.register in _LEADING
    return is_part, _LEADING.index(conflict.register) if named else len(_LEADING)


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
