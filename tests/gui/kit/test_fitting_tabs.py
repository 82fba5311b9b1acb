"""Tabs that are called by words: counts go first, then icons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
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


def has_icons(tabs: FittingTabs) -> list[bool]:
    return [not tabs.tabIcon(at).isNull() for at in range(tabs.count())]


def test_first_the_counts_go_then_the_icons_but_never_the_words(
    tabs: FittingTabs,
) -> None:
    narrow_to(tabs, list(NAMES))
    assert has_icons(tabs) == [True] * 3
    assert tabs.tabToolTip(1) == f"{NAMES[1]} (12)"
    assert tabs.tabBar().accessibleTabName(1) == f"{NAMES[1]} (12)"
    counted = [NAMES[0], f"{NAMES[1]} (12)", f"{NAMES[2]} (12)"]
    narrow_to(tabs, counted)  # without icons there is room for them once more
    assert has_icons(tabs) == [False] * 3
    tabs.resize(120, 300)
    assert (shown(tabs), has_icons(tabs)) == (list(NAMES), [False] * 3)


def test_a_tab_that_has_no_room_is_reached_and_then_seen(tabs: FittingTabs) -> None:
    tabs.resize(260, 300)
    QApplication.processEvents()
    bar = tabs.tabBar()
    assert any(arrow.isVisible() for arrow in bar.findChildren(QToolButton))
    tabs.setCurrentIndex(2)
    QApplication.processEvents()
    assert bar.rect().contains(bar.tabRect(2).center())


def test_with_room_again_icons_and_counts_are_back(tabs: FittingTabs) -> None:
    tabs.resize(120, 300)
    tabs.resize(1200, 300)
    QApplication.processEvents()
    assert shown(tabs)[2] == f"{NAMES[2]} (12)"
    assert has_icons(tabs) == [True] * 3


def test_the_wheel_over_them_does_not_change_the_tab(tabs: FittingTabs) -> None:
    place = tabs.tabBar().mapTo(tabs, tabs.tabBar().rect().center())
    QTest.wheelEvent(tabs.windowHandle(), QPointF(place), QPoint(0, -240))
    assert tabs.currentIndex() == 0


def test_the_tool_tip_says_what_a_count_counts(tabs: FittingTabs) -> None:
    tabs.call(1, NAMES[1], "12", "12 tasks to do")
    said = f"{NAMES[1]}: 12 tasks to do"
    plain = dict.fromkeys(map(ord, "\u2068\u2069"))
    assert tabs.tabToolTip(1).translate(plain) == said
    assert tabs.tabBar().accessibleTabName(1).translate(plain) == said
    assert not tabs.tabToolTip(0)
