"""Parts beside each other where there is room, else under each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Beside(QWidget):
    """A row that becomes a column where its parts would be squeezed.

    Args:
        parts: Each with its share of the room in a row; 0 takes what it needs.

    Signals:
        turned: The parts stand in a row now; False: under each other.
    """

    turned = Signal(bool)

    def __init__(self, *parts: tuple[QWidget, int], gap: int) -> None:
        super().__init__()
        self._parts = [part for part, _share in parts]
        self._gap = gap
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        for part, share in parts:
            self._line.addWidget(part, share)

    @property
    def stands_in_row(self) -> bool:
        """Whether the parts are beside each other."""
        return self._line.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room is another."""
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Turn where a part needs more than before, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return done

    def minimumSizeHint(self) -> QSize:
        """Return what the widest part needs: the others find room under it."""
        least = super().minimumSizeHint()
        least.setWidth(max(self._least(part) for part in self._parts))
        return least

    def _turn(self) -> None:
        beside = self.width() >= self._row_width()
        if beside != self.stands_in_row:
            way = QBoxLayout.Direction
            self._line.setDirection(way.LeftToRight if beside else way.TopToBottom)
            self.turned.emit(beside)

    def _row_width(self) -> int:
        gaps = self._gap * (len(self._parts) - 1)
        return sum(self._least(part) for part in self._parts) + gaps

    @staticmethod
    def _least(part: QWidget) -> int:
        return max(part.minimumSizeHint().width(), part.minimumWidth())
