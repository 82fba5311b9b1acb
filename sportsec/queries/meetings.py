"""Questions about meetings: which there are, and all that one of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.folding import fold
from sportsec.domain.listing import Order, by
from sportsec.domain.meetings import (
    MeetingDraft,
    MeetingKind,
    MeetingStatus,
    Signature,
    check_attendance,
    check_meeting,
    check_signature,
    has_begun,
    is_out_of_time,
)
from sportsec.domain.problems import Problem
from sportsec.domain.task_times import CALLED_OFF
from sportsec.domain.words import Words
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.queries.drafts import draft_of
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.queries.named import found_by_name
from sportsec.queries.named_source import NamedSource, Shared, coded, ranked
from sportsec.queries.participants import ParticipantRow, participants_of
from sportsec.queries.signed_minutes import is_changed_since_signed
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment, Meeting, Participant
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class MeetingFilter:
    """Meetings wanted.

    Args:
        text: In the names of the clubs, in place, chair, agenda or what was said.
        only_open: Only those to come, and held ones with a decision still open.
    """

    text: str = ""
    language: str = "ar"
    kind: MeetingKind | None = None
    only_open: bool = False


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One meeting of a list.

    Args:
        home, away: Of its match; empty for a meeting of the season.
        match_day, match_status: Of its match.
        invited: How many participants it has; `present` is how many came.
        decisions: How many it took; `open_decisions` is how many of them are not
            closed yet.
        kick_off_at: Of its match.
        is_left_behind: Whether it goes by an old day of its match, where that was asked
            (`left_meetings.with_left`).
    """

    id: UUID
    kind: MeetingKind
    meets_at: datetime | None
    place: str
    status: MeetingStatus
    signature: Signature
    fixture_id: UUID | None
    home: Words
    away: Words
    match_day: date | None
    match_status: FixtureStatus | None
    invited: int = 0
    decisions: int = 0
    open_decisions: int = 0
    kick_off_at: datetime | None = None
    is_left_behind: bool = False

    @property
    def is_out_of_time(self) -> bool:
        """Whether it is planned on the wrong side of the kick-off of its match."""
        known = _holding(self.match_status, self.kick_off_at)
        is_planned = self.status is MeetingStatus.PLANNED
        return is_planned and is_out_of_time(self.kind, self.meets_at, known)

    @property
    def suits_match(self) -> bool:
        """Whether nothing is to be said of its day."""
        return not (self.is_out_of_time or self.is_left_behind)


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """One meeting with all that its window shows.

    Args:
        decisions: In the order in which they were taken.
        problems: What is wrong with it as it stands.
        has_begun: Whether it may have been held: its hour has come, or is not known.
        is_changed: Whether what the signed minutes say was changed after the signing.
    """

    entry: MeetingEntry
    draft: MeetingDraft
    participants: tuple[ParticipantRow, ...]
    decisions: tuple[CommitmentRow, ...]
    problems: tuple[Problem, ...]
    has_begun: bool = True
    is_changed: bool = False


class MeetingSource(NamedSource[MeetingEntry, MeetingFilter]):
    """The list of all meetings."""

    table = Meeting
    groupable = frozenset({"kind", "status"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[MeetingEntry]:
        """Read meetings with their match, and how many decisions are open."""
        return _entries(work, Meeting.id.in_(ids))

    def filters(self, wanted: MeetingFilter) -> list[ColumnElement[bool]]:
        """Keep one kind, or what is still open."""
        found: list[ColumnElement[bool]] = []
        if wanted.kind is not None:
            found.append(Meeting.kind == wanted.kind)
        if wanted.only_open:
            is_open = Meeting.status == MeetingStatus.PLANNED
            found.append(or_(is_open, Meeting.id.in_(_with_open_decisions())))
        return found

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by day, kind, status or place."""
        del language
        columns = Meeting.__table__.c
        return {
            "meets_at": columns.meets_at,
            "kind": ranked(MeetingKind, columns.kind),
            "status": ranked(MeetingStatus, columns.status),
            "place": columns.place,
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by kind or status."""
        del language
        columns = Meeting.__table__.c
        return {"kind": coded(columns.kind), "status": coded(columns.status)}

    def search(self, text: str) -> ColumnElement[bool]:
        """Find a meeting by the clubs of its match, or by a word in it."""
        clubs = found_by_name("club", text)
        matches = select(Fixture.id).where(
            or_(Fixture.home_club_id.in_(clubs), Fixture.away_club_id.in_(clubs))
        )
        columns = Meeting.__table__.c
        short = (columns[name] for name in ("place", "chair", "minutes_keeper"))
        long = func.concat(columns.agenda, " ", columns.discussion)
        # Folding long texts takes a tenth of a millisecond each: they are searched as
        # they were typed, but for case.
        named = func.fold(func.concat(*(_spaced(each) for each in short)))
        found: list[ColumnElement[bool]] = [
            Meeting.fixture_id.in_(matches),
            and_(
                *(named.contains(word, autoescape=True) for word in fold(text).split())
            ),
            and_(*(long.icontains(word, autoescape=True) for word in text.split())),
        ]
        return or_(*found)

    def _statements(
        self, wanted: MeetingFilter, order: Order
    ) -> Iterator[Select[UUID]]:
        """Meetings have no names: the day decides between equals, the latest first."""
        orders = self.orders(wanted.language)
        known = [sort for sort in order if sort.key in orders] or by("-meets_at")
        keys = [(orders[sort.key], sort.descending) for sort in known]
        ways = [(key.desc() if down else key.asc()).nulls_last() for key, down in keys]
        latest = orders["meets_at"].desc().nulls_last()
        query = select(Meeting.id).where(*self._conditions(wanted))
        yield query.order_by(*ways, latest, Meeting.id)


MEETINGS = MeetingSource()


def meeting_draft(work: Work, meeting_id: UUID) -> MeetingDraft:
    """Return a meeting as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(MeetingDraft, work.get(Meeting, meeting_id))


def meetings_of(work: Work, fixture_id: UUID) -> tuple[MeetingEntry, ...]:
    """Return the meetings of a match, in time; those of no day yet come first."""
    found = _entries(work, Meeting.fixture_id == fixture_id)
    return tuple(sorted(found, key=_in_time))


def meetings_planned(
    work: Work, first: datetime, end: datetime
) -> tuple[MeetingEntry, ...]:
    """Return the meetings to be held from one moment until before another, in time."""
    wanted = and_(
        Meeting.status == MeetingStatus.PLANNED,
        Meeting.meets_at >= first,
        Meeting.meets_at < end,
    )
    return tuple(sorted(_entries(work, wanted), key=_in_time))


def meeting_problems(work: Work, draft: MeetingDraft) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the kick-off."""
    match = work.session.get(Fixture, draft.fixture_id) if draft.fixture_id else None
    known = _holding(match.status, match.kick_off_at) if match else None
    return check_meeting(draft, work.now, known)


def meeting_file(work: Work, meeting_id: UUID) -> MeetingFile:
    """Read all of a meeting.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    draft = meeting_draft(work, meeting_id)
    decisions = commitments_of(work, meeting_id=meeting_id)
    is_changed = is_changed_since_signed(work, meeting_id)
    participants = participants_of(work, meeting_id)
    problems = (
        *meeting_problems(work, draft),
        *check_attendance(draft.status, (row.presence for row in participants)),
        *check_signature(draft.signature, is_changed=is_changed),
    )
    return MeetingFile(
        entry=next(_entries(work, Meeting.id == meeting_id)),
        draft=draft,
        participants=participants,
        decisions=tuple(sorted(decisions, key=lambda row: row.id)),
        problems=problems,
        has_begun=has_begun(draft.meets_at, work.now),
        is_changed=is_changed,
    )


# ---- inside


def _holding(
    status: FixtureStatus | None, kick_off_at: datetime | None
) -> datetime | None:
    """Return the kick-off of a match; None where it is off: its old hour is none."""
    return None if status in CALLED_OFF else kick_off_at


def _entries(work: Work, wanted: ColumnElement[bool]) -> Iterator[MeetingEntry]:
    """Yield live meetings in any order."""
    query = with_names(
        select(
            *(Meeting.id, Meeting.kind, Meeting.meets_at, Meeting.place),
            *(Meeting.status, Meeting.signature, Meeting.fixture_id),
            *(HOME.name.label("home"), AWAY.name.label("away")),
            *(Fixture.kick_off_date, Fixture.status.label("match_status")),
            *(_invited(), _decisions(), _decisions(is_open=True)),
            Fixture.kick_off_at,
        )
        .select_from(Meeting)
        .outerjoin(Fixture, Meeting.fixture_id == Fixture.id)
        .where(wanted, Meeting.deleted_at.is_(None))
    )
    for row in work.session.execute(query):
        home, away = row[7] or Words(), row[8] or Words()
        yield MeetingEntry(*row[:7], home, away, *row[9:])


def _invited() -> ColumnElement[int]:
    query = select(func.count()).where(
        Participant.meeting_id == Meeting.id, Participant.deleted_at.is_(None)
    )
    return query.correlate(Meeting).scalar_subquery()


def _decisions(*, is_open: bool = False) -> ColumnElement[int]:
    query = select(func.count()).where(
        Commitment.meeting_id == Meeting.id, Commitment.deleted_at.is_(None)
    )
    if is_open:
        query = query.where(Commitment.state == CommitmentState.OPEN)
    return query.correlate(Meeting).scalar_subquery()


def _with_open_decisions() -> Select[UUID | None]:
    return select(Commitment.meeting_id).where(
        Commitment.meeting_id.is_not(None),
        Commitment.deleted_at.is_(None),
        Commitment.state == CommitmentState.OPEN,
    )


def _in_time(row: MeetingEntry) -> tuple[bool, str, UUID]:
    moment = row.meets_at
    return moment is not None, moment.isoformat() if moment else "", row.id


def _spaced(column: ColumnElement[Any]) -> ColumnElement[str]:
    return func.concat(column, " ")
