"""The cover sheet of a file: what it is, from whom, and what its content must be.

The rule for newer files: `min_reader` says which programs can read a file at all. A
file that we can read may have a newer `format`; then names that we do not know are let
pass, in any object of it. In a file of our own format every name must be known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sportsec.domain.exchange import Scope, ScopeKind
from sportsec.domain.words import LANGUAGES, Words
from sportsec.sync.cover_json import (
    Sheet,
    checked_hex,
    checked_number,
    decode,
    encode,
    refusal,
)

#: The form that this program writes, and the oldest that can be read with it.
FORMAT, MIN_READER = 1, 1
#: Bytes that a cover sheet may have.
COVER_BYTES = 1 << 20
#: Bytes of a payload; more is no season of any cell.
PAYLOAD_BYTES = 2 << 30

_RID, _KEY, _SIGNATURE, _SHA = 16, 32, 64, 32
_COUNT = 0xFFFFFFFF
_MANY = 10_000
_CELLS = 100
_ANYBODY = "*"
_BOX_KEY = r"age1[02-9ac-hj-np-z]{58}"

#: Replica to the numbers of its last operation and act.
Positions = Mapping[bytes, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote a file.

    Args:
        rid: The replica it was written from.
        cell_key: Signs the file.
        certificate: By which the key vouches for the replica.
        box_key: What files to this cell are sealed for.
    """

    rid: bytes
    cell_key: bytes
    certificate: bytes
    name: Words
    box_key: str


@dataclass(frozen=True, slots=True)
class PayloadFacts:
    """What the content must be: digest and bytes unpacked, and bytes packed."""

    sha256: bytes = bytes(_SHA)
    size: int = 0
    packed_size: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """The cover sheet.

    Args:
        version: Of the program that wrote it.
        schema: Name of the last migration of its database.
        number: Counted by the sender for each addressee's key; b"" is anybody.
        made: By the sender's clock.
        title: What the scope is called: the season, the match.
        personal: Whether personal values are in it.
        full: Whether all operations between `since` and `upto` are in it.
        seen: Everything that the sender has, of every replica.
        counts: Operations of each table in it.
        recipients: Keys of the cells that it is for; empty: for anybody.
        payload: Filled in when the file is written.
    """

    version: str
    schema: str
    sender: Sender
    number: Mapping[bytes, int]
    made: datetime
    scope: Scope = field(default_factory=Scope)
    title: Words = Words()
    personal: bool = True
    full: bool = True
    since: Positions = field(default_factory=dict)
    upto: Positions = field(default_factory=dict)
    seen: Positions = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    recipients: tuple[bytes, ...] = ()
    payload: PayloadFacts = PayloadFacts()
    format: int = FORMAT
    min_reader: int = MIN_READER

    def to_bytes(self) -> bytes:
        """Return it as it is signed: the same for equal cover sheets."""
        sender, payload = self.sender, self.payload
        return encode(
            {
                "format": self.format,
                "min_reader": self.min_reader,
                "version": self.version,
                "schema": self.schema,
                "sender": {
                    "rid": sender.rid.hex(),
                    "cell_key": sender.cell_key.hex(),
                    "certificate": sender.certificate.hex(),
                    "name": _words_out(sender.name),
                    "box_key": sender.box_key,
                },
                "number": {key.hex() or _ANYBODY: n for key, n in self.number.items()},
                "made": self.made.astimezone(UTC).isoformat(),
                "scope": {
                    "kind": self.scope.kind.value,
                    "record": self.scope.record and self.scope.record.hex,
                    "city": self.scope.city,
                    "label": _words_out(self.title),
                },
                "personal": self.personal,
                "full": self.full,
                "since": _positions_out(self.since),
                "upto": _positions_out(self.upto),
                "seen": _positions_out(self.seen),
                "counts": dict(self.counts),
                "payload": {
                    "sha256": payload.sha256.hex(),
                    "size": payload.size,
                    "packed_size": payload.packed_size,
                },
                "recipients": [key.hex() for key in self.recipients],
            }
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """The little that every cover sheet has, whatever its format."""

    min_reader: int
    version: str
    cell_key: bytes


def outline(data: bytes) -> Outline:
    """Return what is needed to check the signature and to say who can read it.

    Raises:
        BadFile: It has not even that.
    """
    sheet = Sheet(decode(data), loose=True)
    return Outline(
        sheet.number("min_reader", 1, _COUNT),
        sheet.text("version", 40),
        sheet.part("sender").binary("cell_key", _KEY),
    )


def from_bytes(data: bytes) -> Manifest:
    """Return the cover sheet that `data` spells.

    Raises:
        BadFile: Something in it is missing, unknown, of a wrong kind or size; its
            fact `place` says what.
    """
    raw = decode(data)
    written = Sheet(raw, loose=True).number("format", 1, _COUNT)
    sheet = Sheet(raw, loose=written > FORMAT)
    scope, title = _scope(sheet.part("scope"))
    manifest = Manifest(
        format=sheet.number("format", 1, _COUNT),
        min_reader=sheet.number("min_reader", 1, _COUNT),
        version=sheet.text("version", 40),
        schema=sheet.text("schema", 100),
        sender=_sender(sheet.part("sender")),
        number=_numbers(sheet),
        made=_moment(sheet, "made"),
        scope=scope,
        title=title,
        personal=sheet.flag("personal"),
        full=sheet.flag("full"),
        since=_positions(sheet, "since"),
        upto=_positions(sheet, "upto"),
        seen=_positions(sheet, "seen"),
        counts=_counts(sheet),
        payload=_payload(sheet.part("payload")),
        recipients=_recipients(sheet),
    )
    sheet.done()
    return manifest


def _sender(sheet: Sheet) -> Sender:
    sender = Sender(
        rid=sheet.binary("rid", _RID),
        cell_key=sheet.binary("cell_key", _KEY),
        certificate=sheet.binary("certificate", _SIGNATURE),
        name=_words(sheet.part("name"), 200),
        box_key=sheet.text("box_key", 62, _BOX_KEY),
    )
    sheet.done()
    return sender


def _scope(sheet: Sheet) -> tuple[Scope, Words]:
    kinds = "|".join(ScopeKind)
    kind = ScopeKind(sheet.text("kind", 40, kinds))
    nothing = sheet.is_null("record")
    record = None if nothing else UUID(bytes=sheet.binary("record", 16))
    city, title = sheet.text("city", 200), _words(sheet.part("label"), 400)
    sheet.done()
    return Scope(kind, record, city), title


def _payload(sheet: Sheet) -> PayloadFacts:
    facts = PayloadFacts(
        sheet.binary("sha256", _SHA),
        sheet.number("size", 0, PAYLOAD_BYTES),
        sheet.number("packed_size", 0, PAYLOAD_BYTES),
    )
    sheet.done()
    return facts


def _words(sheet: Sheet, most: int) -> Words:
    words = Words(*(sheet.text(language, most) for language in LANGUAGES))
    sheet.done()
    return words


def _moment(sheet: Sheet, name: str) -> datetime:
    text = sheet.text(name, 40)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise refusal(sheet.place_of(name)) from None
    if moment.tzinfo is None or moment.astimezone(UTC).isoformat() != text:
        raise refusal(sheet.place_of(name))
    return moment


def _numbers(sheet: Sheet) -> dict[bytes, int]:
    place = sheet.place_of("number")
    return {
        b"" if key == _ANYBODY else checked_hex(key, _KEY, place): checked_number(
            number, 1, _COUNT, place
        )
        for key, number in sheet.entries("number", _CELLS)
    }


def _positions(sheet: Sheet, name: str) -> dict[bytes, tuple[int, int]]:
    place = sheet.place_of(name)
    found: dict[bytes, tuple[int, int]] = {}
    for rid, pair in sheet.entries(name, _MANY):
        if not isinstance(pair, list) or len(pair) != 2:
            raise refusal(place)
        op, act = (checked_number(each, 0, _COUNT, place) for each in pair)
        found[checked_hex(rid, _RID, place)] = op, act
    return found


def _counts(sheet: Sheet) -> dict[str, int]:
    place = sheet.place_of("counts")
    entries = sheet.entries("counts", _MANY)
    if any(len(table) > 64 for table, _ in entries):
        raise refusal(place)
    return {table: checked_number(n, 0, _COUNT, place) for table, n in entries}


def _recipients(sheet: Sheet) -> tuple[bytes, ...]:
    place = sheet.place_of("recipients")
    members = sheet.members("recipients", _CELLS)
    keys = tuple(checked_hex(each, _KEY, place) for each in members)
    if len(set(keys)) != len(keys):
        raise refusal(place)
    return keys


def _words_out(words: Words) -> dict[str, str]:
    return {language: getattr(words, language) for language in LANGUAGES}


def _positions_out(positions: Positions) -> dict[str, Any]:
    return {rid.hex(): list(pair) for rid, pair in positions.items()}
