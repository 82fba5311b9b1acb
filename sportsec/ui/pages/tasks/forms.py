"""The forms of tasks: one of the officer's own, and a remark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from sportsec.domain.task_list import TaskRole, due_day
from sportsec.ui.language import tr
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import LinesField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part


class DueField(Field):
    """A day, kept as its distance from the match: the days before it, or None.

    Args:
        kick_off_date: The day of the match.
    """

    def __init__(self, kick_off_date: date) -> None:
        super().__init__()
        self._match = kick_off_date
        self.day = DateField()
        self.day.changed.connect(self.changed)
        self.box.addWidget(self.day)

    def value(self) -> int | None:
        """Return how many days before the match it is; below 0 after it."""
        day: date | None = self.day.value()
        return None if day is None else (self._match - day).days

    def set_value(self, value: Any) -> None:
        """Show the day that is so many days before the match; None shows nothing."""
        self.day.set_value(due_day(value, self._match))

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return self.day.inputs()

    def complaint(self) -> str:
        """Say why the text is not taken."""
        return self.day.complaint()


def task_form(kick_off_date: date) -> Form:
    """Return the form of a task of the officer's own."""
    return Form(
        [
            Part(
                "",
                [
                    Bind("task", tr("What is to be done"), TextField(), needed=True),
                    Bind(
                        *("days_before", tr("Due on"), DueField(kick_off_date)),
                        hint=tr("Moves with the match."),
                    ),
                    Bind("task_role", tr("Whose task"), EnumField(TaskRole)),
                    Bind("remark", tr("Remark"), LinesField(lines=2)),
                ],
            )
        ]
    )


def remark_form(hint: str = "") -> Form:
    """Return the form of a remark."""
    field = LinesField(lines=3)
    return Form([Part("", [Bind("remark", tr("Remark"), field, hint=hint)])])


def first_days_before(kick_off_date: date, today: date) -> int | None:
    """Return on which day a new task is proposed: tomorrow, if the match is later."""
    tomorrow = today + timedelta(1)
    return (kick_off_date - tomorrow).days if tomorrow <= kick_off_date else None
