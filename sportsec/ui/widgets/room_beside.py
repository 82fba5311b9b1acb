"""A field of a form, and the room beside it in which its problem is said.

A line that came under a field moved all fields below it, away from under the mouse. A
field that becomes narrower for it moves none.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.field import Field

#: How much of the width the field keeps at least, in hundredths.
FIELD_SHARE = 25
GAP = 8


class RoomBeside(QWidget):
    """Holds a field; what is said of it may take the room at its end.

    A click on what is said leads into the field.

    Signals:
        too_narrow: It became so narrow that what stands beside must go.
    """

    too_narrow = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._said: QWidget | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._row.addWidget(field, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)
        self._box.addLayout(self._row)

    def add_under(self, note: QWidget) -> None:
        """Put a hint under the field."""
        self._box.addWidget(note)

    def take(self, said: QWidget, text: QLabel) -> bool:
        """Put what is said beside the field; say whether it fits without moving others.

        Args:
            said: Laid out around `text`.
        """
        width = self._width_for(said, text)
        if not width:
            return False
        self._said = said
        self._row.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        said.setFixedWidth(width)
        spare = self._field.line_height() - _height(said, width)
        said.setContentsMargins(0, max(0, spare // 2), 0, 0)
        return True

    def give_back(self, said: QWidget) -> bool:
        """Let go what stands beside; say whether it did."""
        if self._said is not said:
            return False
        self._said = None
        self._row.removeWidget(said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setMinimumWidth(0)
        said.setMaximumWidth(_NO_END)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead into the field from what is said of it."""
        said = self._said
        if said is not None and said.geometry().contains(event.position().toPoint()):
            self._field.focus()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say where the room has become too narrow."""
        super().resizeEvent(event)
        if self._said is not None and self._said.width() > self._room():
            self.too_narrow.emit()

    # ---- inside

    def _room(self) -> int:
        """Return the width beside the field."""
        least = self.width() * FIELD_SHARE // 100
        needed = max(self._field.minimumSizeHint().width(), least)
        return self.width() - needed - GAP

    def _width_for(self, said: QWidget, text: QLabel) -> int:
        """Return the width that what is said needs; 0 where it would be too high."""
        if not self.isVisible() or self._may_grow():
            return 0
        said.setContentsMargins(0, 0, 0, 0)
        metrics = text.fontMetrics()
        lines = text.text().split("\n")
        words = max(metrics.horizontalAdvance(line) for line in lines)
        around = metrics.height() + scaled(8)  # its shape, and the edges
        width = min(words + around, self._room())
        fits = width > around and _height(said, width) <= self._field.height()
        return width if fits else 0

    def _may_grow(self) -> bool:
        """Say whether the field becomes higher as it becomes narrower."""
        has_lines = any(isinstance(one, QPlainTextEdit) for one in self._field.inputs())
        return has_lines or self._field.hasHeightForWidth()


_NO_END = 16_777_215  # of Qt: as wide as one likes


def _height(said: QWidget, width: int) -> int:
    layout = said.layout()
    return 0 if layout is None else layout.totalHeightForWidth(width)
