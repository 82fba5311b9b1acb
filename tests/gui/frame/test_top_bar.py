"""The buttons above every page: in words where there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.ui.frame.search_box import LEAST_WIDTH, RESTING_WIDTH
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


def test_the_page_goes_before_a_word_of_what_it_shows(window: MainWindow) -> None:
    top = window.top
    window.resize(1000, 700)
    top.show_path(["Match file", "Atlas – Ocean" * 30])
    QApplication.processEvents()
    advance = top.crumbs.fontMetrics().horizontalAdvance
    room = top.crumbs.width() + top.search.width()
    sides = "Atlas – Ocean"
    while advance(f"{sides}s") < room - scaled(LEAST_WIDTH) - 8:
        sides += "s"
    top.show_path(["Match file", sides])
    QApplication.processEvents()
    assert top.crumbs.drawn() == sides
    assert top.crumbs.toolTip() == f"Match file  ›  {sides}"
    assert top.search.width() >= scaled(LEAST_WIDTH)


def test_a_search_that_gave_its_room_away_has_it_while_one_types(
    window: MainWindow, qtbot: QtBot
) -> None:
    top = window.top
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    top.show_path(["Match file", "Atlas – Ocean" * 30])
    assert top.search.width() == scaled(RESTING_WIDTH)
    top.search.open()
    assert top.search.width() == scaled(LEAST_WIDTH)
    assert top.rect().contains(top.search.geometry())
    top.search.clearFocus()
    assert top.search.width() == scaled(RESTING_WIDTH)
