"""Asks of a planned meeting whether it stays on its day though its match moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sportsec.i18n.formats import short_date
from sportsec.queries.left_meetings import set_for
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr
from sportsec.ui.widgets.cards import Banner


class Stays(Banner):
    """Says by which day of the match the meeting was set; its button confirms it.

    Args:
        stay: Notes that it stays on its day.
    """

    def __init__(self, desk: Desk, stay: Callable[[], object]) -> None:
        super().__init__("", "warn", tr("It stays on its day"), stay)
        self._desk = desk
        self.hide()

    def ask(self, meeting_id: UUID) -> None:
        """Look at a meeting again."""
        self._desk.runner.read(
            *(self, "stays", lambda work: set_for(work, meeting_id)),
            # A meeting that is gone is said to be by the page.
            *(self._show, lambda _error: self.say("")),
        )

    # ---- inside

    def _show(self, days: tuple[date, date] | None) -> None:
        if days is None:
            self.say("")
            return
        was, now = (isolate(short_date(day)) for day in days)
        text = tr(
            "This meeting was set for the match of {was}, which is now on {now}:"
            " move the meeting, or confirm its day.",
            was=was,
            now=now,
        )
        self.say(text, "warn")
