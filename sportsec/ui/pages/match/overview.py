"""The overview tab of a match file: all facts in cards, each with its form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.fixtures import FixtureDraft, FixtureStatus
from sportsec.domain.order_texts import text_said
from sportsec.domain.readiness import Lack
from sportsec.domain.words import N_
from sportsec.queries.match_file import MatchFile, match_file
from sportsec.services.fixtures import delete_estimate
from sportsec.ui.desk import Desk
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import tr, words
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.pages.match import facts
from sportsec.ui.pages.match.cards import FactsCard, Ways, linked
from sportsec.ui.pages.match.estimate_form import open_estimate
from sportsec.ui.pages.match.form_parts import (
    CardForm,
    command_card,
    match_card,
    order_card,
    public_card,
    stakes_card,
)
from sportsec.ui.pages.match.forms import open_card
from sportsec.ui.pages.match.history_cards import (
    EstimatesCard,
    MeetingsCard,
    MovesCard,
)
from sportsec.ui.pages.match.status_acts import StatusActs
from sportsec.ui.pages.match.text_form import open_text
from sportsec.ui.widgets.cards import scrolled
from sportsec.ui.widgets.form_dialog import FormDialog

GAP = 14


@dataclass(frozen=True, slots=True)
class _Cards:
    """The cards on view."""

    match: FactsCard
    kick_off: FactsCard
    public: FactsCard
    command: FactsCard
    stakes: FactsCard
    order: FactsCard
    result: FactsCard
    estimates: EstimatesCard
    moves: MovesCard
    meetings: MeetingsCard
    at_venue: MeetingsCard


class OverviewTab(QWidget):
    """All facts of one match."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._fixture_id = fixture_id
        self.file: MatchFile | None = None
        self._step: Callable[[], object] | None = None
        self.acts = StatusActs(desk, self)
        self.cards = self._make_cards()
        self._lay_out()
        KeyedShortcut(self, "here.new", self.add_estimate, IN_WINDOW)

    def reload(self) -> None:
        """Ask for the file again."""
        shown = self._fixture_id
        self._desk.runner.read(
            self, "file", lambda work: match_file(work, shown), self._show
        )

    def edit(self, card: CardForm) -> FormDialog | None:
        """Open the form of a card."""
        if self.file is None:
            return None
        return open_card(self, self._desk, self._fixture_id, card, self.file.draft)

    def edit_public(self) -> FormDialog | None:
        """Open the form of public and tickets, with the sectors of the venue."""
        if self.file is None:
            return None
        sectors = [(each.id, words(each.name)) for each in self.file.computed.sectors]
        return self.edit(public_card(self.file.draft, sectors))

    def move_match(self) -> FormDialog | None:
        """Open the form that moves the match."""
        if self.file is None:
            return None
        is_off = self.file.status is FixtureStatus.POSTPONED
        return self.acts.open_move(self._fixture_id, self.file.draft, is_off=is_off)

    def add_estimate(self) -> FormDialog:
        """Open the form of an estimate."""
        known = () if self.file is None else self.file.estimates
        return open_estimate(self, self._desk, self._fixture_id, known)

    def remove_estimate(self, estimate_id: UUID) -> None:
        """Delete an estimate entered by mistake."""
        act = N_("Estimate deleted")
        self._desk.runner.write(
            self,
            act,
            lambda work: delete_estimate(work, estimate_id),
            lambda _result: self._desk.say(tr(act)),
        )

    # ---- inside

    def _make_cards(self) -> _Cards:
        fields = facts.FIELDS
        return _Cards(
            match=FactsCard(
                *(
                    tr("Match"),
                    lambda: self.edit(match_card(self._desk)),
                    fields["match"],
                )
            ),
            kick_off=FactsCard(
                *(tr("Kick-off"), self.move_match, fields["kick_off"]),
                action=(tr("Move"), "calendar"),
            ),
            public=FactsCard(
                *(tr("Public and tickets"), self.edit_public, fields["public"])
            ),
            command=FactsCard(
                tr("Command"),
                lambda: self.edit(command_card(self._desk)),
                fields["command"],
            ),
            stakes=FactsCard(
                tr("Stakes and circumstances"), lambda: self.edit(stakes_card())
            ),
            order=FactsCard(
                tr("Texts of the order"),
                lambda: self.edit(order_card()),
                fields["order"],
            ),
            result=FactsCard(tr("Result"), lambda: self.acts.result(self._fixture_id)),
            estimates=EstimatesCard(self.add_estimate, self.remove_estimate),
            moves=MovesCard(),
            meetings=MeetingsCard(
                *(tr("Earlier meetings"), tr("These clubs have not met yet.")),
                lambda one: self._desk.go("match", one),
            ),
            at_venue=MeetingsCard(
                tr("Other matches at this stadium"),
                tr("No other match at this stadium is known."),
                lambda one: self._desk.go("match", one),
            ),
        )

    def _lay_out(self) -> None:
        cards = self.cards
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        for column in (
            (cards.match, cards.kick_off, cards.result, cards.stakes),
            (cards.public, cards.command),
        ):
            box = QVBoxLayout()
            box.setSpacing(GAP)
            for card in column:
                box.addWidget(card)
            box.addStretch(1)
            columns.addLayout(box, 1)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 4, 0)
        whole.setSpacing(GAP)
        whole.addLayout(columns)
        for wide in (
            *(cards.estimates, cards.order, cards.moves),
            *(cards.meetings, cards.at_venue),
        ):
            whole.addWidget(wide)
        whole.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(body))

    def _show(self, file: MatchFile) -> None:
        self.file = file
        cards, wrong = self.cards, file.problems
        ways = self._ways(file.draft)
        cards.match.show_facts(linked(facts.match_facts(file), ways), wrong)
        cards.kick_off.show_facts(linked(facts.kick_off_facts(file), ways), wrong)
        self._show_public(file)
        cards.command.show_facts(linked(facts.command_facts(file), ways), wrong)
        cards.stakes.show_facts(facts.stakes_facts(file))
        cards.order.show_facts(facts.order_facts(file), wrong)
        result = facts.result_facts(file)
        cards.result.setVisible(bool(result))
        cards.result.show_facts(result)
        cards.estimates.show_estimates(file)
        cards.moves.show_moves(file)
        cards.meetings.show_meetings(file.meetings)
        cards.at_venue.show_meetings(file.at_venue)
        self._take_step()

    def _show_public(self, file: MatchFile) -> None:
        """Show the public; a public that is expected is changed by an estimate."""
        card = self.cards.public
        card.show_facts(facts.public_facts(file), file.problems)
        doubted = (each for each in file.problems if each.field in card.fields)
        if any("expected" in each.facts for each in doubted):
            card.notes.addWidget(value_link(tr("New estimate"), self.add_estimate))

    def _ways(self, draft: FixtureDraft) -> Ways:
        """Return where the names of other records lead."""
        places = {
            tr("Home"): ("clubs", draft.home_club_id),
            tr("Away"): ("clubs", draft.away_club_id),
            tr("Stadium"): ("venue", draft.venue_id),
            tr("Commander"): ("contacts", draft.commander_id),
            tr("Deputy"): ("contacts", draft.deputy_id),
        }
        return {
            name: partial(self._desk.go, page, record)
            for name, (page, record) in places.items()
            if record is not None
        }

    def take_step(self, lack: Lack) -> None:
        """Open the form in which something that is missing is entered."""
        self._step = partial(self._make_good, lack)
        self._take_step()

    def mend(self, point: Flaw | str, back: Callable[[], object]) -> None:
        """Open the form of a text of the order, or of a field or the estimates.

        The match is read again before: the form may have been left a moment ago.

        Args:
            point: A flaw of a text, or the name of a field.
            back: Called once the form is closed.
        """
        self._step = partial(self._open_form_of, point, back)
        self.reload()

    def _take_step(self) -> None:
        """Do what was asked for, once the file is read."""
        if self.file is not None and self._step is not None:
            step, self._step = self._step, None
            step()

    def _make_good(self, lack: Lack) -> None:
        if lack in {Lack.NEW_DAY, Lack.HOUR, Lack.STADIUM}:
            # What is on view may be of before: this may come from another page.
            self.acts.move(self._fixture_id)
        elif lack is Lack.ESTIMATE:
            self.add_estimate()
        elif lack is Lack.COMMANDER:
            self.edit(command_card(self._desk))
        elif lack is Lack.TEXTS:
            self._open_texts()
        elif lack is Lack.RESULT:
            self.acts.result(self._fixture_id)

    def _open_texts(self) -> None:
        """Open the form of the texts, at the first that may no longer be true."""
        if self.file is None:
            return
        text = next(filter(None, map(text_said, self.file.problems)), None)
        if text is None:
            self.edit(order_card())
        else:
            open_text(self, self._desk, self._fixture_id, self.file.draft, text)

    def _open_form_of(self, point: Flaw | str, back: Callable[[], object]) -> None:
        said = text_said(point.problem) if isinstance(point, Flaw) else None
        field = point.problem.field if isinstance(point, Flaw) else point
        if said is not None and self.file is not None:
            match, seen = self._fixture_id, self.file.draft
            open_text(self, self._desk, match, seen, said).finished.connect(
                lambda _result: back()
            )
            return
        cards = self.cards
        for card in (
            *(cards.match, cards.kick_off, cards.public, cards.command, cards.order),
            cards.estimates,
        ):
            if field in card.fields:
                card.edit_button.click()
                for dialog in self.findChildren(FormDialog):
                    dialog.finished.connect(lambda _result: back())
                    if field in dialog.form.names():
                        dialog.form.focus_on(field)
                return
