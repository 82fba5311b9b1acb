"""The form of the stadium itself, without its sectors and gates."""

from __future__ import annotations

from sportsec.domain.venues import VenueKind
from sportsec.ui.language import tr
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


def _identity() -> list[Bind]:
    return [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("city", tr("City"), WordsField()),
        Bind("address", tr("Address"), WordsField()),
        Bind("kind", tr("Kind"), EnumField(VenueKind)),
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
