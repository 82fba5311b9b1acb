"""Tabs that all stay in sight: counts go first, then the names of those behind."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.icons import icon
from sportsec.ui.widgets.fitting_tabs import FittingTabs

NAMES = ("Overview of the match", "Tasks of the match", "Risk of the match")


@pytest.fixture
def tabs(qtbot: QtBot) -> FittingTabs:
    tabs = FittingTabs()
    qtbot.addWidget(tabs)
    for at, name in enumerate(NAMES):
        tabs.addTab(QWidget(), icon("match"), "")
        tabs.call(at, name, "12" if at else "")
    tabs.resize(1200, 300)
    tabs.show()
    return tabs


def shown(tabs: FittingTabs) -> list[str]:
    return [tabs.tabText(at) for at in range(tabs.count())]


def narrow_to(tabs: FittingTabs, texts: list[str]) -> None:
    """Make them narrower until they say this."""
    for width in range(tabs.width(), 40, -10):
        tabs.resize(width, 300)
        QApplication.processEvents()
        if shown(tabs) == texts:
            return
    raise AssertionError(shown(tabs))


def test_where_there_is_room_all_is_said(tabs: FittingTabs) -> None:
    assert shown(tabs) == [NAMES[0], f"{NAMES[1]} (12)", f"{NAMES[2]} (12)"]
    assert not any(tabs.tabToolTip(at) for at in range(3))


def test_first_the_counts_go_then_the_names_behind(tabs: FittingTabs) -> None:
    narrow_to(tabs, list(NAMES))
    narrow_to(tabs, [NAMES[0], "", ""])
    assert tabs.tabToolTip(1) == f"{NAMES[1]} (12)"
    assert tabs.tabBar().accessibleTabName(1) == f"{NAMES[1]} (12)"
    arrows = tabs.tabBar().findChildren(QToolButton)
    assert not any(arrow.isVisible() for arrow in arrows)


def test_the_tab_in_front_has_its_name(tabs: FittingTabs) -> None:
    narrow_to(tabs, [NAMES[0], "", ""])
    tabs.setCurrentIndex(2)
    assert shown(tabs) == ["", "", NAMES[2]]
    tabs.resize(1200, 300)
    QApplication.processEvents()
    assert shown(tabs)[2] == f"{NAMES[2]} (12)"
