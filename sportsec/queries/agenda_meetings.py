"""The meetings that belong to what the agenda shows, for a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from sportsec.i18n.formats import ZONE
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.meetings import MEETINGS, MeetingEntry
from sportsec.store.tables.liaison import Meeting
from sportsec.store.work import Work


def meetings_beside(
    work: Work, wanted: AgendaFilter, rows: Sequence[AgendaRow]
) -> tuple[MeetingEntry, ...]:
    """Return the meetings about some matches, in time; cancelled ones too.

    Where nothing but days or a season was asked for, those of other matches, and of
    none, come with them if they lie between the same days. A meeting whose hour is
    not known has no place in a calendar.

    Args:
        wanted: What the matches were asked for with.
        rows: The matches that it gave.
    """
    own = {row.id for row in rows}
    query = select(Meeting.id, Meeting.fixture_id, Meeting.meets_at).where(
        Meeting.deleted_at.is_(None), Meeting.meets_at.is_not(None)
    )
    ids = [
        key
        for key, fixture_id, meets_at in work.session.execute(query)
        if fixture_id in own or _is_between(meets_at, wanted, rows)
    ]
    found = [row for row in MEETINGS.read(work, ids) if row.meets_at is not None]
    return tuple(sorted(found, key=lambda row: (str(row.meets_at), row.id)))


def _is_between(
    moment: datetime | None, wanted: AgendaFilter, rows: Sequence[AgendaRow]
) -> bool:
    """Say whether a meeting lies in the days of the matches, and only days matter."""
    plain = replace(wanted, starts_on=None, ends_on=None, season_id=None)
    if moment is None or plain != AgendaFilter(language=wanted.language):
        return False
    days = [row.kick_off_date for row in rows]
    first = wanted.starts_on or min(days, default=None)
    last = wanted.ends_on or max(days, default=None)
    day = moment.astimezone(ZONE).date()
    return first is not None and last is not None and first <= day <= last
