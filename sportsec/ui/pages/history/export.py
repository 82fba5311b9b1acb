"""Handing the history on: what the list shows, change by change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from sportsec.domain.history import ActRow, ChangeRow, HistoryFilter
from sportsec.domain.listing import by
from sportsec.queries.history import TRAIL
from sportsec.queries.history_changes import changes_of_act
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.saving import ask_where, save_for_officer
from sportsec.ui.task import Progress
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import IconButton

#: Acts written; a file of more is of no use to anybody.
MOST = 5000

Episodes = Sequence[tuple[ActRow, Sequence[ChangeRow]]]


class ExportButton(IconButton):
    """Offers the kinds of files; exports the acts of the list with their changes."""

    def __init__(self, desk: Desk, asked: Callable[[], HistoryFilter]) -> None:
        super().__init__("export", tr("Export"))
        self._desk = desk
        self._asked = asked
        menu = QMenu(self)
        menu.addAction(tr("Excel workbook…"), partial(self._choose, "xlsx"))
        menu.addAction(tr("Text with columns (CSV)…"), partial(self._choose, "csv"))
        self.setMenu(menu)

    def export(self, path: Path) -> None:
        """Write the file; its ending says which kind."""
        wanted = self._asked()

        def ask(work: Work) -> Episodes:
            ids = TRAIL.ids(work, wanted, by("-time"), MOST)
            return [
                (act, changes_of_act(work, act.id)) for act in TRAIL.rows(work, ids)
            ]

        def make(episodes: Episodes) -> None:
            job = partial(_make, path.suffix, episodes)
            self._desk.runner.compute(self, "export", job, done)

        def done(content: bytes) -> None:
            save_for_officer(self._desk, path, content)

        self._desk.runner.read(self, "export", ask, make)

    def _choose(self, ending: str) -> None:
        kinds = {"xlsx": tr("Excel workbooks"), "csv": tr("Text with columns")}
        name = f"{tr('History')} {datetime.now(UTC).astimezone():%Y-%m-%d}.{ending}"
        kind = f"{kinds[ending]} (*.{ending})"
        chosen = ask_where(self, self._desk, tr("Export the history"), name, kind)
        if chosen:
            self.export(Path(chosen).with_suffix(f".{ending}"))


def _make(ending: str, episodes: Episodes, progress: Progress) -> bytes:
    """Make the file in the worker; the libraries are slow to load."""
    progress(None, tr("Export the history"))
    from sportsec.tabular.history_export import (  # noqa: PLC0415 - slow to load
        history_csv,
        history_workbook,
    )

    if ending == ".csv":
        return history_csv(episodes, translator())
    return history_workbook(episodes, translator(), made_at=datetime.now(UTC))
