"""Clubs: their list, and the page of it."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.clubs import ClubDraft, ClubGap, club_gaps
from sportsec.domain.words import N_
from sportsec.queries.clubs import (
    CLUBS,
    ClubFilter,
    ClubRow,
    incomplete_clubs,
)
from sportsec.services.clubs import (
    delete_club,
    restore_club,
)
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, tr_count, words
from sportsec.ui.pages.directory.club_form import club_acts, club_form
from sportsec.ui.pages.directory.club_panel import ClubPanel
from sportsec.ui.pages.directory.list_page import ListPage
from sportsec.ui.pages.directory.noun import Noun
from sportsec.ui.pages.directory.ranges import figure, joined
from sportsec.ui.pages.directory.record_form import open_form
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import CheckField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Form


def club_noun() -> Noun:
    """Return what the list of clubs says and does."""
    return Noun(
        key="clubs",
        title=tr("Clubs"),
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
    doubt = icon("warning", "level_warn_ink")
    return [
        Column(
            *(tr("Club"), lambda r: words(r.name), "name"),
            icon=lambda r: doubt if club_gaps(r.name, r.city) else None,
            tip=lambda r: joined(*map(label, club_gaps(r.name, r.city))),
            stretch=True,
        ),
        Column(tr("Code"), lambda r: isolate(r.code), "code", width=70),
        Column(tr("City"), lambda r: words(r.city), "city", width=120, spare=True),
        Column(
            *(tr("Home stadium"), lambda r: words(r.home_venue), "venue"),
            width=170,
            spare=True,
        ),
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

    def complete(self) -> None:
        """Open the clubs that lack something, one after another.

        The chosen one comes first; what is before it in the list comes last.
        """
        language, chosen = self.language(), self.table.current_id()

        def begin(found: list[UUID]) -> None:
            at = found.index(chosen) if chosen in found else 0
            self._complete([*found[at:], *found[:at]])

        self.desk.runner.read(
            self, "draft", lambda work: incomplete_clubs(work, language), begin
        )

    def _complete(self, left: list[UUID]) -> None:
        """Open the first of these; once it is saved the next."""
        if not left:
            return
        club, acts = left[0], self.acts

        def show(draft: ClubDraft) -> None:
            self.select(club)
            form = self.form(club)
            open_form(self, self.desk, acts, form, club, draft, done)
            _go_to_gap(form, draft)

        def done(_saved: UUID) -> None:
            self._complete(left[1:])

        self.desk.runner.read(self, "draft", lambda work: acts.draft(work, club), show)

    def form(self, _record_id: UUID | None) -> Form:
        """Return the form of a club."""
        return club_form(self.desk)

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen club."""
        return ClubPanel(self.desk)


def _go_to_gap(form: Form, draft: ClubDraft) -> None:
    """Put the cursor where the first thing is missing."""
    gaps = club_gaps(draft.name, draft.city)
    scripts = {ClubGap.ARABIC_NAME: "ar", ClubGap.LATIN_NAME: "fr"}
    name = form.field("name")
    if gaps and gaps[0] in scripts and isinstance(name, WordsField):
        name.parts[scripts[gaps[0]]].setFocus()
    elif gaps:
        form.field("city").focus()


class ClubsPage(ListPage):
    """All clubs; those that lack something can be completed one after another."""

    cares = frozenset(
        {
            *("club", "club_alias", "venue", "supporter_group", "contact", "fixture"),
            *("commitment", "liaison_entry"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        clubs = ClubList(desk)
        super().__init__(desk, tr("Clubs"), clubs)
        self.complete_button = IconButton("warning", ink="level_warn_ink")
        self.complete_button.setToolTip(tr("One after another"))
        self.complete_button.clicked.connect(lambda _on: clubs.complete())
        self.complete_button.hide()
        self.buttons.insertWidget(0, self.complete_button)

    def reload(self) -> None:
        """Ask again, also how many lack something."""
        super().reload()
        wanted = ClubFilter(incomplete=True)
        self.desk.runner.read(
            *(self, "incomplete", lambda work: CLUBS.count(work, wanted)),
            self._point_out,
            lane="survey",
        )

    def _point_out(self, incomplete: int) -> None:
        said = tr_count("Complete {n} club", "Complete {n} clubs", incomplete)
        self.complete_button.setText(said)
        self.complete_button.setVisible(incomplete > 0)
