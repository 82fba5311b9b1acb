"""What a meeting decides: one line after the other by keys, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentTopic,
)
from sportsec.domain.problems import Level, Problem
from sportsec.i18n.labels import problem_text
from sportsec.queries.commitments import CommitmentRow
from sportsec.ui.desk import Desk
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.commitment_table import CommitmentTable
from sportsec.ui.theme import restyle
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import rule, text_label
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.passing_click import PassingClick


class _Decide(Protocol):
    """Adds a decision that was typed into a line."""

    def __call__(self, draft: CommitmentDraft, line: DecisionLine, /) -> object: ...


class DecisionLine(QWidget):
    """The line into which decisions are typed; Enter leads on, at its end it adds.

    Args:
        add: What is done with a decision; it asks the line whether what is wrong with
            it `holds_back`, and says when it was `taken`.
    """

    def __init__(self, add: _Decide) -> None:
        super().__init__()
        self._add = add
        #: Of this day it was said already that something is doubtful about it.
        self._doubted: date | None = None
        self.wording = TextField(tr("What was decided"), max_length=2000)
        self.responsible = TextField(tr("Who sees to it"))
        self.due_on = DateField()
        # No form stands here, where Enter would lead past it.
        self.due_on.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.topic = EnumField(CommitmentTopic)
        self.topic.set_value(CommitmentTopic.OTHER)
        self.button = IconButton("plus", tr("Add decision"))
        self.button.clicked.connect(lambda _on: self.take())
        self.said = text_label("", "problem", wrap=True)
        self.said.hide()
        self._lay_out()
        self.wording.line.returnPressed.connect(self.responsible.focus)
        self.responsible.line.returnPressed.connect(self.due_on.focus)
        self.due_on.line.returnPressed.connect(self.take)
        KeyedShortcut(self, "here.accept", self.take)

    @property
    def is_typed(self) -> bool:
        """Whether something stands in it that was not taken yet."""
        return bool(self.wording.value() or self.responsible.value())

    def must_be_added(self) -> bool:
        """Say whether something waits here to be added, and lead there if so."""
        if self.is_typed:
            self._say(tr("This decision is not added yet: add it, or empty the line"))
            self.wording.focus()
        return self.is_typed

    def offer_names(self, names: Sequence[str]) -> None:
        """Offer who is there while the responsible is typed."""
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.responsible.line.setCompleter(completer)
        PassingClick(completer, self)

    def draft(self) -> CommitmentDraft:
        """Return the decision that was typed."""
        return CommitmentDraft(
            kind=CommitmentKind.DECISION,
            wording=self.wording.value(),
            responsible=self.responsible.value(),
            due_on=self.due_on.value(),
            topic=self.topic.value(),
        )

    def take(self) -> None:
        """Add what was typed, unless the day is no day."""
        wrong = self.due_on.complaint()
        if wrong:
            self._say(wrong)
        else:
            self._add(self.draft(), self)

    def taken(self) -> None:
        """Make room for the next one; the day stays, it is often the same."""
        self.empty()
        self.wording.focus()

    def empty(self) -> None:
        """Forget what was typed."""
        self.wording.set_value("")
        self.responsible.set_value("")
        self.topic.set_value(CommitmentTopic.OTHER)
        self._say("")

    def forget_day(self) -> None:
        """Begin without the day of the decisions of another meeting."""
        self.due_on.set_value(None)
        self._doubted = None

    def holds_back(self, problems: Sequence[Problem]) -> bool:
        """Say whether it is not to be added: why not is said, and the keys lead there.

        What is only doubtful about a day holds back once: it may be meant.
        """
        wrong = [each for each in problems if each.level is Level.BLOCK]
        day = self.due_on.value()
        doubts = [each for each in problems if each.field == "due_on"]
        if wrong:
            self._say("\n".join(map(_text, wrong)))
            is_wordless = any(problem.field == "wording" for problem in wrong)
            (self.wording if is_wordless else self.responsible).focus()
        elif doubts and day is not None and day != self._doubted:
            self._doubted = day
            more = tr("Correct the day, or press Enter to add it all the same")
            self._say("\n".join((*map(_text, doubts), more)), "warn")
            self.due_on.focus()
        else:
            return False
        return True

    # ---- inside

    def _say(self, text: str, level: str = "block") -> None:
        self.said.setText(text)
        self.said.setProperty("level", level)
        restyle(self.said)
        self.said.setVisible(bool(text))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        self._put(grid, tr("Decision"), self.wording, (0, 0, 3), needed=True)
        self._put(grid, tr("Responsible"), self.responsible, (2, 0, 1), needed=True)
        self._put(grid, tr("Due on"), self.due_on, (2, 1, 1))
        self._put(grid, tr("Subject"), self.topic, (2, 2, 1))
        for column, share in enumerate((3, 3, 2)):
            grid.setColumnStretch(column, share)
        grid.addWidget(self.button, 4, 0, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(self.said, 4, 1, 1, 2)
        grid.setRowMinimumHeight(4, self.button.sizeHint().height() + 8)

    @staticmethod
    def _put(
        grid: QGridLayout,
        name: str,
        field: Field,
        place: tuple[int, int, int],
        *,
        needed: bool = False,
    ) -> None:
        row, column, span = place
        caption = text_label(f"{name} *" if needed else name, "caption")
        if needed:
            caption.setToolTip(tr("Must be filled in"))
        caption.setBuddy(field.inputs()[0])
        field.call(name)
        grid.addWidget(caption, row, column, 1, span)
        grid.addWidget(field, row + 1, column, 1, span)


def _text(problem: Problem) -> str:
    return problem_text(translator(), problem)


class DecisionsCard(AddingCard):
    """Decisions in the order in which they were taken, with the line for the next.

    Args:
        add: Of a decision that was typed; `open_form` opens the whole form, also of
            a promise.
    """

    def __init__(
        self,
        desk: Desk,
        add: _Decide,
        open_form: Callable[[], object],
    ) -> None:
        super().__init__(
            *(tr("Decisions"), tr("No decision was taken."), open_form),
            text=tr("Promise or decision"),
        )
        self.table = CommitmentTable(desk)
        self.line = DecisionLine(add)
        self.body.addWidget(self.table)
        self.body.addWidget(rule())
        self.body.addWidget(self.line)

    def show_rows(self, rows: Sequence[CommitmentRow]) -> None:
        """Show what was decided and promised."""
        self.say_none(none=not rows)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.say_counts(
            tr_count("{n} decision", "{n} decisions", len(rows)) if rows else ""
        )
