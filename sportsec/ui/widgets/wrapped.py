"""A label of several lines that stands right in Arabic.

Qt counts the blank at the end of a broken line as part of it: in Arabic each line but
the last stands a blank's width away from its edge, and a full one loses its last
letter on the other side. So these lines are laid out here.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from sportsec.ui.widgets.sides import absolute

_LINE_SEPARATOR = "\u2028"


def break_lines(lines: QTextLayout, width: float) -> None:
    """Break a text at a width, one line under the other."""
    lines.beginLayout()
    top = 0.0
    while (line := lines.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    lines.endLayout()


class WrappedLabel(QLabel):
    """Draws plain text that it breaks itself, from the right where one reads so."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines; whatever Qt does well, it does."""
        if not self._breaks_itself():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        gap = self.margin()
        room = QRectF(self.contentsRect().adjusted(gap, gap, -gap, -gap))
        lines = self._lines(room.width())
        high = sum(lines.lineAt(n).height() for n in range(lines.lineCount()))
        free = room.height() - high
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            room.adjust(0, free / 2, 0, 0)
        elif self.alignment() & Qt.AlignmentFlag.AlignBottom:
            room.adjust(0, free, 0, 0)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines.draw(painter, room.topLeft())

    def _breaks_itself(self) -> bool:
        is_plain = self.textFormat() is Qt.TextFormat.PlainText
        return self.wordWrap() and is_plain and self.isRightToLeft()

    def _lines(self, width: float) -> QTextLayout:
        """Return the text as it is broken at a width."""
        return self._laid_out(self.text(), width)

    def _laid_out(self, text: str, width: float) -> QTextLayout:
        # A blank before a break would push the letters of Arabic out of the label.
        text = _LINE_SEPARATOR.join(map(str.rstrip, text.split("\n")))
        lines = QTextLayout(text, self.font())
        option = QTextOption(self._side())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        lines.setTextOption(option)
        break_lines(lines, width)
        return lines

    def _side(self) -> Qt.AlignmentFlag:
        """Return the side as it is seen: Qt turns "left" round in Arabic."""
        wanted = self.alignment()
        if wanted & Qt.AlignmentFlag.AlignHCenter:
            return Qt.AlignmentFlag.AlignHCenter
        is_absolute = bool(wanted & Qt.AlignmentFlag.AlignAbsolute)
        names_right = bool(wanted & Qt.AlignmentFlag.AlignRight)
        right = names_right if is_absolute else not names_right
        return absolute(right=right)
