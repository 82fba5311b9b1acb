"""The risk tab where large text or a small window leaves little room."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.risk import Stage
from sportsec.queries.risk import active_grid
from sportsec.services.risk import open_assessment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.pages.risk import grid_dialog
from sportsec.ui.pages.risk.board import LEAST_VIEW
from sportsec.ui.pages.risk.grid_dialog import LABELS_BESIDE, GridDialog
from sportsec.ui.pages.risk.page import RiskTab
from sportsec.ui.theme import scaled
from tests.data.risk.risk_matches import decided
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


@pytest.mark.parametrize(
    ("width", "said"), [(1100, "Begin: Interim assessment"), (700, "Begin")]
)
def test_the_button_of_the_next_step_has_a_word_at_any_width(
    make_tab: Callable[[], RiskTab],
    change: Do,
    match_id: UUID,
    qtbot: QtBot,
    width: int,
    said: str,
) -> None:
    change(lambda work: decided(work, work.get(Fixture, match_id), Stage.INITIAL))
    tab = make_tab()
    qtbot.waitUntil(lambda: tab.state is not None)
    tab.resize(width, 700)
    new = tab.board.new
    qtbot.waitUntil(lambda: new.text().strip() == said)
    assert new.isVisible()
    assert new.accessibleName() == "Begin: Interim assessment"
    more = tab.board.more
    assert new.mapTo(tab, new.rect().topLeft()).y() == (
        more.mapTo(tab, more.rect().topLeft()).y()
    )


def test_the_word_takes_no_line_from_the_assessments(
    make_tab: Callable[[], RiskTab], change: Do, match_id: UUID, qtbot: QtBot
) -> None:
    """The buttons stand above each other before the assessments would."""

    def rated(work: Work) -> None:
        for stage in (Stage.INITIAL, Stage.INTERIM):
            decided(work, work.get(Fixture, match_id), stage)

    change(rated)
    tab = make_tab()
    qtbot.waitUntil(lambda: tab.state is not None)
    board = tab.board
    new, more, tiles = board.new, board.more, [*board.strip.buttons.values()]
    tab.resize(board.strip.line_width() + new.sizeHint().width() // 2 + 120, 700)

    def tops(*widgets: QWidget) -> list[int]:
        return [each.mapTo(tab, each.rect().topLeft()).y() for each in widgets]

    qtbot.waitUntil(lambda: tops(more)[0] > tops(new)[0])
    assert len(set(tops(*tiles))) == 1
