"""A file between cells: written whole or not at all, opened as if it were hostile.

Open form: `SPORTSEC1`, the cover sheet and its length, the cell's signature over it,
the payload packed with zstd. Sealed form: an age file of the same, for cells or with a
passphrase. No open form of a sealed file ever lies on the disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import Sealing
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.store.durable import UNFINISHED, put_in_place
from sportsec.sync import crypt
from sportsec.sync import passphrase as by_passphrase
from sportsec.sync.course import Progress
from sportsec.sync.failing import writing
from sportsec.sync.files import Content, Settling, Watched, regular_file
from sportsec.sync.guards import Ahead
from sportsec.sync.manifest import Manifest
from sportsec.sync.packing import PIECE, OpenForm, head_of, pack
from sportsec.sync.unpacking import (
    SIGNED_AS,
    START,
    Unpacker,
    refuse_full_disk,
    refused_start,
)

#: Ending of the files.
ENDING = ".ssx"

#: Parts of the whole that packing and writing take; checking takes the rest.
PACKED, WRITTEN = 0.5, 0.75


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was proved to be what its sender signed; its content is not checked.

    Args:
        payload: The content, a SQLite file that must be opened as hostile.
        cover: The cover sheet as it was signed.
        digest: SHA-256 of that: the same for a file however it is sealed.
        sealing: How it came.
        size: Bytes of the file.
    """

    manifest: Manifest
    payload: Path
    cover: bytes
    digest: bytes
    sealing: Sealing
    size: int

    @property
    def is_sealed(self) -> bool:
        """Whether others could not read it on its way."""
        return self.sealing is not Sealing.OPEN


def _ignore(_done: float) -> None:
    """Tell nobody how far it is."""


def write(
    path: Path,
    payload: Path,
    manifest: Manifest,
    sign: Callable[[bytes], bytes],
    *,
    recipients: Sequence[str] = (),
    passphrase: str | None = None,
    progress: Progress = _ignore,
) -> Manifest:
    """Write a file, read it back, and only then give it its name; see `proved`.

    Returns:
        The cover sheet with the facts of the payload.
    """
    with proved(
        *(path, payload, manifest, sign),
        recipients=recipients,
        passphrase=passphrase,
        progress=progress,
    ) as file:
        file.put_in_place()
    return file.manifest


@dataclass(frozen=True, slots=True)
class Proved:
    """A file that was written and read back; it does not have its name yet.

    Args:
        manifest: The cover sheet with the facts of the payload.
    """

    path: Path
    manifest: Manifest

    @property
    def unfinished(self) -> Path:
        """Where it lies meanwhile."""
        return self.path.with_name(self.path.name + UNFINISHED)

    def put_in_place(self) -> None:
        """Give it its name; a file that had it before is replaced.

        Raises:
            BadFile: The place cannot be written.
        """
        with writing(self.path, 0):
            put_in_place(self.unfinished, self.path)


@contextmanager
def proved(
    path: Path,
    payload: Path,
    manifest: Manifest,
    sign: Callable[[bytes], bytes],
    *,
    recipients: Sequence[str] = (),
    passphrase: str | None = None,
    progress: Progress = _ignore,
) -> Iterator[Proved]:
    """Write a file and read it back; it waits to be put in place.

    Whatever goes wrong, and if `progress` raises, nothing new is left behind, and a
    file that had the name stays as it was.

    Args:
        payload: The content, in a folder that only the cell can read.
        sign: Signs as the cell that `manifest` names.
        recipients: Public box keys of the cells to seal it for.
        passphrase: To seal it with; with neither the file is open.
        progress: Called with the part done, 0 to 1: packing takes it to `PACKED`,
            writing to `WRITTEN`, reading back to 1; may raise to stop.

    Raises:
        BadFile: No room, or the place cannot be written.
    """
    packed = payload.with_name(f"{payload.name}.zst{UNFINISHED}")
    file = Proved(path, manifest)
    try:
        with writing(path, payload.stat().st_size):
            for stale in (packed, file.unfinished):
                stale.unlink(missing_ok=True)
            facts = pack(payload, packed, _part(progress, 0, PACKED))
            refuse_full_disk(path.parent, facts.packed_size)
            file = replace(file, manifest=replace(manifest, payload=facts))
            cover = file.manifest.to_bytes()
            head = head_of(cover, sign(SIGNED_AS + cover))
            onwards = _part(progress, PACKED, WRITTEN)
            with packed.open("rb") as content, file.unfinished.open("xb") as target:
                source = OpenForm(head, content, facts.packed_size, onwards)
                settling = Settling(target)
                check = _seal(source, settling, recipients, passphrase)
                settling.finish()
            back = _part(progress, WRITTEN, 1)
            read_back(file.unfinished, check, passphrase, back)
        yield file
    finally:
        for left in (packed, file.unfinished):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def open_container(
    path: Path,
    into: Path,
    *,
    box: crypt.BoxKey | None = None,
    passphrase: str | None = None,
    me: bytes | None = None,
    progress: Progress = _ignore,
) -> Opened:
    """Open a file and put its content into a folder of ours.

    Args:
        into: A private folder; made when absent. It holds one content only.
        box: Key of this cell, for files sealed for cells.
        passphrase: For files sealed with one.
        me: Key of this cell, to refuse what was meant for others.
        progress: Called with the part done, 0 to 1; may raise to stop.

    Raises:
        BadFile: The first check, in the order of exchange.md §11, that fails.
    """
    content = Content(into)
    try:
        with regular_file(path) as (source, size):
            unpacker = Unpacker(content.open, me=me)
            watched = Watched(source, size, progress)
            sealing = _unseal(watched.read, unpacker.write, box, passphrase)
            manifest = unpacker.finish()
            content.close()
    except BaseException:
        content.remove()
        raise
    digest = hashlib.sha256(unpacker.cover).digest()
    return Opened(manifest, content.path, unpacker.cover, digest, sealing, size)


def sealing_of(path: Path) -> Sealing:
    """Say how a file is sealed, so that a window can ask for the passphrase.

    Raises:
        BadFile: It cannot be read, or is none of ours.
    """
    with regular_file(path) as (source, _size):
        return _sealing(source.read(crypt.HEADER_BYTES))


def read_back(
    path: Path, box: crypt.BoxKey | None, passphrase: str | None, progress: Progress
) -> None:
    """Open a file just written and check all of it, its content going nowhere.

    Raises:
        BadFile: The disk did not keep what was written.
    """
    unpacker = Unpacker(lambda _manifest: None)
    try:
        with path.open("rb") as source:
            watched = Watched(source, path.stat().st_size, progress)
            _unseal(watched.read, unpacker.write, box, passphrase)
        unpacker.finish()
    except BadFile as refused:
        raise BadFile(FileRefusal.NOT_KEPT, name=path.name) from refused


def _seal(
    source: OpenForm,
    target: Settling,
    recipients: Sequence[str],
    passphrase: str | None,
) -> crypt.BoxKey | None:
    """Write the stream out; return a key that reads it back.

    A file sealed for others cannot be opened by its author. So it is sealed for one key
    more, which is made here and forgotten once the file was read back.
    """
    if passphrase is not None:
        by_passphrase.seal(source.read, target.write, passphrase)
    elif recipients:
        check = crypt.BoxKey.new()
        crypt.seal_for(source.read, target.write, (*recipients, check.public))
        return check
    else:
        while piece := source.read(PIECE):
            target.write(piece)
    return None


def _unseal(
    read: crypt.Read,
    write_on: crypt.Write,
    box: crypt.BoxKey | None,
    passphrase: str | None,
) -> Sealing:
    """Pass the open form on, whatever form the file has."""
    start = read(crypt.HEADER_BYTES)
    sealing = _sealing(start)
    if sealing is not Sealing.OPEN:
        ahead = Ahead(start, read)
        crypt.unseal(ahead.read, write_on, box=box, passphrase=passphrase)
        return sealing
    write_on(start)
    while piece := read(PIECE):
        write_on(piece)
    return sealing


def _sealing(start: bytes) -> Sealing:
    if start.startswith(crypt.AGE_START):
        return crypt.seal_of(start)
    if not start.startswith(START):
        raise refused_start(start)
    return Sealing.OPEN


def _part(progress: Progress, start: float, end: float) -> Progress:
    return lambda done: progress(start + (end - start) * done)
