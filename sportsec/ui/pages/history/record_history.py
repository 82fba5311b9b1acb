"""The history of one record: who changed what, when and where, and bringing it back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.history import ActRow, ChangeRow
from sportsec.domain.words import N_
from sportsec.i18n.formats import date_time
from sportsec.i18n.history_words import act_sentence, told_values
from sportsec.i18n.labels import problem_text
from sportsec.queries.history_record import Episode, RecordHistory, record_history
from sportsec.services.history import Restored, restore_value
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, tr_count, translator, words
from sportsec.ui.pages.history.change_lines import ChangeLines
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.aimed import Aim
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import Banner, rule, text_label
from sportsec.ui.widgets.clearing import clear_layout

#: Acts shown at once; drawing more would take longer than reading them.
SHOWN = 25


class RecordHistoryView(QWidget):
    """Episodes of a record, newest first.

    Signals:
        shown: Another history is on view.
        warned: `warning` says what is wrong with a value that was brought back.
    """

    shown = Signal()
    warned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.history: RecordHistory | None = None
        self.lines: list[ChangeLines] = []
        self._kind, self._record = "", UUID(int=0)
        self.parts = QCheckBox(tr("With what belongs to it"))
        self.parts.setChecked(True)
        self.parts.toggled.connect(lambda _on: self.reload())
        self._aim = Aim(self)
        self.warning = Banner()
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.warning)
        box.addWidget(self.parts)
        box.addLayout(self._box)
        self.parts.hide()

    def show_record(self, kind: str, record: UUID) -> None:
        """Show the history of another record."""
        if record != self._record:
            self.warning.say("")
        self._kind, self._record = kind, record
        self.reload()

    def reload(self) -> None:
        """Ask again."""
        kind, record, with_parts = self._kind, self._record, self.parts.isChecked()
        if not kind:
            return
        self.desk.runner.read(
            self,
            "history",
            lambda work: record_history(
                work, kind, record, with_parts=with_parts, acts=SHOWN
            ),
            self._show,
        )

    def restore(self, change: ChangeRow) -> None:
        """Give a field its old value again; say what came with it, and fits no more."""

        def job(work: Work) -> Restored:
            return restore_value(work, change.op)

        self._aim.begin()
        self.desk.runner.write(
            self, N_("Value restored"), job, self._tell, self.desk.complain
        )

    # ---- inside

    def _tell(self, restored: Restored) -> None:
        """Say what came back, and what the rules of the form say of it."""
        if told := told_values(translator(), restored.fields):
            self.desk.say(tr("Restored: {values}", values=tr(", ").join(told)))
        said = [problem_text(translator(), each) for each in restored.problems]
        if said:
            said.insert(0, tr("The value is back. Look at what it does not go with:"))
        self.warning.say("\n".join(said), "warn")
        if said:
            self.warned.emit()

    def _show(self, history: RecordHistory) -> None:
        self.history = history
        self.lines = []
        self.parts.setVisible(history.has_parts)
        clear_layout(self._box)
        for episode in history.episodes:
            if self.lines:
                self._box.addWidget(rule())
            self._add(episode)
        if not history.episodes:
            self._box.addWidget(text_label(tr("Nothing is known yet."), "caption"))
        if history.more:
            self._box.addWidget(rule())
            text = tr_count("{n} older act", "{n} older acts", history.more)
            self._box.addWidget(text_label(text, "caption"))
        self._box.addStretch(1)
        self._aim.begin()  # other lines may have come under the pointer
        self.shown.emit()

    def _add(self, episode: Episode) -> None:
        self._box.addWidget(heading_of(episode.act))
        self._box.addWidget(text_label(who_and_when(episode.act), "caption", wrap=True))
        lines = ChangeLines(episode.changes, about=self._record, restore=self.restore)
        for button in lines.restore_buttons.values():
            self._aim.guard(button)
        self.lines.append(lines)
        self._box.addWidget(lines)
        if episode.more:
            self._box.addWidget(text_label(more_changes(episode.more), "caption"))


def heading_of(act: ActRow) -> QWidget:
    """Return the sentence of an act, marked where it was undone."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    sentence = text_label(act_sentence(translator(), act), "section", wrap=True)
    box.addWidget(sentence, 1)
    if act.undone_by is not None:
        box.addWidget(Badge(tr("Undone"), "muted"), 0, Qt.AlignmentFlag.AlignTop)
    return row


def who_and_when(act: ActRow, *, names_cell: bool = True) -> str:
    """Return who did it, in which cell and when, in one line."""
    cell = words(act.cell) if names_cell else ""
    parts = [isolate(date_time(act.at)), isolate(act.actor), cell]
    return " · ".join(part for part in parts if part)


def more_changes(n: int) -> str:
    """Return how many changes are not listed."""
    return tr_count("{n} more change", "{n} more changes", n)
