"""Handing the agenda on: what the list shows, as workbook or calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QMenu

from sportsec.domain.listing import Order
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.saving import ask_where, save_for_officer
from sportsec.ui.task import Progress
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import IconButton

#: What the list is asked for: filter and order.
Asked = tuple[AgendaFilter, Order]


class ExportButton(IconButton):
    """Offers the kinds of files; exports all matches of the list, in its order."""

    def __init__(self, desk: Desk, asked: Callable[[], Asked]) -> None:
        super().__init__("export", tr("Export"))
        self._desk = desk
        self._asked = asked
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        # The menu of the list writes the columns and the order on the screen.
        book = menu.addAction(
            tr("Excel workbook, all columns…"), partial(self._choose, "xlsx")
        )
        book.setToolTip(
            tr(
                "Every match shown, with all that is known of it. For the columns"
                " on the screen: List, Excel workbook of the list"
            )
        )
        menu.addAction(tr("Calendar file…"), partial(self._choose, "ics"))
        self.setMenu(menu)

    def export(self, path: Path) -> None:
        """Write the file; its ending says which kind."""
        wanted, order = self._asked()

        def ask(work: Work) -> Sequence[AgendaRow]:
            ids: Sequence[UUID] = AGENDA.ids(work, wanted, order, None)
            return AGENDA.rows(work, ids)

        def make(rows: Sequence[AgendaRow]) -> None:
            job = partial(_make, path.suffix, rows)
            self._desk.runner.compute(self, "export", job, done)

        def done(content: bytes) -> None:
            save_for_officer(self._desk, path, content)

        self._desk.runner.read(self, "export", ask, make)

    def _choose(self, ending: str) -> None:
        kinds = {"xlsx": tr("Excel workbooks"), "ics": tr("Calendar files")}
        name = f"{tr('Agenda')} {datetime.now(UTC).astimezone():%Y-%m-%d}.{ending}"
        kind = f"{kinds[ending]} (*.{ending})"
        chosen = ask_where(self, self._desk, tr("Export the agenda"), name, kind)
        if chosen:
            self.export(Path(chosen).with_suffix(f".{ending}"))


def _make(ending: str, rows: Sequence[AgendaRow], progress: Progress) -> bytes:
    """Make the file in the worker; the libraries are slow to load."""
    progress(None, tr("Export the agenda"))
    made_at = datetime.now(UTC)
    if ending == ".ics":
        from sportsec.tabular.calendar_export import calendar_file  # noqa: PLC0415

        return calendar_file(rows, translator(), made_at=made_at)
    from sportsec.tabular.workbook_export import agenda_workbook  # noqa: PLC0415

    return agenda_workbook(rows, translator(), made_at=made_at)
