"""The head of a list that is scrolled with what it lies in: it stays in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QScrollArea

from sportsec.ui.widgets.list_view import ListView


class KeptHead(QObject):
    """Lets the head of a list stand over its lines where they are scrolled past it.

    It moves inside the list, which keeps the room for it: no layout hears of it.

    Args:
        area: What the list lies in, and is scrolled by.
    """

    def __init__(self, table: ListView, area: QScrollArea) -> None:
        super().__init__(table)
        self._table = table
        self._area = area
        area.verticalScrollBar().valueChanged.connect(self._keep)
        table.head.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stand there again when the list has put its head above its lines."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._keep()
        return super().eventFilter(watched, event)

    def _keep(self, _scrolled: int = 0) -> None:
        table, head = self._table, self._table.head
        table.over_lines = head.height()
        lines = table.viewport()
        usual = QPoint(head.x(), lines.y() - head.height())
        past = -table.mapTo(self._area.viewport(), usual).y()
        place = usual + QPoint(0, max(0, min(past, lines.height())))
        if head.pos() != place:
            head.move(place)
