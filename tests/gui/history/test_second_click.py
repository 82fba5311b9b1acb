"""A second click on "Restore this value" is not taken for one on another line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.words import Words
from sportsec.services.clubs import add_club, revise_club
from sportsec.store.tables.clubs import Club
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.history.dialog import HistoryDialog
from sportsec.ui.widgets.aimed import STRAY_MS

YEARS = [ClubDraft(name=Words(fr="Atlas"), founded_year=year) for year in (1949, 1950)]


class Reader:
    """Looks at the history of a club whose year was put right twice."""

    def __init__(self, desk: Desk, workspace: Workspace, qtbot: QtBot) -> None:
        with workspace.writing() as work:
            self.club = add_club(work, YEARS[0])
            work.commit("Club added")
        for seen, wanted in zip(YEARS, YEARS[1:] + YEARS[:1], strict=True):
            with workspace.writing() as work:
                revise_club(work, self.club, wanted, seen=seen)
                work.commit("Club saved")
        self.workspace, self._desk, self._qtbot = workspace, desk, qtbot
        self._below = QWidget()
        qtbot.addWidget(self._below)
        self.dialog = HistoryDialog(desk, "club", self.club, self._below)
        self.dialog.show()
        self.settle()

    def settle(self) -> None:
        self._qtbot.wait(1)
        self._qtbot.waitUntil(lambda: self._desk.runner.is_idle)
        self._qtbot.wait(1)

    def point_at_the_newest(self) -> QPoint:
        (button,) = self.dialog.view.lines[0].restore_buttons.values()
        at = button.mapTo(self.dialog, button.rect().center())
        QCursor.setPos(self.dialog.mapToGlobal(at))
        return at

    def click(self, at: QPoint) -> None:
        under = self.dialog.childAt(at)
        assert isinstance(under, QToolButton)
        place = under.mapFrom(self.dialog, at)
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def year(self) -> int | None:
        with self.workspace.reading() as work:
            return work.get(Club, self.club).founded_year


@pytest.fixture
def reader(desk: Desk, workspace: Workspace, qtbot: QtBot) -> Reader:
    return Reader(desk, workspace, qtbot)


def test_a_double_click_restores_one_value(reader: Reader) -> None:
    """The new act comes on top, and its own button lies under the pointer."""
    at = reader.point_at_the_newest()
    QTest.qWait(STRAY_MS)  # it is read first
    reader.click(at)
    assert reader.year() == 1950
    assert len(reader.dialog.view.lines) == 4
    reader.click(at)
    assert reader.year() == 1950
    QTest.qWait(STRAY_MS)
    reader.click(at)
    assert reader.year() == 1949


def test_lines_that_are_moved_by_somebody_else_are_read_first(reader: Reader) -> None:
    at = reader.point_at_the_newest()
    QTest.qWait(STRAY_MS)
    later = replace(YEARS[0], founded_year=1961)
    with reader.workspace.writing() as work:
        revise_club(work, reader.club, later, seen=YEARS[0])
        work.commit("Club saved")
    reader.dialog.view.reload()
    reader.settle()
    reader.click(at)
    assert reader.year() == 1961
