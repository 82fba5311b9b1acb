"""Calls, visits and messages under each other, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE, date_time, short_day_name
from sportsec.queries.liaison import EntryRow
from sportsec.services.liaison import delete_entry
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.liaison.entry_form import open_entry
from sportsec.ui.pages.liaison.lines import Line, RecordLines
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button

DELETED = N_("Call deleted")


class EntryLines(RecordLines):
    """The calls of a match or a contact."""

    def show_rows(self, rows: Sequence[EntryRow]) -> None:
        """Show other ones."""
        self.show_lines([self._line(row) for row in rows])

    def delete(self, one: UUID) -> None:
        """Delete a call written down by mistake."""
        self._desk.runner.write(
            self,
            DELETED,
            lambda work: delete_entry(work, one),
            lambda _done: self._desk.say(tr(DELETED)),
            self._desk.complain,
        )

    def edit(self, one: UUID) -> None:
        """Open the form of a call."""
        open_entry(self, self._desk, one)

    def _line(self, row: EntryRow) -> Line:
        line = Line(entry_name(row))
        line.tell(joined(words(row.who), moment_text(row)), "field")
        line.tell(row.gist)
        line.tell(words(row.match) if self._with_match else "", "caption")
        if not row.is_reached:
            line.add(Badge(tr("No answer"), "warn"))
        line.offer(sign_button("edit", tr("Edit"), partial(self.edit, row.id)))
        line.offer(sign_button("delete", tr("Delete"), partial(self.delete, row.id)))
        return line


def entry_name(row: EntryRow) -> str:
    """Return what tells a call from others, for screen readers."""
    return joined(label(row.kind), words(row.who), moment_text(row))


def moment_text(row: EntryRow) -> str:
    """Return how and when somebody was spoken to."""
    if row.happened_at is None:
        return label(row.kind)
    day = row.happened_at.astimezone(ZONE).date()
    name = short_day_name(day, translator().language)
    return joined(label(row.kind), f"{name} {isolate(date_time(row.happened_at))}")
