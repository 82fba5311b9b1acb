"""Handing the agenda on: what is on view, or the season, as workbook or calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QMenu

from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_meetings import meetings_beside
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.meetings import MeetingEntry
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.pages.agenda.scope import Scope
from sportsec.ui.saving import ask_where, save_for_officer
from sportsec.ui.task import Progress
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import IconButton

#: The kinds of files, by the ending of their names.
_BOOK, _CALENDAR = "xlsx", "ics"


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes into a file.

    Args:
        meetings: Only a calendar holds them.
    """

    rows: Sequence[AgendaRow]
    meetings: Sequence[MeetingEntry] = ()


class ExportButton(IconButton):
    """Offers the kinds of files, for what is on view and for the whole season.

    Args:
        on_view: Returns what is on view.
        season: Returns all of the season, unless that is on view.
    """

    def __init__(
        self,
        desk: Desk,
        on_view: Callable[[], Scope],
        season: Callable[[], Scope | None],
    ) -> None:
        super().__init__("export", tr("Export"))
        self._desk = desk
        self._on_view = on_view
        self._season = season
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        self.choices.aboutToShow.connect(self.offer)
        self.setMenu(self.choices)

    def offer(self) -> None:
        """Say what would go into a file, and offer the files."""
        self.choices.clear()
        shown, season = self._on_view(), self._season()
        self._offer(tr("On view: {what}", what=shown.said), shown)
        if season is not None:
            self.choices.addSeparator()
            self._offer(tr("All matches: {what}", what=season.said), season)

    def export(self, path: Path, scope: Scope) -> None:
        """Write the file; its ending says which kind."""
        is_calendar = path.suffix == f".{_CALENDAR}"

        def ask(work: Work) -> Parts:
            ids: Sequence[UUID] = AGENDA.ids(work, scope.wanted, scope.order, None)
            rows = AGENDA.rows(work, ids)
            if not is_calendar:
                return Parts(rows)
            return Parts(rows, meetings_beside(work, scope.wanted, rows))

        def make(parts: Parts) -> None:
            def done(content: bytes) -> None:
                save_for_officer(self._desk, path, content, _holds(parts, scope))

            job = partial(_make, path.suffix, parts)
            self._desk.runner.compute(self, "export", job, done)

        self._desk.runner.read(self, "export", ask, make)

    def _offer(self, heading: str, scope: Scope) -> None:
        menu = self.choices
        menu.addAction(heading).setEnabled(False)
        # The menu of the list writes the columns and the order on the screen.
        book = menu.addAction(
            tr("Excel workbook, all columns…"), partial(self._choose, _BOOK, scope)
        )
        book.setToolTip(
            tr(
                "Every match shown, with all that is known of it. For the columns"
                " on the screen: List, Excel workbook of the list"
            )
        )
        calendar = menu.addAction(
            tr("Calendar file…"), partial(self._choose, _CALENDAR, scope)
        )
        calendar.setToolTip(tr("For a phone: the matches and the meetings"))

    def _choose(self, ending: str, scope: Scope) -> None:
        kinds = {_BOOK: tr("Excel workbooks"), _CALENDAR: tr("Calendar files")}
        name = f"{tr('Agenda')} {datetime.now(UTC).astimezone():%Y-%m-%d}.{ending}"
        kind = f"{kinds[ending]} (*.{ending})"
        chosen = ask_where(self, self._desk, tr("Export the agenda"), name, kind)
        if chosen:
            self.export(Path(chosen).with_suffix(f".{ending}"), scope)


def _holds(parts: Parts, scope: Scope) -> str:
    """Return what went into a file: how much, and of which days."""
    matches, meetings = len(parts.rows), len(parts.meetings)
    counts = [tr_count("{n} match", "{n} matches", matches)]
    if meetings:
        counts.append(tr_count("{n} meeting", "{n} meetings", meetings))
    return f"{tr(', ').join(counts)} · {scope.said}"


def _make(ending: str, parts: Parts, progress: Progress) -> bytes:
    """Make the file in the worker; the libraries are slow to load."""
    progress(None, tr("Export the agenda"))
    made_at = datetime.now(UTC)
    if ending == ".ics":
        from sportsec.tabular.calendar_export import calendar_file  # noqa: PLC0415

        return calendar_file(
            parts.rows, translator(), made_at=made_at, meetings=parts.meetings
        )
    from sportsec.tabular.workbook_export import agenda_workbook  # noqa: PLC0415

    return agenda_workbook(parts.rows, translator(), made_at=made_at)
