"""Clubs: list, form, and beside them whom to call there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QPushButton

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.listing import by
from sportsec.domain.people import ContactRole
from sportsec.domain.words import N_
from sportsec.queries.clubs import (
    CLUBS,
    AliasRow,
    ClubFilter,
    ClubRow,
    club_aliases,
    club_draft,
)
from sportsec.queries.groups import GROUPS, GroupFilter, GroupRow
from sportsec.queries.home_ground import matches_without_ground
from sportsec.queries.people import ContactRow, people_of
from sportsec.queries.pickers import Named
from sportsec.services.clubs import (
    add_club,
    club_problems,
    delete_club,
    forget_alias,
    restore_alias,
    restore_club,
    revise_club,
)
from sportsec.services.home_ground import play_at_home
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, tr, tr_count, translator, words
from sportsec.ui.pages.directory.list_page import ListPage
from sportsec.ui.pages.directory.new_record import making_field
from sportsec.ui.pages.directory.noun import Acts, Making, Noun
from sportsec.ui.pages.directory.people_view import people_view
from sportsec.ui.pages.directory.ranges import figure, joined, span
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import link_row, removable_row, value_link
from sportsec.ui.pages.directory.venue_form import new_venue
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.fields import IntegerField, LinesField, TextField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part

#: Functions that every club names to the cell before a season.
NEEDED = (ContactRole.SAFETY_OFFICER, ContactRole.SUPPORTER_LIAISON)


def club_noun() -> Noun:
    """Return what the list of clubs says and does."""
    return Noun(
        key="clubs",
        delete=delete_club,
        restore=restore_club,
        new=tr("New club"),
        empty=tr("No club yet. A programme brings its clubs along."),
        search=tr("Search clubs, cities, stadiums"),
        deleted=N_("Club deleted"),
        restored=N_("Club brought back"),
    )


def club_acts() -> Acts:
    """Return what the form of clubs says and does."""
    return Acts(
        blank=ClubDraft,
        draft=club_draft,
        add=add_club,
        revise=revise_club,
        problems=club_problems,
        title=tr("Club"),
        new=tr("New club"),
        added=N_("Club added"),
        saved=N_("Club saved"),
    )


def club_columns() -> list[Column[ClubRow]]:
    """Return the columns of the list."""
    return [
        Column(tr("Club"), lambda r: words(r.name), "name", stretch=True),
        Column(tr("Code"), lambda r: isolate(r.code), "code", width=70),
        Column(tr("City"), lambda r: words(r.city), "city", width=120),
        Column(tr("Home stadium"), lambda r: words(r.home_venue), "venue", width=170),
        Column(
            *(tr("Groups"), lambda r: figure(r.groups or None)),
            align="end",
            width=60,
            hidden=True,
        ),
        Column(
            *(tr("Contacts"), lambda r: figure(r.contacts or None)),
            align="end",
            width=60,
            hidden=True,
        ),
        *_further_columns(),
    ]


def _further_columns() -> list[Column[ClubRow]]:
    """Return what is shown when the officer asks for it."""
    return [
        Column(
            *(tr("Short name"), lambda r: words(r.short_name)),
            width=120,
            hidden=True,
            key="short_name",
        ),
        Column(
            *(tr("Founded"), lambda r: isolate(str(r.founded_year or "")), "founded"),
            align="end",
            width=80,
            hidden=True,
        ),
        Column(
            *(tr("Federation number"), lambda r: isolate(r.federation_no)),
            width=120,
            hidden=True,
            key="federation_no",
        ),
        Column(
            *(tr("Steward provider"), lambda r: isolate(r.steward_provider)),
            width=150,
            hidden=True,
            key="steward_provider",
        ),
        Column(
            *(tr("Usual stewards"), lambda r: figure(r.steward_count), "stewards"),
            align="end",
            width=90,
            hidden=True,
        ),
    ]


def new_club(desk: Desk) -> tuple[Making, Form]:
    """Return the form of a club made in passing, and what it says."""
    return club_acts(), club_form(desk)


def club_form(desk: Desk) -> Form:
    """Return the form of a club."""
    parts = [
        Part(
            tr("Identity"),
            [
                Bind("name", tr("Name"), WordsField(), needed=True),
                Bind("short_name", tr("Short name"), WordsField()),
                Bind("code", tr("Code"), TextField(ltr=True, max_length=12)),
                Bind("city", tr("City"), WordsField()),
                Bind("colours", tr("Colours"), WordsField()),
                Bind("founded_year", tr("Founded"), IntegerField()),
                Bind("federation_no", tr("Federation number"), TextField(ltr=True)),
            ],
        ),
        Part(
            tr("Home matches"),
            [
                Bind(
                    *("home_venue_id", tr("Home stadium")),
                    making_field(desk, Named.VENUE, tr("New stadium"), new_venue),
                ),
                Bind("steward_provider", tr("Steward provider"), TextField()),
                Bind(
                    "steward_count", tr("Usual stewards"), IntegerField(tr("persons"))
                ),
                Bind("notes", tr("Notes"), LinesField()),
            ],
        ),
    ]
    return Form(parts)


@dataclass(frozen=True, slots=True)
class ClubFacts:
    """What the panel shows of a club."""

    row: ClubRow
    draft: ClubDraft
    people: list[ContactRow]
    groups: list[GroupRow]
    aliases: list[AliasRow]
    without_ground: int = 0


class ClubPanel(RecordPanel):
    """A club: stadium, whom to call, groups, other spellings."""

    def read(self, work: Work, record_id: UUID) -> ClubFacts:
        """Read all about a club."""
        draft = club_draft(work, record_id)
        language = translator().language
        wanted = GroupFilter(language=language, club_id=record_id)
        groups = GROUPS.ids(work, wanted, by("name"), None)
        return ClubFacts(
            row=CLUBS.rows(work, [record_id])[0],
            draft=draft,
            people=people_of(work, record_id, language),
            groups=list(GROUPS.rows(work, groups)),
            aliases=club_aliases(work, record_id),
            without_ground=len(matches_without_ground(work, record_id)),
        )

    def show_facts(self, facts: ClubFacts) -> None:
        """Show them."""
        row, draft = facts.row, facts.draft
        under = joined(words(row.city), isolate(row.code))
        self.add_heading(words(row.name), under)
        self.add_pairs(
            [
                (tr("Home stadium"), self._stadium(draft.home_venue_id, row)),
                (tr("Colours"), words(draft.colours)),
                (tr("Founded"), str(draft.founded_year or "")),
                (tr("Steward provider"), draft.steward_provider),
                (tr("Usual stewards"), figure(draft.steward_count)),
            ]
        )
        if facts.without_ground:
            self._offer_ground(row.id, facts.without_ground)
        self.add_section(tr("Whom to call"))
        self.add(people_view(self.desk, facts.people, NEEDED))
        self._show_groups(facts.groups)
        self._show_aliases(facts.aliases)
        if draft.notes:
            self.add_section(tr("Notes"))
            self.add_note(draft.notes)

    def _offer_ground(self, club: UUID, matches: int) -> None:
        """Offer the stadium to matches that were planned before it was known."""
        self.add_note(
            tr_count(
                "{n} coming home match has no stadium.",
                "{n} coming home matches have no stadium.",
                matches,
            )
        )
        self.ground_button = QPushButton(tr("Enter this stadium there"))
        self.ground_button.setIcon(icon("venues", "accent"))
        act = N_("Home stadium entered in the coming matches")
        self.ground_button.clicked.connect(
            lambda _on: self.do(act, lambda work: play_at_home(work, club))
        )
        self.add(self.ground_button)

    def _stadium(self, venue_id: UUID | None, row: ClubRow) -> str | QPushButton:
        if venue_id is None:
            return ""
        name = words(row.home_venue)
        return value_link(name, lambda: self.desk.go("venue", venue_id))

    def _show_groups(self, groups: list[GroupRow]) -> None:
        if not groups:
            return
        self.add_section(tr("Supporter groups"))
        for group in groups:
            members = span(group.members_low, group.members_high)
            text = f"{words(group.name)}   {members}" if members else words(group.name)
            self.add(link_row(text, partial(self.desk.go, "groups", group.id)))

    def _show_aliases(self, aliases: list[AliasRow]) -> None:
        if not aliases:
            return
        self.add_section(tr("Also written"))
        self.add_note(tr("Spellings that files use for this club."))
        for alias in aliases:
            self.add(
                removable_row(
                    alias.text,
                    tr("Forget this spelling"),
                    partial(self._forget, alias),
                )
            )

    def _forget(self, alias: AliasRow) -> None:
        self.do(
            N_("Spelling forgotten"),
            lambda work: forget_alias(work, alias.id),
            undo=lambda work: restore_alias(work, alias.id),
            undone=N_("Spelling remembered"),
        )


class ClubList(FormList):
    """The list of clubs."""

    def __init__(self, desk: Desk) -> None:
        self.acts = club_acts()
        super().__init__(desk, club_noun(), CLUBS, club_columns())

    def wanted(self, text: str) -> ClubFilter:
        """Return the filter for what was typed."""
        return ClubFilter(text, self.language())

    def form(self, _record_id: UUID | None) -> Form:
        """Return the form of a club."""
        return club_form(self.desk)

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen club."""
        return ClubPanel(self.desk)


class ClubsPage(ListPage):
    """All clubs."""

    cares = frozenset(
        {"club", "club_alias", "venue", "supporter_group", "contact", "fixture"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Clubs"), ClubList(desk))
