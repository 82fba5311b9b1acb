"""A file's bytes, or a clear reason why there are none."""

from __future__ import annotations

import stat
from pathlib import Path

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.reasons import FileReason
from sportsec.tabular.limits import BOOK_BYTES, TEXT_BYTES


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        BadFile: It is not there, no file, not ours to read, empty or too big.
    """
    name = path.name
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise BadFile(FileReason.FOLDER, name=name)
        if not stat.S_ISREG(state.st_mode):  # a device or pipe may never end
            raise BadFile(FileReason.UNREADABLE, name=name)
        refuse_big(name, state.st_size, TEXT_BYTES)
        with path.open("rb") as file:
            data = file.read(TEXT_BYTES + 1)
    except FileNotFoundError:
        raise BadFile(FileReason.MISSING, name=name) from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise BadFile(FileReason.UNREADABLE, name=name) from error
    refuse_big(name, len(data), TEXT_BYTES)
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise BadFile(FileReason.EMPTY, name=name)
    return data


def refuse_big(name: str, size: int, limit: int = BOOK_BYTES) -> None:
    """Refuse what has more bytes than we read.

    Raises:
        BadFile: It has.
    """
    if size > limit:
        raise BadFile(
            FileReason.TOO_BIG, name=name, megabytes=-(-size >> 20), limit=limit >> 20
        )
