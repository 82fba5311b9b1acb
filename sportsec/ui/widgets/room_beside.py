"""A field of a form, and the room beside it in which its problem is said.

A line that came under a field moved all fields below it, away from under the mouse. A
field that becomes narrower for it moves none.
"""

from __future__ import annotations

from bisect import bisect_left

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
#: How much of it what is said may take before it is set in several lines.
SAID_SHARE = 40
GAP = 8


class RoomBeside(QWidget):
    """Holds a field; what is said of it may take the room at its end.

    A click on what is said leads into the field.

    Signals:
        width_changed: The room beside the field is another one now.
    """

    width_changed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._said: QWidget | None = None
        self._is_laid_out = False
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
        """Say that there is more room, or less."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() or not self._is_laid_out:
            self._is_laid_out = True
            self.width_changed.emit()

    # ---- inside

    def _room(self) -> int:
        """Return the width beside the field."""
        least = self.width() * FIELD_SHARE // 100
        needed = max(self._field.least_width(), least)
        return self.width() - needed - GAP

    def _width_for(self, said: QWidget, text: QLabel) -> int:
        """Return the width that what is said needs; 0 where it would be too high.

        It is as high as the field, rather than taking its width from it.
        """
        if not self._is_laid_out or self._may_grow():
            return 0
        said.setContentsMargins(0, 0, 0, 0)
        metrics, highest = text.fontMetrics(), self._field.sizeHint().height()
        lines = text.text().split("\n")
        words = max(metrics.horizontalAdvance(line) for line in lines)
        around = metrics.height() + scaled(8)  # its shape, and the edges
        widest = min(words + around, self._room())
        if widest <= around or _height(said, widest) > highest:
            return 0
        widths = range(min(widest, self.width() * SAID_SHARE // 100), widest)
        fits = bisect_left(widths, True, key=lambda one: _height(said, one) <= highest)
        return widths.start + fits

    def _may_grow(self) -> bool:
        """Say whether the field becomes higher as it becomes narrower."""
        has_lines = any(isinstance(one, QPlainTextEdit) for one in self._field.inputs())
        return has_lines or self._field.hasHeightForWidth()


_NO_END = 16_777_215  # of Qt: as wide as one likes


def _height(said: QWidget, width: int) -> int:
    layout = said.layout()
    return 0 if layout is None else layout.totalHeightForWidth(width)
