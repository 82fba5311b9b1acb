"""What stands beside the week: what is late or unproved, and what other cells sent."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sportsec.domain.readiness import Lack
from sportsec.i18n.formats import date_time, short_date
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.commitments import CommitmentRow
from sportsec.queries.home import HomeState, WeekMatch
from sportsec.queries.home_tasks import SHOWN, MatchTasks
from sportsec.ui.commitment_look import more_promises
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, tr_count, words
from sportsec.ui.pages.home.lines import Lines
from sportsec.ui.pages.home.match_card import tasks_text
from sportsec.ui.targets import (
    PROMISES,
    TAB_OF_LACK,
    TASKS,
    DecideTarget,
    LedgerTarget,
    VerifyTarget,
)

_LATE_PROMISES = LedgerTarget("commitment", only_late=True)


class LateCard(Lines):
    """What should be done by now: matches not ready, tasks, promises, results."""

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("Late"), desk)
        unready = tr_count(
            "{n} match of today or tomorrow is not ready",
            "{n} matches of today or tomorrow are not ready",
            len(state.unready),
        )
        anew = tr_count(
            "{n} match after this week is to be rated anew",
            "{n} matches after this week are to be rated anew",
            state.to_rate_anew,
        )
        late = tr_count(
            "{n} match lacks its result", "{n} matches lack their result", state.late
        )
        review = TAB_OF_LACK[Lack.REVIEW]
        self._name(
            unready,
            len(state.unready),
            [(m.row, _first_lack(m)) for m in state.unready[:SHOWN]],
        )
        self._name_tasks(state)
        self._name_promises(state)
        self._name(
            anew,
            state.to_rate_anew,
            [(row, (row.id, review)) for row in state.left_behind],
        )
        self._name(late, state.late, [(row, row.id) for row in state.without_result])
        if not self._has_lines:
            self.note(tr("Nothing is late."))

    def _name_tasks(self, state: HomeState) -> None:
        """Lead to the tasks of matches that should be done by now."""
        tasks = state.tasks
        if tasks.late:
            text = tr_count("{n} task is late", "{n} tasks are late", tasks.late)
            self.note(text, "value")
        for one in tasks.with_late:
            self.lead(_tasks_line(one), "match", (one.row.id, TASKS))
        self.say_more(tasks.matches_late - len(tasks.with_late))

    def _name_promises(self, state: HomeState) -> None:
        """Lead to the promises and decisions whose day has passed."""
        late = state.promises
        if late.count:
            text = tr_count(
                "{n} promise or decision is late",
                "{n} promises or decisions are late",
                late.count,
            )
            self.note(text, "value")
        for row in late.rows:
            if row.fixture_id is None:
                self.lead(_promise_text(row), "liaison", _LATE_PROMISES)
            else:
                self.lead(_promise_text(row), "match", (row.fixture_id, PROMISES))
        more = late.count - len(late.rows)
        if more > 0:
            self.lead(more_promises(more), "liaison", _LATE_PROMISES)

    def _name(
        self, text: str, count: int, matches: Sequence[tuple[AgendaRow, object]]
    ) -> None:
        """Say how many matches there are of a kind, and lead to the first of them."""
        if matches:
            self.note(text, "value")
        for row, target in matches:
            self.lead(_match_text(row), "match", target)
        if matches:
            self.say_more(count - len(matches))


def _match_text(row: AgendaRow) -> str:
    sides = tr("{home} – {away}", home=words(row.home), away=words(row.away))
    return f"{isolate(short_date(row.kick_off_date))} {sides}"


def _tasks_line(one: MatchTasks) -> str:
    return f"{_match_text(one.row)} · {tasks_text(one.tasks)}"


def _promise_text(row: CommitmentRow) -> str:
    """Return since when it is late, who is bound, and what was promised."""
    day = isolate(short_date(row.due_on))
    who = words(row.bound) or row.responsible
    return " ".join(filter(None, (day, who, "–" if who else "", row.wording)))


def _first_lack(match: WeekMatch) -> tuple[UUID, str]:
    """Return the match and the tab where the first of what it lacks is entered."""
    return match.row.id, TAB_OF_LACK.get(match.lacks[0], "overview")


class DueCard(Lines):
    """Promises due today, and tasks of matches that have no card: later, or over.

    Tasks whose day had passed before the match was known count too: "at once".
    """

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("To do today"), desk)
        if state.promises.due:
            text = tr_count(
                "{n} promise or decision is due today",
                "{n} promises or decisions are due today",
                state.promises.due,
            )
            self.lead(text, "liaison", LedgerTarget("commitment"))
        text = tr_count(
            "{n} task of another match, today or at once",
            "{n} tasks of other matches, today or at once",
            state.tasks.due,
        )
        if state.tasks.due:
            self.note(text, "value")
        for one in state.tasks.with_due:
            self.lead(_match_text(one.row), "match", (one.row.id, TASKS))
        self.say_more(state.tasks.matches_due - len(state.tasks.with_due))


class VerifyCard(Lines):
    """Contacts nobody proved yet, or not for long: a new one is not late."""

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("Contacts"), desk)
        text = tr_count(
            "{n} contact to verify", "{n} contacts to verify", state.to_verify
        )
        self.lead(text, "contacts", VerifyTarget())


class CameCard(Lines):
    """What waits for a decision, and the files of the last days."""

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("From other cells"), desk)
        if state.to_decide:
            text = tr_count(
                "{n} thing to decide", "{n} things to decide", state.to_decide
            )
            self.lead(text, "exchange", DecideTarget())
        for came in state.arrivals:
            text = tr_count(
                "File {number} from {cell}: {n} change",
                "File {number} from {cell}: {n} changes",
                came.changes,
                number=came.number,
                cell=words(came.cell) or tr("Cell without a name"),
            )
            self.lead(text, "history")
            self.note(isolate(date_time(came.when)))
        more = state.arrived - len(state.arrivals)
        if more > 0:
            text = tr_count("and {n} more file", "and {n} more files", more)
            self.lead(text, "history")
        if not (state.arrivals or state.to_decide):
            self.note(tr("Nothing came in during the last 7 days."))
