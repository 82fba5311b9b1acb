"""Files that are there whole or not at all, also after a power cut."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

#: Ending of a file that is not finished yet; the next start removes it.
UNFINISHED = ".part"
#: What a file system says that knows no settling of folders.
_CANNOT_BE_ASKED = frozenset(
    {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
)


def settle(file: Path) -> None:
    """Wait until the content of a file is on the disk."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows does so by itself.

    Some network and stick file systems cannot be asked for it. Then the file has its
    name all the same, and when it reaches the disk is up to them.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_BE_ASKED:
            raise
    finally:
        os.close(descriptor)


def put_in_place(unfinished: Path, place: Path) -> None:
    """Give a finished file its name; what stood there before is replaced."""
    settle(unfinished)
    unfinished.replace(place)
    settle_names(place.parent)


def put_text(text: str, place: Path) -> None:
    """Write a text file; what stood there before is replaced."""
    unfinished = place.with_name(f"{place.name}{UNFINISHED}")
    unfinished.write_text(text, encoding="utf-8")
    put_in_place(unfinished, place)


def remove_database(path: Path) -> None:
    """Remove a database file and what SQLite keeps beside it."""
    for ending in ("-journal", "-wal", "-shm", ""):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
