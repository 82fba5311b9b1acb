"""Writes result files: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from sportsec.app.commands.terminal import DONE, REFUSED, Terminal


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there when it is complete.

    Raises:
        OSError: It cannot be written; what stood there before is untouched.
    """
    if not path.name:  # "" and "." are no file; pathlib would raise its own error
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise


def deliver(terminal: Terminal, path: Path, content: bytes) -> int:
    """Write a file and say where it is; return the exit code."""
    t = terminal.t
    try:
        write_whole(path, content)
    except OSError as error:
        reason = error.strerror or str(error)
        text = t(
            "The file {path} cannot be written: {reason}",
            path=terminal.quote(str(path)),
            reason=terminal.quote(reason),
        )
        terminal.complain(text)
        return REFUSED
    size = max(1, len(content) // 1000)
    terminal.say(
        t(
            "{path} written ({size} kB)",
            path=terminal.quote(str(path)),
            size=terminal.quote(f"{size}"),
        )
    )
    return DONE
