"""The Runner: real threads, real store."""

from __future__ import annotations

from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from sportsec.domain.errors import NotFound
from sportsec.domain.words import N_, Words
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.store.workspace import DATABASE, Workspace
from sportsec.ui import tasks
from sportsec.ui.task import Progress, Task
from sportsec.ui.tasks import Asking, Runner
from tests.builders import a_club

PATIENCE = 5


def count_clubs(work: Work) -> int:
    return work.session.query(Club).count()


def test_an_answer_comes_back_on_the_main_thread(runner: Runner, qtbot: QtBot) -> None:
    owner, threads = QObject(), []

    def job(_work: Work) -> object:
        return QThread.currentThread()

    def done(thread: object) -> None:
        threads.extend([thread, QThread.currentThread()])

    runner.read(owner, "where", job, done)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threads[1]
    assert threads[1] is owner.thread()


def test_a_write_is_committed_and_tells_which_tables_changed(
    runner: Runner, qtbot: QtBot
) -> None:
    owner = QObject()
    with qtbot.waitSignal(runner.changed) as changed:
        runner.write(owner, N_("Club saved"), a_club)
    assert changed.args == [frozenset({"club"})]
    counts: list[int] = []
    runner.read(owner, "count", count_clubs, counts.append)
    qtbot.waitUntil(lambda: counts == [1])


def test_an_act_that_fails_saves_nothing_and_changes_nothing(
    runner: Runner, qtbot: QtBot
) -> None:
    owner, errors = QObject(), []

    def act(work: Work) -> None:
        a_club(work)
        work.session.flush()
        raise NotFound("club", "x")

    with qtbot.assertNotEmitted(runner.changed):
        runner.write(owner, N_("Club saved"), act, failed=errors.append)
        qtbot.waitUntil(lambda: len(errors) == 1)
    counts: list[int] = []
    runner.read(owner, "count", count_clubs, counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_an_answer_for_a_closed_page_is_dropped(runner: Runner, qtbot: QtBot) -> None:
    answers: list[str] = []
    page, gone, shown = QObject(), QObject(), Event()
    runner.read(
        gone,
        "rows",
        lambda _work: shown.wait(PATIENCE),
        lambda _: answers.append("gone"),
    )
    shiboken6.delete(gone)
    shown.set()
    runner.read(page, "probe", lambda _: None, lambda _: answers.append("page"))
    qtbot.waitUntil(lambda: "page" in answers)  # one lane: the first is settled too
    assert answers == ["page"]


def test_a_later_question_with_the_same_key_replaces_the_earlier(
    runner: Runner, qtbot: QtBot
) -> None:
    owner, answers, shown, asked = QObject(), [], Event(), []

    def first(_work: Work) -> int:
        shown.wait(PATIENCE)
        return 1

    def second(_work: Work) -> int:
        asked.append(2)
        return 2

    runner.read(owner, "rows", first, answers.append)
    runner.read(owner, "rows", second, answers.append)
    runner.read(owner, "rows", lambda _: 3, answers.append)
    shown.set()
    qtbot.waitUntil(lambda: answers == [3])
    assert asked == []  # given up before it began


def test_an_error_nobody_took_goes_to_everyone(runner: Runner, qtbot: QtBot) -> None:
    owner = QObject()

    def job(_work: Work) -> None:
        raise NotFound("club", "x")

    with qtbot.waitSignal(runner.failed) as failed:
        runner.read(owner, "rows", job, lambda _: None)
    assert isinstance(failed.args[0], NotFound)


def test_a_fault_of_ours_never_goes_to_the_page(runner: Runner, qtbot: QtBot) -> None:
    owner, taken = QObject(), []

    def job(_work: Work) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(runner.failed) as failed:
        runner.read(owner, "rows", job, lambda _: None, taken.append)
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert taken == []


def test_long_work_says_how_far_it_is_and_can_be_stopped(
    runner: Runner, qtbot: QtBot
) -> None:
    owner, seen, started = QObject(), [], Event()
    answers: list[object] = []

    def job(progress: Progress) -> str:
        progress(0.25, "Reading")
        started.set()
        while True:
            progress(0.5)

    def follow(tasks: tuple[Task, ...]) -> None:
        seen.extend((task.fraction, task.text) for task in tasks)
        if started.is_set():
            for task in tasks:
                runner.cancel(task)

    runner.busy.connect(follow)
    with qtbot.waitSignal(runner.busy, check_params_cb=lambda tasks: tasks == ()):
        runner.compute(owner, "pdf", job, answers.append)
    assert (0.5, "Reading") in seen
    assert answers == []


def test_a_long_write_can_be_stopped_and_saves_nothing(
    runner: Runner, qtbot: QtBot
) -> None:
    owner, told, done = QObject(), [], []

    def act(work: Work, progress: Progress) -> None:
        a_club(work)
        work.session.flush()
        while True:
            progress(0.5, "Merging")

    task = runner.write_long(
        owner, N_("Club saved"), act, done.append, stopped=lambda: told.append("stop")
    )
    qtbot.waitUntil(lambda: task.text == "Merging")
    assert task.can_cancel
    assert runner.cancel(task)
    assert not task.can_cancel
    qtbot.waitUntil(lambda: told == ["stop"])
    counts: list[int] = []
    runner.read(owner, "count", count_clubs, counts.append)
    qtbot.waitUntil(lambda: counts == [0])
    assert done == []


def test_one_statement_of_a_long_write_can_be_stopped(
    runner: Runner, qtbot: QtBot
) -> None:
    owner, begun, told = QObject(), Event(), []
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT count(*) FROM n"
    )

    def act(work: Work, _progress: Progress) -> None:
        a_club(work)
        work.session.flush()
        begun.set()
        work.connection.execute(endless)

    task = runner.write_long(
        owner, N_("Club saved"), act, stopped=lambda: told.append("stop")
    )
    qtbot.waitUntil(begun.is_set)
    runner.cancel(task)
    qtbot.waitUntil(lambda: told == ["stop"])
    counts: list[int] = []
    runner.read(owner, "count", count_clubs, counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_what_is_settled_cannot_be_stopped(runner: Runner, qtbot: QtBot) -> None:
    owner, settled, go_on = QObject(), Event(), Event()
    done: list[str] = []

    def job(progress: Progress) -> str:
        progress.settle()
        settled.set()
        go_on.wait(PATIENCE)
        progress(1.0)
        return "done"

    task = runner.tend(owner, "file", job, done.append)
    qtbot.waitUntil(settled.is_set)
    assert not task.can_cancel
    assert not runner.cancel(task)
    go_on.set()
    qtbot.waitUntil(lambda: done == ["done"])


def test_a_short_write_runs_to_its_end(runner: Runner, qtbot: QtBot) -> None:
    owner, go_on = QObject(), Event()
    done, seen = [], []
    runner.busy.connect(seen.extend)
    runner.write(
        owner, N_("Club saved"), lambda _work: go_on.wait(PATIENCE), done.append
    )
    assert not runner.cancel(seen[0])
    go_on.set()
    qtbot.waitUntil(lambda: done == [True])


def test_closing_gives_up_a_long_write_that_does_not_end(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(tasks, "CLOSE_SECONDS", 0.5)
    runner, owner, begun = Runner(workspace), QObject(), Event()

    def act(work: Work, progress: Progress) -> None:
        a_club(work)
        work.session.flush()
        begun.set()
        while True:
            progress(0.5)

    runner.write_long(owner, N_("Club saved"), act)
    qtbot.waitUntil(begun.is_set)
    folder = workspace.folder
    assert runner.close()
    again = Workspace.open(folder)
    with again.reading() as work:
        assert count_clubs(work) == 0
    again.close()


def test_questions_wait_until_the_record_is_open(
    workspace: Workspace, qtbot: QtBot
) -> None:
    runner, owner, counts = Runner(), QObject(), []
    runner.read(owner, "count", count_clubs, counts.append)
    opened: list[object] = []
    runner.open(owner, lambda _progress: workspace, opened.append)
    qtbot.waitUntil(lambda: counts == [0])
    assert opened == [workspace]
    assert runner.close()


def test_closing_finishes_what_is_being_saved(
    workspace: Workspace, qtbot: QtBot
) -> None:
    runner, owner = Runner(workspace), QObject()
    for name in ("A", "B", "C"):
        runner.write(
            owner,
            N_("Club saved"),
            lambda work, name=name: work.add(Club(name=Words(fr=name))),
        )
    folder = workspace.folder
    assert runner.close()
    again = Workspace.open(folder)
    with again.reading() as work:
        assert count_clubs(work) == 3
    again.close()


def reopening(workspace: Workspace) -> Runner:
    return Runner(workspace, opener=lambda _progress: Workspace.open(workspace.folder))


def test_the_files_are_tended_beside_a_long_act(runner: Runner, qtbot: QtBot) -> None:
    owner, tended = QObject(), Event()
    acted: list[bool] = []
    runner.write(
        owner, N_("Club saved"), lambda _work: tended.wait(PATIENCE), acted.append
    )
    runner.tend(owner, "files", lambda _progress: tended.set())
    qtbot.waitUntil(lambda: acted == [True])


@pytest.mark.parametrize("lane", ["survey", "further"])
def test_a_page_does_not_wait_for_what_takes_long(
    lane: Asking, runner: Runner, qtbot: QtBot
) -> None:
    owner, read = QObject(), Event()
    answers: list[bool] = []
    runner.read(
        *(owner, "long", lambda _work: read.wait(PATIENCE), answers.append), lane=lane
    )
    runner.read(owner, "page", lambda _work: read.set(), lambda _none: None)
    qtbot.waitUntil(lambda: answers == [True])


@pytest.mark.parametrize("lane", ["survey", "further"])
def test_no_question_is_asked_of_a_closed_workspace(
    lane: Asking, workspace: Workspace, qtbot: QtBot
) -> None:
    runner, owner, counts = reopening(workspace), QObject(), []

    def close_and_ask(_progress: Progress) -> None:
        runner.read(owner, "count", count_clubs, counts.append, lane=lane)

    runner.reopen(owner, close_and_ask)
    qtbot.waitUntil(lambda: counts == [0])
    assert runner.close()


def test_a_workspace_is_closed_for_a_job_and_open_after_it(
    workspace: Workspace, qtbot: QtBot
) -> None:
    runner, owner = reopening(workspace), QObject()
    asked: list[str] = []
    begun, asked_meanwhile = Event(), Event()

    def job(_progress: Progress) -> str:
        begun.set()
        asked_meanwhile.wait(5)
        Workspace.open(workspace.folder).close()  # it is free
        asked.append("job")
        return "result"

    runner.read(owner, "before", lambda _work: asked.append("before"), lambda _: None)
    qtbot.waitUntil(lambda: asked == ["before"])
    with qtbot.waitSignal(runner.reopened) as reopened:
        runner.reopen(owner, job)
        qtbot.waitUntil(begun.is_set)
        runner.read(owner, "after", count_clubs, lambda _: asked.append("after"))
        asked_meanwhile.set()
    assert reopened.args == ["result"]
    qtbot.waitUntil(lambda: len(asked) == 3)
    assert asked == ["before", "job", "after"]
    assert runner.close()


def test_a_job_that_is_refused_leaves_the_workspace_open(
    workspace: Workspace, qtbot: QtBot
) -> None:
    runner, owner = reopening(workspace), QObject()
    errors: list[object] = []

    def refuse(_progress: Progress) -> None:
        raise NotFound("backup", "x")

    with qtbot.assertNotEmitted(runner.reopened):
        runner.reopen(owner, refuse, errors.append)
        qtbot.waitUntil(lambda: len(errors) == 1)
    counts: list[int] = []
    runner.read(owner, "count", count_clubs, counts.append)
    qtbot.waitUntil(lambda: counts == [0])
    assert runner.close()


def test_a_workspace_that_does_not_open_again_is_lost_and_said_so(
    workspace: Workspace, qtbot: QtBot
) -> None:
    runner, owner = reopening(workspace), QObject()
    with qtbot.waitSignal(runner.lost):
        runner.reopen(
            owner,
            lambda _progress: (workspace.folder / DATABASE).unlink(),
            lambda _error: None,
        )
    assert runner.workspace is None
    assert runner.close()
