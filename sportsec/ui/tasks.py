"""The Runner: the only place where the program works on another thread.

    runner.read(self, "rows", lambda work: list_clubs(work, wanted), self.show)
    runner.write(self, N_("Club saved"), lambda work: revise_club(work, ...), self.done)
    runner.compute(self, "pdf", lambda progress: render(document), self.show_pdf)
    runner.tend(self, "backups", lambda progress: list_backups(folder), self.show)

`read` and `write` have one thread each, `compute` a third one without a database,
`tend` a fourth one for the files of the workspace. The answer comes back on the main
thread, unless the owner is gone or has asked again with the same key. After a commit
`changed` carries the names of the tables touched.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from sportsec.domain.errors import SportsecError
from sportsec.ui.lanes import Lane
from sportsec.ui.task import Acted, Cancelled, Progress, Task

if TYPE_CHECKING:
    from sportsec.store.work import Work
    from sportsec.store.workspace import Workspace
else:
    # Pages name the type only; importing it would load SQLAlchemy before the first
    # paint.
    Work = object

__all__ = ["Acted", "Cancelled", "Progress", "Runner", "Task", "Work"]

T = TypeVar("T")

CLOSE_SECONDS = 10.0
LANES = ("read", "write", "compute", "tend")


class Runner(QObject):
    """Carries jobs to their lane and answers back to the main thread.

    Signals:
        acted: The `Acted` of a commit, before who asked for it gets his answer.
        changed: frozenset of the names of the tables a commit has touched.
        failed: The exception nobody else took: expected ones and our own bugs.
        busy: tuple of the `Task`s under way, at each start, step and end.
        opened: A workspace stands open.
        reopened: What the job of `reopen` returned; every page is out of date.
        backed_up: A backup was made.
        lost: The error that keeps the workspace from being opened again.

    Args:
        opener: Opens the workspace again after `reopen`.
    """

    acted = Signal(object)
    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(object)
    opened = Signal()
    reopened = Signal(object)
    backed_up = Signal()
    lost = Signal(object)
    _finished = Signal(object)
    _advanced = Signal(object)

    def __init__(
        self,
        workspace: Workspace | None = None,
        parent: QObject | None = None,
        *,
        opener: Callable[[Progress], Workspace] | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._opener = opener
        self._lanes = {name: Lane(name) for name in LANES}
        if workspace is None:
            self._lanes["read"].hold()
        self._latest: dict[tuple[int, object], Task] = {}
        self._tasks: list[Task] = []
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self._announce, Qt.ConnectionType.QueuedConnection)

    @property
    def workspace(self) -> Workspace | None:
        """The workspace in use; None until it has been opened."""
        return self._workspace

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way and every answer has been handed over."""
        return not self._tasks

    def open(
        self,
        owner: QObject,
        opener: Callable[[Progress], Workspace],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[SportsecError], object] | None = None,
    ) -> None:
        """Open the workspace in the write lane; questions asked meanwhile wait."""

        def job(task: Task) -> object:
            self._workspace = opener(Progress(task, self._advanced.emit))
            self._lanes["read"].release()
            return self._workspace

        def tell(opened: Workspace) -> None:
            if done is not None:
                done(opened)
            self.opened.emit()

        self._start("write", owner, "open", job, tell, failed)

    def reopen(
        self,
        owner: QObject,
        job: Callable[[Progress], T],
        failed: Callable[[SportsecError], object] | None = None,
    ) -> None:
        """Do something to the closed workspace and open it again, whatever happened.

        Every other lane waits meanwhile; what is under way there is finished first.
        """

        def do(task: Task) -> T:
            for lane in ("read", "tend"):
                self._lanes[lane].hold()
            try:
                return self._while_closed(job, Progress(task, self._advanced.emit))
            finally:
                self._lanes["tend"].release()
                if self._workspace is not None:
                    self._lanes["read"].release()

        def tell(result: T) -> None:
            self.reopened.emit(result)
            self.opened.emit()

        def refuse(error: SportsecError) -> None:
            known = failed is not None and shiboken6.isValid(owner)
            (failed if failed and known else self.failed.emit)(error)

        self._start("write", self, "reopen", do, tell, refuse)

    def _while_closed(self, job: Callable[[Progress], T], progress: Progress) -> T:
        if self._opener is None:
            raise RuntimeError("a runner without an opener cannot reopen")
        self._opened().close()
        self._workspace = None
        try:
            return job(progress)
        finally:
            try:
                self._workspace = self._opener(progress)
            except SportsecError as error:
                self.lost.emit(error)
                raise

    def read(
        self,
        owner: QObject,
        key: object,
        job: Callable[[Work], T],
        done: Callable[[T], object],
        failed: Callable[[SportsecError], object] | None = None,
    ) -> None:
        """Ask the record; a later question with the same key replaces this one."""

        def ask(_task: Task) -> T:
            with self._opened().reading() as work:
                return job(work)

        self._start("read", owner, key, ask, done, failed)

    def write(
        self,
        owner: QObject,
        act: str,
        job: Callable[[Work], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[SportsecError], object] | None = None,
        *,
        undoes: int | None = None,
    ) -> None:
        """Carry out an act and commit it; nothing is saved if it raises.

        Args:
            owner: Whose answer it is. The act is carried out even if it closes.
            act: Sentence for the history, an English msgid marked with `N_`.
            failed: Takes expected errors; without it they go to `failed`.
            undoes: Number of the act that it takes back, if it does that.
        """

        def alone(work: Work, _progress: Progress) -> T:
            return job(work)

        self.write_long(owner, act, alone, done, failed, undoes=undoes)

    def write_long(
        self,
        owner: QObject,
        act: str,
        job: Callable[[Work, Progress], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[SportsecError], object] | None = None,
        *,
        undoes: int | None = None,
    ) -> None:
        """Like `write`, for an act that says how far it is."""

        def do(task: Task) -> T:
            with self._opened().writing() as work:
                result = job(work, Progress(task, self._advanced.emit))
                work.commit(act, undoes=undoes, saw_all=undoes is not None)
                task.touched = frozenset(work.touched)
                if work.sealed is not None:
                    collided = tuple(work.collided)
                    task.acted = Acted(work.sealed.act, act, undoes, collided)
            return result

        self._start("write", owner, object(), do, done, failed)

    def compute(
        self,
        owner: QObject,
        key: object,
        job: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[SportsecError], object] | None = None,
    ) -> None:
        """Work without the record; `progress(fraction, text)` inside the job."""
        self._start("compute", owner, key, self._telling(job), done, failed)

    def tend(
        self,
        owner: QObject,
        key: object,
        job: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[SportsecError], object] | None = None,
    ) -> None:
        """Look after the files of the workspace, beside all other work."""
        self._start("tend", owner, key, self._telling(job), done, failed)

    def _telling(self, job: Callable[[Progress], T]) -> Callable[[Task], T]:
        return lambda task: job(Progress(task, self._advanced.emit))

    def cancel(self, task: Task) -> None:
        """Give a task up: its answer is dropped and its next `progress` raises."""
        if task.can_cancel:
            task.stop.set()

    def close(self) -> bool:
        """Finish writes, drop everything else, close the workspace.

        Returns:
            Whether all threads have ended.
        """
        self._closed = True
        for task in self._tasks:
            self.cancel(task)
        ended = [lane.close(CLOSE_SECONDS) for lane in self._lanes.values()]
        if all(ended) and self._workspace is not None:
            self._workspace.close()
            self._workspace = None
        return all(ended)

    def _opened(self) -> Workspace:
        if self._workspace is None:
            raise Cancelled
        return self._workspace

    def _start(
        self,
        lane: str,
        owner: QObject,
        key: object,
        job: Callable[[Task], object],
        done: Callable[[Any], object] | None,
        failed: Callable[[SportsecError], object] | None,
    ) -> None:
        if self._closed:
            return
        task = Task(lane, weakref.ref(owner), key, job, done, failed)
        before = self._latest.get((id(owner), key))
        if before is not None:
            before.stop.set()
        self._latest[id(owner), key] = task
        self._tasks.append(task)
        self._announce()
        self._lanes[lane].put(lambda: self._run(task))

    def _run(self, task: Task) -> None:
        """Do one job, in its lane."""
        try:
            if task.job is not None and not task.stop.is_set():
                task.result = task.job(task)
        except Cancelled:
            task.stop.set()
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
            if task.done is not None and task.alive() and not task.stop.is_set():
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
