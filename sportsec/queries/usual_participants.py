"""Whom one usually invites to a meeting, found in the directory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.folding import fold
from sportsec.domain.meetings import ParticipantDraft
from sportsec.domain.people import ContactRole, OrganisationKind
from sportsec.domain.usual_participants import (
    USUAL,
    BodySeat,
    ClubSeat,
    GroupSeat,
    Seat,
    StadiumSeat,
)
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import ZONE
from sportsec.queries.clock import local_day
from sportsec.queries.named import names_of
from sportsec.queries.participants import drafts_of
from sportsec.queries.seat_words import member_words, seat_words
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.liaison import Meeting
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to invite; the function is said in every language."""

    draft: ParticipantDraft
    function: Words


def proposed(work: Work, meeting_id: UUID) -> tuple[Proposal, ...]:
    """Return whom one usually invites to such a meeting and who is not invited yet.

    People come from the directory: of the organisations of the stadium's city or of no
    city, of both clubs, their groups and the stadium; only those in office. Members by
    law or custom of whom the directory knows nobody are named by their function.

    Raises:
        NotFound: The meeting was deleted.
    """
    meeting = work.get(Meeting, meeting_id)
    there = drafts_of(work, meeting_id)
    found: list[Proposal] = []
    for seat in USUAL[meeting.kind]:
        for each in _seated(work, meeting, seat):
            known = [*there, *(one.draft for one in found)]
            if not _is_there(each, known):
                found.append(each)
    return tuple(found)


# ---- inside


def _is_there(wanted: Proposal, known: Iterable[ParticipantDraft]) -> bool:
    """Say whether somebody sits in a seat already, whoever it is."""
    draft = wanted.draft
    said = {fold(getattr(wanted.function, code)) for code in LANGUAGES}
    for other in known:
        if draft.contact_id is not None:
            if draft.contact_id == other.contact_id:
                return True
        elif draft.organisation_id is not None:
            if draft.organisation_id == other.organisation_id:
                return True
        elif fold(other.function) in said:
            return True
    return False


def _seated(work: Work, meeting: Meeting, seat: Seat) -> Iterator[Proposal]:
    match = (
        work.session.get(Fixture, meeting.fixture_id) if meeting.fixture_id else None
    )
    if isinstance(seat, BodySeat):
        yield from _of_body(work, meeting, match, seat)
    elif match is None:
        return
    elif isinstance(seat, ClubSeat):
        pair = (match.home_club_id, match.away_club_id)
        for club in pair[:1] if seat.is_home_only else pair:
            yield from _of_club(work, meeting, club, seat)
    elif isinstance(seat, StadiumSeat):
        best = _best(work, meeting, seat.roles, venue_id=match.venue_id)
        yield from _speaking(best)
    elif isinstance(seat, GroupSeat):
        for group in _groups(work, match):
            yield from _of_group(work, meeting, group, seat)
    else:
        for chief in (match.commander_id, match.deputy_id):
            person = work.session.get(Contact, chief) if chief else None
            if person is not None and person.deleted_at is None:
                yield from _speaking(person)


def _of_body(
    work: Work, meeting: Meeting, match: Fixture | None, seat: BodySeat
) -> Iterator[Proposal]:
    function = seat_words(seat)
    bodies = _bodies(work, match, seat.kind)
    for body in bodies:
        best = _best(work, meeting, seat.roles, match, organisation_id=body)
        if best is not None:
            own = function if seat.function else member_words(best.role)
            yield Proposal(ParticipantDraft(best.id, body), own)
            return
    if bodies:
        yield Proposal(ParticipantDraft(None, bodies[0]), function)
    elif seat.is_member:
        yield Proposal(ParticipantDraft(), function)


def _of_club(
    work: Work, meeting: Meeting, club: UUID | None, seat: ClubSeat
) -> Iterator[Proposal]:
    if club is not None:
        best = _best(work, meeting, seat.roles, club_id=club)
        if best is not None:
            yield from _speaking(best)
        else:
            name = names_of(work, Club, [club]).get(club, Words())
            yield Proposal(
                ParticipantDraft(), _joined(member_words(seat.roles[0]), name)
            )


def _of_group(
    work: Work, meeting: Meeting, group: UUID, seat: GroupSeat
) -> Iterator[Proposal]:
    """Yield who speaks for a group; one that has named nobody is named itself."""
    best = _best(work, meeting, seat.roles, group_id=group)
    if best is not None:
        yield from _speaking(best)
    else:
        name = names_of(work, SupporterGroup, [group]).get(group, Words())
        yield Proposal(ParticipantDraft(), _joined(member_words(seat.roles[0]), name))


def _speaking(person: Contact | None) -> Iterator[Proposal]:
    if person is not None:
        draft = ParticipantDraft(person.id, person.organisation_id)
        yield Proposal(draft, member_words(person.role))


def _bodies(
    work: Work, match: Fixture | None, kind: OrganisationKind | None
) -> list[UUID]:
    """Return organisations of a kind: those of the city before those of no city."""
    if kind is None:
        return []
    cities = _city(work, match)
    query = select(Organisation).where(
        Organisation.kind == kind, Organisation.deleted_at.is_(None)
    )
    here: list[UUID] = []
    everywhere: list[UUID] = []
    for each in work.session.scalars(query.order_by(Organisation.id)):
        own = _folded(each.city)
        if own & cities:
            here.append(each.id)
        elif not own:
            everywhere.append(each.id)
    return here + everywhere


def _city(work: Work, match: Fixture | None) -> set[str]:
    """Return how the city of a match is written: of its stadium, else its home club."""
    if match is None:
        return set()
    venue = work.session.get(Venue, match.venue_id) if match.venue_id else None
    club = work.session.get(Club, match.home_club_id) if match.home_club_id else None
    place = venue or club
    return _folded(place.city) if place is not None else set()


def _folded(city: Words) -> set[str]:
    return {fold(getattr(city, code)) for code in LANGUAGES} - {""}


def _best(
    work: Work,
    meeting: Meeting,
    roles: Collection[ContactRole],
    match: Fixture | None = None,
    **place: UUID | None,
) -> Contact | None:
    """Return who speaks for a place, by function; nobody whose mandate is over.

    Args:
        match: Where it names its commander, no other commander speaks.
    """
    ((column, owner),) = place.items()
    if owner is None:
        return None
    day = _day_of(work, meeting)
    query = select(Contact).where(
        Contact.__table__.c[column] == owner, Contact.deleted_at.is_(None)
    )
    ranks = {role: at for at, role in enumerate(roles)}
    fit = [
        each
        for each in work.session.scalars(query.order_by(Contact.id))
        if _in_office(each, day)
        and (each.role in ranks or column == "organisation_id")
        and not _commands_other(each, match)
    ]
    return min(fit, key=lambda each: ranks.get(each.role, len(ranks)), default=None)


def _commands_other(person: Contact, match: Fixture | None) -> bool:
    """Say whether somebody commands matches, and this one is commanded by another."""
    if match is None or match.commander_id is None:
        return False
    return (
        person.role is ContactRole.MATCH_COMMANDER and person.id != match.commander_id
    )


def _day_of(work: Work, meeting: Meeting) -> date:
    begins = meeting.meets_at
    return begins.astimezone(ZONE).date() if begins else local_day(work)


def _in_office(person: Contact, day: date) -> bool:
    begun = person.valid_from is None or person.valid_from <= day
    return begun and (person.valid_to is None or person.valid_to >= day)


def _groups(work: Work, match: Fixture) -> list[UUID]:
    pair = (match.home_club_id, match.away_club_id)
    query = select(SupporterGroup.id).where(
        SupporterGroup.club_id.in_(pair), SupporterGroup.deleted_at.is_(None)
    )
    return list(work.session.scalars(query.order_by(SupporterGroup.id)))


def _joined(*parts: Words) -> Words:
    return Words(
        **{code: " · ".join(part.pick(code) for part in parts) for code in LANGUAGES}
    )
