"""The navigation rail in a window that is low."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.ui.frame.rail import Rail
from sportsec.ui.pages.registry import PAGES

KEYS = [page.key for page in PAGES if page.group]


@pytest.mark.parametrize("key", [KEYS[0], KEYS[-1]])
def test_the_page_on_view_is_seen_on_it(qtbot: QtBot, key: str) -> None:
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    rail.resize(rail.sizeHint().width(), 200)
    rail.show()
    qtbot.waitExposed(rail)
    for each in (*KEYS, key):
        rail.show_current(each)
    button = rail.buttons[key]
    assert button.visibleRegion().boundingRect().height() == button.height()


def seen(rail: Rail, key: str) -> bool:
    button = rail.buttons[key]
    return button.visibleRegion().boundingRect().height() == button.height()


def test_pages_stand_closer_before_any_is_out_of_sight(qtbot: QtBot) -> None:
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    rail.show()
    rail.resize(rail.width(), rail.sizeHint().height() + 100)
    roomy = rail.buttons[KEYS[0]].sizeHint().height()
    rail.resize(rail.width(), rail.sizeHint().height() - 120)
    QApplication.processEvents()
    assert rail.buttons[KEYS[0]].sizeHint().height() < roomy
    assert all(seen(rail, key) for key in KEYS)
    rail.resize(rail.width(), 1000)
    QApplication.processEvents()
    assert rail.buttons[KEYS[0]].sizeHint().height() == roomy


def test_new_colours_leave_the_page_on_view_in_sight(qtbot: QtBot) -> None:
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    rail.show()
    rail.resize(rail.width(), 200)
    rail.show_current(KEYS[-1])
    rail._area.verticalScrollBar().setValue(0)
    assert not seen(rail, KEYS[-1])
    QApplication.sendEvent(rail, QEvent(QEvent.Type.StyleChange))
    qtbot.waitUntil(lambda: seen(rail, KEYS[-1]))
