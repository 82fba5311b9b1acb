"""Small lines of a panel: a link, and a text that can be removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.buttons import ICON_GAP, sign_button
from sportsec.ui.widgets.cards import start, text_label
from sportsec.ui.widgets.shortened import shortened
from sportsec.ui.widgets.wrapped import break_lines

LINK_PADDING, LINK_HEIGHT, LINK_LEAST = 34, 8, 80
#: Least height of what is clicked: one line of text alone is easily missed.
EASY_TO_HIT = 24


class LinkButton(QPushButton):
    """A line that leads elsewhere; a long text is cut where the room ends.

    Args:
        keeps_end: Both ends tell what it is, as of an address: its middle is cut.
    """

    def __init__(
        self, text: str, icon_name: str = "next", *, keeps_end: bool = False
    ) -> None:
        super().__init__()
        self.full_text = text
        self._keeps_end = keeps_end
        self.setProperty("role", "link")
        self.setIcon(icon(icon_name, "accent"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room of the whole text."""
        width = self.fontMetrics().horizontalAdvance(self.full_text) + _padding()
        return QSize(width, self.fontMetrics().height() + LINK_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the room of a few letters."""
        return QSize(LINK_LEAST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - _padding() + 4, 0)
        if self._keeps_end:
            cut = Qt.TextElideMode.ElideMiddle
            shown = self.fontMetrics().elidedText(self.full_text, cut, room)
        else:
            shown = shortened(self.full_text, self.fontMetrics(), room)
        self.setText(f"{ICON_GAP}{shown}")


class ValueLink(LinkButton):
    """A link among values: begins where they begin, and wraps as they do."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room of the text in one line."""
        width = self.fontMetrics().horizontalAdvance(_with_arrow(self.full_text)) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room of a few letters."""
        width = min(LINK_LEAST, self.sizeHint().width())
        return QSize(width, self._high(self.fontMetrics().height()))

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._high(self._lines(width).boundingRect().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all lines; Qt's own button knows one, and puts it in its middle."""
        look = QStyleOptionButton()
        self.initStyleOption(look)
        painter = QPainter(self)
        if self.hasFocus():
            look.text = ""
            self.style().drawControl(
                QStyle.ControlElement.CE_PushButtonBevel, look, painter, self
            )
        painter.setPen(colour("accent"))
        lines = self._lines(self.width())
        told = lines.boundingRect().height()
        lines.draw(painter, QPointF(0, (self._high(told) - told) / 2))
        painter.end()

    def _fit(self) -> None:
        """The text is not cut."""

    def _high(self, told: float) -> int:
        """Return the height of a link whose text is so high."""
        return max(round(told), scaled(EASY_TO_HIT))

    def _lines(self, width: int) -> QTextLayout:
        option = QTextOption(start())
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = self.font()
        font.setUnderline(self.underMouse())
        lines = QTextLayout(_with_arrow(self.full_text), font)
        lines.setTextOption(option)
        break_lines(lines, width)
        return lines


def _with_arrow(text: str) -> str:
    """Return a text with an arrow that stays on its last line; Qt mirrors it."""
    return f"{text}\u00a0\u203a"


def _padding() -> int:
    """Return the room of the icon and the edges; the icon grows with the text."""
    return scaled(LINK_PADDING)


def link_row(text: str, act: Callable[[], object]) -> LinkButton:
    """Return a line that leads to another page."""
    button = LinkButton(text)
    button.clicked.connect(lambda _on: act())
    return button


def value_link(text: str, act: Callable[[], object]) -> ValueLink:
    """Return a value that leads to another page."""
    button = ValueLink(text)
    button.clicked.connect(lambda _on: act())
    return button


def removable_row(text: str, tip: str, remove: Callable[[], object]) -> QWidget:
    """Return a line with a button that removes it."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(text_label(text, "value", wrap=True), 1)
    box.addWidget(sign_button("close", tip, remove))
    return row
