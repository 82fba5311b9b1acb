"""The intake page on a small record, and what an officer does on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.intake.programme import Outcome
from sportsec.domain.words import N_
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.intake.lines_tab import LinesTab
from sportsec.ui.pages.intake.page import IntakePage
from sportsec.ui.pages.intake.state import LINES
from tests.builders import a_competition, a_season

#: Lines of a programme: a match, and one of a club against itself.
MATCH = "30/08/2024;20:00;Atlas;Ocean"
REFUSED = "31/08/2024;20:00;Rif;Rif"


class Intake:
    """The page in the hands of an officer, with a programme to write and open."""

    def __init__(self, page: IntakePage, folder: Path, qtbot: QtBot) -> None:
        self._page = page
        self._file = folder / "programme.csv"
        self._qtbot = qtbot

    def write(self, *lines: str, column: str = "") -> Path:
        """Write a programme of four columns; name the fifth if it has one."""
        named = ("Date", "Heure", "Domicile", "Extérieur", column)
        heading = ";".join(each for each in named if each)
        self._file.write_text("\n".join((heading, *lines)), encoding="utf-8")
        return self._file

    def open(self, file: Path) -> None:
        self.again(lambda: self._page.show_target(file))

    def read(self, *lines: str, column: str = "") -> None:
        """Write a programme, and open it."""
        self.open(self.write(*lines, column=column))

    def again(self, act: Callable[[], object]) -> None:
        """Do what has the file compared with the record, and wait for it."""
        with self._qtbot.waitSignal(self._page.flow.compared):
            act()

    def create_all(self) -> None:
        """Take every unknown name as a new one."""
        self.again(self._page.names_tab.create_all.click)

    def accept(self) -> None:
        with self._qtbot.waitSignal(self._page.flow.accepted):
            self._page.accept_button.click()

    def take_in(self, *lines: str, column: str = "") -> None:
        """Write a programme, open it and take all of it in."""
        self.read(*lines, column=column)
        self.create_all()
        self.accept()

    def look_at_lines(self) -> LinesTab:
        self._page.tabs.setCurrentIndex(LINES)
        return self._page.lines_tab

    def select_first(self, holds: Callable[[], bool]) -> None:
        """Select the first line, as soon as it is there, until something holds."""

        def is_so() -> bool:
            self._page.lines_tab.table.selectRow(0)
            return holds()

        self._qtbot.waitUntil(is_so)

    def counts(self) -> dict[Outcome, int]:
        """Return how many lines become what, as it is shown."""
        state = self._page.flow.state
        assert state is not None
        assert state.preview is not None
        return {key: n for key, n in state.preview.counts.items() if n}


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> IntakePage:
    page = IntakePage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    return page


@pytest.fixture
def intake(page: IntakePage, tmp_path: Path, qtbot: QtBot) -> Intake:
    return Intake(page, tmp_path, qtbot)


@pytest.fixture
def frame(workspace: Workspace) -> None:
    """A competition and a season for the files to belong to."""
    with workspace.writing() as work:
        a_competition(work, "Botola")
        a_season(work, "2024-2025", starts_on=None, ends_on=None)
        work.commit(N_("Frame made"))


@pytest.fixture
def swapped(frame: None, intake: Intake) -> LinesTab:
    """The lines, of which one may be a match that the agenda has the other way."""
    intake.take_in("30/08/2024;20:00;Ocean;Atlas")
    intake.read("28/08/2024;20:00;Atlas;Ocean")
    return intake.look_at_lines()
