"""What the coming days hold besides matches, and which matches left them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sportsec.domain.fixtures import FixtureStatus
from sportsec.i18n.formats import ZONE, day_name, hour, short_date
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.home import HomeState
from sportsec.queries.home_tasks import SHOWN
from sportsec.queries.meetings import MeetingEntry
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.match_look import when_of
from sportsec.ui.pages.home.lines import Lines
from sportsec.ui.targets import LedgerTarget


class MeetingsCard(Lines):
    """The meetings of today and the days after it, each led to."""

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("Meetings"), desk)
        for row in state.meetings[:SHOWN]:
            self.lead(_begin(row, state), "meeting", row.id)
            for about in filter(None, (_match(row), row.place)):
                self.note(about)
        more = len(state.meetings) - SHOWN
        if more > 0:
            text = tr_count("and {n} more meeting", "and {n} more meetings", more)
            self.lead(text, "liaison", LedgerTarget("meeting"))


class LeftCard(Lines):
    """Matches moved out of the days shown, with their new day, or called off."""

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("No longer in these days"), desk)
        for row in state.left.rows:
            sides = tr("{home} – {away}", home=words(row.home), away=words(row.away))
            self.lead(sides, "match", row.id)
            self.note(_new_day(row))
            if row.category is not None:
                self.note_category(row.category)
        self.say_more(state.left.count - len(state.left.rows))


def _begin(row: MeetingEntry, state: HomeState) -> str:
    """Return day, hour and kind of a meeting."""
    if row.meets_at is None:
        return label(row.kind)
    day = row.meets_at.astimezone(ZONE).date()
    name = day_name(day, translator().language)
    said = tr("Today") if day == state.today else f"{name} {isolate(short_date(day))}"
    return f"{said} {isolate(hour(row.meets_at))} · {label(row.kind)}"


def _match(row: MeetingEntry) -> str:
    if row.fixture_id is None:
        return ""
    return tr("{home} – {away}", home=words(row.home), away=words(row.away))


def _new_day(row: AgendaRow) -> str:
    if row.status is FixtureStatus.POSTPONED:
        return tr("Postponed: no new day yet")
    if row.status is FixtureStatus.CANCELLED:
        was = when_of(row.status, isolate(short_date(row.kick_off_date)))
        return f"{label(row.status)} · {was}"
    day = isolate(short_date(row.kick_off_date))
    at = hour(row.kick_off_at, ZoneInfo(row.kick_off_zone))
    return tr("Moved to {day}", day=" ".join(filter(None, (day, isolate(at)))))
