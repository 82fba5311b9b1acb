"""What stands beside the week: what is late or unproved, and what other cells sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)

from sportsec.domain.readiness import Lack
from sportsec.i18n.formats import date_time, short_date
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.commitments import CommitmentRow
from sportsec.queries.home import HomeState, WeekMatch
from sportsec.queries.home_tasks import SHOWN, MatchTasks
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, tr_count, words
from sportsec.ui.pages.home.match_card import tasks_text
from sportsec.ui.targets import (
    LIAISON,
    TAB_OF_LACK,
    TASKS,
    DecideTarget,
    LedgerTarget,
    VerifyTarget,
)
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.cards import SPACE, Card, margins, start, text_label

SIDE_WIDTH = 300
#: Round the text of a link, in pixels: border and padding in `app.qss`.
EDGE = 3
_WRAPPED = Qt.TextFlag.TextWordWrap
_LATE_PROMISES = LedgerTarget("commitment", only_late=True)


class _Lines(Card):
    """Lines that lead somewhere."""

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__(title)
        self._desk = desk
        self._has_lines = False
        self.body.setSpacing(4)

    def lead(self, text: str, page: str, target: object = None) -> None:
        """Add a line that opens a page."""
        self._has_lines = True
        line = QHBoxLayout()
        line.setContentsMargins(margins(-EDGE, 0, 0, 0))  # its text begins like others
        button = link(text, partial(self._desk.go, page, target))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addLayout(line)

    def note(self, text: str, role: str = "caption") -> None:
        """Add a line that leads nowhere."""
        self.body.addWidget(text_label(text, role, wrap=True))


class LateCard(_Lines):
    """What should be done by now: matches not ready, tasks, promises, results."""

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("Late"), desk)
        unready = tr_count(
            "{n} match of today or tomorrow is not ready",
            "{n} matches of today or tomorrow are not ready",
            len(state.unready),
        )
        moved = tr_count(
            "{n} match after this week was moved: rate it anew",
            "{n} matches after this week were moved: rate them anew",
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
            moved, state.to_rate_anew, [(row, (row.id, review)) for row in state.moved]
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
                self.lead(_promise_text(row), "match", (row.fixture_id, LIAISON))
        more = late.count - len(late.rows)
        if more > 0:
            text = tr_count("and {n} more", "and {n} more", more)
            self.lead(text, "liaison", _LATE_PROMISES)

    def _name(
        self, text: str, count: int, matches: Sequence[tuple[AgendaRow, object]]
    ) -> None:
        """Say how many matches there are of a kind, and lead to the first of them."""
        if matches:
            self.note(text, "value")
        for row, target in matches:
            self.lead(_match_text(row), "match", target)
        if matches and count > len(matches):
            more = count - len(matches)
            self.note(tr_count("and {n} more", "and {n} more", more))


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


class DueCard(_Lines):
    """Promises due today, and tasks of matches that have no card: later, or over."""

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
            "{n} task for other matches", "{n} tasks for other matches", state.tasks.due
        )
        if state.tasks.due:
            self.note(text, "value")
        for one in state.tasks.with_due:
            self.lead(_match_text(one.row), "match", (one.row.id, TASKS))


class VerifyCard(_Lines):
    """Contacts nobody proved yet, or not for long: a new one is not late."""

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("Contacts"), desk)
        text = tr_count(
            "{n} contact to verify", "{n} contacts to verify", state.to_verify
        )
        self.lead(text, "contacts", VerifyTarget())


class CameCard(_Lines):
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
        if not (state.arrivals or state.to_decide):
            self.note(tr("Nothing came in during the last 7 days."))


class Link(QPushButton):
    """A line of text that does something; a long one takes several lines."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "link")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room of the whole text, never wider than a side card."""
        room = scaled(SIDE_WIDTH) - 2 * SPACE - 2
        text = self._lines(room)
        return QSize(min(text.width() + 1, room) + 2 * EDGE, text.height() + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Return what the longest word needs, and all lines at the width there is."""
        width = self._lines(0).width() + 1 + 2 * EDGE
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def heightForWidth(self, width: int) -> int:
        """Return what the lines need: a side card is narrower in a narrow window."""
        return self._lines(width - 2 * EDGE).height() + 2 * EDGE

    def _lines(self, width: int) -> QRect:
        room = QRect(0, 0, width, 0)
        return self.fontMetrics().boundingRect(room, int(_WRAPPED), self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text over all lines; the style knows one."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        painter = QPainter(self)
        kind = QStyle.ControlElement.CE_PushButton
        self.style().drawControl(kind, option, painter, self)
        if self.underMouse():
            font = painter.font()
            font.setUnderline(True)
            painter.setFont(font)
        painter.setPen(colour("accent" if self.underMouse() else "text"))
        room = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.drawText(room, int(_WRAPPED | start()), text)
        painter.end()


def link(text: str, act: Callable[[], object]) -> Link:
    """Return a line of text that does something."""
    button = Link(text)
    button.setAccessibleName(text)
    button.clicked.connect(lambda _on: act())
    return button
