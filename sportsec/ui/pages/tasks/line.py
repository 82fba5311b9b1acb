"""One task as a line: a tick, what it is, when and whose, and what else to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.task_list import TaskState
from sportsec.domain.task_times import Timing
from sportsec.queries.task_list import TaskRow
from sportsec.ui.icons import icon
from sportsec.ui.language import label, tr
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.pages.tasks.places import PLACES
from sportsec.ui.pages.tasks.words import (
    distance_text,
    facts_text,
    task_name,
)
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import text_label

_MARKS = {
    TaskState.OPEN: Qt.CheckState.Unchecked,
    TaskState.DONE: Qt.CheckState.Checked,
    TaskState.NOT_NEEDED: Qt.CheckState.PartiallyChecked,
}


class Tick(QCheckBox):
    """The box that is ticked; arrows lead to those of the tasks above and below."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the list."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class TaskLine(QWidget):
    """A task of the list.

    Signals:
        ticked: It is done, or to be done again.
        wanted: What else is to be done with it: "lead", "spare", "reopen", "remark",
            "edit" or "delete".
    """

    ticked = Signal()
    wanted = Signal(str)

    def __init__(self, row: TaskRow, due: str, place: Timing | None = None) -> None:
        """Make it.

        Args:
            due: By how many days it is late, or in how many it is due; may be empty.
            place: Under which title it stands; that of its own timing unless it was
                closed just now, and stays in its place, struck through.
        """
        super().__init__()
        self.row = row
        self.place = place or row.timing
        self.tick = self._tick(due)
        self.menu_button = self._menu()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name())
        facts = text_label(facts_text(row), "caption", wrap=True)
        facts.setToolTip(distance_text(row))
        words.addWidget(facts)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        box.addWidget(self.tick, 0, top)
        box.addLayout(words, 1)
        if due:
            level = "warn" if row.is_overdue else "muted"
            box.addWidget(Badge(due, level), 0, top)
        box.addWidget(self.menu_button, 0, top)

    def focus(self) -> None:
        """Put the cursor on its tick; on its menu where the record ticks it."""
        at = self.tick if self.tick.isEnabled() else self.menu_button
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _name(self) -> QWidget:
        """Return what it is; of what is done elsewhere, the way there."""
        name = task_name(self.row)
        if self.row.step is None or self.row.step in PLACES:
            link = value_link(name, lambda: self.wanted.emit("lead"))
            return self._struck(link)
        return self._struck(text_label(name, "value", wrap=True))

    def _struck(self, name: QWidget) -> QWidget:
        """Strike a name through that is closed but still stands where it was to do."""
        if self.place is not self.row.timing and self.row.state is not TaskState.OPEN:
            font = name.font()
            font.setStrikeOut(True)
            name.setFont(font)
        return name

    def _tick(self, due: str) -> Tick:
        row, tick = self.row, Tick()
        self._show_state(tick)
        said = (task_name(row), due or label(row.timing), facts_text(row))
        tick.setAccessibleName(", ".join(said))
        is_spared = row.state is TaskState.NOT_NEEDED
        tick.setToolTip(label(row.state if is_spared else TaskState.DONE))
        tick.setEnabled(not (row.is_seen and row.state is TaskState.DONE))
        # The record says what is ticked: the box follows once it is written there.
        tick.clicked.connect(lambda _on: self._say_ticked())
        return tick

    def _say_ticked(self) -> None:
        self._show_state(self.tick)
        self.ticked.emit()

    def _show_state(self, tick: Tick) -> None:
        """Show a tick for what is done, a dash for what is not needed."""
        tick.setCheckState(_MARKS[self.row.state])

    def _menu(self) -> QToolButton:
        name = tr(
            "{name}: {text}", name=tr("What else to do"), text=task_name(self.row)
        )
        button = sign_button("more", name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for wanted, text, sign in _choices(self.row):
            action = menu.addAction(icon(sign), text)
            action.triggered.connect(
                lambda _on, wanted=wanted: self.wanted.emit(wanted)
            )
        button.setMenu(menu)
        return button


def _choices(row: TaskRow) -> list[tuple[str, str, str]]:
    """Return what may be done with a task besides its tick: key, words and icon."""
    found = []
    if row.state is TaskState.OPEN:
        found.append(("spare", label(TaskState.NOT_NEEDED), "close"))
    elif not row.is_seen:
        found.append(("reopen", tr("Put back on the list"), "undo"))
    found.append(("remark", tr("Remark"), "edit"))
    if row.step is None:
        found.append(("edit", tr("Edit"), "edit"))
        found.append(("delete", tr("Delete"), "delete"))
    return found
