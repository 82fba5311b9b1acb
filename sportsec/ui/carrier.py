"""Carries jobs to their lane and their answers back to the main thread."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from sportsec.domain.errors import SportsecError
from sportsec.ui.lanes import Lane
from sportsec.ui.task import Cancelled, Stopping, Task

LANES = ("read", "further", "survey", "write", "compute", "tend")


class Carrier(QObject):
    """What the Runner stands on: lanes, and the way there and back.

    Signals:
        acted: The `Acted` of a commit, before who asked for it gets his answer.
        changed: frozenset of the names of the tables a commit has touched.
        failed: The exception nobody else took: expected ones and our own bugs.
        busy: tuple of the `Task`s under way, at each start, step and end.
    """

    acted = Signal(object)
    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(object)
    _finished = Signal(object)
    _advanced = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {name: Lane(name) for name in LANES}
        self._latest: dict[tuple[int, object], Task] = {}
        self._tasks: list[Task] = []
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self._announce, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way and every answer has been handed over."""
        return not self._tasks

    def cancel(self, task: Task) -> bool:
        """Give a task up; its answer is dropped, and `stopped` called once it ended.

        Returns:
            Whether it will be given up; else it was too late.
        """
        was_asked = task.stop.is_set()
        stops = task.stop.ask()
        if stops and not was_asked:
            self._announce()
        return stops

    def _start(
        self,
        lane: str,
        owner: QObject,
        key: object,
        job: Callable[[Task], object],
        done: Callable[[Any], object] | None,
        failed: Callable[[SportsecError], object] | None,
        stopped: Callable[[], object] | None = None,
        *,
        may_stop: bool = True,
    ) -> Task:
        """Queue a job; a later one with the same key replaces it."""
        task = Task(lane, weakref.ref(owner), key, job, done, failed, stopped)
        task.stop = Stopping(may_stop=may_stop)
        if self._closed:
            task.forget()
            return task
        before = self._latest.get((id(owner), key))
        if before is not None:
            before.stop.ask()
        self._latest[id(owner), key] = task
        self._tasks.append(task)
        self._announce()
        self._lanes[lane].put(lambda: self._run(task))
        return task

    def _run(self, task: Task) -> None:
        """Do one job, in its lane."""
        try:
            if task.job is not None and not task.stop.is_set():
                task.result = task.job(task)
        except Cancelled:
            task.stop.note()
        except Exception as error:  # noqa: BLE001 - carried to the main thread
            task.error = error
        if shiboken6.isValid(self):
            self._finished.emit(task)

    def _deliver(self, task: Task) -> None:
        """Hand one answer over, on the main thread."""
        self._tasks.remove(task)
        owner = task.owner()
        if owner is not None and self._latest.get((id(owner), task.key)) is task:
            del self._latest[id(owner), task.key]
        self._announce()
        try:
            if not self._closed:
                self._answer(task)
        finally:
            task.forget()

    def _answer(self, task: Task) -> None:
        if task.error is not None:
            self._complain(task, task.error)
            return
        if task.acted is not None:
            self.acted.emit(task.acted)
        try:
            if task.stop.is_set():
                if task.stopped is not None and task.alive():
                    task.stopped()
            elif task.done is not None and task.alive():
                task.done(task.result)
        finally:
            if task.touched:
                self.changed.emit(task.touched)

    def _complain(self, task: Task, error: Exception) -> None:
        """Give an error to who asked, else to everyone; a closed page needs none."""
        if not isinstance(error, SportsecError):
            self.failed.emit(error)
        elif task.alive() and task.failed is not None:
            task.failed(error)
        elif task.alive() or task.lane == "write":
            self.failed.emit(error)

    def _announce(self, _task: Task | None = None) -> None:
        self.busy.emit(tuple(self._tasks))
