"""Whom to call before a match: number in one click, the call written in ten seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.liaison import CallPlace, LiaisonDraft
from sportsec.domain.people import Freshness
from sportsec.i18n.formats import date_time
from sportsec.queries.callees import Callee, whom_to_call
from sportsec.ui.desk import Desk
from sportsec.ui.keys import keys_here, with_keys
from sportsec.ui.language import isolate, label, tr, tr_count, words
from sportsec.ui.pages.directory.links import phone_button
from sportsec.ui.pages.directory.people_view import contact_name, freshness_badge
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.call_form import open_call
from sportsec.ui.pages.liaison.lines import Line, LineStack, heading_of
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.form_dialog import FormDialog

#: Of these the heading names the club.
_CLUBS = {CallPlace.HOME_CLUB, CallPlace.AWAY_CLUB}
#: So many people are shown at first: what was promised stands below them.
FIRST = 6


class CalleesCard(AddingCard):
    """The people of one match, in the order in which they are called."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__(
            tr("Whom to call"),
            tr("Nobody known yet: name contacts of both clubs, groups and stadium."),
            self.log_call,
            text=tr("Log call"),
            icon_name="phone",
        )
        self._desk = desk
        self._fixture_id = fixture_id
        said = tr("Log call")
        self.add_button.setToolTip(with_keys(said, keys_here("here.new")))
        self._rows: Sequence[Callee] = ()
        self.people = LineStack(
            FIRST, lambda n: tr_count("{n} more person", "{n} more persons", n)
        )
        self.body.addWidget(self.people)

    def reload(self) -> None:
        """Ask again."""
        shown = self._fixture_id
        self._desk.runner.read(
            self, "callees", lambda work: whom_to_call(work, shown), self.show_rows
        )

    def show_rows(self, rows: Sequence[Callee]) -> None:
        """Show people under the heading of their place."""
        self._rows = rows
        self.say_none(none=not rows)
        self.people.setVisible(bool(rows))
        self.people.show_lines(list(self._lines()))
        called = sum(row.reached_at is not None for row in rows)
        text = tr_count("{n} reached", "{n} reached", called) if called else ""
        self.say_counts(text)

    def _lines(self) -> Iterator[Line | QWidget]:
        heading = ""
        for row in self._rows:
            if (other := _heading(row)) != heading:
                heading = other
                yield heading_of(heading)
            yield self._line(row)

    def log_call(self, contact: UUID | None = None) -> FormDialog:
        """Open the form of a call, with whom if that is known."""
        draft = LiaisonDraft(fixture_id=self._fixture_id, contact_id=contact)
        return open_call(self, self._desk, draft)

    def _line(self, row: Callee) -> Line:
        person = row.person
        name = contact_name(person) or label(person.role)
        line = Line(name)
        rank = words(person.rank)
        line.tell(f"{rank} {name}" if rank else name)
        place = "" if row.place in _CLUBS else words(person.place)
        line.tell(joined(label(person.role), place, last_call_text(row)), "caption")
        if person.freshness is not Freshness.FRESH:
            line.add(freshness_badge(person.freshness))
        numbers = [each for each in (person.phone, person.other_phone) if each]
        for number in numbers:
            line.add(phone_button(self._desk, number))
        if not numbers:
            line.add(Badge(tr("No number"), "warn"))
        button = IconButton("edit", tr("Log call"))
        button.clicked.connect(lambda _on: self.log_call(person.id))
        line.offer(button)
        return line


def last_call_text(row: Callee) -> str:
    """Return what the file of the match last shows of calls; empty for none.

    An attempt that nobody answered is told before the answer that came earlier.
    """
    tried, reached = _moment(row.tried_at), _moment(row.reached_at)
    if not tried:
        return tr("Reached on {when}", when=reached) if reached else ""
    if not reached:
        return tr("Called on {when}, no answer", when=tried)
    return tr(
        "Called on {when}, no answer; reached on {before}", when=tried, before=reached
    )


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else isolate(date_time(moment))


def _heading(row: Callee) -> str:
    if row.person.freshness in {Freshness.EXPIRED, Freshness.FUTURE}:
        return tr("Not in office")
    if row.place in _CLUBS:
        return joined(label(row.place), words(row.person.place))
    return label(row.place)
