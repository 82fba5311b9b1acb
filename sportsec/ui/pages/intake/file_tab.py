"""The first tab of an intake: what the file holds, where it belongs, what to ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.intake.programme import Programme, QuestionKind
from sportsec.domain.intake.summary import Summary
from sportsec.domain.problems import Problem
from sportsec.i18n.formats import short_date
from sportsec.i18n.labels import problem_text
from sportsec.queries.pickers import Named
from sportsec.ui.language import (
    and_others,
    in_reading_direction,
    isolate,
    label,
    span_text,
    tr,
    tr_count,
    translator,
)
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.pages.intake.state import IntakeState
from sportsec.ui.pages.match.fields import season_field
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, Card, KeyValue, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.scrolled import PartScroll

#: Clubs and rounds named in the summary; the rest is counted.
NAMED = 8


class FileTab(QWidget):
    """Competition and season of the file, its questions, and its figures.

    Signals:
        framed: Competition or season were chosen.
        answered: A question was answered: the file is to be read again.
    """

    framed = Signal()
    answered = Signal()
    wants_season = Signal()
    wants_competition = Signal()

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.competition = named_field(runner, Named.COMPETITION)
        self.season = season_field(runner)
        order = [
            (True, tr("The day: 05/06 is 5 June")),
            (False, tr("The month: 05/06 is 6 May")),
        ]
        self.day_order = ChoiceField(order, none="—")
        self.day = DateField()
        self.new_competition = _new_button(tr("New competition"))
        self.new_season = _new_button(tr("New season"))
        self.warnings = Card(tr("Please look at this first"))
        self.warning_box = QVBoxLayout()
        self.warnings.body.addLayout(self.warning_box)
        self.figures = KeyValue()
        self._asked: dict[QuestionKind, QWidget] = {}
        self._lay_out()
        self._align_buttons()
        self._connect()

    def show_state(self, state: IntakeState, season_label: str) -> None:
        """Show where the file belongs and what it asks.

        Args:
            season_label: Season that the file names, for the button that makes it.
        """
        self.competition.set_value(state.choices.competition_id)
        self.season.set_value(state.choices.season_id)
        self.day_order.set_value(state.answers.day_first)
        questions = state.questions
        shown = {
            QuestionKind.DAY_ORDER: state.asks_day_order,
            QuestionKind.DAY: QuestionKind.DAY in questions
            or state.answers.day is not None,
            QuestionKind.YEAR: QuestionKind.YEAR in questions,
        }
        for kind, row in self._asked.items():
            row.setVisible(shown[kind])
        missing = season_label if state.choices.season_id is None else ""
        name = tr("New season {season}", season=isolate(missing))
        self.new_season.setText(name if missing else tr("New season"))
        self._align_buttons()

    def show_summary(
        self, programme: Programme, summary: Summary, more: Sequence[Problem]
    ) -> None:
        """Show what the file holds, in figures and in warnings.

        Args:
            more: Problems of the preview as a whole.
        """
        clear_layout(self.warning_box)
        problems = [*more, *summary.warnings]
        self.warnings.setVisible(bool(problems))
        for problem in problems:
            text = problem_text(translator(), problem)
            self.warning_box.addWidget(Banner(text, str(problem.level)))
        self.figures.show_pairs(_figures(programme, summary))

    # ---- inside

    def _lay_out(self) -> None:
        frame = Card(tr("Where the matches belong"))
        frame.body.addWidget(
            _row(tr("Competition"), self.competition, self.new_competition)
        )
        frame.body.addWidget(_row(tr("Season"), self.season, self.new_season))
        for kind, field in (
            (QuestionKind.DAY_ORDER, self.day_order),
            (QuestionKind.DAY, self.day),
        ):
            self._asked[kind] = _row(label(kind), field)
            frame.body.addWidget(self._asked[kind])
        hint = text_label(label(QuestionKind.YEAR), "caption", wrap=True)
        self._asked[QuestionKind.YEAR] = hint
        frame.body.addWidget(hint)
        held = Card(tr("What the file holds"))
        held.body.addWidget(self.figures)
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(14)
        for card in (self.warnings, frame, held):
            box.addWidget(card)
        box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 0)
        self.area = PartScroll(body)
        outer.addWidget(self.area)

    def _align_buttons(self) -> None:
        """Let both fields end at the same line, whatever their buttons say."""
        buttons = (self.new_competition, self.new_season)
        widest = max(button.sizeHint().width() for button in buttons)
        for button in buttons:
            button.setMinimumWidth(widest)

    def _connect(self) -> None:
        self.competition.changed.connect(self.framed)
        self.season.changed.connect(self.framed)
        self.day_order.changed.connect(self.answered)
        self.day.changed.connect(self._day_edited)
        self.new_season.clicked.connect(lambda _on: self.wants_season.emit())
        self.new_competition.clicked.connect(lambda _on: self.wants_competition.emit())

    def _day_edited(self) -> None:
        if self.day.value() is not None:
            self.answered.emit()


def _figures(programme: Programme, summary: Summary) -> list[tuple[str, str]]:
    least, most = summary.matches_per_team
    teams = [f"{name} ({n})" for name, n in summary.teams[:NAMED]]
    rounds = [f"{isolate(name)} ({n})" for name, n in summary.rounds[:NAMED]]
    kind = label(programme.format)
    if programme.encoding:
        kind = f"{kind}, {isolate(programme.encoding)}"
    first, last = (short_date(day) for day in (summary.first, summary.last))
    pairs = [
        (tr("File"), isolate(programme.name)),
        (tr("Read as"), kind),
        (tr("Lines"), figure(summary.lines)),
        (tr("Matches"), figure(summary.matches)),
        (
            tr("First and last day"),
            span_text(first, last, " – ") if first else "",
        ),
        (tr("Without a time"), figure(summary.without_hour)),
        (
            tr_count("{n} club", "{n} clubs", len(summary.teams)),
            and_others(teams, len(summary.teams)),
        ),
        (tr("Matches per club"), _span(least, most)),
        (
            tr_count("{n} round", "{n} rounds", len(summary.rounds)),
            in_reading_direction(and_others(rounds, len(summary.rounds))),
        ),
    ]
    return [(name, value) for name, value in pairs if value]


def _span(least: int, most: int) -> str:
    return figure(least) if least == most else span_text(figure(least), figure(most))


def _new_button(text: str) -> QPushButton:
    button = IconButton("plus", text, "accent")
    button.setProperty("flat", True)
    return button


def _row(name: str, field: Field, *more: Any) -> QWidget:
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(12)
    text = text_label(name, "field", wrap=True)
    text.setFixedWidth(scaled(190))
    text.setBuddy(field.inputs()[0])
    field.call(name)
    box.addWidget(text)
    box.addWidget(field, 1)
    for widget in more:
        box.addWidget(widget)
    return row
