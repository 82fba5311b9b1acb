"""What helps the officer: the manual and the tour."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.screens.scenes.menus import still
from tests.screens.stage import Scene, Stage


def manual(name: str, page: str, *, at_end: bool = False) -> Scene:
    """Return a scene of the manual at a page, or at the keys that end it."""

    def build(stage: Stage) -> QWidget:
        guide = stage.window.guide
        guide.manual = None  # the one of the scene before is gone
        guide.open_manual(page)
        stage.settle()
        bar = guide.manual.text.verticalScrollBar()
        bar.setValue(bar.maximum() if at_end else 0)
        window: QWidget = guide.manual
        return window

    return Scene(name, build)


def tour(at: int) -> Scene:
    """Return a scene of a stop of the tour, counted from 1."""

    def build(stage: Stage) -> QWidget:
        guide: Any = stage.window.guide
        guide.start_tour()
        stage.settle()
        guide.tour._show(at - 1)
        stage.settle()
        picture = stage.window.grab()
        guide.tour.end()
        return still(picture)

    return Scene(f"tour-{at}", build, still=True)


SCENES = [
    manual("manual-agenda", "agenda"),
    manual("manual-keys", "agenda", at_end=True),
    manual("manual-lists", "lists"),
    manual("manual-news", "news"),
    *(tour(at) for at in (1, 2, 7, 16)),
]
