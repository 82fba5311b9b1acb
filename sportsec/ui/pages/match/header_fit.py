"""How much of the window the header of a match file takes.

Where the window is high: title, facts, then when and where, then the next step. Where
it is low, the facts go and the last two share a line. Where the letters are large
besides, all that is left is one line, two if the next step needs its own: the bar of
the window names the match above it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QStyle

from sportsec.ui.page import EDGE, GAP, MARGIN, Page
from sportsec.ui.pages.match.acts_button import ActsButton
from sportsec.ui.pages.match.header import LEAST_LOOK, MatchHeader
from sportsec.ui.pages.match.steps import Steps
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.conflict_link import ConflictLink

#: Height of a page below which the header gives way to the work, on every tab alike:
#: tabs that moved from one to the next were clicked beside.
_LOW = 720
#: Height below which it is one line, if it needs three.
_LOWEST = 480
#: Height below which it is one line in any case: a paper would have no room.
_LEAST = 330
#: Above, below and under a header of one line.
_CLOSE = 8
#: So much wider a header must be to leave its one line: widths are rounded, and at the
#: edge it would come and go.
_HELD = 8

_Way = QBoxLayout.Direction


class HeaderFit:
    """Arranges the header of a page by the room there is.

    Args:
        titles: Title and subtitle of the page.
    """

    def __init__(
        self,
        page: Page,
        titles: tuple[QLabel, QLabel],
        head: MatchHeader,
        steps: Steps,
        acts: ActsButton,
        conflict: ConflictLink,
    ) -> None:
        self._page = page
        self._title, self._subtitle = titles
        self._head = head
        self._steps = steps
        self._acts = acts
        self._conflict = conflict
        self._is_one_line = False
        self._lead = QBoxLayout(_Way.TopToBottom)
        self._lead.setSpacing(12)
        self._lead.addWidget(head, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lead.addWidget(steps, 1)
        page.body.addLayout(self._lead)

    def fit(self) -> None:
        """In a low window let the work have the lines that only tell of the match."""
        # A page that is scrolled is higher than what it is seen in.
        seen = self._page.room or self._page.size()
        high = seen.height()
        short = high < scaled(_LOW)
        # Where its button is not offered the tabs would stand higher than beside it.
        self._steps.setMinimumHeight(self._steps.next.sizeHint().height())
        self._keep_one_line(is_one_line=self._wants_one_line(high))
        self._subtitle.setHidden(short or not self._subtitle.text())
        # What does not fit the frame makes the page wider, and would fit it then.
        room = min(self._page.width(), seen.width()) - 2 * MARGIN
        if self._is_one_line:
            buttons = self._page.buttons.sizeHint().width()
            self._fit_line(room - self._page.header.spacing() - buttons)
        else:
            self._fit_lines(room, short=short)

    # ---- inside

    def _wants_one_line(self, high: int) -> bool:
        """Say whether a page so high has no line for the title."""
        if self._head.isHidden() or self._steps.isHidden():
            return False  # not known yet
        if high < scaled(_LEAST):
            return True
        return high < scaled(_LOWEST) and self._is_cramped()

    def _is_cramped(self) -> bool:
        """Say whether title, or when and next step, need more than a line each.

        A scroll bar may come and go with the answer: it is left out of the room.
        """
        bar = self._page.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = (self._page.most_width or self._page.width()) - bar - 2 * MARGIN
        if self._is_one_line:
            room -= _HELD
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        beside = room - self._page.header.spacing() - self._all_buttons_width()
        taken = self._lead.spacing() + self._steps.full_width()
        return title > beside or self._head.look_for(room - taken) is None

    def _all_buttons_width(self) -> int:
        """Return the width of the title row's buttons if each has its words."""
        shown = [each.sizeHint().width() for each in self._acts.stands_for]
        if not self._conflict.isHidden():
            shown.append(self._conflict.full_width())
        return sum(shown) + self._page.buttons.spacing() * (len(shown) - 1)

    def _keep_one_line(self, *, is_one_line: bool) -> None:
        """Let when and next step stand in the place of the title, or below it."""
        if is_one_line == self._is_one_line:
            return
        self._is_one_line = is_one_line
        header, body, box = self._page.header, self._page.body, self._page.layout()
        before, after = (body, header) if is_one_line else (header, body)
        before.removeItem(self._lead)
        after.insertLayout(0, self._lead, 1 if is_one_line else 0)
        # Qt gives room also to what is hidden, here the title.
        header.setStretch(1 if is_one_line else 0, 0 if is_one_line else 1)
        self._title.setHidden(is_one_line)
        self._title.setWordWrap(not is_one_line)  # the page breaks the row for its sake
        header.setDirection(_Way.LeftToRight)
        header.setAlignment(self._page.buttons, Qt.AlignmentFlag(0))
        edge, gap = (_CLOSE, _CLOSE) if is_one_line else (EDGE, GAP)
        if box is not None:
            box.setContentsMargins(MARGIN, edge, MARGIN, edge)
            box.setSpacing(gap)
        for button in self._acts.stands_for:
            button.setHidden(is_one_line)
        self._acts.setVisible(is_one_line)
        self._conflict.say_little(is_little=is_one_line)
        self._steps.lead_beside(leads=not is_one_line)

    def _fit_line(self, room: int) -> None:
        """Say in full what comes next; else say it, and when the match is, shortly.

        A usual status goes before the next step gets a line of its own, and it gets
        one before it is cut.
        """
        gap = self._lead.spacing()
        room_beside = room - gap - self._steps.next_width()
        for says_status in (True, False) if self._head.is_usual else (True,):
            look = self._head.look_for(room_beside, says_status=says_status)
            at = LEAST_LOOK if look is None else look
            left = room - gap - self._head.width_of(at, says_status=says_status)
            if left >= self._steps.least_width():
                self._steps.fit_next(left, says_rest=False)
                self._direct(self._head.show_look(at, says_status=says_status))
                return
        look = self._head.look_for(room)
        self._head.show_look(LEAST_LOOK if look is None else look)
        self._steps.fit_next(room)
        self._direct(0)

    def _fit_lines(self, room: int, *, short: bool) -> None:
        self._steps.fit_next(None)
        taken = self._lead.spacing() + self._steps.minimumSizeHint().width()
        look = self._head.look_for(room - taken) if short else 0
        beside = short and look is not None
        if look is None:
            look = self._head.look_for(room)
        line = self._head.show_look(LEAST_LOOK if look is None else look)
        self._direct(line if beside else 0)

    def _direct(self, line: int) -> None:
        """Put the next step beside when and where, which need a width; else below."""
        self._head.setMinimumWidth(line)
        self._lead.setDirection(_Way.LeftToRight if line else _Way.TopToBottom)
