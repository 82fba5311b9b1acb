"""The map of relations on paper: to a printer, or into a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.graph_layout import Place
from sportsec.domain.words import Words
from sportsec.i18n.translator import Translator
from sportsec.queries.cells import issuer
from sportsec.queries.relation_map import RelationMap
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.paper.sending import PaperSender, PaperTexts
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
        texts = PaperTexts(
            printing=tr("Print the map of relations"),
            saving=tr("Save the map of relations"),
            printed=tr("The map was sent to the printer."),
        )
        self.output = PaperSender(owner, desk, texts, _file_name, self._make)
        self.buttons = (
            sign_button("print", texts.printing, self.output.print_paper),
            sign_button("save", texts.saving, self.output.save_paper),
        )

    def _make(self, done: Callable[[bytes], object]) -> None:
        now, t = datetime.now(UTC), translator()
        sheet = (self.drawn, dict(self._places()), self._narrowed(), now)

        def draw(cell: tuple[Words, ...]) -> None:
            job = partial(_render, (*sheet, cell), t)
            self._desk.runner.compute(self._owner, "paper", job, done)

        self._desk.runner.read(self._owner, "issuer", issuer, draw)


def _file_name() -> str:
    return f"{tr('Map of relations')} {datetime.now(UTC).astimezone():%Y-%m-%d}.pdf"


def _render(
    sheet: tuple[RelationMap, Mapping[UUID, Place], str, datetime, tuple[Words, ...]],
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
