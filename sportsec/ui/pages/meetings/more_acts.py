"""What is seldom done with a meeting, behind one button at the end of its title row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QToolButton

from sportsec.ui.icons import icon
from sportsec.ui.language import tr


class MoreActs(QToolButton):
    """Its menu deletes the meeting: no second click of another button falls on it.

    Attributes:
        delete: The line of the menu.
    """

    def __init__(self, delete: Callable[[], object]) -> None:
        super().__init__()
        self.setIcon(icon("more"))
        self.setToolTip(tr("More"))
        self.setAccessibleName(tr("More"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.delete = menu.addAction(icon("delete"), tr("Delete"))
        self.delete.triggered.connect(lambda _on: delete())
        self.setMenu(menu)
