"""Tabs that the wheel does not change: the ancestor of all tabs of the program."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTabBar, QTabWidget


class SteadyTabs(QTabWidget):
    """Leaves the wheel to the page.

    Tabs of Qt change with each turn of the wheel over their names, even without the
    focus: who scrolls the page would find another list than before.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(_SteadyBar())
        self.setDocumentMode(True)


class _SteadyBar(QTabBar):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page be scrolled."""
        event.ignore()
