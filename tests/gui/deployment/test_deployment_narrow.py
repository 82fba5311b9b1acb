"""The deployment tab where large text or a small window leaves little room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sportsec.domain.deployment import DetachmentDraft, Phase, PostDraft
from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.deployment_plan import Plan
from sportsec.domain.problems import Problem
from sportsec.domain.words import LANGUAGES, Words
from sportsec.services.deployment import add_detachment, add_post
from sportsec.store.work import Work
from sportsec.ui.pages.deployment.board import (
    DETACHMENTS,
    LEAST_PLAN,
    LEAST_SIDE,
    LOW_PLAN,
    POSTS,
)
from sportsec.ui.pages.deployment.checks import LEAST_LIST, ChecksPanel
from sportsec.ui.pages.deployment.page import DeploymentTab
from sportsec.ui.pages.deployment.phase_bar import PhaseBar
from sportsec.ui.pages.deployment.state import deployment_state
from sportsec.ui.theme import scaled
from tests.data.deployment.deployments import many_detachments
from tests.gui.conftest import Do
from tests.gui.deployment.conftest import Planned
from tests.unit.domain.deployment_samples import a_plan, a_post

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


def test_a_form_takes_the_side_if_that_shows_more_than_a_few_fields(
    tab: DeploymentTab,
) -> None:
    for height, is_window in ((700, False), (430, True)):
        tab.resize(1120, height)
        dialog = tab.acts.new_post()
        assert dialog is not None
        assert dialog is tab.board.form
        assert dialog.isWindow() is is_window
        assert tab.board.stadium.isVisible() is is_window
        assert tab.may_leave()
        assert tab.board.new_post.isEnabled()
        assert tab.board.stadium.isVisible()


def test_the_post_chosen_stays_in_view_above_who_stands_on_it(
    tab: DeploymentTab, planned: Planned, change: Do, qtbot: QtBot
) -> None:
    def more(work: Work) -> None:
        for n in range(20):
            add_post(work, planned.fixture, PostDraft(code=f"Y{n}", phase=Phase.P3))

    change(more)
    tab.reload()
    table = tab.board.post_table
    qtbot.waitUntil(lambda: table.rows.rowCount() == 22)
    last = table.rows.index(21, 1)
    table.scrollToBottom()
    assert tab.board.assignments.isHidden()
    table.setCurrentIndex(last)
    qtbot.waitUntil(tab.board.assignments.isVisible)
    view = table.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(table.visualRect(last).center()))
    assert "·" not in tab.board.assignments.place.toolTip()  # it has no place


@pytest.mark.parametrize("size", [(1100, 700), (420, 430)])
def test_a_check_leads_to_the_line_it_speaks_of_wherever_that_is(
    tab: DeploymentTab,
    planned: Planned,
    change: Do,
    qtbot: QtBot,
    size: tuple[int, int],
) -> None:
    """Where one bar scrolls all, it is scrolled to the line too, and stays there."""

    def more(work: Work) -> UUID:
        signs = (f"Y{n:02}" for n in range(30))
        drafts = (DetachmentDraft(name=Words(fr="Y"), call_sign=each) for each in signs)
        return [add_detachment(work, planned.fixture, each) for each in drafts][-1]

    last = change(more)
    tab.resize(*size)
    tab.reload()
    qtbot.waitUntil(lambda: last in {each.id for each in _plan(tab).detachments})
    table, runner = tab.board.detachment_table, tab._desk.runner

    def is_seen() -> bool:
        line = table.visualRect(table.currentIndex())
        return table.viewport().visibleRegion().contains(line.center())

    table.select(last)
    tab.board.lists.setCurrentIndex(DETACHMENTS)
    tab.board.bring_into_view(table)
    assert is_seen()  # in a list that has just come to the front
    tab.board.lists.setCurrentIndex(POSTS)
    for _click in range(2):
        tab.go_to(Flaw(Problem("call_sign", "No leader"), "detachment", last))
        qtbot.waitUntil(lambda: runner.is_idle and table.current_id() == last)
        qtbot.waitUntil(is_seen)
        for _round in range(12):  # whatever follows leaves it there
            QApplication.processEvents()
        assert is_seen()
        assert table.selected_ids() == [last]


def test_a_list_that_shows_all_its_lines_shows_them_however_it_is_asked(
    tab: DeploymentTab, planned: Planned, change: Do, qtbot: QtBot
) -> None:
    """A list that grew is not yet in what the board says to need: nothing follows."""
    change(lambda work: many_detachments(work, planned.fixture, 40))
    board = tab.board
    tab.resize(420, 430)
    tab.reload()
    table = board.detachment_table
    qtbot.waitUntil(lambda: table.rows.rowCount() > 40)
    board.lists.setCurrentIndex(POSTS)
    QApplication.processEvents()
    board.lists.setCurrentIndex(DETACHMENTS)
    high = table.minimumHeight()
    assert high > 40 * table.rowHeight(0)
    QApplication.sendEvent(board, QEvent(QEvent.Type.LayoutRequest))
    assert table.minimumHeight() == high
    qtbot.waitUntil(lambda: board.height() > high)


def _plan(tab: DeploymentTab) -> Plan:
    assert tab.plan is not None
    return tab.plan


@pytest.mark.parametrize("width", [1100, 420])
def test_the_totals_are_never_cut(tab: DeploymentTab, qtbot: QtBot, width: int) -> None:
    totals = tab.board.totals
    tab.resize(width, 900)
    tab.show()
    assert totals.text().startswith("30 officers")
    qtbot.waitUntil(lambda: totals.height() >= totals.heightForWidth(totals.width()))
    assert totals.wordWrap()


def test_under_the_lists_the_stadium_is_larger_than_beside_them(
    tab: DeploymentTab, qtbot: QtBot
) -> None:
    least = tab.board.stadium.view.minimumHeight
    tab.resize(1100, 900)
    tab.show()
    qtbot.waitUntil(lambda: least() == scaled(LEAST_PLAN))
    tab.resize(420, 900)
    qtbot.waitUntil(lambda: least() == scaled(LOW_PLAN))
    tab.resize(1100, 900)
    qtbot.waitUntil(lambda: least() == scaled(LEAST_PLAN))


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_phases_say_when_they_end_or_none_does(
    language: str, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    """Two hours in one tile and one in the next would be read as something else."""
    speak(language)
    short = a_post("A1", needed=12, phase=Phase.P3)
    state = deployment_state(a_plan(short), Phase.P3)
    bar = a_bar(qtbot, 1600)
    bar.show_states(state.phases, Phase.P3)
    seen = set()
    for width in range(1600, 500, -20):
        bar.resize(width, bar.height())
        QApplication.processEvents()
        hours = [bar.buttons[phase].hours.text() for phase in list(Phase)[1:]]
        ends = {"–" in each for each in hours}
        assert len(ends) == 1, width
        seen |= ends
    assert seen == {True, False}


def test_a_phase_is_never_narrower_than_when_it_begins(qtbot: QtBot) -> None:
    """In large text it would be cut: the board is scrolled sideways before that."""
    bar = a_bar(qtbot, 400)
    large = bar.font()
    large.setPointSizeF(large.pointSizeF() * 2)
    for label in bar.findChildren(QLabel):
        label.setFont(large)
    short = a_post("A1", needed=12, phase=Phase.P3)
    state = deployment_state(a_plan(short), Phase.P3)
    bar.show_states(state.phases, Phase.P3)
    bar.resize(bar.minimumSizeHint())
    QApplication.processEvents()
    for tile in bar.buttons.values():
        assert tile.hours.width() >= tile.hours.sizeHint().width()


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_of_checks_are_whole_beside_their_heading_or_under_it(
    language: str, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak(language)
    plan = a_plan(commander_id=None)
    panel = ChecksPanel()
    qtbot.addWidget(panel)
    panel.show_state(deployment_state(plan, Phase.P3), plan)
    panel.show()
    counts = (panel.corrections, panel.warnings)
    under = []
    for width in (600, 330, LEAST_SIDE):
        panel.resize(width, 300)
        QApplication.processEvents()
        assert all(each.width() >= each.sizeHint().width() for each in counts), width
        head, count = panel.header, panel.corrections
        bottom = head.mapTo(panel, head.rect().bottomLeft()).y()
        under.append(count.mapTo(panel, count.rect().topLeft()).y() > bottom)
    assert not under[0]
    assert under[-1] or language != "fr"


def test_checks_without_a_flaw_take_the_height_of_their_heading(qtbot: QtBot) -> None:
    panel = ChecksPanel()
    qtbot.addWidget(panel)
    plan = a_plan()
    wrong = deployment_state(a_plan(commander_id=None), Phase.P3)
    panel.show_state(replace(wrong, flaws=()), plan)
    panel.resize(330, 300)
    panel.show()
    QApplication.processEvents()
    low = panel.maximumHeight()
    assert low < 2 * LEAST_LIST
    assert panel.warnings.height() >= panel.warnings.sizeHint().height()
    panel.show_state(wrong, plan)
    assert panel.maximumHeight() > low
