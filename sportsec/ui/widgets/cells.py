"""How a cell of a list is drawn: plain text, or a badge where the column has levels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.badges import badge_size, draw_badge
from sportsec.ui.widgets.columns import HEADING_ROLE, LEVEL_ROLE
from sportsec.ui.widgets.shortened import ending_in_dots

MARGIN = 8
#: Edge of the sign that says whether a group is open.
FOLD_MARK = 14

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
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        option.text = ending_in_dots(option.text, rtl=rtl)
        if self.dress is not None:
            self.dress(option, index)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw one cell; on the line of a heading its part of that."""
        heading = index.data(HEADING_ROLE)
        if heading is not None:
            _draw_heading(painter, option, index, heading)
            return
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


def _draw_heading(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, text: str
) -> None:
    """Draw what one cell shows of a heading that runs over the whole line.

    It stays in view when the list is scrolled sideways.
    """
    view: Any = option.widget
    line = QRect(0, option.rect.top(), view.viewport().width(), option.rect.height())
    painter.save()
    painter.setClipRect(option.rect)
    painter.fillRect(option.rect, colour("stripe"))
    painter.setPen(colour("line"))
    painter.drawLine(line.left(), line.bottom(), line.right(), line.bottom())
    is_current = view.currentIndex().row() == index.row() and view.hasFocus()
    if is_current:
        painter.setPen(colour("accent"))
        painter.drawRect(line.adjusted(0, 0, -1, -1))
    edge = scaled(FOLD_MARK)
    above = (line.height() - edge) // 2
    mark = QRect(line.left() + MARGIN, line.top() + above, edge, edge)
    words = line.adjusted(2 * MARGIN + edge, 0, -MARGIN, 0)
    sign = "next" if view.model().is_closed_at(index.row()) else "down"
    icon(sign, "soft").paint(painter, QStyle.visualRect(option.direction, line, mark))
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour("text"))
    start = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
    painter.setLayoutDirection(option.direction)
    painter.drawText(
        QStyle.visualRect(option.direction, line, words),
        start | Qt.AlignmentFlag.AlignVCenter,
        text,
    )
    painter.restore()


def _place(option: QStyleOptionViewItem, size: QSize) -> QRect:
    room = option.rect.adjusted(MARGIN, 2, -MARGIN, -2)
    fitting = size.boundedTo(room.size())
    return QStyle.alignedRect(
        option.direction,
        option.displayAlignment | Qt.AlignmentFlag.AlignVCenter,
        fitting,
        room,
    )
