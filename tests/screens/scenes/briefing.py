"""The briefing tab: the paper as the officer sees it before printing."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from sportsec.ui.pages.briefing.points_window import PointsWindow
from tests.screens.scenes.planning import busiest_match, flawed_match, open_tab
from tests.screens.stage import Scene, Stage


def preview(stage: Stage) -> QWidget:
    open_tab(stage, "briefing", stage.ask(busiest_match))
    # The view draws its pages in the background, past the runner.
    for _ in range(3):
        stage.settle()
    window: QWidget = stage.window
    return window


def second_page(stage: Stage) -> QWidget:
    tab: Any = open_tab(stage, "briefing", stage.ask(busiest_match))
    bar = tab.preview.verticalScrollBar()
    bar.setValue(bar.maximum() // 6)
    for _ in range(3):
        stage.settle()
    window: QWidget = stage.window
    return window


def points(stage: Stage) -> QWidget:
    """The list of what is open, above the paper of a match with many flaws."""
    tab: Any = open_tab(stage, "briefing", stage.ask(flawed_match))
    stage.settle()
    tab.before.button.click()
    stage.settle()
    found: list[PointsWindow] = stage.window.findChildren(PointsWindow)
    return found[-1]


SCENES = [
    Scene("match-briefing", preview),
    Scene("match-briefing-inside", second_page),
    Scene("match-briefing-points", points),
]
