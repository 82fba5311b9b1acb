"""The problem report is shown whole, then saved where the officer wants."""

from __future__ import annotations

from pathlib import Path

import pytest
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
    qtbot.waitUntil(report.save.isEnabled, timeout=20_000)
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
