"""Takes the open form of a file piece by piece and believes nothing before its proof.

The order of the checks is that of exchange.md §11: cover sheet, signature, certificate,
addressee, reader, then the content with its declared size as the limit.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO, Protocol, cast

import zstandard

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.store.journal.canon import replica_message
from sportsec.store.journal.identity import is_signed
from sportsec.sync.failing import no_room
from sportsec.sync.manifest import (
    COVER_BYTES,
    FORMAT,
    Manifest,
    from_bytes,
    outline,
)

#: First bytes of the open form.
START = b"SPORTSEC1\n"
#: What the signature of a file is over, before its cover sheet.
SIGNED_AS = b"sportsec file\0"
_ANY_START = b"SPORTSEC"
_LENGTH = 4
_SIGNATURE = 64

#: Room that must stay free on the disk beside the content.
SPARE_BYTES = 64 << 20
#: Memory that unpacking may take; what we write needs a quarter of it.
_WINDOW = 1 << 23
#: Bytes unpacked at a time. zstandard never gives this buffer back when a piece is
#: refused, so it is a small one.
_PIECE = 1 << 15


class Target(Protocol):
    """Where the content goes."""

    def write(self, data: bytes, /) -> object:
        """Take all of `data`."""


class Unpacker:
    """Checks a file while it comes in, and writes its content out.

    Args:
        make_target: Called with the cover sheet once that is proved; returns the file
            that the content goes to, or None to only check it.
        me: Key of this cell; None: whoever it is for.

    Attributes:
        manifest: The cover sheet; None until it is proved.
        cover: The same as it was signed.
    """

    def __init__(
        self,
        make_target: Callable[[Manifest], Target | None],
        *,
        me: bytes | None = None,
    ) -> None:
        self.manifest: Manifest | None = None
        self.cover = b""
        self._make_target = make_target
        self._me = me
        self._head = bytearray()
        self._content: _Content | None = None

    def write(self, data: bytes) -> None:
        """Take the next bytes.

        Raises:
            BadFile: They cannot be right.
        """
        if self._content is None:
            self._head += data
            data = self._begin()
        if self._content is not None and data:
            self._content.write(data)

    def finish(self) -> Manifest:
        """Check that nothing is missing, and return the cover sheet.

        Raises:
            BadFile: Something is.
        """
        if self._content is None or self.manifest is None:
            raise BadFile(FileRefusal.CUT_SHORT)
        self._content.finish()
        return self.manifest

    def _begin(self) -> bytes:
        """Prove the head once it is whole; return what follows it."""
        head = self._head
        if not head.startswith(START[: len(head)]):
            raise refused_start(bytes(head))
        at = len(START) + _LENGTH
        if len(head) < at:
            return b""
        size = int.from_bytes(head[len(START) : at], "big")
        if size > COVER_BYTES:
            raise BadFile(
                FileRefusal.COVER_TOO_BIG,
                kilobytes=size >> 10,
                limit=COVER_BYTES >> 10,
            )
        end = at + size + _SIGNATURE
        if len(head) < end:
            return b""
        self.cover = bytes(head[at : at + size])
        self.manifest = proved(self.cover, bytes(head[at + size : end]), self._me)
        self._content = _Content(self.manifest, self._make_target(self.manifest))
        rest, self._head = bytes(head[end:]), bytearray()
        return rest


def refused_start(start: bytes) -> BadFile:
    """Return the refusal of a file that does not begin as ours."""
    if start.startswith(_ANY_START) and start[8:9].isdigit():
        return BadFile(FileRefusal.NEEDS_UPDATE, version="?")
    return BadFile(FileRefusal.NOT_OURS)


def proved(cover: bytes, signature: bytes, me: bytes | None) -> Manifest:
    """Return a cover sheet that is what its sender signed, and meant for us.

    Raises:
        BadFile: It is not.
    """
    said = outline(cover)
    if not is_signed(said.cell_key, SIGNED_AS + cover, signature):
        raise BadFile(FileRefusal.BAD_SIGNATURE)
    if said.min_reader > FORMAT:
        raise BadFile(FileRefusal.NEEDS_UPDATE, version=said.version)
    manifest = from_bytes(cover)
    sender = manifest.sender
    vouched = replica_message(sender.rid)
    if not is_signed(sender.cell_key, vouched, sender.certificate):
        raise BadFile(FileRefusal.BAD_CERTIFICATE, cell=sender.name)
    if manifest.recipients and me is not None and me not in manifest.recipients:
        raise BadFile(FileRefusal.NOT_FOR_US, cell=sender.name)
    return manifest


def refuse_full_disk(folder: Path, needed: int) -> None:
    """Refuse to begin what the disk has no room for.

    Raises:
        BadFile: There is less than `needed` bytes, and some to spare.
    """
    if shutil.disk_usage(folder).free < needed + SPARE_BYTES:
        raise no_room(needed + SPARE_BYTES)


class _Content:
    """Unpacks the content, never more of it than the cover sheet says."""

    def __init__(self, manifest: Manifest, target: Target | None) -> None:
        self._facts = manifest.payload
        self._packed = 0
        self._sink = _Sink(manifest.payload.size, target)
        reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        self._unpacking = reader.stream_writer(
            cast("IO[bytes]", self._sink), write_size=_PIECE, closefd=False
        )

    def write(self, data: bytes) -> None:
        self._packed += len(data)
        if self._packed > self._facts.packed_size:
            raise BadFile(FileRefusal.DAMAGED)
        try:
            self._unpacking.write(data)
        except zstandard.ZstdError:
            raise (self._sink.failure or BadFile(FileRefusal.DAMAGED)) from None
        if self._sink.failure is not None:
            raise self._sink.failure

    def finish(self) -> None:
        facts, sink = self._facts, self._sink
        if self._packed < facts.packed_size:
            raise BadFile(FileRefusal.CUT_SHORT)
        if sink.size != facts.size or sink.digest.digest() != facts.sha256:
            raise BadFile(FileRefusal.OTHER_CONTENT)


class _Sink:
    """Takes what is unpacked; the little of a file that zstandard needs.

    It must not refer to whoever holds the unpacking side: zstandard's objects are not
    seen by the garbage collector, so that a circle of them would stay for ever.
    """

    def __init__(self, most: int, target: Target | None) -> None:
        self.size = 0
        self.digest = hashlib.sha256()
        self.failure: BaseException | None = None
        self._most = most
        self._target = target

    def write(self, data: bytes) -> int:
        try:
            self._take(data)
        except BaseException as error:
            self.failure = error
            raise
        return len(data)

    def _take(self, data: bytes) -> None:
        self.size += len(data)
        if self.size > self._most:
            megabytes = -(-self._most >> 20)
            raise BadFile(FileRefusal.MORE_THAN_SAID, megabytes=megabytes)
        self.digest.update(data)
        if self._target is not None:
            self._target.write(data)
