"""The buttons above every page: in words where there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.ui.main_window import MainWindow
from sportsec.ui.theme import scaled

WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_the_buttons_are_told_in_words_where_the_path_leaves_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    top = window.top
    buttons = (top.back, top.undo, top.redo)
    window.resize(scaled(1366), 768)
    QApplication.processEvents()
    assert {button.toolButtonStyle() for button in buttons} == {WORDS}
    assert [button.text().strip() for button in buttons] == ["Back", "Undo", "Redo"]
    window.actions_of.describe("undo", "Club added")
    assert top.undo.text().strip() == "Undo"
    assert "Club added" in top.undo.toolTip()
    window.top.show_path(["Match file", "Atlas Club – Ocean Club" * 9])
    QApplication.processEvents()
    assert WORDS not in {button.toolButtonStyle() for button in buttons}
    assert all(button.toolTip() and button.text() for button in buttons)
