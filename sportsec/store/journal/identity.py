"""Who writes the journal of this database: the cell's key, and the replica's name.

The key belongs to the cell and lies beside the database, so that the other cells need
to be told of it once. The replica names one incarnation of one database file: a copy
of it, or a backup put back, would count its acts anew under numbers that others know,
so it takes a new name. What was reached is noted outside the database after each act
(its high-water mark); whatever does not fit it counts as a copy, which does no harm.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from sportsec.store.journal.canon import replica_message
from sportsec.store.journal.standing import STANDING

KEYS = "keys"
_SIGNING = "signing.key"
_MARK = "replica.json"
_RID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a replica had come when its last act was written.

    Args:
        rid: Name of the replica, as hex.
        tno: Number of its last act.
        chain: Chain value of that act, as hex.
        machine: The PC it was written on.
        folder: Where the workspace lay.
    """

    rid: str
    tno: int
    chain: str
    machine: str
    folder: str


class Identity:
    """The keys of a cell, in the folder `keys` of its workspace.

    A key that was lost or damaged cannot be had again: the cell takes a new one, which
    the others must trust anew. What was signed with the old one stays proved.

    Attributes:
        is_renewed: Whether `settle` found that the record was written with another key.

    Raises:
        OSError: The folder cannot be read or written.
    """

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace.absolute()
        self.folder = self.workspace / KEYS
        self._key = _load_key(self.folder)
        self.cell_key = self._key.public_key().public_bytes_raw()
        self.rid = b""
        self.is_renewed = False
        self._note: _Note | None = None

    def close(self) -> None:
        """Let go of the folder; what is noted after it takes hold of it again."""
        if self._note is not None:
            self._note.close()
            self._note = None

    def sign(self, message: bytes) -> bytes:
        """Return the cell's signature of a message."""
        return self._key.sign(message)

    def certificate(self, rid: bytes) -> bytes:
        """Return the cell's word that a replica is its own."""
        return self.sign(replica_message(rid))

    def settle(self, connection: Any) -> bool:
        """Find the name of this replica, or give it a new one where in doubt.

        Args:
            connection: A driver connection inside a writing transaction.

        Returns:
            Whether the replica is a new one.
        """
        number, tno, chain = connection.execute(
            f"SELECT self, tno, chain FROM {STANDING}"  # noqa: S608 - our own
        ).fetchone()
        if number is not None:
            query = "SELECT rid, cell_key FROM journal_replica WHERE number = ?"
            rid, key = connection.execute(query, (number,)).fetchone()
            self.is_renewed = bytes(key) != self.cell_key
            if not self.is_renewed and self._fits(self._mark(), rid, tno, chain):
                self.rid = rid
                return False
        self.rid = os.urandom(_RID_BYTES)
        connection.execute(
            "INSERT INTO journal_replica (rid, cell_key, certificate) VALUES (?, ?, ?)",
            (self.rid, self.cell_key, self.certificate(self.rid)),
        )
        connection.execute(
            f"UPDATE journal_state SET hlc = (SELECT hlc FROM {STANDING}),"  # noqa: S608
            " self = (SELECT number FROM journal_replica WHERE rid = ?)",
            (self.rid,),
        )
        return True

    def remember(self, tno: int, chain: bytes) -> None:
        """Note how far the replica has come, after its act was committed.

        Should the power go before this is on the disk, the replica takes a new name at
        the next start: a nuisance to nobody.
        """
        mark = Mark(self.rid.hex(), tno, chain.hex(), machine(), str(self.workspace))
        if self._note is None:
            self._note = _Note(self.folder / _MARK)
        facts = {name: getattr(mark, name) for name in Mark.__slots__}
        self._note.write(json.dumps(facts))

    def _mark(self) -> Mark | None:
        try:
            known = json.loads((self.folder / _MARK).read_text(encoding="utf-8"))
            return Mark(**known)
        except (OSError, ValueError, TypeError):  # lost or torn: a new name then
            return None

    def _fits(
        self, mark: Mark | None, rid: bytes, tno: int, chain: bytes | None
    ) -> bool:
        if chain is None:  # its last act was taken out: nothing can follow it
            return False
        if mark is None or mark.rid != rid.hex() or mark.tno > tno:
            return False
        if mark.tno == tno and mark.chain != chain.hex():
            return False
        return mark.machine == machine() and mark.folder == str(self.workspace)


class _Note:
    """A short text that is written again with every save, in a file kept open.

    It is written over, not made anew: to empty it first would make every save wait for
    the disk once more.

    Raises:
        OSError: The file cannot be opened or written.
    """

    def __init__(self, path: Path) -> None:
        opener = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._file = os.fdopen(opener, "r+b", buffering=0)
        self._length = self._file.seek(0, os.SEEK_END)

    def write(self, text: str) -> None:
        """Put a text in the place of the one before."""
        self._file.seek(0)
        length = self._file.write(text.encode())
        if length < self._length:
            self._file.truncate(length)
        self._length = length

    def close(self) -> None:
        """Give the file free."""
        self._file.close()


def forget_replica(workspace: Path) -> None:
    """Let the database of a workspace take a new name when it is opened next.

    The note is emptied where it lies: some systems remove no file that is kept open.
    """
    path = workspace / KEYS / _MARK
    if path.exists():
        path.write_bytes(b"")


def is_signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether a cell's key signed a message."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@cache
def machine() -> str:
    """Return what tells this PC from another; its name where the system has no more."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - of Windows alone

        path = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    try:
        return Path("/etc/machine-id").read_text(encoding="ascii").strip()
    except OSError:
        return platform.node()


def _load_key(folder: Path) -> Ed25519PrivateKey:
    """Return the key of the cell; made when there is none.

    A damaged one is kept aside, for those who may save something of it.
    """
    path = folder / _SIGNING
    try:
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
    except FileNotFoundError:
        pass
    except ValueError:
        path.replace(_unused(path.with_name(f"{_SIGNING}.damaged")))
    key = Ed25519PrivateKey.generate()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    opener = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(opener, "wb") as file:
        file.write(key.private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    return key


def _unused(path: Path) -> Path:
    """Return a name that no file has yet."""
    tried, number = path, 1
    while tried.exists():
        number += 1
        tried = path.with_name(f"{path.name}-{number}")
    return tried
