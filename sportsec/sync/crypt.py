"""Sealing with age: for the cells that a file is meant for, or with a passphrase."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyrage

from sportsec.domain.errors import BadFile, StoreReason, StoreUnavailable
from sportsec.domain.exchange import Sealing
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.sync import passphrase as by_passphrase
from sportsec.sync.guards import Ahead, GuardedReader, GuardedWriter

#: First bytes of every file that is sealed with age.
AGE_START = b"age-encryption.org/v1\n"
#: The most that a header of age may take, which is room for 140 addressees; a reader
#: of endless headers would be kept busy for hours.
HEADER_BYTES = 1 << 14

_BOX_KEY = "box.key"
_PREFIX = "AGE-SECRET-KEY-1"

Read = Callable[[int], bytes]
Write = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class BoxKey:
    """The key that opens what is sealed for one cell."""

    identity: pyrage.x25519.Identity

    @classmethod
    def new(cls) -> BoxKey:
        """Return a key that nobody has yet."""
        return cls(pyrage.x25519.Identity.generate())

    @property
    def public(self) -> str:
        """What others seal for, such as "age1…"."""
        return str(self.identity.to_public())


def box_key(folder: Path) -> BoxKey:
    """Return the box key of a cell; made on first need.

    Args:
        folder: The keys of the workspace.

    Raises:
        StoreUnavailable: The file holds no key. It is not replaced: what was sealed
            for the old key could never be opened again. Or the folder cannot be read
            or written.
    """
    path = folder / _BOX_KEY
    try:
        if not path.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _keep(path, BoxKey.new())
        lines = path.read_text(encoding="utf-8", errors="replace").split()
    except OSError as error:
        raise StoreUnavailable(StoreReason.DISK, folder) from error
    for line in lines:
        if line.startswith(_PREFIX):
            try:
                return BoxKey(pyrage.x25519.Identity.from_str(line))
            except pyrage.IdentityError:
                break
    raise StoreUnavailable(StoreReason.UNREADABLE, path)


def is_box_key(text: str) -> bool:
    """Say whether files can be sealed for this public key."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except (pyrage.RecipientError, ValueError):
        return False
    return True


def seal_for(read: Read, write: Write, recipients: Sequence[str]) -> None:
    """Seal all that `read` gives for several cells.

    Args:
        recipients: Their public box keys; at least one.
    """
    source, target = GuardedReader(read), GuardedWriter(write)
    keys = [pyrage.x25519.Recipient.from_str(each) for each in recipients]
    try:
        pyrage.encrypt_io(source, target, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise (target.failure or source.failure or error) from None
    _raise_unheard(target.failure or source.failure)


def unseal(
    read: Read,
    write: Write,
    *,
    box: BoxKey | None = None,
    passphrase: str | None = None,
) -> None:
    """Unseal all that `read` gives.

    Nothing that `write` got may be used before this returns: a cut file shows at its
    end only.

    Args:
        read: Starts at the first byte; must return full pieces until the end.
        box: Key of this cell, for files sealed for cells.
        passphrase: For files sealed with one.

    Raises:
        BadFile: For others, another passphrase, damaged or cut short.
    """
    start = read(HEADER_BYTES)
    ahead = Ahead(start, read)
    if seal_of(start) is Sealing.PASSPHRASE:
        if passphrase is None:
            raise BadFile(FileRefusal.NEEDS_PASSPHRASE)
        by_passphrase.unseal(ahead.read, write, passphrase)
        return
    if box is None:
        raise BadFile(FileRefusal.SEALED_FOR_OTHERS)
    source, target = GuardedReader(ahead.read), GuardedWriter(write)
    try:
        pyrage.decrypt_io(source, target, [box.identity])
    except (pyrage.DecryptError, OSError, ValueError) as error:
        raise (target.failure or source.failure or _meaning(error)) from None
    _raise_unheard(target.failure or source.failure)


def seal_of(start: bytes) -> Sealing:
    """Return how a file is sealed.

    Args:
        start: Its first `HEADER_BYTES`.

    Raises:
        BadFile: Not a header of age, or one we cannot open.
    """
    header, end, _ = start.partition(b"\n--- ")
    if not header.startswith(AGE_START) or not end:
        cut = len(start) < HEADER_BYTES and start.startswith(AGE_START)
        raise BadFile(FileRefusal.CUT_SHORT if cut else FileRefusal.BAD_SEAL)
    kinds = [
        line.split(b" ")[1:2] for line in header.split(b"\n") if line[:3] == b"-> "
    ]
    if [b"scrypt"] in kinds:
        return Sealing.PASSPHRASE
    if [b"X25519"] in kinds:
        return Sealing.CELLS
    raise BadFile(FileRefusal.BAD_SEAL)


def _raise_unheard(failure: BaseException | None) -> None:
    """Raise what pyrage let go by: it ignores a failure to write the last bytes."""
    if failure is not None:
        raise failure


def _meaning(error: Exception) -> BadFile:
    """Return what an error of age says about the file."""
    if str(error).startswith("No matching keys"):
        return BadFile(FileRefusal.SEALED_FOR_OTHERS)
    return BadFile(FileRefusal.DAMAGED)


def _keep(path: Path, key: BoxKey) -> None:
    """Write a key so that it is there whole; one that another wrote meanwhile stays."""
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(8)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        with os.fdopen(
            os.open(unfinished, flags, 0o600), "w", encoding="ascii"
        ) as file:
            file.write(f"# public key: {key.public}\n{key.identity}\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(unfinished, path)  # unlike renaming, never replaces a key
        except FileExistsError:
            pass
        except OSError:  # a disk without links
            unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
