"""Which match comes next, and which is meant by what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, or_, select

from sportsec.domain.errors import NotFound, SeveralMatches
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import RiskCategory
from sportsec.queries.clock import local_day
from sportsec.queries.risk_categories import categories_in_force
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work

#: Matches that will still be played.
_AHEAD = (FixtureStatus.SCHEDULED, FixtureStatus.CONFIRMED)

#: Coming matches looked at for one of high risk: more than a season of all clubs.
_LOOKED_AT = 500
#: Matches of one number that are named to the user.
_NAMED = 5
#: Within so many days a call is taken to be about the only match there is.
_SOON_DAYS = 14


def next_match(work: Work) -> UUID | None:
    """Return the next match of high or critical risk; without one the next of all.

    Today's matches are among them, also when they have begun.
    """
    coming = list(work.session.scalars(_coming(work)))
    rated = categories_in_force(work, coming)
    for fixture in coming:
        if fixture in rated and rated[fixture].overall >= RiskCategory.HIGH:
            return fixture
    return coming[0] if coming else None


def match_spoken_of(work: Work, contact_id: UUID | None) -> UUID | None:
    """Return the match that a call with somebody is likely about.

    It is the only match of the next two weeks of the club of the person, or of the
    person's group, else the club's next; without a club, the only one of all. Where
    there are several none is likelier than the others.
    """
    last = local_day(work) + timedelta(_SOON_DAYS)
    soon = Fixture.kick_off_date <= last
    club = None if contact_id is None else _club_of(work, contact_id)
    if club is None:
        return _only(work.session.scalars(_coming(work).where(soon)))
    of_club = _coming(work).where(
        or_(Fixture.home_club_id == club, Fixture.away_club_id == club)
    )
    found = list(work.session.scalars(of_club.where(soon)))
    if found:
        return _only(found)
    later = work.session.scalars(of_club).first()
    return later or _only(work.session.scalars(_coming(work).where(soon)))


def _only(found: Iterable[UUID]) -> UUID | None:
    several = list(found)
    return several[0] if len(several) == 1 else None


def fixture_named(work: Work, text: str) -> UUID:
    """Return the match that an identifier, a reference number or "next" names.

    Raises:
        NotFound: There is none, or it was deleted.
        SeveralMatches: The number stands on more than one.
    """
    if text == "next":
        coming = next_match(work)
        found = [] if coming is None else [coming]
    else:
        query = select(Fixture.id).where(Fixture.deleted_at.is_(None))
        known = _identifier(text)
        number = text.strip()
        if not known and not number:
            raise NotFound("fixture", text)
        wanted = Fixture.id == known if known else Fixture.ref_no == number
        query = query.where(wanted).order_by(Fixture.id).limit(_NAMED)
        found = list(work.session.scalars(query))
    if not found:
        raise NotFound("fixture", text)
    if len(found) > 1:
        raise SeveralMatches(text, tuple(found))
    return found[0]


def _club_of(work: Work, contact_id: UUID) -> UUID | None:
    of_group = (
        select(SupporterGroup.club_id)
        .where(SupporterGroup.id == Contact.group_id)
        .scalar_subquery()
    )
    query = select(Contact.club_id, of_group).where(Contact.id == contact_id)
    own, through_group = work.session.execute(query).one_or_none() or (None, None)
    return own or through_group


def _coming(work: Work) -> Select[UUID]:
    return (
        select(Fixture.id)
        .where(
            Fixture.deleted_at.is_(None),
            Fixture.status.in_(_AHEAD),
            Fixture.kick_off_date >= local_day(work),
        )
        .order_by(Fixture.kick_off_date, Fixture.kick_off_at, Fixture.id)
        .limit(_LOOKED_AT)
    )


def _identifier(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
