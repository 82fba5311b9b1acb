"""What the forms of a request for a tifo begin with: drafts, groups and places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.animations import AnimationDraft, AnswerDraft, ConformityDraft
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.pickers import Named, name_of, offered
from sportsec.queries.venues import read_parts
from sportsec.store.tables.animations import AnimationRequest
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
) -> list[tuple[UUID, Words]]:
    """Return the groups of the two clubs; all that match where something is typed."""
    if text:
        return offered(work, Named.GROUP, text, language)
    fixture = work.get(Fixture, fixture_id)
    found: list[tuple[UUID, Words]] = []
    for club in (fixture.home_club_id, fixture.away_club_id):
        query = select(SupporterGroup.id).where(
            SupporterGroup.club_id == club, SupporterGroup.deleted_at.is_(None)
        )
        found += _by_name(work, work.session.scalars(query), language)
    return found


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


def _by_name(
    work: Work, ids: Iterable[UUID], language: str
) -> list[tuple[UUID, Words]]:
    named = [(one, name_of(work, Named.GROUP, one)) for one in ids]
    return sorted(named, key=lambda pair: pair[1].pick(language))
