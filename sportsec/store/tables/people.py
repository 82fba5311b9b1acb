"""Organisations and the people to call in them (domain.md §2.4)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.people import ContactRole, LegalBasis, OrganisationKind
from sportsec.domain.words import Words
from sportsec.store.base import (
    IsoDate,
    Record,
    coded,
    flag,
    note,
    reference,
    trilingual,
)


class Organisation(Record):
    """A partner of the cell: authority, service, operator, association."""

    __tablename__ = "organisation"

    name: Mapped[Words] = trilingual("name")
    kind: Mapped[OrganisationKind] = coded(OrganisationKind, OrganisationKind.OTHER)
    city: Mapped[Words] = trilingual("city")
    phone: Mapped[str] = note()
    email: Mapped[str] = note()
    notes: Mapped[str] = note()


class Contact(Record):
    """A person, recorded by function, in an organisation, club, group or venue."""

    __tablename__ = "contact"

    name_ar: Mapped[str] = note(personal=True)
    name_latin: Mapped[str] = note(personal=True)
    rank: Mapped[str] = note()
    role: Mapped[ContactRole] = coded(ContactRole, ContactRole.OTHER)
    organisation_id: Mapped[UUID | None] = reference("organisation")
    club_id: Mapped[UUID | None] = reference("club")
    group_id: Mapped[UUID | None] = reference("supporter_group")
    venue_id: Mapped[UUID | None] = reference("venue")
    phone: Mapped[str] = note(personal=True)
    other_phone: Mapped[str] = note(personal=True)
    email: Mapped[str] = note(personal=True)
    languages: Mapped[str] = note()
    is_reachable_on_match_day: Mapped[bool] = flag()
    valid_from: Mapped[date | None] = mapped_column(IsoDate)
    valid_to: Mapped[date | None] = mapped_column(IsoDate)
    verified_on: Mapped[date | None] = mapped_column(IsoDate)
    mandate: Mapped[str] = note()
    legal_basis: Mapped[LegalBasis] = coded(LegalBasis, LegalBasis.OFFICIAL_FUNCTION)
    notes: Mapped[str] = mapped_column(
        Text, default="", server_default="", info={"personal": True}
    )
