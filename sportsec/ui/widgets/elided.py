"""A line of text that ends in "…" where there is no room, and says all as a hint."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from sportsec.domain.plain_text import on_one_line
from sportsec.ui.widgets.cards import start
from sportsec.ui.widgets.shortened import shortened


class ElidedLabel(QLabel):
    """A label of one line that gives way to its neighbours.

    Args:
        role: One of `app.qss`, as for `text_label`.
    """

    def __init__(self, role: str = "value", text: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
        self._shorter: tuple[str, ...] = ()
        self.show_text(text)

    def show_text(self, text: str, *shorter: str) -> None:
        """Show another text.

        Args:
            shorter: What is shown where there is no room for all of it, the longest
                first; the last is cut where it must be.
        """
        self._shorter = shorter
        self.setText(on_one_line(text))
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """Return the height of a line; any width will do."""
        return QSize(40, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return self.sizeHint()

    def whole_width(self) -> int:
        """Return the width in which the shortest of its texts is whole."""
        metrics = self.fontMetrics()
        return min(map(metrics.horizontalAdvance, (self.text(), *self._shorter)))

    def drawn(self) -> str:
        """Return as much of the text as fits."""
        metrics, room = self.fontMetrics(), self.width()
        texts = (self.text(), *self._shorter)
        fitting = (each for each in texts if metrics.horizontalAdvance(each) <= room)
        return shortened(next(fitting, texts[-1]), metrics, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.drawn(),
            self.foregroundRole(),
        )
        painter.end()
