"""The problem report is shown whole, then saved where the officer wants."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from sportsec import __version__
from sportsec.ui.main_window import MainWindow
from sportsec.ui.problem_window import ProblemWindow


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


def test_nothing_told_is_closed_without_a_question(
    window: MainWindow, qtbot: QtBot
) -> None:
    report = ProblemWindow(window.page("settings").desk, window)
    report.open()
    with qtbot.waitSignal(report.rejected):
        qtbot.keyClick(report, Qt.Key.Key_Escape)
