"""One worker thread that does jobs in the order they came."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable


class Lane:
    """A thread with a queue; it starts with its first job.

    Args:
        name: Shown in logs and debuggers.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._open = threading.Event()
        self._open.set()
        self._working = threading.Lock()

    def hold(self) -> None:
        """Keep jobs waiting until `release`; one that is being done is waited for."""
        self._open.clear()
        with self._working:
            pass

    def release(self) -> None:
        """Let waiting jobs run."""
        self._open.set()

    def put(self, job: Callable[[], None]) -> None:
        """Queue a job; it must not raise."""
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._run, name=self._name, daemon=True
            )
            self._thread.start()
        self._jobs.put(job)

    def close(self, seconds: float) -> bool:
        """Finish what is queued and stop; say whether it stopped in time."""
        if self._thread is None:
            return True
        self._open.set()
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            while not self._did(job):
                self._open.wait()

    def _did(self, job: Callable[[], None]) -> bool:
        """Do a job, unless jobs are kept waiting."""
        with self._working:
            if not self._open.is_set():
                return False
            job()
            return True
