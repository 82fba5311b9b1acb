"""Two parts beside each other with a border that can be drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

GAP = 14


class SideSplitter(QSplitter):
    """A splitter whose parts can be narrowed, never closed.

    Read from the right, Qt puts the parts one pixel too far to the right, where the
    splitter cuts the border of the first off; a margin of one pixel brings them back.
    """

    def __init__(self, gap: int = GAP) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(gap)
        if self.isRightToLeft():
            self.setContentsMargins(1, 0, 0, 0)
