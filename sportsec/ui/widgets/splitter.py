"""Two parts beside each other with a border that can be drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from sportsec.ui.theme import scaled

GAP = 14
LOWEST = 200  # of a part that stands under another


class SideSplitter(QSplitter):
    """A splitter whose parts can be narrowed, never closed.

    Where they do not fit beside each other they stand under each other.

    Read from the right, Qt puts the parts one pixel too far to the right, where the
    splitter cuts the border of the first off; a margin of one pixel brings them back.

    Signals:
        turned: Whether the parts stand under each other now.
    """

    turned = Signal(bool)

    def __init__(self, gap: int = GAP) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(gap)
        self._beside: dict[QWidget, int] = {}
        if self.isRightToLeft():
            self.setContentsMargins(1, 0, 0, 0)

    def need_beside(self, part: QWidget, width: int) -> None:
        """Let a part stand alone across where it would be narrower beside another.

        Args:
            part: One that has a layout, which says how narrow it may be alone.
            width: In pixels.
        """
        self._beside[part] = width
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room is another."""
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Turn where a part came, went, or needs more than before."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return done

    def minimumSizeHint(self) -> QSize:
        """Return what the widest part needs: the others find room under it."""
        least = super().minimumSizeHint()
        parts = self._on_view()
        if parts:
            least.setWidth(max(_least_width(part) for part in parts))
        if self.orientation() == Qt.Orientation.Vertical:
            heights = sum(_least_height(part) for part in parts)
            least.setHeight(heights + self.handleWidth() * (len(parts) - 1))
        return least

    def _turn(self) -> None:
        parts = self._on_view()
        needed = sum(max(_least_width(p), self._beside.get(p, 0)) for p in parts)
        needed += self.handleWidth() * (len(parts) - 1)
        beside = len(parts) < 2 or needed <= self.width()
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if way != self.orientation():
            self.setOrientation(way)
            if not beside:
                self.setSizes([1] * self.count())
            self.turned.emit(not beside)
            self.updateGeometry()
        for part, width in self._beside.items():
            least = part.minimumSizeHint().width()
            part.setMinimumWidth(max(width, least) if beside else 0)

    def _on_view(self) -> list[QWidget]:
        parts = (self.widget(at) for at in range(self.count()))
        return [part for part in parts if part and part.isVisibleTo(self)]


def _least_width(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())


def _least_height(part: QWidget) -> int:
    """Return what a part needs that stands under another."""
    own = max(part.minimumSizeHint().height(), part.minimumHeight())
    return max(own, scaled(LOWEST))
