"""A small table inside a card: a few lines that are read, not worked on."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.clearing import clear_layout


class SmallTable(QWidget):
    """Lines of texts and widgets under their heads.

    Args:
        heads: Already translated.
        wide: Column that takes the room that is left, and wraps.
        wraps: Others that wrap where there is little.
    """

    def __init__(
        self, heads: Sequence[str], wide: int, wraps: Collection[int] = ()
    ) -> None:
        super().__init__()
        self._heads = list(heads)
        self._wraps = {wide, *wraps}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(wide, 1)

    def show_rows(self, rows: Sequence[Sequence[str | QWidget]]) -> None:
        """Show other lines."""
        clear_layout(self._grid)
        for at, head in enumerate(self._heads):
            self._grid.addWidget(text_label(head, "caption"), 0, at)
        for line, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                self._add(line, at, cell)

    def _add(self, line: int, at: int, cell: str | QWidget) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        if isinstance(cell, QWidget):
            self._grid.addWidget(cell, line, at, Qt.AlignmentFlag.AlignLeading | middle)
        else:
            shown = text_label(cell, "value", wrap=at in self._wraps)
            self._grid.addWidget(shown, line, at, middle)
