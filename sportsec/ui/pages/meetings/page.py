"""The file of one meeting: prepared before, filled in while it goes on, printed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.commitments import CommitmentDraft, CommitmentKind
from sportsec.domain.errors import NotFound, SportsecError
from sportsec.domain.words import N_
from sportsec.queries.meetings import MeetingFile, meeting_file
from sportsec.ui.desk import Desk
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import label, tr
from sportsec.ui.page import Page
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.history.opening import show_history
from sportsec.ui.pages.liaison.commitment_form import open_commitment
from sportsec.ui.pages.meetings.acts import MeetingActs
from sportsec.ui.pages.meetings.decisions_card import DecisionsCard
from sportsec.ui.pages.meetings.facts_card import MeetingFacts
from sportsec.ui.pages.meetings.forms import (
    agenda_form,
    discussion_form,
    meeting_form,
    open_part,
    open_participant,
)
from sportsec.ui.pages.meetings.head_button import head_button
from sportsec.ui.pages.meetings.look import (
    long_moment,
    match_text,
    person_text,
)
from sportsec.ui.pages.meetings.paper_window import (
    ConvocationWindow,
    MeetingPaperWindow,
    MinutesWindow,
)
from sportsec.ui.pages.meetings.people_card import PeopleCard
from sportsec.ui.pages.meetings.stays import Stays
from sportsec.ui.pages.meetings.text_card import TextCard, fill_from_top
from sportsec.ui.pages.meetings.title_row import TitleRow
from sportsec.ui.pages.meetings.unnoted import Unnoted
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.beside import Beside
from sportsec.ui.widgets.cards import Banner
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.questions import may_lose
from sportsec.ui.widgets.scrolled import PartScroll, show_from_top, show_within

#: Between cards; height of a window below which the title is scrolled with them.
GAP, LOW = 14, 480
#: Below the line of decisions, so that no toast lies over it.
FREE = 72
#: How often one looks whether a meeting that is ahead has begun.
LOOK_AGAIN_MS = 30_000
GONE = N_("This meeting was deleted. It is in the trash of the history.")


class MeetingPage(Page):
    """One meeting; `show_target` takes its id."""

    cares = frozenset(
        {
            *("meeting", "participant", "commitment", "contact", "organisation"),
            *("fixture", "club", "venue", "supporter_group", "list_item"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Meeting"), scrolls=True)
        self._title.setWordWrap(True)
        self.file: MeetingFile | None = None
        self.acts = MeetingActs(self, desk, self._show_gone)
        self.row = row = TitleRow(
            *(self, self.acts),
            convocation=self.open_convocation,
            minutes=self.open_minutes,
            whole=self._do_whole,
        )
        self.convocation_button, self.print_button = row.convocation, row.minutes
        self.held_button, self.signed_button = row.held, row.signed
        self.history_button, self.more = row.history, row.more
        self.history_button.clicked.connect(lambda _on: self.show_history())
        self.banner = Banner()
        self.unnoted = Unnoted(self._go_to_person)
        self.stays = Stays(desk, self.acts.keep_day)
        self.facts = MeetingFacts(desk, lambda: self.edit(meeting_form(desk)))
        self.agenda = self._agenda_card()
        self.discussion = TextCard(
            *(tr("Discussion"), tr("Nothing was written down yet.")),
            lambda: self.edit(discussion_form()),
        )
        self.people = self._people_card()
        self.decisions = DecisionsCard(desk, self.acts.decide, self.add_commitment)
        self._clock = QTimer(self, interval=LOOK_AGAIN_MS)
        self._clock.timeout.connect(self.reload)
        self._lay_out()
        KeyedShortcut(self, "here.new", self.decisions.line.wording.focus, IN_WINDOW)

    # ---- page

    def show_target(self, target: object) -> None:
        """Show a meeting."""
        if isinstance(target, UUID):
            if target != self.acts.meeting_id:
                self.decisions.line.forget_day()
                self.area.verticalScrollBar().setValue(0)
                show_from_top(self)
                self.row.forget()
            self.acts.meeting_id = target
            self.row.conflict.show_record(target)
            self.reload()

    def reload(self) -> None:
        """Ask again."""
        shown = self.acts.meeting_id
        if shown is not None:
            self.desk.runner.read(
                *(self, "file", lambda work: meeting_file(work, shown)),
                *(self._show, self._missing),
            )
            self.stays.ask(shown)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the room of acts that were done, now that nobody looks."""
        super().hideEvent(event)
        self.row.forget()
        if self.file is not None:
            self.row.show_file(self.file)

    def take_focus(self, before: QWidget | None) -> None:
        """Take the keys to the agenda of a meeting that is ahead."""
        if before is None and self.held_button.isVisible():
            before = self.fill_button
        super().take_focus(before)

    def may_leave(self) -> bool:
        """Ask before a decision is lost that was typed and not added."""
        line = self.decisions.line
        if not line.is_typed or may_lose(self, self.title):
            line.empty()
            return True
        return False

    def may_close(self) -> bool:
        """Ask before it is lost with the page."""
        return not self.decisions.line.is_typed or may_lose(self, self.title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll the title with the meeting where it would leave little room for it.

        What is done with the meeting stays on view: with it, it was far away.
        """
        super().resizeEvent(event)
        seen = self.room or self.size()
        self.place_title(self.top if seen.height() < scaled(LOW) else None)

    # ---- what the officer does

    def edit(self, form: Form) -> FormDialog | None:
        """Open a part of the meeting in its form."""
        file = self.file
        if file is None:
            return None
        return open_part(self, self.desk, form, file.entry.id, file.draft)

    def add_commitment(self) -> FormDialog | None:
        """Open the form of a decision, or of a promise made in the meeting."""
        entry = self.file.entry if self.file is not None else None
        if entry is None:
            return None
        draft = CommitmentDraft(
            kind=CommitmentKind.DECISION,
            fixture_id=entry.fixture_id,
            meeting_id=entry.id,
        )
        return open_commitment(self, self.desk, draft)

    def open_minutes(self) -> MeetingPaperWindow | None:
        """Show the minutes as they will print."""
        window = self._open_paper(MinutesWindow)
        if isinstance(window, MinutesWindow):
            window.left_for.connect(self._go_to_person)
        return window

    def open_convocation(self) -> MeetingPaperWindow | None:
        """Show the letter that asks the invited to come, as it will print."""
        return self._open_paper(ConvocationWindow)

    def show_history(self) -> None:
        """Open the history of the meeting and of who came."""
        if self.acts.meeting_id is not None:
            show_history(self, self.desk, "meeting", self.acts.meeting_id)

    # ---- inside

    def _do_whole(self, act: Callable[[], object]) -> None:
        """Do what takes the meeting as it is noted, once all that was typed is."""
        if not self.decisions.line.must_be_added():
            act()

    def _open_paper(
        self, kind: Callable[[Desk, UUID, QWidget], MeetingPaperWindow]
    ) -> MeetingPaperWindow | None:
        shown = self.acts.meeting_id
        if self.file is None or shown is None:
            return None
        window = kind(self.desk, shown, self)
        window.open()
        return window

    def _agenda_card(self) -> TextCard:
        card = TextCard(
            *(tr("Points of the agenda"), tr("No point yet.")),
            lambda: self.edit(agenda_form()),
            numbered=True,
        )
        self.fill_button = head_button(
            *(card, "plus", tr("From open points"), self.acts.fill_agenda)
        )
        return card

    def _people_card(self) -> PeopleCard:
        def form_of(participant_id: UUID | None = None) -> None:
            if self.acts.meeting_id is not None:
                open_participant(self, self.desk, self.acts.meeting_id, participant_id)

        return PeopleCard(
            add=form_of,
            invite=self.acts.invite,
            all_came=self.acts.all_came,
            edit=form_of,
            remove=self.acts.take_off,
            note=self.acts.note_presence,
        )

    def _lay_out(self) -> None:
        self.inner = QWidget()
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 0, 4, FREE)
        column.setSpacing(GAP)
        fill_from_top(self.facts)
        head = Beside((self.facts, 1), (self.agenda, 1), gap=GAP)
        self.top = QVBoxLayout()
        column.addLayout(self.top)
        for banner in (self.stays, self.unnoted):
            column.addWidget(banner)
        for part in (head, self.people, self.discussion, self.decisions):
            column.addWidget(part)
        column.addStretch(1)
        self.area = PartScroll(self.inner)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.area, 1)

    def _show(self, file: MeetingFile) -> None:
        self.file = file
        self.acts.fixture_id = file.entry.fixture_id
        title = joined(label(file.entry.kind), match_text(file.entry))
        self.set_title(title, long_moment(file.entry))
        self.area.show()
        self.banner.say("")
        self.row.show_file(file)
        self._await_hour(has_begun=file.has_begun)
        self.unnoted.show_people(file.draft.status, file.participants)
        self.facts.show_file(file)
        self.agenda.show_text(file.draft.agenda)
        self.discussion.show_text(file.draft.discussion)
        self.people.show_people(file.participants, has_begun=file.has_begun)
        self.decisions.show_rows(file.decisions)
        names = dict.fromkeys(map(person_text, file.participants))
        self.decisions.line.offer_names([name for name in names if name])

    def _go_to_person(self, participant_id: UUID) -> None:
        """Take the keys to the presence of a participant."""
        field = self.people.fields.get(participant_id)
        if field is not None:
            field.focus()
            show_within(field, field.rect())

    def _await_hour(self, *, has_begun: bool) -> None:
        """Ask again until its hour has come: then it can be held."""
        if has_begun:
            self._clock.stop()
        else:
            self._clock.start()

    def _missing(self, error: SportsecError) -> None:
        if isinstance(error, NotFound):
            self._show_gone()
        else:
            self.desk.complain(error)

    def _show_gone(self) -> None:
        """Say that the meeting is no more; what it held is not shown."""
        self.file = None
        self.row.show_gone()
        self.area.hide()
        self.banner.say(tr(GONE), "warn")
