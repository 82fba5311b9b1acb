"""The four limits of a sector as bars; the lowest one decides and is named."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from sportsec.domain.capacity import Limit, SectorCapacity
from sportsec.ui.language import label, tr
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.theme import colour, signals
from sportsec.ui.widgets.sides import absolute

ROW_PADDING = 6
BAR = 8
NAME_SHARE = 0.48
#: Between name, bar and figure.
GAP = 8
#: A bar is this long at most where it gives way to a long name, in pixels.
LEAST_BAR = 24


class LimitsView(QWidget):
    """Draws one bar for each limit, as long as the persons it lets be."""

    def __init__(self) -> None:
        super().__init__()
        self._capacity = SectorCapacity(None, None, None, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        signals().changed.connect(self.update)

    def show_capacity(self, capacity: SectorCapacity) -> None:
        """Show the limits of another sector."""
        self._capacity = capacity
        self.setAccessibleName(capacity_sentence(capacity))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of four lines."""
        return QSize(240, len(Limit) * self._row_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the limits under each other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = [value for one in Limit if (value := self._capacity.of(one))]
        longest = max(known, default=1)
        for at, limit in enumerate(Limit):
            top = at * self._row_height()
            row = QRect(0, top, self.width(), self._row_height())
            self._draw_row(painter, row, limit, longest)
        painter.end()

    def _row_height(self) -> int:
        return self.fontMetrics().height() + ROW_PADDING

    def _draw_row(
        self, painter: QPainter, row: QRect, limit: Limit, longest: int
    ) -> None:
        value, decides = self._capacity.of(limit), self._capacity.binding is limit
        font = self.font()
        font.setBold(decides)
        painter.setFont(font)
        painter.setPen(colour("text" if value is not None else "faint"))
        count = self._widest(_figure(self._capacity.of(one)) for one in Limit)
        name = self._name_width(row.width() - count - 2 * GAP)
        middle = Qt.AlignmentFlag.AlignVCenter
        place = self._seen(row, QRect(row.x(), row.y(), name, row.height()))
        elide = Qt.TextElideMode.ElideRight
        called = painter.fontMetrics().elidedText(label(limit), elide, name)
        painter.drawText(place, int(self._side("start") | middle), called)
        end = QRect(row.right() - count, row.y(), count, row.height())
        text = _figure(value)
        painter.drawText(self._seen(row, end), int(self._side("end") | middle), text)
        if value is not None:
            room = max(0, row.width() - name - count - 2 * GAP)
            width = max(3, round(room * value / longest))
            top = row.y() + (row.height() - BAR) // 2
            bar = self._seen(row, QRect(row.x() + name + GAP, top, width, BAR))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent" if decides else "line_strong"))
            painter.drawRoundedRect(QRectF(bar), BAR / 2, BAR / 2)

    def _name_width(self, room: int) -> int:
        """Return the width of the names: all of the longest, if a bar stays beside it.

        Args:
            room: For name and bar, in pixels.
        """
        share = round(self.width() * NAME_SHARE)
        return max(share, min(self._widest(map(label, Limit)), room - LEAST_BAR))

    def _widest(self, texts: Iterable[str]) -> int:
        """Return the width of the longest text, as wide as it is when it is bold."""
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        return max(metrics.horizontalAdvance(text) for text in texts) + 1

    def _seen(self, row: QRect, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), row, part)

    def _side(self, side: str) -> Qt.AlignmentFlag:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return absolute(right=(side == "start") == rtl)


def _figure(value: int | None) -> str:
    return tr("not known") if value is None else figure(value)


def capacity_sentence(capacity: SectorCapacity) -> str:
    """Say how many a sector may hold, and which limit decides."""
    final, binding = capacity.final, capacity.binding
    if final is None or binding is None:
        return tr("No figure is known yet: this sector is not counted.")
    return tr(
        "Safe for {persons} persons at most. What decides: {limit}.",
        persons=figure(final),
        limit=label(binding),
    )
