"""Questions about contacts: whom to call, where, and how far to rely on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from sportsec.domain.deployment import ListKind
from sportsec.domain.folding import fold
from sportsec.domain.listing import by
from sportsec.domain.people import (
    STALE_AFTER,
    ContactDraft,
    ContactRole,
    Freshness,
    freshness,
)
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.drafts import draft_of
from sportsec.queries.erased import erased_among
from sportsec.queries.function_words import functions_called
from sportsec.queries.large_source import LargeSource
from sportsec.queries.list_items import list_key, list_names, listed
from sportsec.queries.named import (
    TRIGRAM,
    begins_in,
    found_by_name,
    name_key,
    named_so,
    names_of,
)
from sportsec.queries.named_source import Shared, coded, ranked
from sportsec.store.base import Record
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class ContactFilter:
    """Contacts wanted.

    Args:
        text: Words of name, phone or address of the person, of the place or function.
        role: Only people of this function.
        place: Only people of this club, group, organisation or stadium.
        to_verify: Day on which to ask who must be called again, or cannot be called
            at all; None for all.
    """

    text: str = ""
    language: str = "ar"
    role: ContactRole | None = None
    place: UUID | None = None
    to_verify: date | None = None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One person of the list.

    Args:
        place: Club, group, organisation or stadium where the person works.
        rank: From the list of ranks, or as it was typed.
        is_erased: Whether the name and all that is personal were erased by law.
    """

    id: UUID
    name: Words
    rank: Words
    role: ContactRole
    place: Words
    phone: str
    other_phone: str
    email: str
    is_reachable_on_match_day: bool
    verified_on: date | None
    valid_to: date | None
    freshness: Freshness
    languages: str
    mandate: str
    is_erased: bool = False


#: Where a person may work: column of the contact → table.
_PLACES: Mapping[str, type[Record]] = {
    "club_id": Club,
    "group_id": SupporterGroup,
    "venue_id": Venue,
    "organisation_id": Organisation,
}


class ContactSource(LargeSource[ContactRow, ContactFilter]):
    """The list of contacts."""

    table = Contact
    groupable = frozenset({"role", "place", "rank"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[ContactRow]:
        """Read contacts with rank and place."""
        found = list(work.session.scalars(select(Contact).where(Contact.id.in_(ids))))
        places = _place_names(work, found)
        ranks = list_names(work, ListKind.RANK)
        nameless = (one.id for one in found if not one.name_ar + one.name_latin)
        erased = erased_among(work, nameless)
        today = local_day(work)
        for each in found:
            yield ContactRow(
                id=each.id,
                name=Words(each.name_ar, each.name_latin, each.name_latin),
                rank=ranks.get(each.rank) or Words(fr=each.rank),
                role=each.role,
                place=next(
                    (places[key] for key in _keys(each) if key in places), _NONE
                ),
                phone=each.phone,
                other_phone=each.other_phone,
                email=each.email,
                is_reachable_on_match_day=each.is_reachable_on_match_day,
                verified_on=each.verified_on,
                valid_to=each.valid_to,
                freshness=freshness(
                    each.verified_on, each.valid_from, each.valid_to, today
                ),
                languages=each.languages,
                mandate=each.mandate,
                is_erased=each.id in erased,
            )

    def filters(self, wanted: ContactFilter) -> list[ColumnElement[bool]]:
        """Keep people of a function or place, or those to be called again."""
        found: list[ColumnElement[bool]] = []
        if wanted.role is not None:
            found.append(Contact.role == wanted.role)
        if wanted.place is not None:
            found.append(or_(*(_column(name) == wanted.place for name in _PLACES)))
        if wanted.to_verify is not None:
            found.append(_to_verify(wanted.to_verify))
        return found

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by function, place, rank, or by the day of the last check."""
        columns = Contact.__table__.c
        return {
            "role": ranked(ContactRole, columns.role),
            "place": func.coalesce(
                *(name_key(columns[name], language) for name in _PLACES)
            ),
            "rank": list_key(columns["rank"], ListKind.RANK),
            "verified_on": columns.verified_on,
            "valid_to": columns.valid_to,
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by function, place or rank."""
        del language
        columns = Contact.__table__.c
        return {
            "role": coded(columns.role),
            "place": Shared([columns[name] for name in _PLACES], _names_of_places),
            "rank": listed(columns["rank"], ListKind.RANK),
        }

    def search(self, text: str) -> ColumnElement[bool]:
        """Find people of whom every word typed is somewhere.

        That is in the name, number, address or rank, in what the place is called, or
        in what the function is; a number may be typed with spaces.
        """
        words = fold(text).split()
        is_rare = any(len(word) >= TRIGRAM for word in words)
        found = and_(*(self._holds(word, is_rare=is_rare) for word in words))
        return or_(found, *_with_number(text)) if len(words) > 1 else found

    def _holds(self, word: str, *, is_rare: bool) -> ColumnElement[bool]:
        """Return the condition that something of a person is called so.

        Args:
            is_rare: Whether another word, a longer one, leaves few people.
        """
        places = (
            _column(name).in_(found_by_name(owner.__tablename__, word))
            for name, owner in _PLACES.items()
        )
        if is_rare and len(word) < TRIGRAM:
            named = begins_in(self.table, word)
        else:
            named = super().search(word)
        roles = functions_called(word)
        meant = [Contact.role.in_(roles)] if roles else []
        return or_(named, *places, *meant, *_with_number(word))

    def first(self, text: str) -> ColumnElement[bool]:
        """Let those come first who are called so, before those whose place is."""
        return named_so(text)


#: From so many digits on, what was typed may be a part of a phone number.
_PHONE_DIGITS = 3
_NONE = Words()

CONTACTS = ContactSource()


def contact_draft(work: Work, contact_id: UUID) -> ContactDraft:
    """Return a contact as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(ContactDraft, work.get(Contact, contact_id))


def reliance_of(work: Work, contact_id: UUID) -> Freshness:
    """Say how far a contact can be relied on today.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    contact = work.get(Contact, contact_id)
    known = (contact.verified_on, contact.valid_from, contact.valid_to)
    return freshness(*known, local_day(work))


def calling(work: Work, ids: Sequence[UUID]) -> Mapping[UUID, tuple[ContactRole, str]]:
    """Return in what function some people are and their number; "" if none is known."""
    query = select(Contact.id, Contact.role, Contact.phone, Contact.other_phone)
    rows = work.session.execute(query.where(Contact.id.in_(ids)))
    return {id_: (role, first or second) for id_, role, first, second in rows}


def people_of(work: Work, place: UUID, language: str) -> list[ContactRow]:
    """Return the people of a club, group, organisation or stadium, by function."""
    wanted = ContactFilter(language=language, place=place)
    ids = CONTACTS.ids(work, wanted, by("role"), None)
    return list(CONTACTS.rows(work, ids))


def to_verify_count(work: Work) -> int:
    """Count the contacts that are stale, past their mandate, or without a number."""
    wanted = ContactFilter(to_verify=local_day(work))
    return CONTACTS.count(work, wanted)


def _to_verify(today: date) -> ColumnElement[bool]:
    """The condition, in SQL, of being neither fresh nor future, or without a number.

    Somebody whose particulars were erased by law has none, and needs none.
    """
    begun = or_(Contact.valid_from.is_(None), Contact.valid_from <= today)
    ended = Contact.valid_to < today
    oldest = today - STALE_AFTER
    old = or_(Contact.verified_on.is_(None), Contact.verified_on < oldest)
    named = or_(Contact.name_ar != "", Contact.name_latin != "")
    mute = (Contact.phone == "") & (Contact.other_phone == "")
    return or_(ended, begun & old, named & mute)


def _with_number(text: str) -> list[ColumnElement[bool]]:
    """Return the conditions that a number holds what was typed; none for no digits."""
    digits = "".join(sign for sign in text if sign.isdigit()).lstrip("0")
    if len(digits) < _PHONE_DIGITS or any(sign.isalpha() for sign in text):
        return []
    numbers = (Contact.phone, Contact.other_phone)
    return [column.contains(digits, autoescape=True) for column in numbers]


def _column(name: str) -> ColumnElement[Any]:
    column: ColumnElement[Any] = Contact.__table__.c[name]
    return column


def _keys(contact: Contact) -> list[UUID]:
    keys = (getattr(contact, name) for name in _PLACES)
    return [key for key in keys if key is not None]


def _names_of_places(work: Work, rows: Sequence[tuple[Any, ...]]) -> list[object]:
    """Return what each place is called; a row has one of each kind, or none."""
    names: dict[UUID, Words] = {}
    for owner, ids in zip(_PLACES.values(), zip(*rows, strict=True), strict=False):
        names |= names_of(work, owner, {*ids} - {None})
    return [next((names[one] for one in row if one in names), None) for row in rows]


def _place_names(work: Work, contacts: Sequence[Contact]) -> dict[UUID, Words]:
    found: dict[UUID, Words] = {}
    for name, owner in _PLACES.items():
        ids = {getattr(each, name) for each in contacts} - {None}
        if ids:
            found |= names_of(work, owner, ids)
    return found
