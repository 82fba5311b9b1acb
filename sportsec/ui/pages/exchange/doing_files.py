"""Files written and read for the exchange page, each step in the lane that fits it.

Each returns its task, so that the officer may watch it and give it up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange import SendPlan, SendResult, SendWish
from sportsec.domain.exchange_received import ReceiveResult
from sportsec.domain.exchange_steps import ExchangeStep
from sportsec.domain.words import N_
from sportsec.ui.language import label, tr, words
from sportsec.ui.pages.exchange import doing
from sportsec.ui.pages.exchange.state import ReceiveState
from sportsec.ui.tasks import Cancelled, Progress, Runner, Task, Work

Failed = Callable[[SportsecError], object]
Stopped = Callable[[], object]
UNDONE = N_("Undone")
#: Key of the task that writes a file.
_SENDING = "sending"


def plan(work: Work, wish: SendWish) -> SendPlan:
    """Return what a file would hold."""
    from sportsec.sync.planning import plan_of  # noqa: PLC0415 - lane

    return plan_of(work, wish)


def send(
    runner: Runner,
    owner: QObject,
    wish: SendWish,
    path: Path,
    done: Callable[[SendResult, str], object],
    failed: Failed,
    stopped: Stopped,
) -> Task:
    """Write a file and read it back, while the record can be used and saved.

    The answer has the state in words.
    """

    def job(progress: Progress) -> tuple[SendResult, str]:
        from sportsec.sync.export import send_beside  # noqa: PLC0415 - lane

        workspace = runner.workspace
        if workspace is None:
            raise Cancelled
        tell = _telling(progress)
        result = send_beside(workspace, wish, path, tell, progress.settle)
        with workspace.reading() as work:
            return result, words(doing.state_words(work))

    def answer(written: tuple[SendResult, str]) -> None:
        done(*written)

    return runner.tend(owner, _SENDING, job, answer, failed, stopped=stopped)


def look_into(
    runner: Runner,
    owner: QObject,
    state: ReceiveState,
    done: Callable[[ReceiveState], object],
    failed: Failed,
    stopped: Stopped,
) -> Task:
    """Judge the files at hand and describe what taking them in would do."""

    def job(work: Work, progress: Progress) -> ReceiveState:
        from sportsec.sync.receive import look  # noqa: PLC0415 - lane

        found = look(
            work,
            [(each.path, each.passphrase) for each in state.files],
            left_out=state.left_out,
            progress=_telling(progress),
        )
        seen = state
        for path, judgement in found.judgements.items():
            seen = seen.opened(path, judgement)
        for path, error in found.refusals.items():
            seen = seen.refused(path, error)
        return seen.with_preview(found.preview)

    return runner.write_long(
        owner, N_("Files checked"), job, done, failed, stopped=stopped
    )


def accept(
    runner: Runner,
    owner: QObject,
    state: ReceiveState,
    done: Callable[[ReceiveResult], object],
    failed: Failed,
    stopped: Stopped,
) -> Task:
    """Take in what the preview shows, after a backup."""

    def job(work: Work, progress: Progress) -> ReceiveResult:
        from sportsec.sync.receive import receive  # noqa: PLC0415 - lane

        return receive(
            work,
            [(each.path, each.passphrase) for each in state.files],
            left_out=state.left_out,
            progress=_telling(progress),
        )

    def received(result: ReceiveResult) -> None:
        if result.backup is not None:
            runner.backed_up.emit()
        done(result)

    return runner.write_long(
        owner, N_("File received"), job, received, failed, stopped=stopped
    )


def _telling(progress: Progress) -> Callable[[float, ExchangeStep], None]:
    """Return what shows a step in words."""
    return lambda share, step: progress(share, label(step))


def take_back(
    runner: Runner,
    owner: QObject,
    acts: Sequence[int],
    done: Callable[[], object],
    failed: Failed,
    stopped: Stopped,
) -> Task:
    """Undo the files taken in, the last one first: all of them, or none."""
    first, *later = acts

    def undo(work: Work, progress: Progress) -> None:
        from sportsec.services.history import undo_act  # noqa: PLC0415 - lane

        for done_already, act in enumerate(reversed(later)):
            progress(done_already / len(acts), tr("Undoing…"))
            undo_act(work, act)
            work.seal(UNDONE, undoes=act, saw_all=True)
        progress(len(later) / len(acts), tr("Undoing…"))
        undo_act(work, first)

    return runner.write_long(
        owner, UNDONE, undo, lambda _none: done(), failed, undoes=first, stopped=stopped
    )
