"""Lines of a card that tell something and have buttons; all fit a narrow card too.

stack.show_lines([line, line])      # ruled off; turned where the room is another
line.tell(text, "value"); line.add(badge); line.offer(button)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.aimed import Aim
from sportsec.ui.widgets.buttons import ICON_GAP, IconButton
from sportsec.ui.widgets.cards import rule, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.scrolled import held_still

#: Below this width, at text size normal, the buttons stand under the text.
NARROW = 720
GAP = 6
#: As much of a line what is at its end takes at most when it says its words.
END = 0.6
_STYLES = Qt.ToolButtonStyle


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
        self._start: QWidget | None = None
        self._signs: list[QToolButton] = []
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

    def offer(self, button: QWidget, *, is_start: bool = False) -> None:
        """Put a button at the end; readers hear also what it is of.

        Args:
            is_start: Whether the keys begin on it for who is led to the line: Enter
                pressed there by mistake changes nothing. Without one, on the first.
        """
        if is_start:
            self._start = button
        said = button.accessibleName()
        button.setAccessibleName(tr("{name}: {text}", name=said, text=self._name))
        self.buttons.append(button)
        self._flow.addWidget(button)
        if isinstance(button, QToolButton):
            button.setText(f"{ICON_GAP}{said}")
            self._signs.append(button)

    def begin(self) -> None:
        """Put the keys where whoever is led here begins."""
        start = self._start or next(iter(self.buttons), None)
        if start is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_room_for_words(self, width: int, *, is_narrow: bool) -> bool:
        """Say whether the signs among its buttons can say their words too.

        Args:
            width: Of the line.
        """
        self._say_words(says_words=True)
        return self._flow.line_width() <= width * (1 if is_narrow else END)

    def turn(self, *, is_narrow: bool, says_words: bool) -> None:
        """Let what is at the end stand under the text where there is little room."""
        self._say_words(says_words=says_words)
        ways, top = QBoxLayout.Direction, Qt.AlignmentFlag.AlignTop
        self._box.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self._box.setSpacing(GAP if is_narrow else 14)
        self.side.setMinimumWidth(0 if is_narrow else self._flow.line_width())
        self._box.setAlignment(self.side, Qt.AlignmentFlag(0) if is_narrow else top)

    def _say_words(self, *, says_words: bool) -> None:
        beside, alone = _STYLES.ToolButtonTextBesideIcon, _STYLES.ToolButtonIconOnly
        for sign in self._signs:
            sign.setToolButtonStyle(beside if says_words else alone)


def more_text(count: int) -> str:
    """Return what the button says that shows the lines left out."""
    return tr_count("{n} more", "{n} more", count)


class LineStack(QWidget):
    """Lines under each other.

    Args:
        first: So many are shown until the button below them is pressed; None for all.
        left_out: What that button says of so many others.
    """

    def __init__(
        self, first: int | None = None, left_out: Callable[[int], str] = more_text
    ) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._first = first
        self._left_out = left_out
        self._aim = Aim(self, deaf_ms=0)
        self._beyond: list[QWidget] = []
        self._stack = QVBoxLayout()
        self._stack.setSpacing(10)
        self.more = IconButton("down", "", "accent")
        self.more.setProperty("flat", True)
        self.more.clicked.connect(lambda _on: self._show_all())
        self.more.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(self._stack)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_lines(self, lines: Sequence[Line | QWidget]) -> None:
        """Show other lines; what is no line heads those after it.

        Where the keys were on a line they go to the one in its place, and the page
        stays where it is scrolled to. A second click is not taken for one on the line
        that came under the pointer.
        """
        if self.lines:
            self._aim.begin()
        with held_still(self):
            self._replace(lines)

    def _replace(self, lines: Sequence[Line | QWidget]) -> None:
        place = self._place_of_keys()
        clear_layout(self._stack)
        self.lines, self._beyond = [], []
        last = self._last_shown(sum(isinstance(each, Line) for each in lines))
        before: QWidget | None = None
        for each in lines:
            is_beyond = len(self.lines) >= last
            if isinstance(each, Line):
                self.lines.append(each)
                for button in each.buttons:
                    if isinstance(button, QAbstractButton):
                        self._aim.guard(button)
                if isinstance(before, Line):
                    self._put(rule(), is_beyond=is_beyond)
            self._put(each, is_beyond=is_beyond)
            before = each
        self._turn_lines()
        left = len(self.lines) - last
        self.more.setVisible(left > 0)
        self.more.setText(self._left_out(left) if left > 0 else "")
        if place is not None and self.lines:
            self._focus(min(place, len(self.lines) - 1))

    def _last_shown(self, count: int) -> int:
        """Return how many lines are shown; a single one is not left out."""
        if self._first is None or count <= self._first + 1:
            return count
        return self._first

    def _put(self, widget: QWidget, *, is_beyond: bool) -> None:
        self._stack.addWidget(widget)
        if is_beyond:
            widget.hide()
            self._beyond.append(widget)

    def _show_all(self) -> None:
        """Show what was left out, from now on; the keys go to the first of it."""
        begin, self._first = self._first, None
        for each in self._beyond:
            each.show()
        self._beyond = []
        self.more.hide()
        self._focus(begin or 0)

    def focus_first(self) -> bool:
        """Put the keys on the first line, led to; say whether there is one."""
        if self.lines:
            self.lines[0].begin()
        return bool(self.lines)

    def _focus(self, place: int) -> None:
        buttons = self.lines[place].buttons
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of_keys(self) -> int | None:
        focused = self.window().focusWidget()  # also while a form lies over it
        places = (
            at for at, line in enumerate(self.lines) if line.isAncestorOf(focused)
        )
        return next(places, None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the lines where the room is another."""
        super().resizeEvent(event)
        self._turn_lines()

    def _turn_lines(self) -> None:
        """Let all lines look alike: one without room for words takes them from all."""
        width = self.width()
        is_narrow = width < scaled(NARROW)
        says_words = all(
            line.has_room_for_words(width, is_narrow=is_narrow) for line in self.lines
        )
        for line in self.lines:
            line.turn(is_narrow=is_narrow, says_words=says_words)


class RecordLines(LineStack):
    """Records of the liaison under each other, each with what can be done with it.

    Args:
        with_match: Whether each says of which match it is.
        first: So many are shown at first; None for all.
    """

    def __init__(
        self, desk: Desk, *, with_match: bool = False, first: int | None = None
    ) -> None:
        super().__init__(first, self.left_out)
        self._desk = desk
        self._with_match = with_match

    @staticmethod
    def left_out(count: int) -> str:
        """Return what the button says that shows so many others."""
        return more_text(count)
