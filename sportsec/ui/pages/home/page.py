"""The home page: seven days as cards, and beside them what is late and what came in."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from sportsec.i18n.formats import long_date
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.home import HomeState, home_state
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, translator, words
from sportsec.ui.page import MARGIN, Page
from sportsec.ui.pages.home.day_cards import LeftCard, MeetingsCard
from sportsec.ui.pages.home.gravest import GravestCard
from sportsec.ui.pages.home.lines import AT_START, SIDE_WIDTH, link
from sportsec.ui.pages.home.match_card import WIDTH, MatchCard
from sportsec.ui.pages.home.side_cards import CameCard, DueCard, LateCard, VerifyCard
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.beside import Beside
from sportsec.ui.widgets.cards import margins, scrolled, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.empty import EmptyState
from sportsec.ui.widgets.flow import FlowLayout

GAP = 18  # between the week and what stands beside it
#: Where there is no room for both, each may be this narrow before one goes under the
#: other.
LEAST = 288


class HomePage(Page):
    """Every figure on it is a way in."""

    cares: ClassVar[frozenset[str]] = frozenset(
        {
            *("fixture", "club", "venue", "risk_assessment", "estimate", "post"),
            *("assignment", "detachment", "contact", "twin", "journal_arrival"),
            *("match_task", "meeting", "commitment", "animation_request"),
            *("kick_off_change", "supporter_group", "organisation", "participant"),
            *("competition", "season", "sector", "gate", "fixture_phase"),
            *("risk_item", "liaison_entry"),
            "cell",  # its city
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Next 7 days"), scrolls=True)
        self.add_button(tr("Take in a programme"), lambda: desk.go("intake"), "intake")
        self.add_button(tr("Agenda"), lambda: desk.go("agenda"), "agenda")
        self.cards: list[MatchCard] = []
        self.holder = QVBoxLayout()
        body = QWidget()
        body.setLayout(self.holder)
        self.holder.setContentsMargins(margins(0, 0, 8, 18))
        self._side_part: QWidget | None = None
        self._area = scrolled(body)
        self.body.addWidget(self._area)

    def reload(self) -> None:
        """Ask for the state of things."""
        self.desk.runner.read(self, "home", home_state, self.show_state)

    def show_state(self, state: HomeState) -> None:
        """Show it; the cards are made anew."""
        day = long_date(state.today, translator().language)
        self.set_title(tr("Next 7 days"), day)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):  # it is made anew, too
            QTimer.singleShot(0, self, lambda: self.take_focus(None))
        clear_layout(self.holder)
        self.cards = [MatchCard(self.desk, match) for match in state.week]
        self._side_part = self._side(state)
        side = _at_start(self._side_part)
        board = Beside((self._week(state), 1), (side, 0), gap=GAP)
        self._share_width()
        self.holder.addWidget(board)
        self.holder.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._share_width()

    # ---- inside

    def _share_width(self) -> None:
        """Make cards narrower where that keeps what is late beside the matches."""
        if self._side_part is None:
            return
        edge = self.holder.contentsMargins()
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * MARGIN - edge.left() - edge.right() - bar
        wide = scaled(WIDTH) + GAP + scaled(SIDE_WIDTH)
        is_tight = 2 * scaled(LEAST) + GAP <= room < wide
        for card in self.cards:
            card.setFixedWidth(scaled(LEAST if is_tight else WIDTH))
        self._side_part.setFixedWidth(scaled(LEAST if is_tight else SIDE_WIDTH))

    def _week(self, state: HomeState) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        if not self.cards:
            box.addWidget(self._nothing(state.later))
        for day, cards in groupby(
            self.cards, key=lambda card: card.match.row.kick_off_date
        ):
            name = long_date(day, translator().language)
            if day == state.today:
                name = tr("Today, {day}", day=name)
            box.addWidget(text_label(name, "section"))
            lot = QWidget()
            flow = FlowLayout(lot, gap=12, fills=True)
            for card in cards:
                flow.addWidget(card)
            box.addWidget(lot)
        more = state.in_week - len(self.cards)
        if more > 0:
            text = tr_count("{n} more match", "{n} more matches", more)
            button = link(text, lambda: self.desk.go("agenda"))
            box.addWidget(button, 0, AT_START)
        box.addStretch(1)
        return column

    def _nothing(self, later: AgendaRow | None) -> EmptyState:
        """Lead to the next match; without one, to a programme to take in."""
        text = tr("No match in the next seven days.")
        if later is None:
            act = tr("Take in a programme")
            return EmptyState(text, "agenda", act, lambda: self.desk.go("intake"))
        following = tr(
            "The next one: {home} – {away}, {day}.",
            home=words(later.home),
            away=words(later.away),
            day=long_date(later.kick_off_date, translator().language),
        )
        return EmptyState(
            *(f"{text}\n{following}", "agenda", tr("Open the match")),
            lambda: self.desk.go("match", later.id),
        )

    def _side(self, state: HomeState) -> QWidget:
        side = QWidget()
        side.setFixedWidth(scaled(SIDE_WIDTH))
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        if state.gravest is not None:
            box.addWidget(GravestCard(self.desk, state.gravest))
        left = [LeftCard(self.desk, state)] if state.left.rows else []
        cards = [LateCard(self.desk, state), *left]
        for card in reversed(cards) if state.left.has_grave else cards:
            box.addWidget(card)
        if state.tasks.due or state.promises.due:
            box.addWidget(DueCard(self.desk, state))
        if state.meetings:
            box.addWidget(MeetingsCard(self.desk, state))
        if state.to_verify:
            box.addWidget(VerifyCard(self.desk, state))
        box.addWidget(CameCard(self.desk, state))
        box.addStretch(1)
        return side


def _at_start(part: QWidget) -> QWidget:
    """Hold a part of a fixed width; a column would ask it how high it is in all of its.

    It would get less than its lines need, and the cards above it lose theirs.
    """
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(part)
    line.addStretch(1)
    return holder
