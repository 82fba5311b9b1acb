"""Lines of a card that tell something and have buttons; all fit a narrow card too.

stack.show_lines([line, line])      # ruled off; turned where the room is another
line.tell(text, "value"); line.add(badge); line.offer(button)
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import rule, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.flow import FlowLayout

#: Below this width, at text size normal, the buttons stand under the text.
NARROW = 720
GAP = 6


def heading_of(text: str) -> QLabel:
    """Return the heading of the lines that follow it."""
    label = text_label(text, "field", wrap=True)
    label.setContentsMargins(0, GAP, 0, 0)
    return label


class Line(QWidget):
    """Texts under each other, and at their end badges and buttons.

    Args:
        name: What it tells of, for screen readers; its buttons are told apart by it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(name)
        self.buttons: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._told = QVBoxLayout()
        self._told.setSpacing(3)
        self._box.addLayout(self._told, 1)
        self.side = QWidget()
        self._flow = FlowLayout(self.side, gap=GAP)
        self._box.addWidget(self.side)

    def tell(self, text: str, role: str = "value") -> None:
        """Say something on a line of its own; nothing for an empty text."""
        if text:
            self._told.addWidget(text_label(text, role, wrap=True))

    def add(self, widget: QWidget) -> None:
        """Put a badge or a link at the end."""
        self._flow.addWidget(widget)

    def offer(self, button: QWidget) -> None:
        """Put a button at the end; readers hear also what it is of."""
        said = button.accessibleName()
        button.setAccessibleName(tr("{name}: {text}", name=said, text=self._name))
        self.buttons.append(button)
        self._flow.addWidget(button)

    def turn(self, *, is_narrow: bool) -> None:
        """Let what is at the end stand under the text where there is little room."""
        ways, top = QBoxLayout.Direction, Qt.AlignmentFlag.AlignTop
        self._box.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self._box.setSpacing(GAP if is_narrow else 14)
        self.side.setMinimumWidth(0 if is_narrow else self._flow.line_width())
        self._box.setAlignment(self.side, Qt.AlignmentFlag(0) if is_narrow else top)


class LineStack(QWidget):
    """Lines under each other."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(10)

    def show_lines(self, lines: Sequence[Line | QWidget]) -> None:
        """Show other lines; what is no line heads those after it.

        Where the keys were on a line they go to the one in its place: a page that lost
        them would jump elsewhere.
        """
        place = self._place_of_keys()
        clear_layout(self._stack)
        self.lines = []
        before: QWidget | None = None
        for each in lines:
            if isinstance(each, Line):
                each.turn(is_narrow=self._is_narrow())
                self.lines.append(each)
                if isinstance(before, Line):
                    self._stack.addWidget(rule())
            self._stack.addWidget(each)
            before = each
        if place is not None and self.lines:
            buttons = self.lines[min(place, len(self.lines) - 1)].buttons
            if buttons:
                buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of_keys(self) -> int | None:
        focused = QApplication.focusWidget()
        places = (
            at
            for at, line in enumerate(self.lines)
            if focused is not None and line.isAncestorOf(focused)
        )
        return next(places, None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the lines where the room is another."""
        super().resizeEvent(event)
        for line in self.lines:
            line.turn(is_narrow=self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.width() < scaled(NARROW)


class RecordLines(LineStack):
    """Records of the liaison under each other, each with what can be done with it.

    Args:
        with_match: Whether each says of which match it is.
    """

    def __init__(self, desk: Desk, *, with_match: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._with_match = with_match
