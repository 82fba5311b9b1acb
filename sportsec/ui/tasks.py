"""The Runner: the only place where the program works on another thread.

    runner.read(self, "rows", lambda work: list_clubs(work, wanted), self.show)
    runner.write(self, N_("Club saved"), lambda work: revise_club(work, ...), self.done)
    runner.compute(self, "pdf", lambda progress: render(document), self.show_pdf)
    runner.tend(self, "backups", lambda progress: list_backups(folder), self.show)

Each lane has one thread: `read` for what is looked at now, and two more for questions
that no page waits for (see `read`); `write` for acts, `compute` for work without a
database, `tend` for the files of the workspace. The answer comes back on the main
thread, unless the owner is gone or has asked again with the same key. After a commit
`changed` carries the names of the tables touched.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

import shiboken6
from PySide6.QtCore import QObject, Signal

from sportsec.domain.errors import SportsecError
from sportsec.ui.carrier import Carrier
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

#: The lanes that ask the record.
Asking = Literal["read", "further", "survey"]
_ASKING: tuple[Asking, ...] = get_args(Asking)


class Runner(Carrier):
    """Asks and changes the record, off the main thread.

    Signals:
        opened: A workspace stands open.
        reopened: What the job of `reopen` returned; every page is out of date.
        backed_up: A backup was made.
        lost: The error that keeps the workspace from being opened again.

    Args:
        opener: Opens the workspace again after `reopen`.
    """

    opened = Signal()
    reopened = Signal(object)
    backed_up = Signal()
    lost = Signal(object)

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
        if workspace is None:
            self._hold(*_ASKING)

    @property
    def workspace(self) -> Workspace | None:
        """The workspace in use; None until it has been opened."""
        return self._workspace

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
            self._release(*_ASKING)
            return self._workspace

        def tell(opened: Workspace) -> None:
            if done is not None:
                done(opened)
            self.opened.emit()

        self._start("write", owner, "open", job, tell, failed, may_stop=False)

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
            self._hold(*_ASKING, "tend")
            try:
                return self._while_closed(job, Progress(task, self._advanced.emit))
            finally:
                self._release("tend")
                if self._workspace is not None:
                    self._release(*_ASKING)

        def tell(result: T) -> None:
            self.reopened.emit(result)
            self.opened.emit()

        def refuse(error: SportsecError) -> None:
            known = failed is not None and shiboken6.isValid(owner)
            (failed if failed and known else self.failed.emit)(error)

        self._start("write", self, "reopen", do, tell, refuse, may_stop=False)

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
        *,
        lane: Asking = "read",
    ) -> None:
        """Ask the record; a later question with the same key replaces this one.

        Args:
            lane: "further" for the rest of an answer, which nobody waits for; "survey"
                for what takes long in a large record: no page waits behind them.
        """

        def ask(_task: Task) -> T:
            with self._opened().reading() as work:
                return job(work)

        self._start(lane, owner, key, ask, done, failed)

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

        def do(task: Task) -> T:
            with self._opened().writing() as work:
                return self._committed(task, work, act, undoes, lambda: job(work))

        self._start("write", owner, object(), do, done, failed, may_stop=False)

    def write_long(
        self,
        owner: QObject,
        act: str,
        job: Callable[[Work, Progress], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[SportsecError], object] | None = None,
        *,
        undoes: int | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> Task:
        """Like `write`, for an act that says how far it is, and may be given up.

        Args:
            stopped: Is told when it was given up; all is as before then.
        """

        def do(task: Task) -> T:
            progress = Progress(task, self._advanced.emit)
            with (
                self._opened().writing() as work,
                work.stoppable(task.stop.check, task.stop.settle),
            ):
                return self._committed(
                    task, work, act, undoes, lambda: job(work, progress)
                )

        return self._start("write", owner, object(), do, done, failed, stopped)

    @staticmethod
    def _committed(
        task: Task, work: Work, act: str, undoes: int | None, job: Callable[[], T]
    ) -> T:
        """Do a job and commit it; note what it did."""
        result = job()
        work.commit(act, undoes=undoes, saw_all=undoes is not None)
        task.touched = frozenset(work.touched)
        if work.sealed is not None:
            collided = tuple(work.collided)
            task.acted = Acted(work.sealed.act, act, undoes, collided)
        return result

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
        *,
        stopped: Callable[[], object] | None = None,
    ) -> Task:
        """Look after the files of the workspace, beside all other work.

        Args:
            stopped: Is told when it was given up.
        """
        telling = self._telling(job)
        return self._start("tend", owner, key, telling, done, failed, stopped)

    def _telling(self, job: Callable[[Progress], T]) -> Callable[[Task], T]:
        return lambda task: job(Progress(task, self._advanced.emit))

    def close(self) -> bool:
        """Finish writes, drop everything else, close the workspace.

        A long write that is not done in time is given up: all is as before it.

        Returns:
            Whether all threads have ended.
        """
        self._closed = True
        for task in self._tasks:
            if task.lane != "write":
                self.cancel(task)
        ended = [lane.close(CLOSE_SECONDS) for lane in self._lanes.values()]
        if not all(ended):
            for task in self._tasks:
                self.cancel(task)
            ended = [lane.close(CLOSE_SECONDS) for lane in self._lanes.values()]
        if all(ended) and self._workspace is not None:
            self._workspace.close()
            self._workspace = None
        return all(ended)

    def _hold(self, *lanes: str) -> None:
        for lane in lanes:
            self._lanes[lane].hold()

    def _release(self, *lanes: str) -> None:
        for lane in lanes:
            self._lanes[lane].release()

    def _opened(self) -> Workspace:
        if self._workspace is None:
            raise Cancelled
        return self._workspace
