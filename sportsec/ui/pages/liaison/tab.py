"""The tab of a match file for those outside: whom to call, what they promised.

It is a column of cards. A card is a widget made with the desk and the id of the match;
`reload()` asks again for what it shows.
"""

from __future__ import annotations

from typing import Protocol, cast
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.liaison import LiaisonDraft
from sportsec.ui.by_name import named
from sportsec.ui.desk import Desk
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.pages.liaison.call_form import open_call
from sportsec.ui.widgets.cards import scrolled
from sportsec.ui.widgets.form_dialog import FormDialog

GAP = 14


class LiaisonCard(Protocol):
    """What a card can do besides being a widget."""

    def reload(self) -> None:
        """Ask again for what is shown."""


class _Kind(Protocol):
    def __call__(self, desk: Desk, fixture_id: UUID, /) -> LiaisonCard: ...


#: The cards, from the top: "module:Class", as the tabs of the match are named. They
#: are imported when the tab is made, so that their modules may use what is shared here.
CARDS: tuple[str, ...] = (
    "sportsec.ui.pages.liaison.callees_card:CalleesCard",
    "sportsec.ui.pages.liaison.promises_card:PromisesCard",
    "sportsec.ui.pages.meetings.match_card:MatchMeetingsCard",
    "sportsec.ui.pages.animations.card:AnimationsCard",
    "sportsec.ui.pages.liaison.calls_card:CallsCard",
)


class LiaisonTab(QWidget):
    """Calls, promises, meetings and requests of one match."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._fixture_id = fixture_id
        self.cards = [_made(name, desk, fixture_id) for name in CARDS]
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(GAP)
        for card in self.cards:
            column.addWidget(cast("QWidget", card))
        column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(body))
        KeyedShortcut(self, "here.new", self.log_call, IN_WINDOW)

    def reload(self) -> None:
        """Let every card ask again."""
        for card in self.cards:
            card.reload()

    def log_call(self) -> FormDialog:
        """Open the form of a call of this match."""
        return open_call(self, self._desk, LiaisonDraft(fixture_id=self._fixture_id))


def _made(name: str, desk: Desk, fixture_id: UUID) -> LiaisonCard:
    make: _Kind = named(name)
    return make(desk, fixture_id)
