"""The navigation rail in a window that is low."""

from __future__ import annotations

import pytest
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
