"""A layout that fills lines like words: for badges, tags and small buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Puts widgets one after the other and wraps, in the reading direction.

    What is wider than a line alone is narrowed to it, as far as it can be.

    Args:
        gap: Room between widgets and between lines, in pixels.
        fills: All on a line are as high as the highest; else they stand in its middle.
        even: The lines are about as long as each other: none stands alone on the last.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 10,
        *,
        fills: bool = False,
        even: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._fills = fills
        self._even = even
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        """Return an item."""
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        """Remove an item."""
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def line_width(self) -> int:
        """Return the width at which all stands on one line."""
        return self._width_of([item for item in self._items if not item.isEmpty()])

    def _width_of(self, line: Sequence[QLayoutItem]) -> int:
        gaps = self._gap * max(len(line) - 1, 0)
        return sum(item.sizeHint().width() for item in line) + gaps

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height."""
        y = rect.y()
        lines = list(self._lines(rect.width()))
        for line in self._evened(lines) if self._even else lines:
            height = max(self._size(item, rect.width()).height() for item in line)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), height), rect)
            y += height + self._gap
        return max(0, y - self._gap - rect.y())

    def _evened(self, lines: list[list[QLayoutItem]]) -> list[list[QLayoutItem]]:
        """Return as many lines as these, the longest of them as short as can be."""
        while len(lines) > 1:
            longest = max(map(self._width_of, lines))
            tried = list(self._lines(longest - 1))
            is_shorter = max(map(self._width_of, tried)) < longest
            if len(tried) > len(lines) or not is_shorter:
                break
            lines = tried
        return lines

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """Yield what stands on each line."""
        line: list[QLayoutItem] = []
        room = width
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if line and needed > room:
                yield line
                line, room = [], width
            line.append(item)
            room -= needed + self._gap
        if line:
            yield line

    def _size(self, item: QLayoutItem, room: int) -> QSize:
        """Return what an item gets; of one with wrapped text, at its own width."""
        size = item.sizeHint()
        is_narrowed = size.width() > room
        if is_narrowed:
            size.setWidth(max(room, item.minimumSize().width()))
        if (self._fills or is_narrowed) and item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
        return size

    def _place(self, line: list[QLayoutItem], room: QRect, whole: QRect) -> None:
        parent = self.parentWidget()
        direction = (
            parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        )
        x = room.x()
        for item in line:
            size = self._size(item, room.width())
            if self._fills:
                size.setHeight(room.height())
            above = (room.height() - size.height()) // 2
            place = QRect(QPoint(x, room.y() + above), size)
            item.setGeometry(QStyle.visualRect(direction, whole, place))
            x += size.width() + self._gap
