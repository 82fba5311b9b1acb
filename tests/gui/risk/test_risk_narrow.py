"""The risk tab where large text or a small window leaves little room."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.risk import Stage
from sportsec.queries.risk import active_grid
from sportsec.services.risk import open_assessment
from sportsec.ui.desk import Desk
from sportsec.ui.pages.risk import grid_dialog
from sportsec.ui.pages.risk.board import LEAST_VIEW
from sportsec.ui.pages.risk.grid_dialog import LABELS_BESIDE, GridDialog
from sportsec.ui.pages.risk.page import RiskTab
from sportsec.ui.theme import scaled
from tests.gui.conftest import Do


@pytest.fixture
def tab(
    make_tab: Callable[[], RiskTab], change: Do, match_id: UUID, qtbot: QtBot
) -> RiskTab:
    change(lambda work: open_assessment(work, match_id, Stage.INITIAL))
    made = make_tab()
    qtbot.waitUntil(lambda: made.state is not None)
    return made


def test_all_cards_are_scrolled_as_one_where_they_do_not_fit_beside(
    tab: RiskTab,
) -> None:
    board = tab.board
    for width, is_under in ((800, True), (1100, False), (800, True)):
        tab.resize(width, 700)
        QApplication.processEvents()
        assert board.decision.isVisible()
        assert board._area.isAncestorOf(board.decision) is is_under
        bar = board._area.horizontalScrollBar()
        assert bar.maximum() == 0


def test_what_is_scrolled_itself_does_not_make_the_page_scroll(tab: RiskTab) -> None:
    tab.board.footer.banner.say("Something is missing")
    least = tab.minimumSizeHint().height()
    assert not tab.hasHeightForWidth()
    tab.resize(1100, least)
    QApplication.processEvents()
    board = tab.board
    assert board._area.height() >= scaled(LEAST_VIEW)
    assert board.footer.height() >= board.footer.heightForWidth(tab.width())
    assert least < scaled(LEAST_VIEW) * 2


def test_the_name_of_the_grid_gives_way_and_is_a_hint(tab: RiskTab) -> None:
    name = tab.board.grid.name
    assert name.text() in name.toolTip()
    assert name.width() >= name.sizeHint().width()
    least = tab.board.grid.minimumSizeHint().width()
    name.show_text("Grid " * 60)
    assert tab.board.grid.minimumSizeHint().width() == least


@pytest.mark.usefixtures("match_id")
@pytest.mark.parametrize(("more", "above"), [(0, False), (-1, True)])
def test_labels_stand_above_the_fields_of_a_factor_where_room_is_short(
    desk: Desk, ask: Do, monkeypatch: pytest.MonkeyPatch, more: int, *, above: bool
) -> None:
    room = QSize(LABELS_BESIDE + more, 700)
    monkeypatch.setattr(grid_dialog, "room_for", lambda _window: room)
    dialog = GridDialog(desk, ask(active_grid), None)
    dialog.show()
    code = dialog.form.field("code")
    wide = code.width() > 0.8 * dialog.form.width()
    assert wide is above
    dialog.reject()
