"""One table as an Excel workbook, in the reading direction: it sorts and filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

from sportsec.i18n.translator import Translator

TEXT = "@"
Cell = date | datetime | int | str | None


class Head(NamedTuple):
    """A column.

    Args:
        title: In the language of the table.
        width: In letters.
        pattern: Number format of Excel.
    """

    title: str
    width: int
    pattern: str = TEXT


def table_workbook(
    title: str,
    heads: Sequence[Head],
    rows: Iterable[Sequence[Cell]],
    t: Translator,
    *,
    made_at: datetime,
) -> bytes:
    """Return a table as an .xlsx workbook.

    Args:
        title: Of the sheet, translated.
        made_at: Aware moment; equal tables exported at it give equal bytes.
    """
    target = BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    workbook.set_properties({"created": made_at.replace(tzinfo=None)})
    sheet = workbook.add_worksheet(title)
    if t.rtl:
        sheet.right_to_left()
    heading = workbook.add_format({"bold": True, "bg_color": "#E6EEF5", "bottom": 1})
    formats = {
        pattern: workbook.add_format({"num_format": pattern, "valign": "top"})
        for pattern in dict.fromkeys(head.pattern for head in heads)
    }
    for place, head in enumerate(heads):
        sheet.set_column(place, place, head.width, formats[head.pattern])
        sheet.write_string(0, place, head.title, heading)
    last = 0
    for last, row in enumerate(rows, 1):
        for place, (head, value) in enumerate(zip(heads, row, strict=True)):
            _write(sheet, last, place, value, formats[head.pattern])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(heads) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    workbook.close()
    return target.getvalue()


def _write(sheet: Any, row: int, place: int, value: Cell, form: Any) -> None:
    """Write a cell by its kind; text is never taken for a formula."""
    if value is None or value == "":
        sheet.write_blank(row, place, None, form)
    elif isinstance(value, int):
        sheet.write_number(row, place, value, form)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, form)
    else:
        sheet.write_string(row, place, str(value), form)
