"""Planned meetings that a match which moved has left behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.meeting_days import (
    is_left_behind,
    left_behind_problem,
    wrong_side_problem,
)
from sportsec.domain.meetings import MeetingStatus
from sportsec.domain.problems import Problem
from sportsec.i18n.formats import ZONE
from sportsec.queries.clock import local_day
from sportsec.queries.meetings import (
    MeetingEntry,
    MeetingFile,
    MeetingSource,
    meeting_file,
    meetings_of,
)
from sportsec.queries.written_at import moves_in_time, written_at
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Meeting
from sportsec.store.work import Work

#: When it meets, and for which match: who wrote one of them knew the day of the match.
_SET_BY = ("meets_at", "fixture_id")


@dataclass(frozen=True, slots=True)
class MeetingPoint:
    """A planned meeting to be moved, noted as held, or confirmed.

    Args:
        problem: What is to be said of it.
    """

    meeting_id: UUID
    problem: Problem


class MarkedMeetings(MeetingSource):
    """The list of all meetings, each with whether its match has left it behind."""

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[MeetingEntry]:
        """Read meetings with their match."""
        return with_left(work, tuple(super().read(work, ids)))


MARKED_MEETINGS = MarkedMeetings()


def with_left(work: Work, rows: Sequence[MeetingEntry]) -> tuple[MeetingEntry, ...]:
    """Return meetings in their order, those marked that their matches left behind."""
    matches: dict[UUID, list[MeetingEntry]] = defaultdict(list)
    for row in rows:
        if row.fixture_id is not None:
            matches[row.fixture_id].append(row)
    left = {one for each, own in matches.items() for one in _left(work, each, own)}
    return tuple(replace(row, is_left_behind=row.id in left) for row in rows)


def marked_file(work: Work, meeting_id: UUID) -> MeetingFile:
    """Read all of a meeting, with whether its match has left it behind.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    file = meeting_file(work, meeting_id)
    (entry,) = with_left(work, [file.entry])
    return replace(file, entry=entry)


def left_meetings(work: Work, fixture_id: UUID) -> Mapping[UUID, date]:
    """Return planned meetings set by the old day of a match, each with that day.

    Not one that somebody moved since, or of which he said that it stays; none of a
    match that is over or called off.
    """
    return _left(work, fixture_id, meetings_of(work, fixture_id))


def set_for(work: Work, meeting_id: UUID) -> tuple[date, date] | None:
    """Return the old day of its match by which a meeting was set, and the day now.

    None where it suits its match, or was said to stay.

    Raises:
        NotFound: The meeting does not exist or was deleted.
    """
    fixture_id = work.get(Meeting, meeting_id).fixture_id
    if fixture_id is None:
        return None
    was = left_meetings(work, fixture_id).get(meeting_id)
    now = _day_ahead(work, fixture_id)
    return None if was is None or now is None else (was, now)


def meeting_points(work: Work, fixture_id: UUID) -> tuple[MeetingPoint, ...]:
    """Return the planned meetings of a match that do not suit its day, in time."""
    rows = meetings_of(work, fixture_id)
    left = _left(work, fixture_id, rows)
    found = []
    for row in rows:
        if row.meets_at is None or row.match_day is None:
            continue
        day = row.meets_at.astimezone(ZONE).date()
        if row.is_out_of_time:
            problem = wrong_side_problem(row.kind, day)
        elif row.id in left:
            problem = left_behind_problem(row.kind, day, left[row.id], row.match_day)
        else:
            continue
        found.append(MeetingPoint(row.id, problem))
    return tuple(found)


# ---- inside


def _left(
    work: Work, fixture_id: UUID, rows: Iterable[MeetingEntry]
) -> Mapping[UUID, date]:
    planned = [row for row in rows if row.status is MeetingStatus.PLANNED]
    now = _day_ahead(work, fixture_id) if planned else None
    moves = moves_in_time(work, fixture_id) if now is not None else []
    if now is None or not moves:
        return {}
    found = {}
    for row in planned:
        if row.meets_at is None:
            continue
        set_at = max(
            written_at(work.connection, Meeting, row.id, name) for name in _SET_BY
        )
        was = next((each.was for each in moves if each.stamp > set_at), now)
        day = row.meets_at.astimezone(ZONE).date()
        if is_left_behind(row.kind, day, was, now):
            found[row.id] = was
    return found


def _day_ahead(work: Work, fixture_id: UUID) -> date | None:
    """Return the day of a match that is to come."""
    query = select(Fixture.kick_off_date, Fixture.status)
    match = work.session.execute(query.where(Fixture.id == fixture_id)).first()
    if match is None or match.status not in AHEAD:
        return None
    day = match.kick_off_date
    return day if day >= local_day(work) else None
