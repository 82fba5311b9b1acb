"""The window that asks what a saved list is to be called."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.name_dialog import NameDialog


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def asked(owner: QWidget, qtbot: QtBot, name: str = "") -> tuple[NameDialog, list[str]]:
    dialog = NameDialog("Save this list", name, owner)
    said: list[str] = []
    dialog.named.connect(said.append)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog, said


def test_enter_saves_the_name_without_blanks_around_it(
    owner: QWidget, qtbot: QtBot
) -> None:
    dialog, said = asked(owner, qtbot)
    qtbot.keyClicks(dialog.line, " Week ")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert said == ["Week"]


def test_an_empty_name_cannot_be_saved(owner: QWidget, qtbot: QtBot) -> None:
    dialog, said = asked(owner, qtbot, "Week")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Space)  # what stands there is selected
    assert not dialog.bar.save.isEnabled()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert said == []


def test_escape_changes_no_name(owner: QWidget, qtbot: QtBot) -> None:
    dialog, said = asked(owner, qtbot, "Week")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert said == []
