"""Lists of the directory in groups: each heading stands over the rows that it names."""

from __future__ import annotations

from typing import Any

import pytest

from sportsec.domain.deployment import Service
from sportsec.domain.people import ContactRole, OrganisationKind
from sportsec.domain.units import CommandDraft, UnitDraft
from sportsec.domain.words import Words
from sportsec.queries.clubs import CLUBS, ClubFilter
from sportsec.queries.competitions import COMPETITIONS, CompetitionFilter
from sportsec.queries.groups import GROUPS, GroupFilter
from sportsec.queries.named_source import NamedSource
from sportsec.queries.organisations import ORGANISATIONS, OrganisationFilter
from sportsec.queries.people import CONTACTS, ContactFilter
from sportsec.queries.units import COMMANDS, UNITS, CommandFilter, UnitFilter
from sportsec.queries.venues import VENUES, VenueFilter
from sportsec.services.seed import plant_defaults
from sportsec.services.units import add_command, add_unit
from sportsec.store.tables.competitions import Competition
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.work import Work
from sportsec.ui.pages.directory.clubs import club_columns
from sportsec.ui.pages.directory.competitions import competition_columns
from sportsec.ui.pages.directory.contact_columns import contact_columns
from sportsec.ui.pages.directory.groups import group_columns
from sportsec.ui.pages.directory.organisations import organisation_columns
from sportsec.ui.pages.directory.units import command_columns, unit_columns
from sportsec.ui.pages.directory.venues import venue_columns
from tests.builders import a_club, a_group, a_venue
from tests.gui.headings import check_headings

LISTS: dict[str, tuple[NamedSource[Any, Any], Any, Any]] = {
    "clubs": (CLUBS, ClubFilter, club_columns),
    "venues": (VENUES, VenueFilter, venue_columns),
    "contacts": (CONTACTS, ContactFilter, contact_columns),
    "organisations": (ORGANISATIONS, OrganisationFilter, organisation_columns),
    "groups": (GROUPS, GroupFilter, group_columns),
    "units": (UNITS, UnitFilter, unit_columns),
    "commands": (COMMANDS, CommandFilter, command_columns),
    "competitions": (COMPETITIONS, CompetitionFilter, competition_columns),
}


def fill(work: Work) -> None:
    """Make two or three of everything, some without the value that others share."""
    plant_defaults(work)
    grounds = [a_venue(work, name) for name in ("Stade A", "Stade B")]
    for at, city in enumerate(("Fès", "fes", "Rabat", "")):
        ground = grounds[at % 2].id if city else None
        club = a_club(work, f"Club {at}", city=Words(fr=city), home_venue_id=ground)
        a_group(work, club, f"Group {at}")
        work.session.flush()
        for role in (ContactRole.OTHER, ContactRole.SAFETY_OFFICER):
            rank = ("sergeant", "commissioner", "Typed by hand", "")[at]
            place = {"club_id": club.id} if at else {}
            work.add(Contact(name_latin=f"Person {at}", role=role, rank=rank, **place))
        kind = list(OrganisationKind)[at % 2]
        work.add(Organisation(name=Words(fr=f"Partner {at}"), kind=kind))
        work.add(Competition(name=Words(fr=f"Cup {at}"), code=f"C{at}"))
    top = add_command(work, CommandDraft(name=Words(fr="Region")))
    below = add_command(work, CommandDraft(name=Words(fr="City"), parent_id=top))
    for at, above in enumerate((top, below, None)):
        draft = UnitDraft(
            name=Words(fr=f"Unit {at}"),
            command_id=above,
            service=(Service.DGSN, Service.GENDARMERIE)[at % 2],
            kind_code="mounted" if at else "",
        )
        add_unit(work, draft)
    work.session.flush()


@pytest.mark.parametrize("name", LISTS)
def test_every_heading_names_the_rows_under_it(work: Work, name: str) -> None:
    fill(work)
    source, make, build = LISTS[name]
    wanted = make(language="fr")
    keys = check_headings(work, source, build(), wanted)
    assert keys == sorted(source.shared("fr"))
