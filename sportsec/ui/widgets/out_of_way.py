"""A list of suggestions does not lie over what follows the form: its Save button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

#: So many lines are seen at least: with less room the list lies where Qt puts it.
LEAST = 2
#: When Qt has given the list its place, before it is seen there.
_PLACED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})


class OutOfWay(QObject):
    """Keeps the list within the form: below its line, or above it where that is low.

    A click on a button that the list came to lie over would choose what stands there.
    The fields above are filled in already. Where it has no room for all of its lines it
    is scrolled; a line that lies in nothing that scrolls keeps its list below.

    Args:
        popup: The list.
        line: What one types into.
    """

    def __init__(self, popup: QAbstractItemView, line: QWidget) -> None:
        super().__init__(popup)
        self._popup, self._line = popup, line
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Correct the place of the list."""
        if event.type() in _PLACED:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area, line, popup = _area_of(self._line), self._line, self._popup
        if area is None:
            return
        view, top = area.viewport(), line.mapToGlobal(QPoint()).y()
        end = view.mapToGlobal(QPoint(0, view.height())).y()
        below = end - top - line.height()
        above = top - line.screen().availableGeometry().top()
        high = min(popup.height(), max(below, above))
        if popup.height() > below and high >= popup.sizeHintForRow(0) * LEAST:
            start = top - high if above > below else top + line.height()
            popup.setGeometry(popup.x(), start, popup.width(), high)


def _area_of(line: QWidget) -> QAbstractScrollArea | None:
    """Return what the form of a line is scrolled in."""
    around = line.parentWidget()
    while around is not None and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    return around
