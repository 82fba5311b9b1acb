"""Questions about promises and decisions: who is bound, by when, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
    OutcomeDraft,
    in_order,
    is_late,
)
from sportsec.domain.task_times import CALLED_OFF
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.i18n.translator import translator
from sportsec.queries.clock import local_day
from sportsec.queries.drafts import draft_of
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.queries.spoken_of import PERSON, match_words, person_words, with_person
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.liaison import Commitment
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One promise or decision.

    Args:
        match: As `match_words` names it; empty for one of no match.
        match_on: The day of the match.
        bound: Who is bound: the cell, a club, group, organisation, or a person with
            the place.
        towards: Whom the cell gave its word; empty where others are bound.
        closed_on: The day on which somebody said what became of it.
        is_late: Whether its day has passed and nobody said what became of it.
        is_match_off: Whether the match is postponed or cancelled.
    """

    id: UUID
    kind: CommitmentKind
    fixture_id: UUID | None
    match: Words
    match_on: date | None
    meeting_id: UUID | None
    liaison_id: UUID | None
    is_ours: bool
    bound: Words
    towards: Words
    topic: CommitmentTopic
    wording: str
    responsible: str
    due_on: date | None
    state: CommitmentState
    closed_on: date | None
    remark: str
    is_late: bool
    is_match_off: bool = False


def commitment_draft(work: Work, commitment_id: UUID) -> CommitmentDraft:
    """Return a promise or decision as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(CommitmentDraft, work.get(Commitment, commitment_id))


def outcome_draft(work: Work, commitment_id: UUID) -> OutcomeDraft:
    """Return what became of a promise or decision, as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(OutcomeDraft, work.get(Commitment, commitment_id))


def commitments_of(
    work: Work,
    *,
    fixture_id: UUID | None = None,
    meeting_id: UUID | None = None,
    contact_id: UUID | None = None,
    club_id: UUID | None = None,
    group_id: UUID | None = None,
    organisation_id: UUID | None = None,
) -> tuple[CommitmentRow, ...]:
    """Return those of what is named: late ones, then by due day, the closed last.

    Those of a club, group or organisation are also those of its people. Of several
    names given they are what all share; without a name there are none.
    """
    own = Commitment
    wanted = {
        fixture_id: own.fixture_id == fixture_id,
        meeting_id: own.meeting_id == meeting_id,
        contact_id: own.contact_id == contact_id,
        club_id: or_(own.club_id == club_id, Contact.club_id == club_id),
        group_id: or_(own.group_id == group_id, Contact.group_id == group_id),
        organisation_id: or_(
            own.organisation_id == organisation_id,
            Contact.organisation_id == organisation_id,
        ),
    }
    named = [condition for one, condition in wanted.items() if one is not None]
    if not named:
        return ()
    return _ordered(work, *named)


def given_in(work: Work, liaison_id: UUID) -> tuple[CommitmentRow, ...]:
    """Return what was promised in a call, in the same order."""
    return _ordered(work, Commitment.liaison_id == liaison_id)


def open_wordings(work: Work, fixture_id: UUID) -> list[tuple[UUID, str]]:
    """Return what the open promises and decisions of a match say, by their number."""
    query = select(Commitment.id, Commitment.wording).where(
        Commitment.fixture_id == fixture_id,
        Commitment.state == CommitmentState.OPEN,
        Commitment.deleted_at.is_(None),
    )
    found = work.session.execute(query.order_by(Commitment.id))
    return [(key, wording) for key, wording in found]


def _ordered(work: Work, *wanted: ColumnElement[bool]) -> tuple[CommitmentRow, ...]:
    today = local_day(work)
    query = selected_commitments().where(*wanted, Commitment.deleted_at.is_(None))
    found = [commitment_row(row, today) for row in work.session.execute(query)]
    return tuple(sorted(found, key=lambda row: (*_place(row, today), row.id)))


def _place(row: CommitmentRow, today: date) -> tuple[int, int]:
    return in_order(row.due_on, row.state, row.closed_on, today)


def selected_commitments() -> Select[*tuple[Any, ...]]:
    """Select what `commitment_row` reads, in one statement."""
    own = Commitment
    columns: tuple[Any, ...] = (
        *(own.id, own.kind, own.fixture_id, own.meeting_id, own.liaison_id),
        *(own.is_ours, own.topic, own.wording, own.responsible, own.due_on),
        *(own.state, own.closed_on, own.remark, own.contact_id),
        Fixture.status.label("match_status"),
        *(Fixture.kick_off_date, HOME.name.label("home"), AWAY.name.label("away")),
        *(Club.name.label("club"), SupporterGroup.name.label("group")),
        *(Organisation.name.label("organisation"), *PERSON),
    )
    query: Select[*tuple[Any, ...]] = select(*columns).select_from(own)
    query = query.outerjoin(Fixture, own.fixture_id == Fixture.id)
    query = query.outerjoin(Club, own.club_id == Club.id)
    query = query.outerjoin(SupporterGroup, own.group_id == SupporterGroup.id)
    query = query.outerjoin(Organisation, own.organisation_id == Organisation.id)
    return with_names(with_person(query, own.contact_id))


def commitment_row(row: Any, today: date) -> CommitmentRow:
    """Make a row of what was selected."""
    party = _party(row)
    return CommitmentRow(
        id=row.id,
        kind=row.kind,
        fixture_id=row.fixture_id,
        match=match_words(row),
        match_on=row.kick_off_date,
        meeting_id=row.meeting_id,
        liaison_id=row.liaison_id,
        is_ours=row.is_ours,
        bound=the_cell() if row.is_ours else party,
        towards=party if row.is_ours else Words(),
        topic=row.topic,
        wording=row.wording,
        responsible=row.responsible,
        due_on=row.due_on,
        state=row.state,
        closed_on=row.closed_on,
        remark=row.remark,
        is_late=is_late(row.due_on, row.state, today),
        is_match_off=row.match_status in CALLED_OFF,
    )


def _party(row: Any) -> Words:
    if row.contact_id is None:
        return row.club or row.group or row.organisation or Words()
    return person_words(row)


@cache
def the_cell() -> Words:
    """Return what the cell itself is called."""
    return Words(**{code: translator(code)(N_("The cell")) for code in LANGUAGES})
