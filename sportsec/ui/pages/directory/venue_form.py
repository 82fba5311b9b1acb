"""The form of the stadium itself, without its sectors and gates."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.problems import Problem
from sportsec.domain.venue_rules import VenueFile
from sportsec.domain.venues import VenueDraft, VenueKind
from sportsec.domain.words import N_
from sportsec.services.venues import add_venue, venue_problems
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.noun import Making
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.fields import (
    CheckField,
    DecimalField,
    IntegerField,
    TextField,
)
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_phone import PhoneField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part


def venue_form() -> Form:
    """Return the form."""
    return Form(
        [
            Part(tr("Identity"), _identity()),
            Part(tr("Announced capacity and certificate"), _papers()),
            Part(tr("Control room"), _control()),
            Part(tr("First aid and hospital"), _help()),
            Part(tr("Away public and hazards"), _dangers()),
        ]
    )


def new_venue(_desk: Desk) -> tuple[Making, Form]:
    """Return the short form of a stadium made in passing, and what it says.

    All else is entered in the file of the stadium.
    """

    def problems(work: Work, draft: VenueDraft, venue: UUID | None) -> list[Problem]:
        return venue_problems(work, VenueFile(draft, {}, {}), venue).venue

    making = Making(
        blank=VenueDraft,
        add=lambda work, draft: add_venue(work, VenueFile(draft, {}, {})),
        problems=problems,
        new=tr("New stadium"),
        added=N_("Stadium saved"),
    )
    return making, Form([Part(tr("Identity"), _essentials())])


def _essentials() -> list[Bind]:
    return [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("city", tr("City"), WordsField()),
        Bind("kind", tr("Kind"), EnumField(VenueKind)),
    ]


def _identity() -> list[Bind]:
    name, city, kind = _essentials()
    return [
        name,
        city,
        Bind("address", tr("Address"), WordsField()),
        kind,
        Bind("owner", tr("Owner"), TextField()),
        Bind("operator", tr("Operator"), TextField()),
        Bind("latitude", tr("Latitude"), DecimalField("°", as_float=True)),
        Bind("longitude", tr("Longitude"), DecimalField("°", as_float=True)),
    ]


def _papers() -> list[Bind]:
    return [
        Bind("nominal_capacity", tr("Announced capacity"), IntegerField(tr("persons"))),
        Bind("capacity_source", tr("Source"), TextField()),
        Bind("capacity_as_of", tr("As of"), DateField()),
        Bind("certificate_no", tr("Safety certificate"), TextField(ltr=True)),
        Bind("certificate_issuer", tr("Issued by"), TextField()),
        Bind("certificate_expires_on", tr("Expires on"), DateField()),
        Bind("inspected_on", tr("Inspected on"), DateField()),
        Bind("reservations", tr("Inspector's reservations"), WordsField(lines=2)),
    ]


def _control() -> list[Bind]:
    return [
        Bind("control_room", tr("Where it is"), WordsField()),
        Bind("control_room_phone", tr("Phone"), PhoneField()),
        Bind("camera_count", tr("Cameras"), IntegerField()),
        Bind(
            *("has_police_post", tr("Police")),
            CheckField(tr("Police post in the stadium")),
        ),
        Bind(
            *("has_judicial_office", tr("Justice")),
            CheckField(tr("Judicial office in the stadium")),
        ),
    ]


def _help() -> list[Bind]:
    return [
        Bind("first_aid_rooms", tr("First-aid rooms"), IntegerField()),
        Bind("hospital", tr("Nearest hospital"), WordsField()),
        Bind("hospital_minutes", tr("Reached in"), IntegerField(tr("minutes"))),
    ]


def _dangers() -> list[Bind]:
    return [
        Bind("away_reception", tr("Reception of away buses"), WordsField(lines=2)),
        Bind("hazards", tr("Hazards around the stadium"), WordsField(lines=2)),
    ]
