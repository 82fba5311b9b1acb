"""The settings page acts at once and is remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.settings import SettingsPage
from sportsec.ui.shell import Shell
from sportsec.ui.theme import POINTS, apply_theme, is_dark


@pytest.fixture
def page(window: MainWindow, qapp: QApplication) -> Iterator[SettingsPage]:
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    yield page
    apply_theme(qapp, "light")


def test_colours_change_at_once(page: SettingsPage, shell: Shell) -> None:
    page.shades.buttons["dark"].click()
    assert is_dark()
    assert shell.settings.text("shade") == "dark"


def test_the_page_follows_the_switch_of_the_status_bar(
    page: SettingsPage, window: MainWindow
) -> None:
    window.status.shade.click()
    assert page.shades.buttons["dark"].isChecked()


def test_text_grows_at_once(
    page: SettingsPage, shell: Shell, qapp: QApplication
) -> None:
    page.sizes.buttons["200"].click()
    assert qapp.font().pointSizeF() == 2 * POINTS
    assert shell.settings.text("text_size") == "200"
    window = shell.window
    assert window is not None
    grown = window.page("settings")
    assert isinstance(grown, SettingsPage)
    assert grown.isVisible()
    assert grown.sizes.buttons["200"].isChecked()


def test_another_language_leaves_the_officer_on_the_page(
    page: SettingsPage, shell: Shell, qtbot: QtBot
) -> None:
    page.languages.buttons["fr"].click()
    window = shell.window
    assert window is not None
    assert window.place is not None
    assert window.place.key == "settings"
    assert window.page("settings").title == "Réglages"


def test_a_choice_that_makes_no_sense_is_not_fatal(
    shell: Shell, qapp: QApplication
) -> None:
    shell.settings.keep("text_size", "gigantic")
    shell.switch("shade", "purple")
    assert qapp.font().pointSizeF() == POINTS


def test_the_officer_signs_with_the_name_he_gives(
    page: SettingsPage, shell: Shell, qtbot: QtBot
) -> None:
    workspace = shell.runner.workspace
    assert workspace is not None
    login = workspace.actor.name
    page.reload()
    line = page.you.field.line
    assert line.text() == login
    for typed, signed in (("Amina Naciri", "Amina Naciri"), ("", login)):
        line.clear()
        line.setModified(False)
        QTest.keyClicks(line, typed or " ")
        QTest.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: shell.runner.is_idle)
        assert workspace.actor.name == signed
        assert line.text() == signed


def test_tab_stops_at_the_choice_that_is_made(
    page: SettingsPage, shell: Shell, qtbot: QtBot
) -> None:
    assert shell.window is not None
    shell.window.go("settings")
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    page.shades.press("dark")
    page.languages.chosen().setFocus()
    qtbot.keyClick(page.languages.chosen(), Qt.Key.Key_Tab)
    assert page.shades.buttons["dark"].hasFocus()
    qtbot.keyClick(page.shades.buttons["dark"], Qt.Key.Key_Tab)
    assert page.sizes.chosen().hasFocus()
    qtbot.keyClick(page.sizes.chosen(), Qt.Key.Key_Backtab)
    assert page.shades.buttons["dark"].hasFocus()
