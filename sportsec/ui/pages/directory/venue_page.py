"""The file of one stadium: sectors, gates and particulars, edited and saved as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sportsec.domain.capacity import SectorCapacity
from sportsec.domain.errors import Invalid, SportsecError, StaleWrite
from sportsec.domain.identity import new_id
from sportsec.domain.problems import blocking
from sportsec.domain.stadium_sides import sided_by_name
from sportsec.domain.venue_rules import VenueFile
from sportsec.domain.venues import GateDraft, SectorDraft
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.queries.venues import venue_file
from sportsec.services.venues import add_venue, revise_venue
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, words
from sportsec.ui.page import Page
from sportsec.ui.pages.directory import state
from sportsec.ui.pages.directory.edit_table import PartsModel
from sportsec.ui.pages.directory.limits_view import LimitsView, capacity_sentence
from sportsec.ui.pages.directory.part_marks import PartMarks
from sportsec.ui.pages.directory.parts_editor import PartsEditor
from sportsec.ui.pages.directory.plans import plan_of
from sportsec.ui.pages.directory.venue_form import venue_form
from sportsec.ui.pages.directory.venue_parts import (
    SectorChoiceField,
    gate_columns,
    gate_form,
    sector_choices,
    sector_columns,
    sector_form,
)
from sportsec.ui.pages.directory.venue_room import VenueRoom
from sportsec.ui.pages.directory.venue_summary import VenueSummary
from sportsec.ui.pages.history.opening import history_button, show_history
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.cards import Banner, Card, margins, text_label
from sportsec.ui.widgets.conflict_link import ConflictLink
from sportsec.ui.widgets.field_marks import FieldMarks
from sportsec.ui.widgets.questions import ask_stale, may_lose
from sportsec.ui.widgets.tabs import Tabs


class VenuePage(Page):
    """One stadium; `show_target` takes its id, or `targets.NEW`."""

    cares = frozenset({"venue", "sector", "gate"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Stadium"))
        self._title.setWordWrap(True)  # beside three buttons, in large text too
        self.venue_id: UUID | None = None
        self.seen = self.file = state.EMPTY
        self.view = state.view_of(self.file, datetime.now(ZONE).date())
        self.conflict = ConflictLink(desk)
        self.history_button = history_button()
        self.history_button.clicked.connect(lambda _on: self.show_history())
        for button in (self.conflict, self.history_button):
            self.buttons.addWidget(button)
        self.back_button = self.add_button(
            tr("Discard changes"), self.put_back, "close"
        )
        self.save_button = self.add_button(
            tr("Save"), self.save, "save", primary=True, keys="here.save"
        )
        self.banner = Banner()
        self.summary = VenueSummary()
        self.sectors = self._sector_editor()
        self.gates = self._gate_editor()
        self.form = venue_form()
        self.form.setContentsMargins(margins(0, 12, 6, 0))
        self.tabs = Tabs()
        self.tabs.addTab(self.sectors, tr("Sectors"))
        self.tabs.addTab(self.gates, tr("Gates"))
        editors = (self.sectors, self.gates)
        room = VenueRoom(self, self._subtitle, self.summary, self.form, editors)
        self.tabs.addTab(room.particulars, tr("Particulars"))
        for part in (self.banner, self.summary):
            self.body.addWidget(part)
        self.body.addWidget(self.tabs, 1)
        self.form.edited.connect(self._form_edited)
        self.marks = FieldMarks(desk, self.form, None)
        self.part_marks = [PartMarks(desk, each) for each in (self.sectors, self.gates)]
        self.show_file(self.file)

    # ---- page

    @property
    def dirty(self) -> bool:
        """Whether the officer changed anything since it was loaded or saved."""
        return self.file != self.seen

    def show_target(self, target: object) -> None:
        """Show a stadium, or an empty file for a new one."""
        if target == self.venue_id and self.dirty:
            return
        self._follow(target if isinstance(target, UUID) else None)
        if self.venue_id is None:
            self.load(state.EMPTY)
            self.tabs.setCurrentIndex(self.tabs.count() - 1)
            self.form.focus_first()
        else:
            self.reload()

    def reload(self) -> None:
        """Ask again, unless that would lose what the officer changed."""
        venue_id = self.venue_id
        if venue_id is not None and not self.dirty:
            self.desk.runner.read(
                self, "file", lambda work: venue_file(work, venue_id), self.load
            )

    def may_leave(self) -> bool:
        """Ask before changes are lost."""
        if not self.dirty or may_lose(self, self.title):
            self.load(self.seen)
            return True
        return False

    def show_history(self) -> None:
        """Open the history of the stadium, its sectors and gates."""
        if self.venue_id is not None:
            show_history(self, self.desk, "venue", self.venue_id)

    # ---- the file

    def load(self, file: VenueFile) -> None:
        """Show a file as the record has it."""
        self.seen = file
        self.show_file(file)
        self._load_forms()

    def put_back(self) -> None:
        """Give up all changes; nothing else is asked, saving was not pressed."""
        self.load(self.seen)

    def show_file(self, file: VenueFile) -> None:
        """Show a file as it shall be: everything computed anew."""
        self.file = file
        self.view = view = state.view_of(file, datetime.now(ZONE).date())
        choices = sector_choices(file.sectors)
        self.gate_sector.offer(choices, none=tr("The whole stadium"))
        self.sectors.show_parts(file.sectors, view.problems.sectors)
        self.gates.show_parts(file.gates, view.problems.gates)
        plan = plan_of(file)
        self.sectors.plan.show_plan(plan)
        self.gates.plan.show_plan(plan)
        self._show_problems()
        self.summary.show_view(file, view)
        self._show_limits(self.sectors.key)
        name = words(file.venue.name) or tr("New stadium")
        self.set_title(name, words(file.venue.city))
        self._show_state()

    def save(self) -> None:
        """Save all, unless a text is no value at all."""
        for at, editor in enumerate((self.sectors, self.gates)):
            if editor.complaint():
                self.tabs.setCurrentIndex(at)
                return
        if self.form.complaints():
            self.tabs.setCurrentIndex(self.tabs.count() - 1)
            self.form.focus_first()
            return
        file, seen, venue_id = self.file, self.seen, self.venue_id

        def act(work: Work) -> UUID:
            if venue_id is None:
                return add_venue(work, file)
            revise_venue(work, venue_id, file, seen=seen)
            return venue_id

        def done(saved: UUID) -> None:
            self.seen = file
            self._follow(saved)
            self._show_state()
            self.desk.say(tr("Stadium saved"))
            if venue_id is None:
                self.desk.go("venue", saved)  # "back" leads here, to no empty file

        self.desk.runner.write(self, N_("Stadium saved"), act, done, self._refused)

    def _follow(self, venue_id: UUID | None) -> None:
        """Show another stadium; a new one has no past and no second value."""
        self.venue_id = venue_id
        self.history_button.setEnabled(venue_id is not None)
        self.conflict.show_record(venue_id)
        self.marks.show_record(venue_id)

    # ---- parts

    def _sector_editor(self) -> PartsEditor:
        columns = sector_columns(self._capacity_of)
        self.limits = LimitsView()
        self.sentence = text_label("", "value", wrap=True)
        # Two lines in every language: layouts forget how high wrapped text becomes.
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        editor = PartsEditor(
            *(PartsModel(columns), sector_form()),
            *(tr("Plan of the stadium"), tr("New sector")),
            tr("No sector yet. The safe capacity is computed from the sectors."),
        )
        card = Card(tr("What limits this sector"))
        card.body.addWidget(self.limits)
        card.body.addWidget(self.sentence)
        editor.add_note(card, self.sentence)
        editor.chosen.connect(self._show_limits)
        editor.edited.connect(self._edit_sector)
        editor.wants_new.connect(lambda: self._add_sector(state.new_sector(self.file)))
        editor.wants_copy.connect(
            lambda key: self._add_sector(
                replace(self.file.sectors[key], code=state.new_sector(self.file).code)
            )
        )
        editor.wants_gone.connect(
            lambda key: self._drop(state.without_sector(self.file, key))
        )
        return editor

    def _gate_editor(self) -> PartsEditor:
        self.gate_sector = SectorChoiceField()
        columns = gate_columns(lambda key: self.file.sectors.get(key))  # noqa: PLW0108
        editor = PartsEditor(
            *(PartsModel(columns), gate_form(self.gate_sector)),
            *(tr("Plan of the stadium"), tr("New gate")),
            tr("No gate yet. Turnstiles decide how many get in within an hour."),
        )
        editor.edited.connect(self._edit_gate)
        editor.wants_new.connect(
            lambda: self._add_gate(state.new_gate(self.file, self.sectors.key))
        )
        editor.wants_copy.connect(self._copy_gate)
        editor.wants_gone.connect(
            lambda key: self._drop(state.without_gate(self.file, key))
        )
        return editor

    def _capacity_of(self, key: UUID) -> SectorCapacity:
        return self.view.of_sector(key)

    def _edit_sector(self, key: UUID, draft: SectorDraft) -> None:
        """Take a sector; its name proposes the side, which shows in the form."""
        sided = sided_by_name(self.file.sectors[key], draft)
        if key == self.sectors.key:
            self.sectors.form.field("side").set_value(sided.side)
        self.show_file(state.with_sector(self.file, key, sided))

    def _edit_gate(self, key: UUID, draft: GateDraft) -> None:
        self.show_file(state.with_gate(self.file, key, draft))

    def _add_sector(self, draft: SectorDraft) -> None:
        key = new_id()
        self.show_file(state.with_sector(self.file, key, draft))
        self.sectors.begin(key)

    def _add_gate(self, draft: GateDraft) -> None:
        key = new_id()
        self.show_file(state.with_gate(self.file, key, draft))
        self.gates.begin(key)

    def _copy_gate(self, key: UUID) -> None:
        code = state.new_gate(self.file, None).code
        self._add_gate(replace(self.file.gates[key], code=code))

    def _drop(self, file: VenueFile) -> None:
        """Delete a part; "Discard changes" and the message bring it back."""
        before = self.file
        self.show_file(file)

        def undo() -> None:
            self.show_file(before)
            self._load_forms()

        self.desk.say(
            tr("Deleted. It is gone for good once you save."),
            action=tr("Undo"),
            on_action=undo,
        )

    def _load_forms(self) -> None:
        self.form.load(self.file.venue)
        self._show_problems()
        self.sectors.load_form()
        self.gates.load_form()

    def _form_edited(self) -> None:
        if self.form.complaints():
            self._show_problems()
        else:
            self.show_file(replace(self.file, venue=self.form.values()))

    # ---- what is said

    def _show_problems(self) -> None:
        """Show what is wrong with the particulars; nothing before they are begun."""
        begun = self.venue_id is not None or self.dirty
        found = self.view.problems.venue if begun else ()
        self.form.show_problems([*self.form.complaints(), *found])

    def _go_to_problem(self) -> None:
        """Put the cursor where the first thing forbids saving."""
        problems = self.view.problems
        parts = ((self.sectors, problems.sectors), (self.gates, problems.gates))
        for at, (editor, found) in enumerate(parts):
            wrong = next((key for key, each in found.items() if blocking(each)), None)
            if wrong is not None:
                self.tabs.setCurrentIndex(at)
                editor.choose(wrong)
                editor.form.focus_first()
                return
        self.tabs.setCurrentIndex(self.tabs.count() - 1)
        self.form.focus_first()

    def _show_limits(self, key: UUID | None) -> None:
        if key is not None and key in self.file.sectors:
            capacity = self.view.of_sector(key)
            self.limits.show_capacity(capacity)
            self.sentence.setText(capacity_sentence(capacity))

    def _show_state(self) -> None:
        blocks = self.view.blocks
        self.save_button.setEnabled(self.dirty)
        self.back_button.setEnabled(self.dirty)
        text = tr_count(
            "{n} entry must be corrected before saving; it is marked.",
            "{n} entries must be corrected before saving; they are marked.",
            blocks,
        )
        self.banner.say(text if blocks and self.dirty else "", "warn")

    def _refused(self, error: SportsecError) -> None:
        if isinstance(error, StaleWrite) and self.venue_id is not None:
            venue_id = self.venue_id
            take: Callable[[VenueFile], None] = self.load
            if ask_stale(self, self.title):
                self.desk.runner.read(
                    self, "file", lambda work: venue_file(work, venue_id), take
                )
        elif isinstance(error, Invalid) and self.view.blocks:
            self._show_state()
            self._go_to_problem()
        else:
            self.desk.complain(error)
