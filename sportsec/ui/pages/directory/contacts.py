"""Contacts: whom to call, where, and whether that is still right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from sportsec.domain.history import Mention
from sportsec.domain.people import (
    COMMANDERS,
    ContactDraft,
    ContactRole,
    Freshness,
)
from sportsec.domain.purges import Purge
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.queries.people import (
    CONTACTS,
    ContactFilter,
    ContactRow,
    contact_draft,
)
from sportsec.queries.purges import purge_of
from sportsec.services.people import (
    add_contact,
    confirm_contact,
    contact_problems,
    delete_contact,
    restore_contact,
    revise_contact,
    unconfirm_contact,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, tr_count, words
from sportsec.ui.pages.directory.arranged import (
    Arranged,
    arranged_with,
    call_button,
    show_arranged,
)
from sportsec.ui.pages.directory.contact_columns import contact_columns
from sportsec.ui.pages.directory.contact_form import contact_form
from sportsec.ui.pages.directory.noun import Acts, Making, Noun
from sportsec.ui.pages.directory.people_view import (
    contact_name,
    freshness_badge,
    reach_buttons,
)
from sportsec.ui.pages.directory.ranges import day
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.purge.opening import purge_button
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import CheckField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.form import Form

_LEADING = Qt.AlignmentFlag.AlignLeading


def contact_noun() -> Noun:
    """Return what the list of contacts says and does."""
    return Noun(
        key="contacts",
        title=tr("Contacts"),
        delete=delete_contact,
        restore=restore_contact,
        new=tr("New contact"),
        empty=tr("Nobody to call yet. Add the first contact."),
        search=tr("Search names, phones, clubs, organisations"),
        deleted=N_("Contact deleted"),
        restored=N_("Contact brought back"),
    )


def contact_acts() -> Acts:
    """Return what the form of contacts says and does."""
    return Acts(
        blank=ContactDraft,
        draft=contact_draft,
        add=add_contact,
        revise=revise_contact,
        problems=contact_problems,
        title=tr("Contact"),
        new=tr("New contact"),
        added=N_("Contact added"),
        saved=N_("Contact saved"),
    )


def new_contact(
    desk: Desk, role: ContactRole = ContactRole.OTHER
) -> tuple[Making, Form]:
    """Return the form of a contact made in passing, and what it says.

    Args:
        role: The function that somebody is looked for in.
    """
    making = replace(contact_acts(), blank=partial(ContactDraft, role=role))
    return making, contact_form(desk, commands=role in COMMANDERS)


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What the panel shows of a contact; also that its data were erased by law."""

    row: ContactRow
    draft: ContactDraft
    arranged: Arranged
    erased: Purge | None = None


def called_text() -> str:
    """Return what is said of a contact whose number was tried."""
    return tr("Called today: the details are right")


def can_be_called(row: ContactRow) -> bool:
    """Say whether there is any way to ask a contact; none is left of one erased."""
    return bool(row.phone or row.other_phone or row.email)


class ContactPanel(RecordPanel):
    """A person: one click to call, one to say that all is still right."""

    wants_confirm = Signal(object)

    def read(self, work: Work, record_id: UUID) -> ContactFacts:
        """Read all about a person."""
        draft = contact_draft(work, record_id)
        row = CONTACTS.rows(work, [record_id])[0]
        return ContactFacts(
            row,
            draft,
            arranged_with(work, contact_id=record_id),
            purge_of(work, "contact", record_id),
        )

    def show_facts(self, facts: ContactFacts) -> None:
        """Show them."""
        row, draft = facts.row, facts.draft
        self.add_heading(contact_name(row) or tr("Contact"), words(row.rank))
        if facts.erased is not None:
            number = isolate(facts.erased.decision)
            text = tr("Personal data erased by law, decision {number}", number=number)
            self.add(Banner(text, "info"))
        badges = [] if row.is_erased else [freshness_badge(row.freshness)]
        if not row.phone and not row.other_phone and facts.erased is None:
            badges.append(Badge(tr("No number"), "warn"))
        if row.is_reachable_on_match_day and not row.is_erased:
            badges.append(Badge(tr("On call on match day"), "info"))
        self.add_badges(badges)
        self.add_pairs(
            [(tr("Function"), label(row.role)), (tr("Where"), words(row.place))]
        )
        self._box.addLayout(reach_buttons(self.desk, row))
        if not row.is_erased:
            self._box.addWidget(call_button(self, row.id), 0, _LEADING)
        doubtful = row.freshness in {Freshness.STALE, Freshness.UNVERIFIED}
        if doubtful and can_be_called(row):
            self.add(self._confirm_button())
        show_arranged(self, facts.arranged, words(row.name))
        self.add_section(tr("Mandate"))
        self.add_pairs(
            [
                (tr("Verified on"), day(draft.verified_on)),
                (tr("In office from"), day(draft.valid_from)),
                (tr("In office until"), day(draft.valid_to)),
                (tr("Mandate"), draft.mandate),
                (tr("Legal basis"), label(draft.legal_basis)),
                (tr("Languages"), draft.languages),
            ]
        )
        if draft.notes:
            self.add_section(tr("Notes"))
            self.add_note(draft.notes)
        if self.record_id is not None:
            self.purge = purge_button(self.desk, [Mention("contact", self.record_id)])
            if self.purge is not None:
                self._box.addWidget(self.purge, 0, _LEADING)

    def _confirm_button(self) -> QPushButton:
        button = IconButton("check", called_text(), "accent")
        button.clicked.connect(lambda _on: self._emit(self.wants_confirm))
        self.confirm_button = button
        return button


class ContactList(FormList):
    """The list of people."""

    def __init__(self, desk: Desk) -> None:
        self.acts = contact_acts()
        super().__init__(desk, contact_noun(), CONTACTS, contact_columns())
        self._is_typed = False
        self.search.searched.connect(self._await_first)
        self.model.settled.connect(self._choose_first)

    def offer_on_rows(self) -> None:
        """Offer to note that people were called."""
        self.table.add_action_for_rows(
            called_text(), self.confirm, "check", when=self._can_be_called
        )

    def confirm(self, ids: Sequence[UUID]) -> None:
        """Note that people were called today; the message offers to take it back."""
        called = list(ids)

        def act(work: Work) -> list[tuple[UUID, date | None]]:
            before = [(one, contact_draft(work, one).verified_on) for one in called]
            for one in called:
                confirm_contact(work, one)
            return before

        def done(before: list[tuple[UUID, date | None]]) -> None:
            said = tr_count(
                "{n} contact verified", "{n} contacts verified", len(called)
            )
            self.desk.say(said, action=tr("Undo"), on_action=lambda: back(before))

        def back(before: list[tuple[UUID, date | None]]) -> None:
            def undo(work: Work) -> None:
                for one, verified_on in before:
                    unconfirm_contact(work, one, verified_on)

            title = N_("Verification taken back")
            self.desk.runner.write(
                self, title, undo, lambda _none: self.desk.say(tr(title)), self._refused
            )

        self.desk.runner.write(self, N_("Contact verified"), act, done, self._refused)

    def filters(self) -> list[Field]:
        """Filter by function, or show only those to be called again."""
        self.role = EnumField(ContactRole, none=tr("All functions"))
        self.role.set_value(None)
        self.to_verify = CheckField(tr("To verify"))
        return [self.role, self.to_verify]

    def show_to_verify(self) -> None:
        """Show whom to call again, whatever was searched for before."""
        self._show(role=None, to_verify=True)

    def show_function(self, role: ContactRole) -> None:
        """Show the people of one function, whatever was searched for before."""
        self._show(role=role, to_verify=False)

    def _can_be_called(self, ids: Sequence[UUID]) -> bool:
        places = (self.model.place_of(one) for one in ids)
        rows = [self.model.row(place) for place in places if place is not None]
        return bool(ids) and all(row is None or can_be_called(row) for row in rows)

    def _await_first(self, text: str) -> None:
        self._is_typed = bool(text)

    def _choose_first(self) -> None:
        """Show the first one found on the panel: the number is read while typing."""
        first = self.model.id_at(0)
        if self._is_typed and first is not None:
            self.table.select(first)
        self._is_typed = False

    def _show(self, *, role: ContactRole | None, to_verify: bool) -> None:
        self.role.set_value(role)
        self.to_verify.set_value(value=to_verify)
        self.search.clear()
        self._ask()

    def end_visit(self) -> bool:
        """Choose again what the officer chose; say whether it was something else."""
        before = self.wanted("")
        self.above.choose_kept()
        return bool(self.wanted("") != before)

    def wanted(self, text: str) -> ContactFilter:
        """Return the filter for what was typed and chosen."""
        today = datetime.now(ZONE).date()
        return ContactFilter(
            text,
            self.language(),
            role=self.role.value(),
            to_verify=today if self.to_verify.value() else None,
        )

    def form(self, _record_id: UUID | None) -> Form:
        """Return the form of a contact."""
        return contact_form(self.desk)

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen person."""
        panel = ContactPanel(self.desk)
        panel.wants_confirm.connect(lambda one: self.confirm([one]))
        return panel
