"""The form of a club, and what it says and does."""

from __future__ import annotations

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.words import N_
from sportsec.queries.clubs import club_draft
from sportsec.queries.pickers import Named
from sportsec.services.clubs import add_club, club_problems, revise_club
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.new_record import making_field
from sportsec.ui.pages.directory.noun import Acts, Making
from sportsec.ui.pages.directory.venue_form import new_venue
from sportsec.ui.widgets.fields import IntegerField, LinesField, TextField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part


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
