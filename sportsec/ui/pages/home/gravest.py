"""The gravest match of the coming days, told before the days are read through."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sportsec.i18n.formats import day_name, hour, short_date
from sportsec.queries.home import WeekMatch
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, translator, words
from sportsec.ui.pages.home.lines import Lines


class GravestCard(Lines):
    """Its sides, day and category; leads to it."""

    def __init__(self, desk: Desk, match: WeekMatch) -> None:
        super().__init__(tr("Highest risk these 7 days"), desk)
        row = match.row
        sides = tr("{home} – {away}", home=words(row.home), away=words(row.away))
        self.lead(sides, "match", row.id)
        name = day_name(row.kick_off_date, translator().language)
        at = hour(row.kick_off_at, ZoneInfo(row.kick_off_zone))
        day = " ".join(filter(None, (short_date(row.kick_off_date), at)))
        self.note(f"{name} {isolate(day)}")
        if row.category is not None:
            self.note_category(row.category)
