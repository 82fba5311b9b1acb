"""Streams handed to foreign libraries, which keep what happened on our side."""

from __future__ import annotations

from collections.abc import Callable


class GuardedReader:
    """A reader whose own failure is kept in `failure`.

    age turns every exception of a reader or writer into a text of its own; what really
    happened (a full disk, a cancelled task) is taken from here.
    """

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes; none at the end."""
        try:
            return self._read(size)
        except BaseException as error:
            self.failure = error
            raise


class GuardedWriter:
    """A writer whose own failure is kept in `failure`; see `GuardedReader`."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self.failure: BaseException | None = None

    def write(self, data: bytes) -> int:
        """Pass all of `data` on."""
        try:
            self._write(data)
        except BaseException as error:
            self.failure = error
            raise
        return len(data)

    def flush(self) -> None:
        """Do nothing: whoever opened the file settles it."""


class Ahead:
    """A reader with some bytes put back in front."""

    def __init__(self, kept: bytes, read: Callable[[int], bytes]) -> None:
        self._kept = kept
        self._read = read

    def read(self, size: int) -> bytes:
        """Return a full piece, or what is left."""
        kept, self._kept = self._kept[:size], self._kept[size:]
        return kept + self._read(size - len(kept)) if len(kept) < size else kept
