"""What is arranged for the matches: tasks, calls, promises, meetings and requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sportsec.domain.task_list import TaskState, TaskStep
from sportsec.services.sample.calls import add_calls
from sportsec.services.sample.history import History
from sportsec.services.sample.meetings import add_meetings
from sportsec.services.sample.mint import Mint
from sportsec.services.sample.occasions import Occasion, Rated, occasions_of
from sportsec.services.sample.parties import Parties
from sportsec.services.sample.people import People
from sportsec.services.sample.requests import add_requests
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.scribe import Scribe
from sportsec.services.sample.sources import phrase
from sportsec.services.sample.ticks import add_tick, add_ticks

#: A played match is reported on in so many days.
REPORTED_DAYS = 7


class Arrangements:
    """Adds what is arranged to the rows.

    Args:
        tongue: Language of what the record keeps in one language only.
    """

    def __init__(self, rows: Rows, mint: Mint, people: People, tongue: str) -> None:
        self._scribe = Scribe(rows, mint, Parties(mint, people, tongue), tongue)

    def add(self, found: Iterable[Rated], history: History) -> None:
        """Add it for the matches to come, and for the last that was played here."""
        occasions = occasions_of(found, history)
        forgotten = _forgotten(occasions)
        for occasion in occasions:
            add_calls(self._scribe, occasion)
            add_meetings(self._scribe, occasion)
            add_requests(self._scribe, occasion)
            if occasion.plan.days >= 0:
                left_open = forgotten.get(occasion.match.fixture)
                add_ticks(self._scribe, occasion, left_open)
        if occasions:
            add_meetings(self._scribe, occasions[0].of_season())

    def add_reports(self, fixture: UUID, played_on: date, *, is_own: bool) -> None:
        """Let the hot report of a match of the last days be written.

        Args:
            is_own: Whether it was played in a city of the cell; else the cell of that
                city reports on it.
        """
        due_on = played_on + timedelta(1)
        if not due_on < self._scribe.today <= played_on + timedelta(REPORTED_DAYS):
            return
        if is_own:
            done = (TaskStep.HOT_REPORT, TaskState.DONE, due_on)
            add_tick(self._scribe, fixture, *done)
            return
        remark = phrase("elsewhere").pick(self._scribe.tongue)
        for step in (TaskStep.HOT_REPORT, TaskStep.FULL_REPORT):
            spared = (step, TaskState.NOT_NEEDED, due_on, remark)
            add_tick(self._scribe, fixture, *spared)


def _forgotten(occasions: Sequence[Occasion]) -> dict[UUID, TaskStep]:
    """Return what nobody has ticked yet, though its day is past."""
    coming = [each for each in occasions if each.plan.days >= 0]
    here = [each for each in coming if {"own", "week"} <= each.traits]
    others = [each for each in here if "main" not in each.traits]
    far = [
        each for each in coming if "out" in each.traits and "week" not in each.traits
    ]
    return {
        **{each.match.fixture: TaskStep.TRAVEL_DECISION for each in others[:1]},
        **{each.match.fixture: TaskStep.AWAY_INFORMATION for each in far[:1]},
    }
