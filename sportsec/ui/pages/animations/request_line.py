"""One request for a tifo in the list: what is known, its state, and the buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from sportsec.domain.animations import Conformity
from sportsec.queries.animations import RequestRow
from sportsec.ui.animation_look import day_badge, decision_badge
from sportsec.ui.language import tr
from sportsec.ui.pages.animations.request_view import texts_of
from sportsec.ui.pages.animations.wording import title_of
from sportsec.ui.pages.liaison.lines import Line
from sportsec.ui.widgets.buttons import IconButton, sign_button
from sportsec.ui.widgets.problem_note import problem_note


class RequestActs(Protocol):
    """What can be done with a request."""

    def answer(self, row: RequestRow, /) -> object:
        """Answer it, or answer otherwise."""

    def check(self, row: RequestRow, /) -> object:
        """Say what was seen on the day."""

    def edit(self, row: RequestRow, /) -> object:
        """Change what is asked for."""

    def withdraw(self, row: RequestRow, /) -> object:
        """Note that the group does not ask for it any more."""

    def delete(self, row: RequestRow, /) -> object:
        """Delete it."""


class RequestLine(Line):
    """One request; its first button does what comes next."""

    def __init__(self, row: RequestRow, acts: RequestActs) -> None:
        super().__init__(title_of(row))
        self.row = row
        for text, role in texts_of(row):
            self.tell(text, role)
        for problem in row.doubts:
            self._told.addWidget(problem_note(problem))
        self.add(decision_badge(row.answer.decision))
        if row.day.conformity is not Conformity.UNCHECKED:
            self.add(day_badge(row.day.conformity))
        self.main = self._next(acts)
        self.offer(self.main)
        if row.is_pending or row.is_to_check:
            self.offer(self._second(acts))
        self.offer(sign_button("edit", tr("Edit"), lambda: acts.edit(row)))
        self.offer(sign_button("delete", tr("Delete"), lambda: acts.delete(row)))

    def _next(self, acts: RequestActs) -> IconButton:
        if self.row.is_pending:
            return self._button("check", tr("Answer this request"), acts.answer)
        if self.row.is_to_check:
            return self._button("check", tr("Check on the day"), acts.check)
        return self._button("refresh", tr("Change the answer"), acts.answer)

    def _second(self, acts: RequestActs) -> IconButton:
        if self.row.is_pending:
            said = tr("Withdrawn by the group")
            button = self._button("undo", said, acts.withdraw)
        else:
            button = self._button("refresh", tr("Change the answer"), acts.answer)
        button.setProperty("flat", True)
        return button

    def _button(
        self, sign: str, said: str, act: Callable[[RequestRow], object]
    ) -> IconButton:
        button = IconButton(sign, said)
        button.clicked.connect(lambda _on: act(self.row))
        return button
