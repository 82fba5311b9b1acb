"""Questions about the liaison log: who was spoken to, and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from sportsec.domain.liaison import LiaisonDraft, LiaisonKind
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.queries.spoken_of import PERSON, match_words, person_words, with_person
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment, LiaisonEntry
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One call, visit or message.

    Args:
        match: As `match_words` names it; empty for one of no match.
        who: The contact with the place, or the name that was written.
        is_reached: Whether anybody answered.
    """

    id: UUID
    kind: LiaisonKind
    fixture_id: UUID | None
    match: Words
    match_on: date | None
    happened_at: datetime | None
    contact_id: UUID | None
    who: Words
    is_reached: bool
    gist: str


def entry_draft(work: Work, entry_id: UUID) -> LiaisonDraft:
    """Return a call as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(LiaisonDraft, work.get(LiaisonEntry, entry_id))


def ledger_of(work: Work, record_id: UUID) -> str:
    """Return the table of a call or promise: its list is where it is shown."""
    is_call = work.session.get(LiaisonEntry, record_id) is not None
    return LiaisonEntry.__tablename__ if is_call else Commitment.__tablename__


def entries_of(
    work: Work,
    *,
    fixture_id: UUID | None = None,
    contact_id: UUID | None = None,
    club_id: UUID | None = None,
    group_id: UUID | None = None,
    organisation_id: UUID | None = None,
    limit: int | None = None,
) -> tuple[EntryRow, ...]:
    """Return the calls of what is named, the latest first.

    Those of a club, group or organisation are those with its people. Of several names
    given they are what all share; without a name there are none.
    """
    wanted: dict[UUID | None, ColumnElement[bool]] = {
        fixture_id: LiaisonEntry.fixture_id == fixture_id,
        contact_id: LiaisonEntry.contact_id == contact_id,
        club_id: Contact.club_id == club_id,
        group_id: Contact.group_id == group_id,
        organisation_id: Contact.organisation_id == organisation_id,
    }
    named = [condition for one, condition in wanted.items() if one is not None]
    if not named:
        return ()
    query = (
        selected_entries()
        .where(*named, LiaisonEntry.deleted_at.is_(None))
        .order_by(LiaisonEntry.happened_at.desc().nulls_last(), LiaisonEntry.id.desc())
        .limit(limit)
    )
    return tuple(entry_row(row) for row in work.session.execute(query))


def selected_entries() -> Select[*tuple[Any, ...]]:
    """Select what `entry_row` reads, in one statement."""
    own = LiaisonEntry
    columns: tuple[Any, ...] = (
        *(own.id, own.kind, own.fixture_id, own.happened_at, own.contact_id),
        *(own.with_whom, own.is_reached, own.gist, Fixture.kick_off_date),
        Fixture.status.label("match_status"),
        *(HOME.name.label("home"), AWAY.name.label("away"), *PERSON),
    )
    query: Select[*tuple[Any, ...]] = select(*columns).select_from(own)
    query = query.outerjoin(Fixture, own.fixture_id == Fixture.id)
    return with_names(with_person(query, own.contact_id))


def entry_row(row: Any) -> EntryRow:
    """Make a row of what was selected."""
    told = Words(row.with_whom, row.with_whom, row.with_whom)
    return EntryRow(
        id=row.id,
        kind=row.kind,
        fixture_id=row.fixture_id,
        match=match_words(row),
        match_on=row.kick_off_date,
        happened_at=row.happened_at,
        contact_id=row.contact_id,
        who=told if row.contact_id is None else person_words(row),
        is_reached=row.is_reached,
        gist=row.gist,
    )
