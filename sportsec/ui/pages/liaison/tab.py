"""The tab of a match file for those outside: whom to call, what they promised.

It is a column of cards, or two where there is room, below a row that leads to each. A
card is a widget made with the desk and the id of the match; `reload()` asks again for
what it shows.
"""

from __future__ import annotations

from typing import Protocol, cast
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.liaison import LiaisonDraft
from sportsec.queries.kept_days import kept_if_off
from sportsec.queries.left_behind import left_behind
from sportsec.ui.by_name import named
from sportsec.ui.desk import Desk
from sportsec.ui.due_days import ask_due_days
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import tr
from sportsec.ui.match_look import behind_text, off_text
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.call_form import open_call
from sportsec.ui.pages.liaison.jump_row import JumpRow
from sportsec.ui.pages.liaison.lines import NARROW
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import Banner, scrolled
from sportsec.ui.widgets.form_dialog import FormDialog

GAP = 14
#: From this width on, at text size normal, cards stand in two columns: the lines of
#: both have room for their buttons beside the text.
WIDE = 2 * NARROW + 140


class LiaisonCard(Protocol):
    """What a card can do besides being an `AddingCard`."""

    def reload(self) -> None:
        """Ask again for what is shown."""


class _Kind(Protocol):
    def __call__(self, desk: Desk, fixture_id: UUID, /) -> LiaisonCard: ...


_CALLEES = "sportsec.ui.pages.liaison.callees_card:CalleesCard"
_CALLS = "sportsec.ui.pages.liaison.calls_card:CallsCard"
#: The cards, from the top: "module:Class", as the tabs of the match are named. They
#: are imported when the tab is made, so that their modules may use what is shared here.
CARDS: tuple[str, ...] = (
    _CALLEES,
    "sportsec.ui.pages.liaison.promises_card:PromisesCard",
    "sportsec.ui.pages.meetings.match_card:MatchMeetingsCard",
    "sportsec.ui.pages.animations.card:AnimationsCard",
    _CALLS,
)
#: Which of them stand in the first column where there are two: people, then calls.
_FIRST_COLUMN = frozenset((_CALLEES, _CALLS))


class LiaisonTab(QWidget):
    """Calls, promises, meetings and requests of one match."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._fixture_id = fixture_id
        self.cards = [_made(name, desk, fixture_id) for name in CARDS]
        self._shown = [cast("AddingCard", card) for card in self.cards]
        self.banner = Banner()
        self.banner.hide()
        self.behind = Banner("", "warn", tr("Move them along"), self.move_along)
        self.behind.hide()
        self.jumps = JumpRow(self._shown)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._is_wide: bool | None = None
        body = QWidget()
        self._across = QHBoxLayout()
        for column in self._columns:
            column.setSpacing(GAP)
            self._across.addLayout(column, 1)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 4, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self.banner)
        whole.addWidget(self.behind)
        whole.addWidget(self.jumps)
        whole.addLayout(self._across)
        whole.addStretch(1)
        self._place(is_wide=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(body))
        KeyedShortcut(self, "here.new", self.log_call, IN_WINDOW)

    def reload(self) -> None:
        """Let every card ask again, and whether the match moved or is called off."""
        shown = self._fixture_id
        read = self._desk.runner.read
        read(
            self,
            "kept",
            lambda work: kept_if_off(work, shown),
            lambda found: self.banner.say(off_text(*found)),
        )
        read(
            self,
            "behind",
            lambda work: left_behind(work, shown),
            lambda left: self.behind.say(behind_text(left), "warn"),
        )
        for card in self.cards:
            card.reload()

    def move_along(self) -> None:
        """Ask which due days shall follow the match."""
        ask_due_days(self, self._desk, self._fixture_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards stand in two columns where there is room."""
        super().resizeEvent(event)
        self._place(is_wide=self.width() >= scaled(WIDE))

    def _place(self, *, is_wide: bool) -> None:
        """Put the cards into their columns; Tab follows the layouts."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        for name, card in zip(CARDS, self._shown, strict=True):
            is_first = not is_wide or name in _FIRST_COLUMN
            self._columns[0 if is_first else 1].addWidget(card)
        for column in self._columns:
            column.addStretch(1)
        between = GAP if is_wide else 0
        self._across.setSpacing(between)
        self._across.setStretch(1, int(is_wide))

    def log_call(self) -> FormDialog:
        """Open the form of a call of this match."""
        return open_call(self, self._desk, LiaisonDraft(fixture_id=self._fixture_id))


def _made(name: str, desk: Desk, fixture_id: UUID) -> LiaisonCard:
    make: _Kind = named(name)
    return make(desk, fixture_id)
