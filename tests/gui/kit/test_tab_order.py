"""Tab goes the way one reads, whenever the parts were made."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sportsec.ui.desk import Desk
from sportsec.ui.frame.page_frame import PageFrame
from sportsec.ui.page import Page
from sportsec.ui.widgets.cards import scrolled, text_label
from sportsec.ui.widgets.tab_order import stops


class Cells(Page):
    """Names to tick between two buttons, as where a file is addressed."""

    frame: PageFrame

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Cells")
        self.first, self.last = QPushButton("first"), QPushButton("last")
        inside = QWidget()
        self.names = QVBoxLayout(inside)
        self.area = scrolled(inside)
        for widget in (self.first, self.area, self.last):
            self.body.addWidget(widget)

    def add(self, name: str) -> None:
        """Offer one more."""
        self.names.addWidget(QCheckBox(name))
        QApplication.processEvents()  # it is shown in the next round


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Cells:
    made = Cells(desk)
    made.frame = frame = PageFrame(made)
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    return made


def walked(page: Cells, qtbot: QtBot, key: Qt.Key, times: int) -> list[str]:
    found = []
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)
        reached = QApplication.focusWidget()
        found.append(reached.text() if hasattr(reached, "text") else "area")
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_came_last_is_reached_where_it_stands(
    page: Cells, qtbot: QtBot, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    page.add("one")
    page.add("two")
    page.first.setFocus()
    assert walked(page, qtbot, Qt.Key.Key_Tab, 3) == ["one", "two", "last"]
    page.add("three")
    assert walked(page, qtbot, Qt.Key.Key_Backtab, 2) == ["three", "two"]


def test_an_area_is_a_stop_while_nothing_in_it_is(page: Cells, qtbot: QtBot) -> None:
    page.names.addWidget(text_label("Much to read"))
    page.first.setFocus()
    assert walked(page, qtbot, Qt.Key.Key_Tab, 2) == ["area", "last"]
    page.add("one")
    page.first.setFocus()
    assert walked(page, qtbot, Qt.Key.Key_Tab, 2) == ["one", "last"]
    page.area.findChildren(QCheckBox)[0].hide()
    page.first.setFocus()
    assert walked(page, qtbot, Qt.Key.Key_Tab, 1) == ["area"]


def test_what_takes_no_keys_is_no_stop(page: Cells) -> None:
    page.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.last.setEnabled(False)
    assert list(stops(page)) == [page.first]
    assert page.area.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_grid_is_read_line_by_line(qtbot: QtBot) -> None:
    top, area = QWidget(), QScrollArea()
    qtbot.addWidget(top)
    one, two, three, four = (QPushButton(str(number)) for number in range(1, 5))
    grid, line = QGridLayout(top), QHBoxLayout()
    grid.addWidget(four, 1, 0)
    grid.addLayout(line, 0, 1)
    grid.addWidget(one, 0, 0)
    line.addWidget(two)
    line.addWidget(three)
    grid.addWidget(area, 2, 0)
    assert list(stops(top)) == [one, two, three, four, area]
