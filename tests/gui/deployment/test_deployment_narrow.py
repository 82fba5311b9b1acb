"""The deployment tab where large text or a small window leaves little room."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.ui.pages.deployment.board import DETACHMENTS, POSTS
from sportsec.ui.pages.deployment.page import DeploymentTab
from sportsec.ui.pages.deployment.phase_bar import PhaseBar
from tests.gui.deployment.conftest import Planned

Make = Callable[[UUID], DeploymentTab]


@pytest.fixture
def tab(make_tab: Make, planned: Planned) -> DeploymentTab:
    return make_tab(planned.fixture)


def check_names(tab: DeploymentTab) -> None:
    """Both names of the lists are seen, beside the tools."""
    bar, tools = tab.board.lists.tabBar(), tab.board.lists.cornerWidget()
    assert bar.width() >= bar.sizeHint().width()
    assert bar.width() + tools.width() <= tab.board.lists.width()


def test_the_names_of_the_lists_are_never_squeezed(
    tab: DeploymentTab, planned: Planned
) -> None:
    board = tab.board
    tab.show_sector(planned.sector)  # one tool more
    for width in (1400, 1000, 800, 700, 600):
        tab.resize(width, 900)
        for each in (POSTS, DETACHMENTS):
            board.lists.setCurrentIndex(each)
            QApplication.processEvents()
            check_names(tab)
    assert board.stadium.mapTo(tab, board.stadium.rect().topLeft()).y() > (
        board.lists.mapTo(tab, board.lists.rect().bottomLeft()).y()
    )


def test_the_totals_say_all_as_a_hint(tab: DeploymentTab) -> None:
    assert tab.board.totals.toolTip().startswith("30 officers")


def a_bar(qtbot: QtBot, width: int) -> PhaseBar:
    bar = PhaseBar()
    qtbot.addWidget(bar)
    bar.resize(width, bar.sizeHint().height())
    bar.show()
    QApplication.processEvents()
    return bar


@pytest.mark.parametrize(
    ("language", "narrow"), [("ar", 680), ("fr", 760), ("en", 680)]
)
def test_names_of_phases_take_two_lines_where_tiles_are_narrow(
    language: str, narrow: int, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak(language)
    tiles = a_bar(qtbot, 1600).buttons.values()
    assert all(len(tile.name.said()) == 1 for tile in tiles)
    line = max(tile.sizeHint().height() for tile in tiles)
    tiles = a_bar(qtbot, narrow).buttons.values()
    said = [tile.name.said() for tile in tiles]
    assert any(len(lines) == 2 for lines in said)
    assert not any("…" in line for lines in said for line in lines)
    heights = {tile.sizeHint().height() for tile in tiles}
    assert len(heights) == 1
    assert heights.pop() > line


def test_the_name_of_a_phase_ends_with_an_ellipsis_at_last(qtbot: QtBot) -> None:
    tile = next(iter(a_bar(qtbot, 760).buttons.values()))
    tile.name.show_text("Before " * 9)
    first, second = tile.name.said()
    assert first.startswith("Before")
    assert second.endswith("…")
    assert not tile.name.grab().isNull()
