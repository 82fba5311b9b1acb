"""Where keys and page are after something was said of one of several lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.services.commitments import add_commitment
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.pages.liaison.promises_card import PromisesCard
from sportsec.ui.pages.liaison.tab import LiaisonTab
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.gui.fixtures.season import SmallSeason
from tests.gui.liaison.conftest import Do


def test_the_keys_go_to_the_line_in_the_place_of_the_one_that_was_kept(
    qtbot: QtBot,
    desk: Desk,
    change: Do,
    season: SmallSeason,
    match: UUID,
    settled: Callable[[], None],
) -> None:
    def promise(wording: str) -> None:
        draft = CommitmentDraft(fixture_id=match, club_id=season.atlas, wording=wording)
        change(lambda work: add_commitment(work, draft))

    for wording in ("Buses", "List", "Stewards"):
        promise(wording)
    card = PromisesCard(desk, match)
    qtbot.addWidget(card)
    card.show()
    card.reload()
    settled()
    first, *_others = card.table.lines
    kept = first.buttons[0]
    assert isinstance(kept, QAbstractButton)
    kept.setFocus()
    kept.click()
    settled()
    card.reload()
    qtbot.waitUntil(lambda: card.table.lines[0] is not first)
    assert QApplication.focusWidget() is card.table.lines[0].buttons[0]


def test_the_page_stays_where_it_is_while_an_entry_is_opened_and_saved(
    qtbot: QtBot,
    desk: Desk,
    change: Do,
    season: SmallSeason,
    match: UUID,
    settled: Callable[[], None],
) -> None:
    def fill(work: Work) -> None:
        for n in range(14):
            draft = CommitmentDraft(
                fixture_id=match,
                club_id=season.atlas,
                wording=f"Buses {n}",
                due_on=date(2027, 1, 1 + n),
            )
            add_commitment(work, draft)

    change(fill)
    tab = LiaisonTab(desk, match)
    qtbot.addWidget(tab)
    desk.runner.changed.connect(lambda _touched: tab.reload())  # as the match does
    tab.resize(1100, 420)
    tab.show()
    tab.reload()
    settled()
    card = next(each for each in tab.cards if isinstance(each, PromisesCard))
    card.table.more.click()
    (area,) = tab.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 700)
    bar.setValue(600)
    line = next(each for each in card.table.lines if in_sight(each, tab))
    name, there = line.accessibleName(), line.mapTo(tab, QPoint())
    edit = line.findChildren(QToolButton)[0]
    edit.setFocus()
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    settled()
    assert bar.value() == 600
    dialog = tab.findChildren(FormDialog)[-1]
    dialog.form.type_in({"remark": "By fax"})
    dialog.save()
    settled()
    qtbot.waitUntil(lambda: line not in card.table.lines)
    qtbot.wait(50)
    assert bar.value() == 600
    again = next(e for e in card.table.lines if e.accessibleName() == name)
    assert again.mapTo(tab, QPoint()) == there


def in_sight(line: QWidget, tab: QWidget) -> bool:
    return 0 < line.mapTo(tab, QPoint()).y() < tab.height() / 2
