"""One job under way, and how it says how far it is."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject

from sportsec.domain.errors import SportsecError

PROGRESS_SECONDS = 0.05


class Cancelled(Exception):
    """Raised inside a job by its `progress` after the officer pressed cancel."""


class Stopping:
    """Whether a job is to be given up, and whether it still may be.

    Args:
        may_stop: Whether it may be given up before it is settled.
    """

    def __init__(self, *, may_stop: bool) -> None:
        self._lock = threading.Lock()
        self._stopped = False
        self._settled = not may_stop

    @property
    def is_possible(self) -> bool:
        """Whether it is not too late."""
        return not self._settled

    def ask(self) -> bool:
        """Ask the job to stop; say whether it will."""
        with self._lock:
            self._stopped = self._stopped or not self._settled
            return self._stopped

    def note(self) -> None:
        """Note that the job gave up by itself."""
        self._stopped = True

    def is_set(self) -> bool:
        """Say whether it was asked to stop."""
        return self._stopped

    def check(self) -> None:
        """Raise `Cancelled` once it was asked to stop."""
        if self._stopped:
            raise Cancelled

    def settle(self) -> None:
        """Pass the moment after which it runs to its end; else as `check`."""
        with self._lock:
            self.check()
            self._settled = True


@dataclass(frozen=True, slots=True)
class Acted:
    """An act that was committed.

    Args:
        act: Its number in the journal.
        title: Its sentence, an `N_` msgid.
        undoes: Number of the act that it undoes, if it does that.
        collided: Records and registers that had changed since the officer saw them.
    """

    act: int
    title: str
    undoes: int | None = None
    collided: tuple[tuple[UUID, str], ...] = ()


@dataclass(slots=True, eq=False)
class Task:
    """One job on its way; the status bar shows it when it takes long.

    Args:
        stopped: Is told when it was given up, and nothing came of it.
        text: What it does, already in the language of the screen; may be empty.
        fraction: Part done from 0 to 1, or None where it is not known.
    """

    lane: str
    owner: weakref.ref[QObject]
    key: object
    job: Callable[[Task], object] | None
    done: Callable[[Any], object] | None
    failed: Callable[[SportsecError], object] | None
    stopped: Callable[[], object] | None = None
    text: str = ""
    fraction: float | None = None
    stop: Stopping = field(default_factory=lambda: Stopping(may_stop=True))
    result: object = None
    error: Exception | None = None
    touched: frozenset[str] = frozenset()
    acted: Acted | None = None
    started_at: float = field(default_factory=time.monotonic)

    @property
    def can_cancel(self) -> bool:
        """Whether it may still be given up; a short write never may."""
        return self.stop.is_possible and not self.stop.is_set()

    def alive(self) -> bool:
        """Say whether the owner still exists."""
        owner = self.owner()
        return owner is not None and shiboken6.isValid(owner)

    def forget(self) -> None:
        """Let go of all that may hold widgets; they must die on the main thread."""
        self.job = self.done = self.failed = self.stopped = None
        self.result = self.error = None


class Progress:
    """What a long job calls to say how far it is: `progress(0.4, "Reading lines")`."""

    def __init__(self, task: Task, report: Callable[[Task], None]) -> None:
        self._task = task
        self._report = report
        self._last = 0.0

    def __call__(self, fraction: float | None = None, text: str = "") -> None:
        """Report; raises `Cancelled` once the officer has cancelled.

        Args:
            fraction: Part done from 0 to 1, None where it is not known.
            text: What is being done now; empty keeps what was said before.
        """
        self._task.stop.check()
        is_new = text not in {"", self._task.text}
        self._task.fraction = fraction
        self._task.text = text or self._task.text
        now = time.monotonic()
        if is_new or now - self._last >= PROGRESS_SECONDS:
            self._last = now
            self._report(self._task)

    def settle(self) -> None:
        """Pass the moment after which the job cannot be cancelled; may raise."""
        self._task.stop.settle()
