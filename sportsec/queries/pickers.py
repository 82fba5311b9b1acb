"""What the fields offer that choose a record by typing its name."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sportsec.domain.words import Words
from sportsec.queries.named import find_named, names_of
from sportsec.store.base import Record
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Competition
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.units import Command, Unit
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


class Named(StrEnum):
    """Records that can be chosen by name."""

    CLUB = "club"
    VENUE = "venue"
    COMPETITION = "competition"
    GROUP = "supporter_group"
    ORGANISATION = "organisation"
    CONTACT = "contact"
    COMMAND = "command"
    UNIT = "unit"


_TABLES: dict[Named, type[Record]] = {
    Named.CLUB: Club,
    Named.VENUE: Venue,
    Named.COMPETITION: Competition,
    Named.GROUP: SupporterGroup,
    Named.ORGANISATION: Organisation,
    Named.CONTACT: Contact,
    Named.COMMAND: Command,
    Named.UNIT: Unit,
}


def offered(
    work: Work, kind: Named, text: str, language: str
) -> list[tuple[UUID, Words]]:
    """Return the records whose name holds what was typed, in order of name."""
    return find_named(work, _TABLES[kind], text, language)


def name_of(work: Work, kind: Named, record: UUID) -> Words:
    """Return what a record is called, also a deleted one; empty if there is none."""
    return names_of(work, _TABLES[kind], [record]).get(record, Words())


def kind_of(work: Work, record: UUID, kinds: tuple[Named, ...]) -> Named | None:
    """Say which of these kinds a live record is of."""
    for kind in kinds:
        found = work.session.get(_TABLES[kind], record)
        if found is not None and found.deleted_at is None:
            return kind
    return None
