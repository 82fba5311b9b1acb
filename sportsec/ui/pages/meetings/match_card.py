"""The meetings of a match, those to come before those that were held."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sportsec.domain.meetings import MeetingStatus
from sportsec.queries.left_meetings import with_left
from sportsec.queries.meetings import MeetingEntry, meetings_of
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, tr_count
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.lines import Line, LineStack
from sportsec.ui.pages.meetings.forms import open_new_meeting
from sportsec.ui.pages.meetings.look import (
    decisions_text,
    long_moment,
    status_badge,
    time_badges,
)
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.scrolled import KeptAtTop, show_within

#: So many are shown at first: those to come, then the latest.
FIRST = 4


class _MeetingLine(Line):
    """A line that begins with the way to the meeting."""

    def head(self, link: QWidget) -> None:
        """Begin with a link, which takes the keys."""
        self._told.addWidget(link)
        self.buttons.append(link)


class MatchMeetingsCard(AddingCard):
    """Meetings about one match; a click opens the file of one."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__(
            *(tr("Meetings"), tr("No meeting about this match yet."), self.add),
            text=tr("New meeting"),
        )
        self._desk = desk
        self._fixture_id = fixture_id
        self._is_read = self._is_led_to = False
        self.stack = LineStack(
            FIRST, lambda n: tr_count("{n} more meeting", "{n} more meetings", n)
        )
        self.body.addWidget(self.stack)

    def reload(self) -> None:
        """Ask again."""
        shown = self._fixture_id
        self._desk.runner.read(
            *(self, "meetings"),
            lambda work: with_left(work, meetings_of(work, shown)),
            self.show_rows,
        )

    def lead_here(self) -> None:
        """Be what the officer sees first, on the first that does not suit its match."""
        self._is_led_to = True
        if self._is_read:
            self._lead()

    def show_rows(self, rows: Sequence[MeetingEntry]) -> None:
        """Show what is to come, the next first; then what was, the latest first.

        What does not suit the match stands before the rest of what is to come.
        """
        to_come = [row for row in rows if row.status is MeetingStatus.PLANNED]
        to_come.sort(key=lambda row: row.suits_match)
        been = [row for row in rows if row.status is not MeetingStatus.PLANNED]
        self.stack.show_lines([self._line(row) for row in (*to_come, *been[::-1])])
        self.stack.setVisible(bool(rows))
        self.say_none(none=not rows)
        left = sum(row.open_decisions for row in rows)
        self.say_counts(
            tr_count("{n} to come", "{n} to come", len(to_come)) if to_come else "",
            tr_count("{n} decision open", "{n} decisions open", left) if left else "",
        )
        self._is_read = True
        if self._is_led_to:
            self._lead()

    def add(self) -> FormDialog:
        """Open the form of a meeting about this match; then its file."""
        return open_new_meeting(self, self._desk, self._fixture_id, self.open)

    def open(self, meeting_id: UUID) -> None:
        """Open the file of a meeting."""
        self._desk.go("meeting", meeting_id)

    # ---- inside

    def _lead(self) -> None:
        self._is_led_to = False
        if self.stack.focus_first():
            first = self.stack.lines[0]
            show_within(first, first.rect())
        else:
            self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        KeptAtTop(self)

    def _line(self, row: MeetingEntry) -> Line:
        kind = label(row.kind)
        line = _MeetingLine(kind)
        line.head(value_link(kind, lambda: self.open(row.id)))
        line.tell(
            joined(long_moment(row), isolate(row.place), decisions_text(row)), "caption"
        )
        for badge in (*time_badges(row), status_badge(row)):
            line.add(badge)
        return line
