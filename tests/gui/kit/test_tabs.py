"""Tabs that need no more room than the one in front."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.tabs import Tabs

EDGE = 1  # of the style, between the names and what is shown


def a_tab(height: int) -> QWidget:
    widget = QWidget()
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    label = QLabel("x")
    label.setMinimumHeight(height)
    box.addWidget(label)
    return widget


def test_the_tab_in_front_says_how_high_they_are(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    for height in (400, 50):
        tabs.addTab(a_tab(height), str(height))
    bar = tabs.tabBar().minimumSizeHint().height() + EDGE
    assert tabs.minimumSizeHint().height() == bar + 400
    tabs.setCurrentIndex(1)
    assert tabs.minimumSizeHint().height() == bar + 50
    assert tabs.heightForWidth(300) == bar + 50


def test_what_wraps_needs_its_lines(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    widget = QWidget()
    flow = FlowLayout(widget, gap=0)
    for _ in range(4):
        part = QLabel()
        part.setFixedSize(100, 30)
        flow.addWidget(part)
    tabs.addTab(widget, "wrapped")
    bar = tabs.tabBar().minimumSizeHint().height() + EDGE
    assert tabs.heightForWidth(400) == bar + 30
    assert tabs.heightForWidth(200) == bar + 60


def test_a_margin_round_what_wraps_is_room_too(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    widget = QWidget()
    widget.setContentsMargins(0, 12, 0, 0)
    flow = FlowLayout(widget, gap=0)
    part = QLabel()
    part.setFixedSize(100, 30)
    flow.addWidget(part)
    tabs.addTab(widget, "wrapped")
    bar = tabs.tabBar().minimumSizeHint().height() + EDGE
    assert tabs.heightForWidth(400) == bar + 12 + 30
