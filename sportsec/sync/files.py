"""The two files of an opening: the one that came, and the content taken out of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.sync.course import Progress
from sportsec.sync.failing import reading, writing
from sportsec.sync.manifest import PAYLOAD_BYTES, Manifest
from sportsec.sync.unpacking import refuse_full_disk

#: Bytes of the largest file that is looked at; FAT32 could hold no larger one either.
FILE_BYTES = PAYLOAD_BYTES
#: Bytes after which what was written is brought to the disk: seconds on a slow stick.
_SETTLED_BYTES = 2 << 20

_BINARY: int = getattr(os, "O_BINARY", 0)
_NOT_A_LINK: int = getattr(os, "O_NOFOLLOW", 0)
_NOT_WAITING: int = getattr(os, "O_NONBLOCK", 0)


@contextmanager
def regular_file(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """Open a regular file of a bearable size; a pipe or device might never end.

    Raises:
        BadFile: It is something else, too large, not there or not ours to read.
    """
    with reading(path):
        flags = os.O_RDONLY | _BINARY | _NOT_A_LINK | _NOT_WAITING
        if path.is_symlink():
            raise BadFile(FileRefusal.NOT_A_FILE, name=path.name)
        state = path.stat()  # before it is opened: opening a device may do something
        if not stat.S_ISREG(state.st_mode):
            raise BadFile(FileRefusal.NOT_A_FILE, name=path.name)
        with os.fdopen(os.open(path, flags), "rb") as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                raise BadFile(FileRefusal.NOT_A_FILE, name=path.name)
            if state.st_size > FILE_BYTES:
                raise BadFile(
                    FileRefusal.TOO_BIG,
                    name=path.name,
                    megabytes=state.st_size >> 20,
                    limit=FILE_BYTES >> 20,
                )
            yield file, state.st_size


class Content:
    """The content of a file that is being opened, in a folder of ours."""

    def __init__(self, into: Path) -> None:
        self.path = into / "payload.db"
        self._size = 0
        self._file: BinaryIO | None = None

    def open(self, manifest: Manifest) -> Content:
        """Begin it, where the disk has room for it."""
        self._size = manifest.payload.size
        with writing(self.path, self._size):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            refuse_full_disk(self.path.parent, self._size)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
            self._file = os.fdopen(os.open(self.path, flags, 0o600), "wb")
        return self

    def write(self, data: bytes) -> None:
        """Add to it."""
        if self._file is not None:
            with writing(self.path, self._size):
                self._file.write(data)

    def close(self) -> None:
        """Finish it."""
        if self._file is not None:
            with writing(self.path, self._size):
                self._file.close()

    def remove(self) -> None:
        """Leave nothing behind, where something was begun."""
        if self._file is not None:
            with suppress(OSError):  # what it still held does not matter any more
                self._file.close()
            self.path.unlink(missing_ok=True)


class Settling:
    """A file being written that is brought to the disk piece by piece.

    Else the system would take all of it into its memory at once, and how far it is
    would say nothing of a slow stick; nor could it be given up before the stick has
    it all.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._waiting = 0

    def write(self, data: bytes) -> None:
        """Add to it."""
        self._file.write(data)
        self._waiting += len(data)
        if self._waiting >= _SETTLED_BYTES:
            self._settle()

    def finish(self) -> None:
        """Bring the rest to the disk, and have it read back from there if possible."""
        self._settle()
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(self._file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

    def _settle(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._waiting = 0


class Watched:
    """A reader of a file that says how far it is."""

    def __init__(self, file: BinaryIO, size: int, progress: Progress) -> None:
        self._file = file
        self._size = max(size, 1)
        self._done = 0
        self._progress = progress

    def read(self, size: int) -> bytes:
        """Return a full piece, or what is left."""
        piece = self._file.read(size)
        self._done += len(piece)
        self._progress(min(1.0, self._done / self._size))
        return piece
