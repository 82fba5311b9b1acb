"""Clubs: their list, and the page of it."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.words import N_
from sportsec.queries.clubs import (
    CLUBS,
    ClubFilter,
    ClubRow,
)
from sportsec.services.clubs import (
    delete_club,
    restore_club,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, words
from sportsec.ui.pages.directory.club_form import club_acts, club_form
from sportsec.ui.pages.directory.club_panel import ClubPanel
from sportsec.ui.pages.directory.list_page import ListPage
from sportsec.ui.pages.directory.noun import Noun
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import CheckField
from sportsec.ui.widgets.form import Form


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


class ClubList(FormList):
    """The list of clubs."""

    def __init__(self, desk: Desk) -> None:
        self.acts = club_acts()
        super().__init__(desk, club_noun(), CLUBS, club_columns())

    def filters(self) -> list[Field]:
        """Show only those that a programme brought with little more than a name."""
        self.incomplete = CheckField(tr("To complete"))
        return [self.incomplete]

    def wanted(self, text: str) -> ClubFilter:
        """Return the filter for what was typed and chosen."""
        return ClubFilter(text, self.language(), self.incomplete.value())

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
