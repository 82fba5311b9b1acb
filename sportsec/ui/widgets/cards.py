"""Surfaces and headings: card, section, key-value list, banner, rows and columns.

card = Card(tr("Identity"))
card.body.addWidget(KeyValue([(tr("City"), words(row.city)), …]))
Banner(tr("The plan is three persons short."), "warn")
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.language import is_rtl
from sportsec.ui.theme import colour, restyle, scaled, signals
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.shapes import draw_shape
from sportsec.ui.widgets.sides import absolute
from sportsec.ui.widgets.wrapped import WrappedLabel

SPACE = 16
#: As much of a width the names of values take at most.
NAMES = 0.45


def text_label(text: str, role: str = "value", *, wrap: bool = False) -> QLabel:
    """Return a label.

    Args:
        role: One of `app.qss`: title, subtitle, section, caption, field, value, figure.
    """
    label = WrappedLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
    return label


def start() -> Qt.AlignmentFlag:
    """Return the side where reading starts, whatever the script of the text.

    Qt aligns a text by its own direction: a French name in an Arabic page would hang
    on the far side.
    """
    return absolute(right=is_rtl())


def margins(start: int, top: int, end: int, bottom: int) -> QMargins:
    """Return margins in the reading direction, which Qt's own are not."""
    left, right = (end, start) if is_rtl() else (start, end)
    return QMargins(left, top, right, bottom)


def rule() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def scrolled(body: QWidget) -> QScrollArea:
    """Return a scroll area round a page's body, without a frame."""
    body.setProperty("role", "plain")
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area


class SectionHeader(QWidget):
    """The heading of a part of a page, with room for buttons at its end."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.title = text_label(title, "section")
        box.addWidget(self.title)
        self.note = text_label(note, "caption")
        box.addWidget(self.note)
        box.addStretch(1)
        self.buttons = QHBoxLayout()
        box.addLayout(self.buttons)


class Card(QFrame):
    """A raised surface with a heading; put widgets into `body`."""

    def __init__(self, title: str = "", note: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACE, SPACE - 2, SPACE, SPACE)
        box.setSpacing(10)
        self.header = SectionHeader(title, note)
        box.addWidget(self.header)
        self.header.setHidden(not title)
        self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        box.addLayout(self.body)


class KeyValue(QWidget):
    """Names and values under each other; the values can be copied.

    Where there is little room long names wrap, so that the values have some too.
    """

    def __init__(self, pairs: Sequence[tuple[str, str | QWidget]] = ()) -> None:
        super().__init__()
        self._widest = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self.show_pairs(pairs)

    def show_pairs(self, pairs: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show other values."""
        clear_layout(self._grid)
        self._widest = 0
        for at, (name, value) in enumerate(pairs):
            top = Qt.AlignmentFlag.AlignTop
            if isinstance(value, QWidget):
                middle = Qt.AlignmentFlag.AlignVCenter
                leading = Qt.AlignmentFlag.AlignLeading
                self._grid.addWidget(self._name(name), at, 0, middle)
                self._grid.addWidget(value, at, 1, leading | middle)
                continue
            self._grid.addWidget(self._name(name), at, 0, top)
            shown = text_label(value or "—", "value", wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(shown, at, 1, top)
        self._grid.setColumnMinimumWidth(0, self._widest)
        if self.isVisible():
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _name(self, name: str) -> QLabel:
        label = text_label(name, "field")
        label.ensurePolished()
        self._widest = max(self._widest, label.sizeHint().width())
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _share(self) -> None:
        most = round(self.width() * NAMES)
        self._grid.setColumnMinimumWidth(0, min(self._widest, most))


class Mark(QWidget):
    """The shape of a level on its own, beside a text.

    Args:
        beside: A text of several lines: the shape stands in the middle of its first.
    """

    def __init__(
        self, level: str, edge: int = 14, beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.level = level
        self._edge = scaled(edge)
        self._beside = beside
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        signals().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return its edge; it is as high as a line of the text beside it."""
        edge = self._edge + 2
        line = self._beside.fontMetrics().height() if self._beside else 0
        return QSize(edge, max(edge, line))

    def follow(self) -> None:
        """Take the level, or the text beside it, that has become another."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        room = QRectF(0, 0, self._edge + 2, self._edge + 2)
        room.moveCenter(QRectF(self.rect()).center())
        box = room.adjusted(1.5, 1.5, -1.5, -1.5)
        draw_shape(painter, self.level, box, colour(f"level_{self.level}_ink"))
        painter.end()


class Banner(QFrame):
    """A sentence across the page that stays until its cause is gone."""

    def __init__(
        self,
        text: str = "",
        level: str = "info",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._mark = Mark(level, 16)
        self.label = text_label("", "message", wrap=True)
        self.button = QPushButton(action)
        if not action:
            self.button.hide()
        if on_action is not None:
            self.button.clicked.connect(lambda _on: on_action())
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 9, 12, 9)
        box.setSpacing(10)
        box.addWidget(self._mark)
        box.addWidget(self.label, 1)
        box.addWidget(self.button)
        self.say(text, level)

    def say(self, text: str, level: str = "info") -> None:
        """Show a sentence; an empty one hides the banner."""
        self.label.setText(text)
        self._mark.level = level
        self.setProperty("level", level)
        self.setAccessibleName(text)
        if not text or self.parent() is not None:
            self.setVisible(bool(text))
        restyle(self)
        restyle(self.label)
        self._mark.update()
