"""The marker of a workspace in use: found at a start, the last end was no clean one."""

from __future__ import annotations

from pathlib import Path

from sportsec.store.durable import settle, settle_names


class OpenMarker:
    """A file beside the lock; whoever holds the lock writes and removes it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "workspace.open"

    @property
    def is_there(self) -> bool:
        """Whether the workspace was not closed since it was opened last."""
        return self._file.exists()

    def put(self) -> None:
        """Say that the workspace is in use."""
        if not self.is_there:
            self._file.touch(mode=0o600)
            settle(self._file)
            settle_names(self._file.parent)

    def remove(self) -> None:
        """Say that everything has been written and closed."""
        self._file.unlink(missing_ok=True)
