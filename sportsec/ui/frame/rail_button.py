"""The button of one page on the rail; how much waits there takes no height."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolButton, QToolTip

from sportsec.ui.icons import icon
from sportsec.ui.language import isolate
from sportsec.ui.theme import colour, restyle, scaled
from sportsec.ui.widgets.buttons import ICON_GAP

ICON = 20
#: Where the window is low, so that all pages are seen at any text size; and by how much
#: a button is lower there besides, see `close` in `app.qss`.
CLOSE_ICON, SAVED = 17, 18
#: Size of the number over an icon, beside plain text; height of what it stands on.
SMALLER, BADGE = 0.66, 12
#: Around the text of a tip; and how far from the place given Qt shows one.
_TIP_EDGE, _TIP_OFFSET = 12, QPoint(2, 16)
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
#: More are not told over an icon.
MOST = 99


class RailButton(QToolButton):
    """Its name and icon; or the icon alone, with the count over its corner.

    Args:
        image: File in `resources/icons` without its ending.
        title: Of the page, translated.
    """

    def __init__(self, image: str, title: str) -> None:
        super().__init__()
        self._title = title
        self._count = 0
        self._close = False
        self.setProperty("role", "rail")
        self.setIcon(icon(image, checked="accent_soft_ink"))
        self.setIconSize(QSize(scaled(ICON), scaled(ICON)))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say(0, compact=False)

    def say(self, count: int, *, compact: bool) -> None:
        """Say how much waits on the page, beside its name or over its icon."""
        self._count = count
        number = f"  ({isolate(str(count))})" if count else ""
        shown = f"{self._title}{number}"
        style = Qt.ToolButtonStyle
        self.setAccessibleName(shown)
        self.setText("" if compact else f"{ICON_GAP}{shown}")
        self.setToolButtonStyle(
            style.ToolButtonIconOnly if compact else style.ToolButtonTextBesideIcon
        )
        self.update()

    def stand_close(self, *, close: bool) -> None:
        """Take less height where the window is low."""
        self._close = close
        edge = scaled(CLOSE_ICON if close else ICON)
        self.setIconSize(QSize(edge, edge))
        self.setProperty("close", close)
        restyle(self)

    def roomy_height(self) -> int:
        """Return the height it has where there is room enough."""
        height = self.sizeHint().height()
        if not self._close:
            return height
        text = self.fontMetrics().height() if self.text() else 0
        lost = max(scaled(ICON), text) - max(scaled(CLOSE_ICON), text)
        return height + SAVED + lost

    @property
    def badge(self) -> str:
        """What stands over the corner of the icon."""
        if not (self._count and self._is_alone):
            return ""
        return str(self._count) if self._count <= MOST else f"{MOST}+"

    @property
    def _is_alone(self) -> bool:
        return self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly

    def enterEvent(self, event: QEnterEvent) -> None:
        """Name the page at once where the icon stands alone."""
        super().enterEvent(event)
        self._name_beside()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Name it also to whom comes to it by the keyboard."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self._name_beside()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the name away again."""
        super().focusOutEvent(event)
        if self._is_alone:
            QToolTip.hideText()

    def _name_beside(self) -> None:
        """Show the name and the keys over the page, beside the icon."""
        if not self._is_alone:
            return
        text = self.toolTip()
        metrics = QFontMetrics(QToolTip.font())
        wide = metrics.horizontalAdvance(text) + 2 * scaled(_TIP_EDGE)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        first = -wide if is_mirrored else self.width()
        middle = (self.height() - metrics.height()) // 2 - _TIP_EDGE
        place = self.mapToGlobal(QPoint(first, middle) - _TIP_OFFSET)
        QToolTip.showText(place, text, self, self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number over the icon."""
        super().paintEvent(event)
        text = self.badge
        if text:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, text)
            painter.end()

    def _draw(self, painter: QPainter, text: str) -> None:
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * SMALLER)
        high = scaled(BADGE)
        metrics = QFontMetrics(font)
        wide = max(high, metrics.horizontalAdvance(text) + high // 2)
        middle = self.rect().center()
        first = min(middle.x() + scaled(1), self.width() - wide - 1)
        above = max(1, middle.y() - self.iconSize().height() // 2 - high // 3)
        room = QRect(first, above, wide, high)
        place = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), room))
        painter.setPen(colour("rail"))  # tells it from the lines of the icon
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(place, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(colour("accent_ink"))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        # Figures stand higher than the middle of a line, whose tails they do not have.
        low = (metrics.descent() + metrics.capHeight() - metrics.ascent()) / 2
        middle_line = place.translated(0, low)
        painter.drawText(middle_line, Qt.AlignmentFlag.AlignCenter, text)
