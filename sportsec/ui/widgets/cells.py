"""How a cell of a list is drawn: plain text, or a badge where the column has levels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from sportsec.ui.widgets.badges import badge_size, draw_badge
from sportsec.ui.widgets.columns import LEVEL_ROLE

MARGIN = 8

Index = QModelIndex | QPersistentModelIndex
Dress = Callable[[QStyleOptionViewItem, Index], object]


class CellDelegate(QStyledItemDelegate):
    """Draws badges; leaves everything else to the style.

    Attributes:
        dress: May mark a row before it is drawn.
    """

    dress: Dress | None = None

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the row be marked."""
        super().initStyleOption(option, index)
        if self.dress is not None:
            self.dress(option, index)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw one cell."""
        level = index.data(LEVEL_ROLE)
        if not level:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text = option.text
        option.text = ""
        widget: QWidget | None = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        painter.save()
        painter.setFont(option.font)
        size = badge_size(option.fontMetrics, text)
        draw_badge(painter, _place(option, size), text, level, option.direction)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say a text in full where the column cuts it."""
        said = index.data(Qt.ItemDataRole.ToolTipRole)
        room = option.rect.width()
        if not said and self.sizeHint(option, index).width() > room:
            QToolTip.showText(event.globalPos(), str(index.data() or ""), view)
            return True
        return super().helpEvent(event, view, option, index)


def _place(option: QStyleOptionViewItem, size: QSize) -> QRect:
    room = option.rect.adjusted(MARGIN, 2, -MARGIN, -2)
    fitting = size.boundedTo(room.size())
    return QStyle.alignedRect(
        option.direction,
        option.displayAlignment | Qt.AlignmentFlag.AlignVCenter,
        fitting,
        room,
    )
