"""A list of what is open: the shape of its gravity, then as many lines as it needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sportsec.ui.language import tr_count
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.shapes import shape_icon

EDGE = 14
#: Beside the text of a line, left and right together (`app.qss`).
_PADDING = 20
#: More lines than this are counted: nobody reads on.
SHOWN = 200


class ProblemList(QListWidget):
    """Lines that wrap; a click or Enter picks one.

    Args:
        name: What it is called by those who hear the screen.

    Signals:
        picked: Which line, counted from 0.
    """

    picked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setItemDelegate(Wrapping(self))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        # By lines Qt would show the first part of a high one and nothing to scroll.
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setIconSize(QSize(scaled(EDGE), scaled(EDGE)))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._pick)
        self.itemActivated.connect(self._pick)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other lines.

        Args:
            lines: Of each its level, such as "warn", and its words.
        """
        self.clear()
        for at, (level, text) in enumerate(lines[:SHOWN]):
            item = QListWidgetItem(shape_icon(level), text)
            item.setData(Qt.ItemDataRole.UserRole, at)
            self.addItem(item)
        more = len(lines) - SHOWN
        if more > 0:
            self.addItem(tr_count("and {n} more", "and {n} more", more))

    def _pick(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        if place is not None:
            self.picked.emit(place)


class Wrapping(QStyledItemDelegate):
    """Reckons the height of a line without its padding, which Qt takes for room.

    Args:
        tick: Width of the box before the line, if it can be ticked.
    """

    def __init__(self, parent: QListWidget, tick: int = 0) -> None:
        super().__init__(parent)
        self._taken = _PADDING + tick

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the shape stand beside the first line: one of many is scrolled."""
        super().initStyleOption(option, index)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        option.decorationAlignment = start

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line that wraps where it is drawn so."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -self._taken, 0)
        return super().sizeHint(narrower, index)
