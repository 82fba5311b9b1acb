"""Organisations: the partners of the cell."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sportsec.domain.people import OrganisationDraft, OrganisationKind
from sportsec.domain.words import N_
from sportsec.i18n.phones import phone
from sportsec.queries.organisations import (
    ORGANISATIONS,
    OrganisationFilter,
    OrganisationRow,
    organisation_draft,
)
from sportsec.queries.people import ContactRow, people_of
from sportsec.services.people import (
    add_organisation,
    delete_organisation,
    organisation_problems,
    restore_organisation,
    revise_organisation,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.directory.arranged import (
    Arranged,
    arranged_with,
    show_arranged,
)
from sportsec.ui.pages.directory.links import mail_button, phone_button
from sportsec.ui.pages.directory.noun import Acts, Making, Noun
from sportsec.ui.pages.directory.people_view import people_view
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import LinesField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_phone import PhoneField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part


def organisation_noun() -> Noun:
    """Return what the list of organisations says and does."""
    return Noun(
        key="organisations",
        title=tr("Organisations"),
        delete=delete_organisation,
        restore=restore_organisation,
        new=tr("New organisation"),
        empty=tr("No partner yet. Add the authorities and services you call."),
        search=tr("Search organisations and cities"),
        deleted=N_("Organisation deleted"),
        restored=N_("Organisation brought back"),
    )


def organisation_acts() -> Acts:
    """Return what the form of organisations says and does."""
    return Acts(
        blank=OrganisationDraft,
        draft=organisation_draft,
        add=add_organisation,
        revise=revise_organisation,
        problems=organisation_problems,
        title=tr("Organisation"),
        new=tr("New organisation"),
        added=N_("Organisation added"),
        saved=N_("Organisation saved"),
    )


def organisation_columns() -> list[Column[OrganisationRow]]:
    """Return the columns of the list."""
    return [
        Column(tr("Organisation"), lambda r: words(r.name), "name", stretch=True),
        Column(tr("Kind"), lambda r: label(r.kind), "kind", width=124, spare=True),
        Column(tr("City"), lambda r: words(r.city), "city", width=124, spare=True),
        Column(tr("Phone"), lambda r: isolate(phone(r.phone)), width=124),
        Column(
            *(tr("Contacts"), lambda r: figure(r.contacts or None)),
            align="end",
            width=70,
            hidden=True,
        ),
        Column(
            *(tr("E-mail"), lambda r: isolate(r.email)),
            width=180,
            hidden=True,
            key="email",
        ),
    ]


def new_organisation(_desk: Desk) -> tuple[Making, Form]:
    """Return the form of an organisation made in passing, and what it says."""
    return organisation_acts(), organisation_form()


def organisation_form() -> Form:
    """Return the form of an organisation."""
    binds = [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("kind", tr("Kind"), EnumField(OrganisationKind)),
        Bind("city", tr("City"), WordsField()),
        Bind("phone", tr("Phone"), PhoneField()),
        Bind("email", tr("E-mail"), TextField(ltr=True)),
        Bind("notes", tr("Notes"), LinesField()),
    ]
    return Form([Part(tr("Identity"), binds)])


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What the panel shows of an organisation."""

    row: OrganisationRow
    draft: OrganisationDraft
    people: list[ContactRow]
    arranged: Arranged


class OrganisationPanel(RecordPanel):
    """An organisation and the people to call in it."""

    def read(self, work: Work, record_id: UUID) -> OrganisationFacts:
        """Read all about an organisation."""
        draft = organisation_draft(work, record_id)
        people = people_of(work, record_id, translator().language)
        row = ORGANISATIONS.rows(work, [record_id])[0]
        arranged = arranged_with(work, organisation_id=record_id)
        return OrganisationFacts(row, draft, people, arranged)

    def show_facts(self, facts: OrganisationFacts) -> None:
        """Show them."""
        row = facts.row
        self.add_heading(words(row.name), label(row.kind))
        self.add_pairs([(tr("City"), words(row.city))])
        if row.phone:
            self.add(phone_button(self.desk, row.phone))
        if row.email:
            self.add(mail_button(self.desk, row.email))
        self.add_section(tr("Whom to call"))
        self.add(people_view(self.desk, facts.people))
        show_arranged(self, facts.arranged, words(row.name))
        if facts.draft.notes:
            self.add_section(tr("Notes"))
            self.add_note(facts.draft.notes)


class OrganisationList(FormList):
    """The list of organisations."""

    def __init__(self, desk: Desk) -> None:
        self.acts = organisation_acts()
        noun = organisation_noun()
        super().__init__(desk, noun, ORGANISATIONS, organisation_columns())

    def filters(self) -> list[Field]:
        """Filter by kind."""
        self.kind = EnumField(OrganisationKind, none=tr("All kinds"))
        self.kind.set_value(None)
        return [self.kind]

    def wanted(self, text: str) -> OrganisationFilter:
        """Return the filter for what was typed and chosen."""
        return OrganisationFilter(text, self.language(), self.kind.value())

    def form(self, _record_id: UUID | None) -> Form:
        """Return the form of an organisation."""
        return organisation_form()

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen organisation."""
        return OrganisationPanel(self.desk)
