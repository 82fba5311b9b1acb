"""A list as a file: the rows that are shown, in their order, in the columns shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.saving import ask_where, save_for_officer
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.list_menu import add
from sportsec.ui.widgets.table import TableView
from sportsec.ui.widgets.table_copy import plain

#: Excel's letters to a pixel, and the least and most of a column.
LETTER, NARROW, WIDE = 7, 8, 60


class ListExport(QObject):
    """Writes a list to a workbook or to text with columns.

    Args:
        title: What the list is called: the name of the file and of its sheet.
    """

    def __init__(self, desk: Desk, table: TableView, title: str) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table
        self._title = title

    def fill(self, menu: QMenu) -> None:
        """Offer the kinds of files."""
        choose = partial(partial, self._choose)
        add(menu, "export", tr("Excel workbook of the list…"), choose("xlsx"))
        add(menu, "file", tr("Text with columns (CSV)…"), choose("csv"))

    def export(self, path: Path) -> None:
        """Write the file; its ending says which kind."""
        shown = self._table.worded_columns()
        columns = [column for _, column in shown]
        widths = [self._table.columnWidth(at) // LETTER for at, _ in shown]

        make = partial(_make, path.suffix, self._title, columns, widths)

        def done(content: bytes) -> None:
            save_for_officer(self._desk, path, content)

        self._table.rows.fetch(self._table.rows.ids, make, done)

    def _choose(self, ending: str) -> None:
        kinds = {"xlsx": tr("Excel workbooks"), "csv": tr("Text with columns")}
        name = f"{self._title} {datetime.now(UTC).astimezone():%Y-%m-%d}.{ending}"
        kind = f"{kinds[ending]} (*.{ending})"
        chosen = ask_where(self._table, self._desk, tr("Export the list"), name, kind)
        if chosen:
            self.export(Path(chosen).with_suffix(f".{ending}"))


def _make(
    ending: str,
    title: str,
    columns: Sequence[Column[Any]],
    widths: Sequence[int],
    rows: Sequence[Any],
) -> bytes:
    """Make the file in the worker; the libraries are slow to load."""
    from sportsec.tabular.list_export import Shape, list_workbook  # noqa: PLC0415
    from sportsec.tabular.table_csv import table_csv  # noqa: PLC0415

    heads = [plain(column.header) for column in columns]
    lines = [[plain(column.text(row)) for column in columns] for row in rows]
    if ending == ".csv":
        return table_csv(heads, lines)
    figures = [column.align == "end" for column in columns]
    shape = [
        Shape(head, max(NARROW, min(width, WIDE)), is_figure=figure)
        for head, width, figure in zip(heads, widths, figures, strict=True)
    ]
    made_at = datetime.now(UTC)
    return list_workbook(title, shape, lines, translator(), made_at=made_at)
