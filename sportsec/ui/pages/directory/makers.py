"""Fields of other pages that can make what the directory lacks.

Only whoever makes a record pays for all that its form needs: it is imported then.
"""

from __future__ import annotations

from sportsec.queries.pickers import Named
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.new_record import making_field
from sportsec.ui.pages.directory.noun import Making
from sportsec.ui.widgets.fields_choice import RecordField
from sportsec.ui.widgets.form import Form


def club_field(desk: Desk) -> RecordField:
    """Return a field that chooses a club or makes one."""
    return making_field(desk, Named.CLUB, tr("New club"), _club)


def venue_field(desk: Desk) -> RecordField:
    """Return a field that chooses a stadium or makes one."""
    return making_field(desk, Named.VENUE, tr("New stadium"), _venue)


def competition_field(desk: Desk) -> RecordField:
    """Return a field that chooses a competition or makes one."""
    text = tr("New competition")
    return making_field(desk, Named.COMPETITION, text, _competition)


def unit_field(desk: Desk) -> RecordField:
    """Return a field that chooses a unit or makes one."""
    return making_field(desk, Named.UNIT, tr("New unit"), _unit)


def _club(desk: Desk) -> tuple[Making, Form]:
    from sportsec.ui.pages.directory.club_form import (  # noqa: PLC0415 - as above
        new_club,
    )

    return new_club(desk)


def _venue(desk: Desk) -> tuple[Making, Form]:
    from sportsec.ui.pages.directory.venue_form import (  # noqa: PLC0415 - as above
        new_venue,
    )

    return new_venue(desk)


def _competition(desk: Desk) -> tuple[Making, Form]:
    from sportsec.ui.pages.directory.competitions import (  # noqa: PLC0415 - as above
        new_competition,
    )

    return new_competition(desk)


def _unit(desk: Desk) -> tuple[Making, Form]:
    from sportsec.ui.pages.directory.units import new_unit  # noqa: PLC0415 - as above

    return new_unit(desk)
