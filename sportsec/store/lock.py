"""The lock that keeps a workspace from being opened twice.

The operating system releases it when the program ends, however it ends, so a crash
never leaves a workspace locked.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sportsec.domain.errors import WorkspaceBusy


class FolderLock:
    """An exclusive lock on `folder`.

    Raises:
        WorkspaceBusy: Another process holds it.
        OSError: The folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "workspace.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise WorkspaceBusy(folder) from error

    def release(self) -> None:
        """Give the folder free; a second call does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
