"""What the system refuses while a file is read or written, as errors with facts."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason
from sportsec.domain.exchange_refusals import FileRefusal

#: The disk or the quota is full, or the file system cannot hold so large a file.
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Say that a file cannot be read where the system says so."""
    try:
        yield
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:  # a zero byte in the name
        raise BadFile(FileRefusal.MISSING, name=path.name) from error


@contextmanager
def writing(path: Path, needed: int) -> Iterator[None]:
    """Say that a file cannot be written where the system says so.

    Args:
        needed: Bytes of room that it takes.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise no_room(needed) from error
        said = error.strerror or str(error)
        raise BadFile(ExchangeReason.CANNOT_WRITE, path=path, reason=said) from error
    except ValueError as error:  # a zero byte in the name
        reason = str(error)
        raise BadFile(ExchangeReason.CANNOT_WRITE, path=path, reason=reason) from error


def no_room(needed: int) -> BadFile:
    """Return the refusal of what the disk has no room for."""
    return BadFile(ExchangeReason.NOT_ENOUGH_ROOM, megabytes=-(-needed >> 20))


def _unreadable(path: Path, error: OSError) -> BadFile:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return BadFile(FileRefusal.MISSING, name=path.name)
    if error.errno == errno.ELOOP:
        return BadFile(FileRefusal.NOT_A_FILE, name=path.name)
    said = error.strerror or str(error)
    return BadFile(FileRefusal.UNREADABLE, name=path.name, error=said)
