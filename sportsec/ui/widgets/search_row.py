"""The row above a list: its search field, filters, count and tools, on one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from sportsec.ui.widgets.search_field import SearchField

GAP = 10
#: Between two lines of it.
BETWEEN = 6
#: That Qt leaves between the icon and the words of a button.
_ICON_GAP = 4
_IN_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_AS_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly


class SearchRow(QWidget):
    """Lets the search field keep room for what is typed.

    Where there is too little for all, first the count goes, then the tools are called
    by their icon alone, and last the search field has a line of its own.

    Args:
        fields: Filters, and what else stands between search and count.
        count: How many there are.
        tools: Opens the menu of the list.
    """

    def __init__(
        self,
        search: SearchField,
        fields: Sequence[QWidget],
        count: QWidget,
        tools: QToolButton,
    ) -> None:
        super().__init__()
        self._search, self._fields = search, fields
        self._count, self._tools = count, tools
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GAP)
        self._lines.addWidget(search, 1)
        others = QHBoxLayout()
        others.setSpacing(GAP)
        for widget in (*fields, count, tools):
            others.addWidget(widget)
        tools.ensurePolished()  # the least height of its style is not enough
        others.addStrut(tools.sizeHint().height())
        self._lines.addLayout(others)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow parts that come, go, or say something else."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def minimumSizeHint(self) -> QSize:
        """Return what the wider of its two lines needs at least."""
        least = super().minimumSizeHint()
        fields = [field.minimumSizeHint().width() for field in self._seen()]
        below = _sum([*fields, self._tools_width(in_words=False)])
        least.setWidth(max(self._search.minimumSizeHint().width(), below))
        return least

    # ---- inside

    def _seen(self) -> list[QWidget]:
        return [field for field in self._fields if not field.isHidden()]

    def _fit(self) -> None:
        """Show as much as there is room for."""
        room = self.width()
        search = self._search.minimumSizeHint().width()
        fields = [field.sizeHint().width() for field in self._seen()]
        count = self._count.sizeHint().width()
        words, icon = (self._tools_width(in_words=each) for each in (True, False))
        has_count = _sum([search, *fields, count, words]) <= room
        in_words = has_count or _sum([search, *fields, words]) <= room
        on_one = in_words or _sum([search, *fields, icon]) <= room
        if not on_one:
            in_words = _sum([*fields, words]) <= room
            has_count = _sum([*fields, count, words]) <= room
        self._count.setVisible(has_count)
        style = _IN_WORDS if in_words else _AS_ICON
        if self._tools.toolButtonStyle() is not style:
            self._tools.setToolButtonStyle(style)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if on_one else ways.TopToBottom
        if way is not self._lines.direction():
            self._lines.setDirection(way)
            self._lines.setSpacing(GAP if on_one else BETWEEN)

    def _tools_width(self, *, in_words: bool) -> int:
        """Return how wide the tools are with or without words, as they are or not."""
        width = self._tools.sizeHint().width()
        is_so = self._tools.toolButtonStyle() is _IN_WORDS
        if in_words is is_so:
            return width
        advance = self._tools.fontMetrics().horizontalAdvance
        words = advance(self._tools.text()) + 2 * advance(" ") + _ICON_GAP
        return width + words if in_words else width - words


def _sum(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)
