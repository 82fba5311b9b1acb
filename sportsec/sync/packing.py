"""Packs a payload and gives the open form of a file out as one stream."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

import zstandard

from sportsec.sync.course import Progress
from sportsec.sync.manifest import PayloadFacts
from sportsec.sync.unpacking import START

#: Bytes read at a time.
PIECE = 1 << 18

#: Level of packing: the next ones make a file a twentieth smaller, for twice the time
#: and more.
_LEVEL = 3


def pack(payload: Path, packed: Path, progress: Progress) -> PayloadFacts:
    """Pack a payload into another file and say what it is.

    Args:
        progress: Called with the part done, 0 to 1; may raise to stop.
    """
    size, done = payload.stat().st_size, 0
    digest = hashlib.sha256()
    packing = zstandard.ZstdCompressor(level=_LEVEL).compressobj(size=size)
    with payload.open("rb") as source, packed.open("xb") as target:
        while piece := source.read(PIECE):
            done += len(piece)
            digest.update(piece)
            target.write(packing.compress(piece))
            progress(min(1.0, done / size))
        target.write(packing.flush())
    return PayloadFacts(digest.digest(), done, packed.stat().st_size)


def head_of(cover: bytes, signature: bytes) -> bytes:
    """Return what stands before the packed content."""
    return START + len(cover).to_bytes(4, "big") + cover + signature


class OpenForm:
    """A reader of the open form: the head, then the packed content.

    Args:
        size: Of the packed content, for `progress`.
    """

    def __init__(
        self, head: bytes, packed: BinaryIO, size: int, progress: Progress
    ) -> None:
        self._head = head
        self._packed = packed
        self._whole = len(head) + size
        self._done = 0
        self._progress = progress

    def read(self, size: int) -> bytes:
        """Return exactly `size` bytes, fewer only at the end."""
        piece, self._head = self._head[:size], self._head[size:]
        if len(piece) < size:
            piece += self._packed.read(size - len(piece))
        self._done += len(piece)
        self._progress(min(1.0, self._done / self._whole))
        return piece
