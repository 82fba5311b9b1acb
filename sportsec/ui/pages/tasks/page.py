"""The tab of a match file that lists its tasks by the day on which they fall due."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.task_list import TaskState, TaskStep
from sportsec.domain.task_times import Timing
from sportsec.domain.words import N_
from sportsec.queries.task_list import TaskKey, TaskList, TaskRow, task_list
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut, keys_here, with_keys
from sportsec.ui.language import isolate, label, tr, tr_count
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.pages.tasks.acts import TaskActs
from sportsec.ui.pages.tasks.line import TaskLine
from sportsec.ui.pages.tasks.places import PLACES
from sportsec.ui.pages.tasks.words import due_text
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, Card, scrolled, text_label
from sportsec.ui.widgets.clearing import clear_layout

GAP = 14
#: Said of a match whose day means nothing.
_CALLED_OFF = {
    FixtureStatus.POSTPONED: N_(
        "The match is postponed: its tasks wait for the new day."
    ),
    FixtureStatus.CANCELLED: N_("The match is cancelled: nothing is due."),
}
#: What is folded away, as nobody waits for it.
_FOLDED = (Timing.OVER, Timing.CLOSED)
_NOTES = {
    Timing.AT_ONCE: N_(
        "Not late: the match, its day or the need for them was known too late."
    )
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the cursor was in the list.

    Args:
        at: Number of the line among those on view.
    """

    key: TaskKey
    timing: Timing
    at: int


class TasksTab(QWidget):
    """The tasks of one match: the late ones first, those that are done folded away."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._fixture_id = fixture_id
        self.tasks: TaskList | None = None
        self.lines: list[TaskLine] = []
        self._stays: dict[TaskKey, Timing] = {}
        self.acts = TaskActs(self, desk, fixture_id)
        self.summary = text_label("", "section", wrap=True)
        self.add_button = IconButton("plus", tr("Add a task"))
        self.add_button.setToolTip(with_keys(tr("Add a task"), keys_here("here.new")))
        self.add_button.clicked.connect(lambda _on: self.add_task())
        self.banner = Banner()
        self.banner.hide()
        self.fold = IconButton("down")
        self.fold.setCheckable(True)
        self.fold.setProperty("flat", True)
        self.fold.toggled.connect(lambda _on: self._follow_fold())
        self._waiting, self._folded = QVBoxLayout(), QVBoxLayout()
        self._rest = QWidget()
        self._lay_out()
        KeyedShortcut(self, "here.new", self.add_task, IN_WINDOW)

    def reload(self) -> None:
        """Ask for the tasks again."""
        shown = self._fixture_id
        self._desk.runner.read(
            self, "tasks", lambda work: task_list(work, shown), self.show_tasks
        )

    def add_task(self) -> None:
        """Open the form of a task of one's own."""
        if self.tasks is not None:
            self.acts.add(self.tasks)

    def show_tasks(self, tasks: TaskList) -> None:
        """Show the tasks; the cursor stays where it was."""
        place = self._place()
        self.tasks = tasks
        self.summary.setText(_summary(tasks))
        off = _CALLED_OFF.get(tasks.status)
        self.banner.say(tr(off) if off else "", "info")
        for column in (self._waiting, self._folded):
            clear_layout(column)
        self.lines = []
        folded = {each for each in map(self._place_of, tasks.rows) if each in _FOLDED}
        for timing in Timing:
            rows = [row for row in tasks.rows if self._place_of(row) is timing]
            if rows:
                column = self._folded if timing in _FOLDED else self._waiting
                # The fold is the title of all that it hides, where that is of one kind.
                is_named = len(folded) == 1 and timing in _FOLDED
                title = "" if is_named else label(timing)
                column.addWidget(self._card(timing, rows, title))
        self._name_fold(folded)
        self._follow_fold()
        if place is not None:
            self._return_to(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Put what was closed where it belongs, once the officer comes back."""
        super().showEvent(event)
        if not event.spontaneous() and self._stays and self.tasks is not None:
            self._stays.clear()
            self.show_tasks(self.tasks)

    # ---- inside

    def _place_of(self, row: TaskRow) -> Timing:
        """Return under which title a task stands: where it stood when it was closed.

        Lines that slid up under the pointer would take the next click.
        """
        if row.state is TaskState.OPEN:
            return row.timing
        return self._stays.get(row.key, row.timing)

    def _name_fold(self, kinds: Collection[Timing]) -> None:
        """Say what is folded away, and how much."""
        away = sum(line.place in kinds for line in self.lines)
        count = isolate(figure(away))
        said = tr("Done, not needed or over: {n}", n=count)
        if len(kinds) == 1:
            said = tr("{name}: {text}", name=label(*kinds), text=count)
        self.fold.setVisible(bool(away))
        self.fold.setText(said)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        top.addWidget(self.add_button)
        self._rest.setLayout(self._folded)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 4, 0)
        whole.setSpacing(GAP)
        for column in (self._waiting, self._folded):
            column.setSpacing(GAP)
            column.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._waiting)
        whole.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self._rest)
        whole.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addLayout(top)
        box.addWidget(self.banner)
        box.addWidget(scrolled(body), 1)

    def _card(self, timing: Timing, rows: Iterable[TaskRow], title: str) -> Card:
        card = Card(title)
        if timing in _NOTES:
            note = text_label(tr(_NOTES[timing]), "caption", wrap=True)
            card.body.addWidget(note)
        for row in rows:
            line = TaskLine(row, self._due(row), timing)
            line.ticked.connect(lambda row=row: self._tick(row))
            line.wanted.connect(lambda what, row=row: self._do(what, row))
            line.tick.stepped.connect(lambda by, line=line: self._step(line, by))
            self.lines.append(line)
            card.body.addWidget(line)
        return card

    def _tick(self, row: TaskRow) -> None:
        self._stays.setdefault(row.key, self._place_of(row))
        self.acts.tick(row)

    def _due(self, row: TaskRow) -> str:
        return due_text(row, self.tasks.today) if self.tasks is not None else ""

    def _do(self, what: str, row: TaskRow) -> None:
        """Do what the menu of a task, or its name, was asked for."""
        if what == "lead" and isinstance(row.key, TaskStep):
            self._desk.go("match", (self._fixture_id, PLACES[row.key]))
        elif what in {"lead", "edit"} and self.tasks is not None:
            self.acts.edit(row, self.tasks)
        elif what == "spare":
            self._stays.setdefault(row.key, self._place_of(row))
            self.acts.spare(row)
        elif what == "reopen":
            self.acts.reopen(row)
        elif what == "remark":
            self.acts.remark(row)
        elif what == "delete":
            self.acts.delete(row)

    def _follow_fold(self) -> None:
        opened = self.fold.isChecked()
        self._rest.setVisible(opened and not self.fold.isHidden())
        self.fold.setIcon(icon("up" if opened else "down"))

    def _on_view(self) -> list[TaskLine]:
        is_open = self.fold.isChecked()
        return [line for line in self.lines if is_open or line.place not in _FOLDED]

    def _place(self) -> _Place | None:
        """Return where the cursor is; None where it is not in the list."""
        focused = QApplication.focusWidget()
        for at, line in enumerate(self._on_view()):
            if focused is not None and line.isAncestorOf(focused):
                return _Place(line.row.key, line.place, at)
        return None

    def _return_to(self, place: _Place) -> None:
        """Go back to a task; if it is done now, to the one that follows it."""
        lines = self._on_view()
        same = (
            line
            for line in lines
            if line.row.key == place.key
            and (line.place in _FOLDED) == (place.timing in _FOLDED)
        )
        line = next(same, lines[min(place.at, len(lines) - 1)] if lines else None)
        if line is not None:
            line.focus()
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, line: TaskLine, by: int) -> None:
        """Go to the task above or below."""
        ticks = [each.tick for each in self._on_view() if each.tick.isEnabled()]
        at = ticks.index(line.tick) + by if line.tick in ticks else 0
        if 0 <= at < len(ticks):
            ticks[at].setFocus(Qt.FocusReason.TabFocusReason)


def _summary(tasks: TaskList) -> str:
    """Return how much is to be done, and how much of it is late or waits for a day."""
    if tasks.status is FixtureStatus.POSTPONED and tasks.held:
        return tr_count(
            "{n} task waits for the new day",
            "{n} tasks wait for the new day",
            tasks.held,
        )
    if not tasks.waiting:
        return tr("Nothing is to be done")
    said = [tr_count("{n} task to do", "{n} tasks to do", tasks.waiting)]
    if tasks.late:
        said.append(tr_count("{n} of them late", "{n} of them late", tasks.late))
    if tasks.at_once:
        said.append(tr_count("{n} at once", "{n} at once", tasks.at_once))
    if tasks.today_only:
        said.append(tr_count("{n} for today", "{n} for today", tasks.today_only))
    return " · ".join(said)
