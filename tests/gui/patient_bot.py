"""A hand that waits as long as a busy machine needs, and not a moment longer."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from pytestqt.exceptions import TimeoutError as TimedOut
from pytestqt.qtbot import QtBot

#: What comes at all comes by then, whatever else the machine does.
PATIENCE_MS = 30_000
#: Between two looks: the answer of a lane is there within a few.
_LOOK_MS = 2
#: Turns of the window's queue: new widgets are shown in one, their layout is the next.
_TURNS = 3


class PatientBot(QtBot):  # type: ignore[misc] # pytest-qt ships no types for it
    """pytest-qt's hand with our patience; only a test that fails waits so long.

    The library looks every 10 ms and gives up after 5 s. What we waited for is often
    seen halfway: the lines of an answer exist, and are shown by a turn of the queue
    that was to come. So the queue is emptied before the test goes on to look.
    """

    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        """Let the window work until `callback` returns True, or asserts nothing.

        Raises:
            TimeoutError: it never did.
        """
        __tracebackhide__ = True
        end = time.monotonic() + timeout / 1000
        while True:
            is_late = time.monotonic() > end
            try:
                if callback() in (None, True):
                    break
            except AssertionError:
                if is_late:
                    raise
            if is_late:
                raise TimedOut(f"waited {timeout} ms")
            self.wait(_LOOK_MS)
        _settle()

    def waitSignal(self, *args: Any, timeout: int = PATIENCE_MS, **kwargs: Any) -> Any:
        """Wait for a signal that what stands in the `with` block sends."""
        return super().waitSignal(*args, timeout=timeout, **kwargs)

    def waitSignals(self, *args: Any, timeout: int = PATIENCE_MS, **kwargs: Any) -> Any:
        """Wait for each of several signals."""
        return super().waitSignals(*args, timeout=timeout, **kwargs)


def _settle() -> None:
    """Send what the window has queued; nothing that waits for a clock is hurried."""
    for _turn in range(_TURNS):
        QCoreApplication.sendPostedEvents()
