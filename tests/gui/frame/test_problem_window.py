"""The problem report is shown whole, then saved where the officer wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from sportsec import __version__
from sportsec.domain.words import LANGUAGES
from sportsec.ui.main_window import MainWindow
from sportsec.ui.problem_window import REPORT_LINES, ProblemWindow
from sportsec.ui.theme import apply_theme


def test_what_is_saved_is_what_was_shown(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = ProblemWindow(window.page("settings").desk, window)
    qtbot.addWidget(report)
    qtbot.waitUntil(report.save.isEnabled)
    assert report.text.toPlainText().startswith("SportSec problem report\n\n[Versions]")
    report.account.edit.setPlainText("صفحة بيضاء\nAfter Ctrl+P.")
    shown = report.text.toPlainText()
    assert "[What went wrong?]\nصفحة بيضاء\nAfter Ctrl+P.\n\n[Versions]" in shown
    assert f"SportSec {__version__}" in shown
    target = tmp_path / "report.txt"
    answer = (str(target), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)
    report.save.click()
    assert target.read_text(encoding="utf-8") == shown


def test_what_was_told_is_not_thrown_away_unasked(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    answers = [False, False, True]

    def ask(*_args: object) -> bool:
        asked.append(True)
        return answers.pop(0)

    monkeypatch.setattr("sportsec.ui.problem_window.may_lose", ask)
    report = ProblemWindow(window.page("settings").desk, window)
    report.open()
    report.account.edit.setPlainText("A white page")
    qtbot.keyClick(report, Qt.Key.Key_Escape)
    report.close()
    assert report.isVisible()
    assert report.account.value() == "A white page"
    with qtbot.waitSignal(report.rejected):
        qtbot.keyClick(report, Qt.Key.Key_Escape)
    assert len(asked) == 3


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light", "200")
    yield
    apply_theme(qapp, "light")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_is_scrolled_in_a_low_window_not_cut_off(
    window: MainWindow,
    large: None,
    speak: Callable[[str], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    speak(language)
    monkeypatch.setattr("sportsec.ui.problem_window.may_lose", lambda *_args: True)
    report = ProblemWindow(window.page("settings").desk, window)
    qtbot.addWidget(report)
    report.show()
    report.activateWindow()
    edit, line = report.account.edit, report.text.fontMetrics().lineSpacing()
    for width, height in ((1317, 556), (900, 540), (1300, 900)):
        report.resize(width, height)
        qtbot.waitUntil(lambda: report.account.height() == edit.height())
        assert report.text.height() >= REPORT_LINES * line
        assert report.save.geometry().bottom() <= report.height()
    assert edit.visibleRegion().boundingRect().size() == edit.size()
    report.resize(1317, 556)
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "A white page")
    for _line in range(8):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: report.account.height() == edit.height() > 8 * line)
    qtbot.waitUntil(
        lambda: edit.viewport().visibleRegion().contains(edit.cursorRect().center())
    )
    assert report.text.height() >= REPORT_LINES * line


def test_nothing_told_is_closed_without_a_question(
    window: MainWindow, qtbot: QtBot
) -> None:
    report = ProblemWindow(window.page("settings").desk, window)
    report.open()
    with qtbot.waitSignal(report.rejected):
        qtbot.keyClick(report, Qt.Key.Key_Escape)
