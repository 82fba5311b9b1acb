"""The menus of the window, and what is said while files are held over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from sportsec.ui.frame.commands import MENUS
from tests.screens.stage import Scene, Stage


def menu(stage: Stage, key: str) -> QWidget:
    """The window with a menu drawn where it opens: grabbing leaves out popups."""
    stage.open("agenda")
    window = stage.window
    bar = window.menuBar()
    action = bar.actions()[list(MENUS).index(key)]
    opened = action.menu()
    assert isinstance(opened, QMenu)
    opened.ensurePolished()
    opened.resize(opened.sizeHint())
    place = bar.actionGeometry(action)
    below = bar.mapTo(window, place.bottomLeft())
    if window.isRightToLeft():
        below.setX(below.x() + place.width() - opened.width())
    picture = window.grab()
    painter = QPainter(picture)
    painter.drawPixmap(below, opened.grab())
    painter.end()
    shown = QLabel()
    shown.setPixmap(picture)
    shown.setFixedSize(picture.size())
    return shown


def held_over(stage: Stage) -> QWidget:
    stage.open("settings")
    files = [Path("Rabat-14.ssx"), Path("Fes-3.ssx"), Path("programme.xlsx")]
    stage.window.drop_hint.appear(files)
    window: QWidget = stage.window
    return window


SCENES = [
    *(
        Scene(f"menu-{key}", lambda stage, key=key: menu(stage, key), still=True)
        for key in MENUS
    ),
    Scene("drop-exchange", held_over),
]
