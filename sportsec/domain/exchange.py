"""What one cell sends to another: how much, to whom, sealed how (exchange.md §7).

What the receiver is told about a file is in `domain.exchange_received`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.words import Words


class ScopeKind(StrEnum):
    """How much of the record goes into a file."""

    EVERYTHING = "everything"
    SEASON = "season"  #: the matches of a season and what they need
    MATCH = "match"  #: one match and what it needs: the match pack
    REGION = "region"  #: the matches, clubs and venues of a city
    SINCE = "since"  #: everything that the addressees have not said to have


@dataclass(frozen=True, slots=True)
class Scope:
    """What a file holds.

    Args:
        record: The season, match or command; None where the kind needs none.
        city: Of a region that is no command: in any script and spelling.
    """

    kind: ScopeKind = ScopeKind.EVERYTHING
    record: UUID | None = None
    city: str = ""

    @property
    def is_partial(self) -> bool:
        """Whether only some records go: the receiver then knows them, not all."""
        return self.kind not in {ScopeKind.EVERYTHING, ScopeKind.SINCE}


class Sealing(StrEnum):
    """Who can read a file on its way."""

    CELLS = "cells"  #: only the cells that it is for
    PASSPHRASE = "passphrase"  # noqa: S105 - whoever knows the passphrase
    OPEN = "open"  #: anybody; it is signed all the same


@dataclass(frozen=True, slots=True)
class SendWish:
    """What the officer asked for in the sending window.

    Args:
        to: Keys of the cells it is for; empty: for anybody.
        passphrase: With `Sealing.PASSPHRASE` only.
    """

    scope: Scope = Scope()
    with_personal: bool = True
    sealing: Sealing = Sealing.CELLS
    to: tuple[bytes, ...] = ()
    passphrase: str = field(default="", repr=False)


class SentKind(NamedTuple):
    """One kind of record in a file to be sent.

    Args:
        table: Name of the kind, as `i18n.labels_exchange.kind_name` knows it.
        records: How many records; each goes with its whole history.
        changes: How many of their changes.
        fields: Columns whose values go.
        withheld: Columns whose values stay here because they are personal.
        personal: Columns among `fields` that say something of a person.
    """

    table: str
    records: int
    changes: int
    fields: tuple[str, ...]
    withheld: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SendPlan:
    """A file as it would be sent, field by field; nothing is written yet.

    Args:
        title: Of the scope: the season, the match, the city.
        kinds: Every kind of which something goes, the officer's main kinds first.
        since: Made when: the last file of the addressee that says what it has. None
            when all goes.
        acts: Acts that go whole or in part.
    """

    wish: SendWish
    title: Words
    kinds: tuple[SentKind, ...]
    acts: int
    since: datetime | None = None

    @property
    def changes(self) -> int:
        """How many changes of single fields and records go."""
        return sum(kind.changes for kind in self.kinds)

    @property
    def records(self) -> int:
        """How many records something is sent of."""
        return sum(kind.records for kind in self.kinds)

    @property
    def is_empty(self) -> bool:
        """Whether the addressees have all of it."""
        return not self.acts


@dataclass(frozen=True, slots=True)
class SendResult:
    """A file that was written, read back and found whole.

    Args:
        number: Of the file, as the receivers count them: (cell key, number); the key
            is empty for a file to anybody.
        size: In bytes.
    """

    path: Path
    numbers: tuple[tuple[bytes, int], ...]
    size: int
    changes: int
    made: datetime


class Trust(StrEnum):
    """What a cell is to us."""

    OURS = "ours"  #: our own key: an older state of us, or our other PC
    TRUSTED = "trusted"  #: its words were compared
    UNKNOWN = "unknown"  #: never met, or its words were not compared yet
    REVOKED = "revoked"  #: its key is not to be trusted any more


@dataclass(frozen=True, slots=True)
class CellRow:
    """A cell that files were exchanged with, or that was made known.

    Args:
        key: Public key that signs its files.
        words: Fingerprint of the key to be read out by phone, one text per language.
        can_be_sealed_for: Whether we have the key that seals files for it.
        sent: Number of the last file sent to it; 0 when there is none.
        received: Number of the last file of it that was taken in.
        seen_at: When it last told what it has; None: never.
    """

    key: bytes
    name: Words
    trust: Trust
    words: Words
    can_be_sealed_for: bool = False
    sent: int = 0
    received: int = 0
    trusted_at: datetime | None = None
    revoked_at: datetime | None = None
    seen_at: datetime | None = None


class ExchangeReason(StrEnum):
    """Why an exchange is refused; the facts that `BadFile` carries are in brackets."""

    NO_SEALING_KEY = "no_sealing_key"  #: a file cannot be sealed for it yet (cell)
    NO_ADDRESSEE = "no_addressee"  #: sealed for cells, but none is named
    #: too short or missing (length)
    NO_PASSPHRASE = "no_passphrase"  # noqa: S105 - a name, no secret
    NOT_ENOUGH_ROOM = "not_enough_room"  #: the disk is too full (megabytes)
    CANNOT_WRITE = "cannot_write"  #: the file cannot be written (path, reason)
    NOTHING_IN_SCOPE = "nothing_in_scope"  #: no record fits the scope
    UNTRUSTED_SENDER = "untrusted_sender"  #: the words were not compared (cell)
    REVOKED_SENDER = "revoked_sender"  #: the key was withdrawn (cell)
    EQUIVOCATION = "equivocation"  #: two histories under one name (cell)
    BROKEN_CHAIN = "broken_chain"  #: history altered after signing (cell, act)
    BAD_COUNTS = "bad_counts"  #: holds other changes than it claims
    BAD_CLOCK = "bad_clock"  #: a change dated outside any calendar (cell)
    CIRCLE = "circle"  #: changes that stand on each other in a circle (cell)
    OWN_FUTURE = "own_future"  #: changes under our name that we never made
    CHANGED_MEANWHILE = "changed_meanwhile"  #: other than what was shown
    CANCELLED = "cancelled"  #: the officer stopped it
