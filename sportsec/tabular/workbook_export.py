"""The agenda as an Excel workbook: real dates and hours, right to left in Arabic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from sportsec.domain.words import N_
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.agenda_rows import AgendaRow

_DATE, _HOUR, _TEXT = "dd/mm/yyyy", "hh:mm", "@"

Value = Callable[[AgendaRow, Translator], date | datetime | int | str | None]


def _local(row: AgendaRow, _t: Translator) -> datetime | None:
    """Return the hour as Excel keeps one: a part of a day, without a zone."""
    if row.kick_off_at is None:
        return None
    local = row.kick_off_at.astimezone(ZoneInfo(row.kick_off_zone))
    return datetime(1899, 12, 31, local.hour, local.minute)  # noqa: DTZ001 - Excel's day 0


def _score(row: AgendaRow, _t: Translator) -> str:
    if row.home_score is None or row.away_score is None:
        return ""
    return f"{row.home_score}-{row.away_score}"


def _category(row: AgendaRow, t: Translator) -> str:
    return label(t, row.category) if row.category else ""


#: Heading, width in letters, number format, value.
_COLUMNS: tuple[tuple[str, int, str, Value], ...] = (
    (N_("Date"), 12, _DATE, lambda row, _t: row.kick_off_date),
    (N_("Hour"), 8, _HOUR, _local),
    (N_("Competition"), 26, _TEXT, lambda row, t: t.pick(row.competition)),
    (N_("Round"), 9, _TEXT, lambda row, _t: row.round),
    (N_("Home team"), 28, _TEXT, lambda row, t: t.pick(row.home)),
    (N_("Away team"), 28, _TEXT, lambda row, t: t.pick(row.away)),
    (N_("Score"), 8, _TEXT, _score),
    (N_("Stadium"), 28, _TEXT, lambda row, t: t.pick(row.venue)),
    (N_("City"), 16, _TEXT, lambda row, t: t.pick(row.city)),
    (N_("Status"), 14, _TEXT, lambda row, t: label(t, row.status)),
    (N_("Publics admitted"), 24, _TEXT, lambda row, t: label(t, row.attendance_regime)),
    (N_("Category"), 12, _TEXT, _category),
    (N_("Reference"), 18, _TEXT, lambda row, _t: row.ref_no),
)


def agenda_workbook(
    rows: Iterable[AgendaRow], t: Translator, *, made_at: datetime
) -> bytes:
    """Return the matches as an .xlsx workbook that sorts and filters.

    Args:
        made_at: Aware moment; equal matches exported at it give equal bytes.
    """
    target = BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    workbook.set_properties({"created": made_at.replace(tzinfo=None)})
    sheet = workbook.add_worksheet(t("Matches"))
    if t.rtl:
        sheet.right_to_left()
    heading = workbook.add_format({"bold": True, "bg_color": "#E6EEF5", "bottom": 1})
    formats = {
        pattern: workbook.add_format({"num_format": pattern, "valign": "top"})
        for pattern in (_DATE, _HOUR, _TEXT)
    }
    for place, (title, width, pattern, _value) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width, formats[pattern])
        sheet.write_string(0, place, t(title), heading)
    last = 0
    for last, row in enumerate(rows, 1):
        for place, (_title, _width, pattern, value) in enumerate(_COLUMNS):
            _write(sheet, last, place, value(row, t), formats[pattern])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    workbook.close()
    return target.getvalue()


def _write(sheet: Any, row: int, place: int, value: Any, form: Any) -> None:
    """Write a cell by its kind; text is never taken for a formula."""
    if value is None or value == "":
        sheet.write_blank(row, place, None, form)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, form)
    else:
        sheet.write_string(row, place, str(value), form)
