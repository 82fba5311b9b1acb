"""The head of a list in a low tab: it is not scrolled away with the lines."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.pages.deployment.board import DETACHMENTS
from sportsec.ui.pages.deployment.page import DeploymentTab
from sportsec.ui.widgets.scrolled import WholeScroll
from tests.data.deployment.deployments import many_detachments
from tests.gui.conftest import Do
from tests.gui.deployment.conftest import Planned

Make = Callable[[UUID], DeploymentTab]


def test_the_head_of_a_list_stays_over_its_lines_where_all_is_scrolled_as_one(
    make_tab: Make, planned: Planned, change: Do, qtbot: QtBot
) -> None:
    change(lambda work: many_detachments(work, planned.fixture, 30))
    tab = make_tab(planned.fixture)
    tab.resize(420, 430)
    board, table = tab.board, tab.board.detachment_table
    board.lists.setCurrentIndex(DETACHMENTS)
    qtbot.waitUntil(lambda: table.rows.rowCount() > 30)
    qtbot.waitUntil(lambda: board.height() > table.minimumHeight() > tab.height())
    area = board.parentWidget().parentWidget()
    assert isinstance(area, WholeScroll)

    def top(part: QWidget, at: int = 0) -> int:
        return part.mapTo(area.viewport(), QPoint(0, at)).y()

    begin = top(table)
    assert begin > 0
    assert top(table.head) == begin + table.frameWidth()
    bar = area.verticalScrollBar()
    for past in (1, 50, 400):
        bar.setValue(begin + past)
        assert top(table.head) == 0
        table.head.resizeSection(0, table.head.sectionSize(0) + 1)  # as by mouse
        assert top(table.head) == 0
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    for row in (25, 5, 0):  # none of them is behind it
        table.setCurrentIndex(table.rows.index(row, 0))
        line = table.visualRect(table.currentIndex()).top()
        assert top(table.viewport(), line) >= top(table.head, table.head.height())
    for row in (25, 5, 0, 12):  # nor where there is no room for the lines around it
        tab.resize(420, 150)
        bar.setValue(0)
        table.setCurrentIndex(table.rows.index(row, 0))
        board.bring_into_view(table)
        line = table.visualRect(table.currentIndex())
        assert top(table.viewport(), line.top()) >= top(table.head, table.head.height())
        assert top(table.viewport(), line.bottom()) < area.viewport().height()
    bar.setValue(bar.maximum())
    assert table.rect().contains(table.head.geometry())
    bar.setValue(0)
    assert top(table.head) == begin + table.frameWidth()
