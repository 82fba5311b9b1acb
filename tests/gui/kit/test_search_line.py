"""The line with a magnifier: how it shows a text that has no room."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.search_field import SearchField
from sportsec.ui.widgets.search_line import SearchLine

NAME = "Tetouan Doves – Lighthouse Star · 01/02/2027"


def test_a_text_without_room_ends_in_dots_until_it_is_edited(qtbot: QtBot) -> None:
    line, other = SearchLine(), SearchLine()
    for each in (other, line):
        qtbot.addWidget(each)
        each.show()
    line.setText(NAME)
    line.resize(160, line.height())
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert line.drawn().startswith("Tetouan")
    assert line.drawn().endswith("…")
    cut = line.grab().toImage()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert line.drawn() == NAME
    assert line.grab().toImage() != cut
    other.setFocus()
    line.resize(900, line.height())
    assert line.drawn() == NAME


def test_a_narrow_field_says_less_of_what_it_finds(qtbot: QtBot) -> None:
    field = SearchField("Search names, towns and stadiums")
    qtbot.addWidget(field)
    field.show()
    field.resize(500, field.height())
    assert field.placeholderText() == "Search names, towns and stadiums"
    field.resize(120, field.height())
    assert field.placeholderText() == "Search"
    assert field.accessibleName() == "Search names, towns and stadiums"
