"""The card of a match's requests for tifos: what was asked, answered and seen."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sportsec.domain.words import N_
from sportsec.queries.animation_choices import RequestChoices, request_choices
from sportsec.queries.animations import RequestRow, requests_of
from sportsec.services.animations import delete_request, withdraw_request
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count
from sportsec.ui.pages.animations.answer_form import (
    open_answer,
    open_answers,
    usual_decider,
)
from sportsec.ui.pages.animations.day_form import open_day_check
from sportsec.ui.pages.animations.request_form import open_request
from sportsec.ui.pages.animations.request_line import RequestLine
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.lines import LineStack
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.scrolled import KeptAtTop, show_within

WITHDRAWN = N_("Request for a tifo withdrawn")
DELETED = N_("Request for a tifo deleted")
#: So many are shown at first: those to be answered come first.
FIRST = 4


class AnimationsCard(AddingCard):
    """The requests of one match, and what can be done with each."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        none = tr("No group has asked for anything yet.")
        super().__init__(tr("Tifo requests"), none, self.add)
        self._desk = desk
        self._fixture_id = fixture_id
        self.rows: tuple[RequestRow, ...] = ()
        self.lines: list[RequestLine] = []
        self.form: FormDialog | None = None
        self._choices = RequestChoices()
        self._goes_on = False
        self._is_read, self._is_led_to = False, False
        self.row_button = IconButton("next", tr("Answer one after the other"))
        self.row_button.clicked.connect(lambda _on: self.answer_all())
        self.row_button.hide()
        above = FlowLayout()
        above.addWidget(self.row_button)
        self.body.addLayout(above)
        self.stack = LineStack(
            FIRST, lambda n: tr_count("{n} more request", "{n} more requests", n)
        )
        self.body.addWidget(self.stack)

    def reload(self) -> None:
        """Ask again for the requests and the places."""
        shown = self._fixture_id
        self._desk.runner.read(
            self,
            "requests",
            lambda work: (requests_of(work, shown), request_choices(work, shown)),
            self._show,
        )

    def lead_here(self) -> None:
        """Be what the officer sees first, on the request to be answered next."""
        self._is_led_to = True
        if self._is_read:
            self._lead()

    # ---- what the buttons do

    def add(self) -> FormDialog:
        """Open the form of a new request."""
        return self._open(
            open_request(self, self._desk, self._fixture_id, self._choices)
        )

    def edit(self, row: RequestRow) -> FormDialog:
        """Open the form of a request."""
        return self._open(
            open_request(self, self._desk, self._fixture_id, self._choices, row)
        )

    def answer(self, row: RequestRow) -> FormDialog:
        """Open the answer to a request; then the next one is a key away."""
        decider = usual_decider(self.rows)
        dialog = self._open(open_answer(self, self._desk, row, decider))
        dialog.saved.connect(lambda _result: self._go_on())
        return dialog

    def answer_all(self) -> None:
        """Open the answers of all that wait, one after the other."""
        waiting = [row for row in self.rows if row.is_pending]
        open_answers(
            self, self._desk, waiting, usual_decider(self.rows), opened=self._open
        )

    def check(self, row: RequestRow) -> FormDialog:
        """Open the form of what was seen on the day."""
        return self._open(open_day_check(self, self._desk, row))

    def withdraw(self, row: RequestRow) -> None:
        """Note that the group does not ask for it any more."""
        self._write(WITHDRAWN, lambda work: withdraw_request(work, row.id))

    def delete(self, row: RequestRow) -> None:
        """Delete a request written down by mistake."""
        self._write(DELETED, lambda work: delete_request(work, row.id))

    def focus_pending(self) -> None:
        """Stand on the first request that waits for its answer, else on "Add"."""
        waiting = (line.main for line in self.lines if line.row.is_pending)
        button: QWidget = next(waiting, self.add_button)
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        show_within(button, button.rect())

    # ---- inside

    def _open(self, dialog: FormDialog) -> FormDialog:
        self.form = dialog
        return dialog

    def _go_on(self) -> None:
        self._goes_on = True

    def _write(self, act: str, job: Callable[[Work], object]) -> None:
        self._desk.runner.write(self, act, job, lambda _result: self._desk.say(tr(act)))

    def _show(self, read: tuple[tuple[RequestRow, ...], RequestChoices]) -> None:
        self.rows, self._choices = read
        self.lines = [RequestLine(row, self) for row in self.rows]
        self.stack.show_lines(self.lines)
        waiting = sum(row.is_pending for row in self.rows)
        self.say_none(none=not self.rows)
        to_do = tr_count("{n} to answer", "{n} to answer", waiting) if waiting else ""
        self.say_counts(to_do)
        self.row_button.setVisible(waiting > 1)
        self._is_read = True
        if self._is_led_to:
            self._lead()
        elif self._goes_on:
            self._goes_on = False
            self.focus_pending()

    def _lead(self) -> None:
        self._is_led_to = False
        self.focus_pending()
        KeptAtTop(self)
