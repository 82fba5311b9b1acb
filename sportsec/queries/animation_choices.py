"""What the forms of a request for a tifo begin with: drafts, groups and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from sportsec.domain.animations import AnimationDraft, AnswerDraft, ConformityDraft
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.named import OFFERED, find_named, found_by_name, names_of
from sportsec.queries.venues import read_parts
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """A sector or a gate of the stadium of a match."""

    id: UUID
    code: str
    name: Words = Words()


@dataclass(frozen=True, slots=True)
class RequestChoices:
    """Where something may hang at a match, in the order of the codes.

    Args:
        match_day: Its local day.
    """

    match_day: date | None = None
    sectors: tuple[Place, ...] = ()
    gates: tuple[Place, ...] = ()


class GroupOffer(NamedTuple):
    """A group that may be asking.

    Args:
        club: What its club is called, which tells it from its namesakes.
    """

    id: UUID
    name: Words
    club: Words


def request_choices(work: Work, fixture_id: UUID) -> RequestChoices:
    """Return the places of the stadium of a match; none while it is not known.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    venue, day = fixture.venue_id, fixture.kick_off_date
    if venue is None:
        return RequestChoices(day)
    sectors, gates = read_parts(work, [venue])[venue]
    return RequestChoices(
        day,
        tuple(Place(key, each.code, each.name) for key, each in sectors.items()),
        tuple(Place(key, each.code) for key, each in gates.items()),
    )


def groups_offered(
    work: Work, fixture_id: UUID, text: str, language: str
) -> list[GroupOffer]:
    """Return the groups of the two clubs, those of the home club first.

    Where something is typed only those whose names hold it; then groups of no club,
    such as of the national team, and last those of other clubs: a group that is not
    offered would be written down a second time.
    """
    fixture = work.get(Fixture, fixture_id)
    clubs = [one for one in (fixture.home_club_id, fixture.away_club_id) if one]
    if not text:
        return _offers(work, _near(work, clubs, language))
    group = SupporterGroup
    wanted = group.id.in_(found_by_name(group.__tablename__, text))
    near = _near(work, clubs, language, wanted)
    near += _by_name(work, (wanted, group.club_id.is_(None)), language)
    known = {one.id for one in near}
    found = find_named(work, group, text, language)
    far = [work.get(group, one) for one, _name in found if one not in known]
    return _offers(work, [*near, *far][:OFFERED])


def request_draft(work: Work, request_id: UUID) -> AnimationDraft:
    """Return a request as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(AnimationDraft, work.get(AnimationRequest, request_id))


def answer_draft(work: Work, request_id: UUID) -> AnswerDraft:
    """Return the answer to a request as the officer edits it.

    Raises:
        NotFound: The request does not exist or was deleted.
    """
    return draft_of(AnswerDraft, work.get(AnimationRequest, request_id))


def conformity_draft(work: Work, request_id: UUID) -> ConformityDraft:
    """Return what was seen on the day as the officer edits it.

    Raises:
        NotFound: The request does not exist or was deleted.
    """
    return draft_of(ConformityDraft, work.get(AnimationRequest, request_id))


def _near(
    work: Work, clubs: Sequence[UUID], language: str, *wanted: ColumnElement[bool]
) -> list[SupporterGroup]:
    """Return groups of some clubs, club by club."""
    return [
        group
        for club in clubs
        for group in _by_name(work, (*wanted, SupporterGroup.club_id == club), language)
    ]


def _by_name(
    work: Work, wanted: Iterable[ColumnElement[bool]], language: str
) -> list[SupporterGroup]:
    query = select(SupporterGroup).where(*wanted, SupporterGroup.deleted_at.is_(None))
    found = work.session.scalars(query)
    return sorted(found, key=lambda group: group.name.pick(language))


def _offers(work: Work, groups: Sequence[SupporterGroup]) -> list[GroupOffer]:
    names = names_of(work, Club, {one.club_id for one in groups if one.club_id})
    clubs = [names.get(one.club_id) if one.club_id else None for one in groups]
    return [
        GroupOffer(group.id, group.name, club or Words())
        for group, club in zip(groups, clubs, strict=True)
    ]
