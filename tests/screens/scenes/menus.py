"""The menus of the window, and what is said while files are held over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from sportsec.ui.frame.commands import MENUS
from tests.screens.stage import Scene, Stage


def over(window: QWidget, opened: QMenu, corner: QPoint) -> QWidget:
    """The window with a popup drawn where it opens: grabbing leaves out popups.

    On a screen as large as the window Qt moves one up that would end below it.

    Args:
        corner: Where its line begins, in the window.
    """
    opened.ensurePolished()
    opened.resize(opened.sizeHint())
    if window.isRightToLeft():
        corner = corner - QPoint(opened.width(), 0)
    inside = window.rect().right() - opened.width()
    above = window.rect().bottom() - opened.height()
    picture = window.grab()
    painter = QPainter(picture)
    at = QPoint(max(0, min(corner.x(), inside)), max(0, min(corner.y(), above)))
    painter.drawPixmap(at, opened.grab())
    painter.end()
    return still(picture)


def still(picture: QPixmap) -> QWidget:
    """A picture taken already; its scene says that it is one."""
    shown = QLabel()
    shown.setPixmap(picture)
    shown.setFixedSize(picture.size())
    return shown


def below(window: QWidget, opener: QWidget, opened: QMenu) -> QWidget:
    """The window with the menu of a button under it."""
    place = opener.rect()
    start = place.bottomRight() if window.isRightToLeft() else place.bottomLeft()
    return over(window, opened, opener.mapTo(window, start))


def menu(stage: Stage, key: str) -> QWidget:
    stage.open("agenda")
    window = stage.window
    bar = window.menuBar()
    action = bar.actions()[list(MENUS).index(key)]
    opened = action.menu()
    assert isinstance(opened, QMenu)
    place = bar.actionGeometry(action)
    start = place.bottomRight() if window.isRightToLeft() else place.bottomLeft()
    return over(window, opened, bar.mapTo(window, start))


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
