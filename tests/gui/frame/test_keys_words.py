"""Keys in the language of the screen: the field invites, menus keep their order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStyleOptionMenuItem
from pytestqt.qtbot import QtBot

from sportsec.ui.frame.commands import CommandMenu
from sportsec.ui.language import isolate
from sportsec.ui.main_window import MainWindow


def test_the_invitation_stands_while_the_field_listens(
    window: MainWindow, speak: Callable[[str], None]
) -> None:
    speak("ar")
    window.go("keys")
    field = window.page("keys").rows["backups"].field
    assert field.placeholderText() == "—"
    field.listen()
    assert field.placeholderText() == "اضغطوا المفاتيح"


@pytest.mark.parametrize(
    ("language", "shown"), [("ar", isolate("Alt+←")), ("fr", "Alt+←")]
)
def test_a_menu_keeps_the_signs_of_keys_in_their_order(
    qtbot: QtBot, speak: Callable[[str], None], language: str, shown: str
) -> None:
    speak(language)
    menu = CommandMenu("Go")
    qtbot.addWidget(menu)
    action = QAction("Back", menu)
    action.setShortcut("Alt+Left")
    menu.addAction(action)
    option = QStyleOptionMenuItem()
    menu.initStyleOption(option, action)
    assert option.text == f"Back\t{shown}"
