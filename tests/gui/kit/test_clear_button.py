"""The cross that empties a line: there while there is something, at its end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.ui.theme import apply_theme
from sportsec.ui.widgets.search_line import SearchLine


@pytest.fixture
def line(qtbot: QtBot) -> SearchLine:
    line = SearchLine()
    qtbot.addWidget(line)
    line.resize(300, 40)
    line.show()
    return line


def test_it_empties_the_line_and_goes(line: SearchLine, qtbot: QtBot) -> None:
    assert not line.cross.isVisible()
    line.setText("atlas")
    assert line.cross.isVisible()
    qtbot.mouseClick(line.cross, Qt.MouseButton.LeftButton)
    assert (line.text(), line.cross.isVisible()) == ("", False)


def test_a_line_that_can_only_be_read_has_none(line: SearchLine) -> None:
    line.setText("atlas")
    line.setReadOnly(True)
    assert not line.cross.isVisible()
    line.setReadOnly(False)
    assert line.cross.isVisible()


def test_it_stands_where_reading_ends(
    line: SearchLine, speak: Callable[[str], None]
) -> None:
    line.setText("atlas")
    assert line.cross.geometry().center().x() > line.width() / 2
    speak("ar")
    assert line.cross.geometry().center().x() < line.width() / 2


def test_no_text_stands_under_it(
    line: SearchLine, speak: Callable[[str], None]
) -> None:
    line.setText("atlas")
    assert line.textMargins().right() >= line.cross.width()
    speak("ar")
    assert line.textMargins().left() >= line.cross.width()
    line.clear()
    assert line.textMargins().left() == 0


def test_it_grows_with_the_text(line: SearchLine, qapp: QApplication) -> None:
    edge = line.cross.iconSize().width()
    try:
        apply_theme(qapp, "light", "200")
        assert line.cross.iconSize().width() == 2 * edge
    finally:
        apply_theme(qapp, "light")
