"""Cards of lines that lead somewhere, and such a line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)

from sportsec.domain.risk import RiskCategory
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr_count
from sportsec.ui.match_look import CATEGORY_LEVELS
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.badges import RiskChip
from sportsec.ui.widgets.cards import SPACE, Card, margins, start, text_label
from sportsec.ui.widgets.wrapped import break_lines

SIDE_WIDTH = 300
#: Round the text of a link, in pixels: border and padding in `app.qss`.
EDGE = 3
#: A link is as wide and as high as its text; the room around it leads nowhere.
AT_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
#: Ends a line that leads somewhere; it points along the reading direction.
ONWARD = "\u00a0›"


class Lines(Card):
    """Lines that lead somewhere, and lines between them that tell of what."""

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__(title)
        self._desk = desk
        self._has_lines = False
        self.body.setSpacing(4)
        # The frame of a link stands out of the column in which all texts begin.
        box = self.layout()
        if box is not None:
            box.setContentsMargins(margins(SPACE - EDGE, SPACE - 2, SPACE, SPACE))
        self.header.setContentsMargins(margins(EDGE, 0, 0, 0))

    def lead(self, text: str, page: str, target: object = None) -> None:
        """Add a line that opens a page."""
        self._has_lines = True
        button = link(text, partial(self._desk.go, page, target))
        self.body.addWidget(button, 0, AT_START)

    def note(self, text: str, role: str = "caption") -> None:
        """Add a line that leads nowhere."""
        line = QHBoxLayout()
        line.setContentsMargins(margins(EDGE, 0, 0, 0))
        line.addWidget(text_label(text, role, wrap=True))
        self.body.addLayout(line)

    def note_category(self, category: RiskCategory) -> None:
        """Show the category of the match of the line above."""
        chip = RiskChip(label(category), CATEGORY_LEVELS[category])
        self.body.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeading)

    def say_more(self, count: int) -> None:
        """Say that a list goes on, if it does."""
        if count > 0:
            self.note(tr_count("and {n} more", "and {n} more", count))


class Link(QPushButton):
    """A line of text that does something; a long one takes several lines."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "link")
        # Not fixed: in a narrow card it needs more lines than are hinted at.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room of the whole text, never wider than a side card."""
        room = scaled(SIDE_WIDTH) - 2 * SPACE - 2
        text = self._lines(room)
        return QSize(min(text.width() + 1, room) + 2 * EDGE, text.height() + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Return what the longest word needs, and all lines at the width there is."""
        width = self._lines(0).width() + 1 + 2 * EDGE
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def heightForWidth(self, width: int) -> int:
        """Return what the lines need: a side card is narrower in a narrow window."""
        return self._lines(width - 2 * EDGE).height() + 2 * EDGE

    def _lines(self, width: int) -> QSize:
        """Return the room that the text takes at a width."""
        laid = self._laid(width, self.font())
        lines = [laid.lineAt(n) for n in range(laid.lineCount())]
        wide = max((line.naturalTextWidth() for line in lines), default=0)
        return QSize(ceil(wide), ceil(sum(line.height() for line in lines)))

    def _laid(self, width: int, font: QFont) -> QTextLayout:
        """Break the text; Qt would count the blank at the end of an Arabic line."""
        laid = QTextLayout(self.text() + ONWARD, font)
        option = QTextOption(start())
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        laid.setTextOption(option)
        break_lines(laid, width)
        return laid

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text over all lines; the style knows one."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        kind = QStyle.ControlElement.CE_PushButton
        self.style().drawControl(kind, option, painter, self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setPen(colour("accent_hover" if self.underMouse() else "accent"))
        room = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        self._laid(room.width(), font).draw(painter, QPointF(room.topLeft()))
        painter.end()


def link(text: str, act: Callable[[], object]) -> Link:
    """Return a line of text that does something."""
    button = Link(text)
    button.setAccessibleName(text)
    button.clicked.connect(lambda _on: act())
    return button
