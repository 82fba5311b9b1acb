"""The map of relations on paper: to a printer, or into a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.graph_layout import Place
from sportsec.i18n.translator import Translator
from sportsec.queries.relation_map import RelationMap
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.briefing.printing import (
    choose_printer,
    file_instead,
    print_file,
)
from sportsec.ui.saving import ask_where, save_for_officer, save_whole
from sportsec.ui.task import Progress
from sportsec.ui.widgets.buttons import sign_button


class MapPrinter:
    """Makes the paper of what is on view.

    Args:
        owner: The tab; dialogs stand over it.
        places: Where everything stands on the screen.
        narrowed: What the map is narrowed to, in words.
    """

    def __init__(
        self,
        owner: QWidget,
        desk: Desk,
        places: Callable[[], Mapping[UUID, Place]],
        narrowed: Callable[[], str],
    ) -> None:
        self._owner = owner
        self._desk = desk
        self._places = places
        self._narrowed = narrowed
        self.drawn = RelationMap()
        self.buttons = (
            sign_button("print", tr("Print the map of relations"), self.print_paper),
            sign_button("save", tr("Save the map of relations"), self.save_paper),
        )

    def print_paper(self) -> None:
        """Ask for a printer and print."""
        title = tr("Print the map of relations")
        printer = choose_printer(self._owner, title, self._file_name())
        workspace = self._desk.runner.workspace
        if printer is None or workspace is None:
            return
        written = file_instead(printer)
        if written is not None:
            self.save_to(written)
            return
        folder = workspace.folder / "printed"

        def send(pdf: bytes) -> None:
            folder.mkdir(exist_ok=True)
            file = folder / self._file_name()
            if save_whole(self._desk, file, pdf):
                print_file(self._owner, printer, file)
                self._desk.say(tr("The map was sent to the printer."))

        self._make(send)

    def save_paper(self) -> None:
        """Ask where to save the paper, and save it."""
        kind = tr("PDF files") + " (*.pdf)"
        title = tr("Save the map of relations")
        chosen = ask_where(self._owner, self._desk, title, self._file_name(), kind)
        if chosen:
            self.save_to(Path(chosen).with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Save the paper of what is on view."""
        self._make(lambda pdf: save_for_officer(self._desk, path, pdf))

    def _make(self, done: Callable[[bytes], object]) -> None:
        now, t = datetime.now(UTC), translator()
        sheet = (self.drawn, dict(self._places()), self._narrowed(), now)
        job = partial(_render, sheet, t)
        self._desk.runner.compute(self._owner, "paper", job, done)

    def _file_name(self) -> str:
        return f"{tr('Map of relations')} {datetime.now(UTC).astimezone():%Y-%m-%d}.pdf"


def _render(
    sheet: tuple[RelationMap, Mapping[UUID, Place], str, datetime],
    t: Translator,
    _progress: Progress,
) -> bytes:
    """Build and draw the paper; runs in the worker, without the record."""
    from sportsec.reports.pdf.renderer import render  # noqa: PLC0415 - slow to load
    from sportsec.reports.relation_map import (  # noqa: PLC0415 - slow to load
        MapSheet,
        build,
    )

    return render(build(MapSheet(*sheet), t))
