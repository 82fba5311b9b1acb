"""How a cell of a list is drawn: plain text, or a badge where the column has levels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
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
from sportsec.ui.widgets.columns import (
    ABOVE_ROLE,
    BELOW_ROLE,
    HEADING_ROLE,
    LEVEL_ROLE,
    PARTED_ROLE,
)
from sportsec.ui.widgets.parted import parts_shortened
from sportsec.ui.widgets.shortened import ending_in_dots, shortened

MARGIN = 8
#: Free above the first of two lines, and below the second.
ROOM_ABOVE = 4
#: What the style leaves free at both ends of a text.
TEXT_MARGIN = 3
#: Edge of the sign that says whether a group is open.
FOLD_MARK = 14

_ITEM = QStyle.ControlElement.CE_ItemViewItem

Index = QModelIndex | QPersistentModelIndex
Dress = Callable[[QStyleOptionViewItem, Index], object]


class CellDelegate(QStyledItemDelegate):
    """Draws badges, and what stands below a text; leaves everything else to the style.

    Beside texts that have something below them one that has not takes both lines.

    Attributes:
        dress: May mark a row before it is drawn.
        has_two_lines: Whether rows are high enough for what stands below a text.
    """

    dress: Dress | None = None
    has_two_lines = False

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
        below = index.data(BELOW_ROLE) if self.has_two_lines else ""
        self.initStyleOption(option, index)
        text = option.text
        widget: QWidget | None = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        if not level and not below and not index.data(PARTED_ROLE):
            if self.has_two_lines:
                option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
            style.drawControl(_ITEM, option, painter, widget)
            return
        told = QStyle.SubElement.SE_ItemViewItemText
        beside_icon = style.subElementRect(told, option, widget)
        is_text = not level and not below
        room = beside_icon.width() - 2 * TEXT_MARGIN
        fits = option.fontMetrics, room, option.textElideMode
        option.text = parts_shortened(text, *fits) if is_text else ""
        style.drawControl(_ITEM, option, painter, widget)
        if is_text:
            return
        if below:
            cut = parts_shortened if index.data(PARTED_ROLE) else shortened
            lines = (index.data(ABOVE_ROLE) or text, below)
            _draw_lines(painter, option, beside_icon, lines, cut)
            return
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


def _draw_lines(
    painter: QPainter,
    option: QStyleOptionViewItem,
    beside_icon: QRect,
    lines: tuple[str, str],
    cut: Callable[[str, QFontMetrics, float], str],
) -> None:
    """Draw a text, and what stands below it in the colour of captions.

    Args:
        beside_icon: Where the style would draw the text alone.
        cut: Returns as much of the text as fits; of what stands below all parts do.
    """
    start = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
    room = beside_icon.adjusted(TEXT_MARGIN, 0, -TEXT_MARGIN, 0)
    room.setTop(option.rect.top() + ROOM_ABOVE)
    room.setBottom(option.rect.bottom() - ROOM_ABOVE)
    half = room.height() // 2
    painter.save()
    painter.setFont(option.font)
    painter.setLayoutDirection(option.direction)
    for said, ink, line, fitted in (
        (lines[0], "text", room.adjusted(0, 0, 0, -half), cut),
        (lines[1], "soft", room.adjusted(0, half, 0, 0), parts_shortened),
    ):
        painter.setPen(colour(ink))
        fitting = fitted(said, option.fontMetrics, line.width())
        painter.drawText(line, start | Qt.AlignmentFlag.AlignVCenter, fitting)
    painter.restore()


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
