"""Which meetings go out with the matches of the agenda."""

from __future__ import annotations

from datetime import timedelta

from sportsec.domain.meetings import MeetingStatus
from sportsec.queries.agenda_meetings import meetings_beside
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.agenda_rows import read_rows
from sportsec.store.tables.liaison import Meeting
from sportsec.store.work import Work
from tests.builders import NOW
from tests.data.meetings.samples import TOMORROW, a_city, a_meeting

WEEK = AgendaFilter(
    starts_on=NOW.date(), ends_on=(NOW + timedelta(days=7)).date(), language="fr"
)


def test_meetings_of_the_matches_go_along_and_of_the_days_where_only_days_matter(
    work: Work,
) -> None:
    match = a_city(work).match.id
    rows = list(read_rows(work, [match]))
    own = a_meeting(work, match, meets_at=NOW - timedelta(days=30))
    of_season = a_meeting(work)
    a_meeting(work, meets_at=NOW + timedelta(days=40))
    a_meeting(work, match, meets_at=None)

    def found(wanted: AgendaFilter) -> list[object]:
        return [row.id for row in meetings_beside(work, wanted, rows)]

    assert found(WEEK) == [own, of_season]
    one_club = AgendaFilter(
        text="Atlas", starts_on=WEEK.starts_on, ends_on=WEEK.ends_on
    )
    assert found(one_club) == [own]


def test_a_cancelled_meeting_goes_along_and_a_deleted_one_does_not(work: Work) -> None:
    match = a_city(work).match.id
    rows = list(read_rows(work, [match]))
    off, gone = (a_meeting(work, match, meets_at=TOMORROW) for _ in range(2))
    work.get(Meeting, off).status = MeetingStatus.CANCELLED
    work.delete(work.get(Meeting, gone))
    work.session.flush()
    (found,) = meetings_beside(work, WEEK, rows)
    assert (found.id, found.status) == (off, MeetingStatus.CANCELLED)
