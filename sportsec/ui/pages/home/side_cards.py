"""What stands beside the week: what is late, and what came from other cells."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sportsec.i18n.formats import date_time, short_date
from sportsec.queries.home import HomeState
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, tr_count, words
from sportsec.ui.targets import DecideTarget, VerifyTarget
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import SPACE, Card, text_label

SIDE_WIDTH = 300


class _Lines(Card):
    """Lines that lead somewhere."""

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__(title)
        self._desk = desk
        self.body.setSpacing(4)

    def lead(self, text: str, page: str, target: object = None) -> None:
        """Add a line that opens a page."""
        button = link(text, partial(self._desk.go, page, target))
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def note(self, text: str, role: str = "caption") -> None:
        """Add a line that leads nowhere."""
        self.body.addWidget(text_label(text, role, wrap=True))


class LateCard(_Lines):
    """Matches without a result, contacts nobody proved for long."""

    def __init__(self, desk: Desk, state: HomeState) -> None:
        super().__init__(tr("Late"), desk)
        if state.late:
            text = tr_count(
                "{n} match lacks its result",
                "{n} matches lack their result",
                state.late,
            )
            self.note(text, "value")
        for row in state.without_result:
            sides = tr("{home} – {away}", home=words(row.home), away=words(row.away))
            day = isolate(short_date(row.kick_off_date))
            self.lead(f"{day} {sides}", "match", row.id)
        if state.to_verify:
            text = tr_count(
                "{n} contact to verify", "{n} contacts to verify", state.to_verify
            )
            self.lead(text, "contacts", VerifyTarget())
        if not (state.late or state.to_verify):
            self.note(tr("Nothing is late."))


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
            self.note(tr("Nothing came in this week."))


def link(text: str, act: Callable[[], object]) -> QPushButton:
    """Return a line of text that does something; cut short, it says all as a hint."""
    button = QPushButton()
    button.setProperty("role", "link")
    room = scaled(SIDE_WIDTH) - 2 * SPACE - 8
    short = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    button.setText(short)
    button.setToolTip("" if short == text else text)
    button.setAccessibleName(text)
    button.clicked.connect(lambda _on: act())
    return button
