"""Files written and read for the exchange page, each step in the lane that fits it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange import SendPlan, SendResult, SendWish
from sportsec.domain.exchange_received import ReceiveResult
from sportsec.domain.words import N_
from sportsec.ui.language import tr, words
from sportsec.ui.pages.exchange import doing
from sportsec.ui.pages.exchange.state import ReceiveState
from sportsec.ui.tasks import Progress, Runner, Work

Failed = Callable[[SportsecError], object]


def plan(work: Work, wish: SendWish) -> SendPlan:
    """Return what a file would hold."""
    from sportsec.sync.export import plan_of  # noqa: PLC0415 - lane

    return plan_of(work, wish)


def send(
    runner: Runner,
    owner: QObject,
    wish: SendWish,
    path: Path,
    done: Callable[[SendResult, str], object],
    failed: Failed,
) -> None:
    """Write a file and read it back; the answer has the state in words."""
    text = tr("Writing {name} …", name=path.name)

    def job(work: Work, progress: Progress) -> tuple[SendResult, str]:
        from sportsec.sync.export import send as write  # noqa: PLC0415 - lane

        result = write(work, wish, path, lambda share: progress(share, text))
        return result, words(doing.state_words(work))

    runner.write_long(owner, N_("File sent"), job, lambda answer: done(*answer), failed)


def look_into(
    runner: Runner,
    owner: QObject,
    state: ReceiveState,
    done: Callable[[ReceiveState], object],
) -> None:
    """Judge the files at hand and describe what taking them in would do."""
    text = tr("The files are being looked into …")

    def job(work: Work, progress: Progress) -> ReceiveState:
        from sportsec.sync.receive import look  # noqa: PLC0415 - lane

        found = look(
            work,
            [(each.path, each.passphrase) for each in state.files],
            left_out=state.left_out,
            progress=lambda share: progress(share, text),
        )
        seen = state
        for path, judgement in found.judgements.items():
            seen = seen.opened(path, judgement)
        for path, error in found.refusals.items():
            seen = seen.refused(path, error)
        return seen.with_preview(found.preview)

    runner.write_long(owner, N_("Files looked into"), job, done)


def accept(
    runner: Runner,
    owner: QObject,
    state: ReceiveState,
    done: Callable[[ReceiveResult], object],
    failed: Failed,
) -> None:
    """Take in what the preview shows, after a backup."""
    text = tr("Taking in …")

    def job(work: Work, progress: Progress) -> ReceiveResult:
        from sportsec.sync.receive import receive  # noqa: PLC0415 - lane

        return receive(
            work,
            [(each.path, each.passphrase) for each in state.files],
            left_out=state.left_out,
            progress=lambda share: progress(share, text),
        )

    runner.write_long(owner, N_("File received"), job, done, failed)


def take_back(
    runner: Runner,
    owner: QObject,
    acts: Sequence[int],
    done: Callable[[], object],
    failed: Failed,
) -> None:
    """Undo the files taken in, the last one first; each is an act of its own."""
    if not acts:
        done()
        return
    *before, last = acts

    def undo(work: Work) -> None:
        from sportsec.services.history import undo_act  # noqa: PLC0415 - lane

        undo_act(work, last)

    def go_on(_none: object) -> None:
        take_back(runner, owner, before, done, failed)

    runner.write(owner, N_("Undone"), undo, go_on, failed, undoes=last)
