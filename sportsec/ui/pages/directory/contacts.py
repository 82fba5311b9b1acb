"""Contacts: whom to call, where, and whether that is still right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sportsec.domain.deployment import ListKind
from sportsec.domain.history import Mention
from sportsec.domain.people import ContactDraft, ContactRole, Freshness, LegalBasis
from sportsec.domain.purges import Purge
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.queries.people import (
    CONTACTS,
    ContactFilter,
    ContactRow,
    contact_draft,
)
from sportsec.queries.pickers import Named
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
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.clubs import new_club
from sportsec.ui.pages.directory.contact_columns import contact_columns
from sportsec.ui.pages.directory.contact_form import ContactForm
from sportsec.ui.pages.directory.list_field import ListField
from sportsec.ui.pages.directory.new_record import making_field
from sportsec.ui.pages.directory.noun import Acts, Making, Noun
from sportsec.ui.pages.directory.organisations import new_organisation
from sportsec.ui.pages.directory.people_view import (
    contact_name,
    freshness_badge,
    reach_buttons,
)
from sportsec.ui.pages.directory.ranges import day
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.venue_form import new_venue
from sportsec.ui.pages.purge.opening import purge_button
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import Banner
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import CheckField, LinesField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_phone import PhoneField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.sides import absolute


def contact_noun() -> Noun:
    """Return what the list of contacts says and does."""
    return Noun(
        key="contacts",
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


def arabic_field() -> TextField:
    """Return a field for Arabic, written from the right whatever the screen."""
    field = TextField()
    field.line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.line.setAlignment(absolute(right=True))
    return field


def new_contact(desk: Desk) -> tuple[Making, Form]:
    """Return the form of a contact made in passing, and what it says."""
    return contact_acts(), contact_form(desk)


def contact_form(desk: Desk) -> Form:
    """Return the form of a contact."""
    who = [
        Bind("name_ar", tr("Name in Arabic"), arabic_field()),
        Bind(
            *("name_latin", tr("Name in Latin letters"), TextField(ltr=True)),
            hint=tr("One of the two names is enough"),
        ),
        Bind("role", tr("Function"), EnumField(ContactRole)),
        Bind("rank", tr("Rank"), ListField(desk.runner, ListKind.RANK)),
    ]
    reach = [
        Bind("phone", tr("Phone"), PhoneField()),
        Bind("other_phone", tr("Other phone"), PhoneField()),
        Bind("email", tr("E-mail"), TextField(ltr=True)),
        Bind("languages", tr("Languages"), TextField()),
        Bind(
            *("is_reachable_on_match_day", tr("Match day")),
            CheckField(tr("Reachable day and night on match day")),
        ),
    ]
    mandate = [
        Bind("verified_on", tr("Verified on"), DateField()),
        Bind("valid_from", tr("In office from"), DateField()),
        Bind("valid_to", tr("In office until"), DateField()),
        Bind(
            *("mandate", tr("Mandate"), TextField()),
            hint=tr("Letter or decision that gave this function"),
        ),
        Bind(
            *("legal_basis", tr("Legal basis"), EnumField(LegalBasis)),
            hint=tr("Why these particulars may be kept (law 09-08)"),
        ),
        Bind("notes", tr("Notes"), LinesField()),
    ]
    return ContactForm(
        [
            Part(tr("Who"), who),
            Part(tr("Where"), _places(desk)),
            Part(tr("How to reach"), reach),
            Part(tr("Mandate"), mandate),
        ]
    )


def _places(desk: Desk) -> list[Bind]:
    return [
        Bind(
            "club_id",
            tr("Club"),
            making_field(desk, Named.CLUB, tr("New club"), new_club),
        ),
        Bind(
            *("organisation_id", tr("Organisation")),
            making_field(
                desk, Named.ORGANISATION, tr("New organisation"), new_organisation
            ),
        ),
        Bind("group_id", tr("Supporter group"), named_field(desk.runner, Named.GROUP)),
        Bind(
            "venue_id",
            tr("Stadium"),
            making_field(desk, Named.VENUE, tr("New stadium"), new_venue),
        ),
    ]


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What the panel shows of a contact; also that its data were erased by law."""

    row: ContactRow
    draft: ContactDraft
    erased: Purge | None = None


class ContactPanel(RecordPanel):
    """A person: one click to call, one to say that all is still right."""

    def read(self, work: Work, record_id: UUID) -> ContactFacts:
        """Read all about a person."""
        draft = contact_draft(work, record_id)
        row = CONTACTS.rows(work, [record_id])[0]
        return ContactFacts(row, draft, purge_of(work, "contact", record_id))

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
        doubtful = row.freshness in {Freshness.STALE, Freshness.UNVERIFIED}
        if doubtful and not row.is_erased:
            self.add(self._confirm_button(draft))
        if draft.notes:
            self.add_section(tr("Notes"))
            self.add_note(draft.notes)
        if self.record_id is not None:
            self.purge = purge_button(self.desk, [Mention("contact", self.record_id)])
            if self.purge is not None:
                self._box.addWidget(self.purge, 0, Qt.AlignmentFlag.AlignLeading)

    def _confirm_button(self, draft: ContactDraft) -> QPushButton:
        contact = self.record_id
        before = draft.verified_on
        button = QPushButton(tr("Called today: all is right"))
        button.setIcon(icon("check", "accent"))
        if contact is not None:
            button.clicked.connect(
                lambda _on: self.do(
                    N_("Contact verified"),
                    lambda work: confirm_contact(work, contact),
                    undo=lambda work: unconfirm_contact(work, contact, before),
                    undone=N_("Verification taken back"),
                )
            )
        self.confirm_button = button
        return button


class ContactList(FormList):
    """The list of people."""

    def __init__(self, desk: Desk) -> None:
        self.acts = contact_acts()
        super().__init__(desk, contact_noun(), CONTACTS, contact_columns())

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

    def _show(self, *, role: ContactRole | None, to_verify: bool) -> None:
        self.role.set_value(role)
        self.to_verify.set_value(value=to_verify)
        self.search.clear()
        self.model.ask(self.wanted(""))

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
        return ContactPanel(self.desk)
