"""Our own faults: logged with a number, shown once, and the program goes on."""

from __future__ import annotations

import hashlib
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

#: When the log grows beyond this many bytes it is kept once as `.old`.
LOG_BYTES = 1_000_000

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def number_of(error: BaseException) -> str:
    """Return four signs that are the same for the same fault at the same place."""
    places = [
        f"{Path(frame.filename).name}:{frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    text = "|".join([type(error).__name__, *places])
    return hashlib.sha256(text.encode()).hexdigest()[:4].upper()


def write_log(log: Path, error: BaseException) -> str:
    """Add a fault to the log and return its number; a full disk is not a new fault."""
    number = number_of(error)
    when = datetime.now(UTC).isoformat(timespec="seconds")
    lines = "".join(traceback.format_exception(error))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > LOG_BYTES:
            log.replace(log.with_suffix(".old"))
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{when} {number}\n{lines}\n")
    except OSError:
        sys.stderr.write(lines)
    return number


class CrashHook:
    """Takes every exception nobody else took.

    Args:
        log: Where it is written.
        show: Shows the number to the officer.
    """

    def __init__(self, log: Path, show: Callable[[str], object]) -> None:
        self._log = log
        self._show = show
        self._showing = False

    def install(self) -> None:
        """Take exceptions that leave a slot or the main program."""
        sys.excepthook = self._hook

    def take(self, error: BaseException) -> None:
        """Log one fault and show its number; not two windows at once."""
        number = write_log(self._log, error)
        if self._showing:
            return
        self._showing = True
        try:
            self._show(number)
        finally:
            self._showing = False

    def _hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.take(error)
