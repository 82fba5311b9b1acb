"""A fault of ours is logged, told once, and the program goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.app.crash import LOG_BYTES, CrashHook, number_of, write_log
from sportsec.app.places import log_file
from sportsec.app.window import make_shell
from sportsec.store.work import Work
from sportsec.ui.crash_window import CrashWindow


def a_fault(divisor: int = 0) -> ZeroDivisionError:
    try:
        1 / divisor
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def another_fault() -> ZeroDivisionError:
    return a_fault()


def test_the_same_fault_has_the_same_number() -> None:
    assert number_of(a_fault()) == number_of(a_fault())
    assert len(number_of(a_fault())) == 4
    assert number_of(KeyError("x")) != number_of(a_fault())


def test_the_log_holds_number_and_place(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "sportsec.log"
    number = write_log(log, a_fault())
    text = log.read_text(encoding="utf-8")
    assert number in text
    assert "ZeroDivisionError" in text
    assert "a_fault" in text


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    log = tmp_path / "sportsec.log"
    log.write_text("x" * (LOG_BYTES + 1), encoding="utf-8")
    write_log(log, a_fault())
    assert log.stat().st_size < LOG_BYTES
    assert log.with_suffix(".old").exists()


def test_a_log_that_cannot_be_written_is_no_new_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    write_log(tmp_path / "file" / "sportsec.log", a_fault())
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.fixture
def own_hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def test_the_hook_takes_faults_and_leaves_the_keyboard_alone(
    tmp_path: Path, own_hook: None
) -> None:
    numbers: list[str] = []
    CrashHook(tmp_path / "log", numbers.append).install()
    error = a_fault()
    sys.excepthook(type(error), error, error.__traceback__)
    assert numbers == [number_of(error)]
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(numbers) == 1


def test_two_faults_at_once_open_one_window(tmp_path: Path) -> None:
    shown: list[str] = []

    def show(number: str) -> None:
        shown.append(number)
        hook.take(another_fault())

    hook = CrashHook(tmp_path / "log", show)
    hook.take(a_fault())
    assert len(shown) == 1


def test_a_fault_in_a_lane_opens_the_window_and_the_program_goes_on(
    cell_folder: Path, qapp: QApplication, qtbot: QtBot, own_hook: None
) -> None:
    shell = make_shell(qapp, cell_folder, "en")
    shell.settings.keep("window/page", "settings")
    shell.start()
    qtbot.waitUntil(lambda: shell.window is not None and shell.window.place is not None)
    window = shell.window
    assert window is not None

    def fail(_work: Work) -> None:
        raise ZeroDivisionError

    seen: list[str] = []

    def look() -> bool:
        for each in window.findChildren(CrashWindow):
            seen.append(each.number.text())
            each.close_button.click()
        return bool(seen)

    from PySide6.QtCore import QTimer

    clock = QTimer(interval=5)
    clock.timeout.connect(look)
    clock.start()
    shell.runner.read(window, "x", fail, lambda _: None)
    qtbot.waitUntil(lambda: bool(seen))
    clock.stop()
    assert log_file(cell_folder).is_file()
    answers: list[int] = []
    shell.runner.read(window, "y", lambda _work: 1, answers.append)
    qtbot.waitUntil(lambda: answers == [1])
    shell.close()
    window.deleteLater()
