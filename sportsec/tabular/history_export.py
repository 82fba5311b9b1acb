"""The history as a table, one line a change: a workbook, or text with columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO, StringIO

import xlsxwriter

from sportsec.domain.history import ActRow, ChangeRow
from sportsec.domain.words import N_
from sportsec.i18n.field_words import kind_label
from sportsec.i18n.formats import ZONE, date_time
from sportsec.i18n.history_words import (
    act_sentence,
    change_words,
    mention_words,
    value_text,
)
from sportsec.i18n.translator import Translator

Episodes = Sequence[tuple[ActRow, Sequence[ChangeRow]]]

#: Heading and width in letters.
_COLUMNS = (
    (N_("When"), 17),
    (N_("Who"), 14),
    (N_("Cell"), 22),
    (N_("What was done"), 30),
    (N_("Kind"), 18),
    (N_("Record"), 34),
    (N_("Field"), 26),
    (N_("Before"), 30),
    (N_("After"), 30),
)
_MOMENT = "dd/mm/yyyy hh:mm"
#: Marks that keep figures whole on screen; a cell of a table stands alone.
_ISOLATES = {0x2068: None, 0x2069: None}
#: A cell that begins so would be taken for a formula.
_FORMULA = ("=", "+", "-", "@", "\t")


def history_workbook(episodes: Episodes, t: Translator, *, made_at: datetime) -> bytes:
    """Return acts with their changes as an .xlsx workbook.

    Args:
        made_at: Aware moment; equal histories exported at it give equal bytes.
    """
    target = BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    workbook.set_properties({"created": made_at.replace(tzinfo=None)})
    sheet = workbook.add_worksheet(t("History"))
    if t.rtl:
        sheet.right_to_left()
    heading = workbook.add_format({"bold": True, "bg_color": "#E6EEF5", "bottom": 1})
    moment = workbook.add_format({"num_format": _MOMENT, "valign": "top"})
    text = workbook.add_format({"num_format": "@", "valign": "top"})
    for place, (title, width) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width, text)
        sheet.write_string(0, place, t(title), heading)
    last = 0
    for last, (at, cells) in enumerate(_lines(episodes, t), 1):
        local = at.astimezone(ZONE).replace(tzinfo=None)
        sheet.write_datetime(last, 0, local, moment)
        for place, cell in enumerate(cells, 1):
            sheet.write_string(last, place, cell, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    workbook.close()
    return target.getvalue()


def history_csv(episodes: Episodes, t: Translator) -> bytes:
    """Return acts with their changes as UTF-8 text that Excel opens as a table."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";")
    writer.writerow([t(title) for title, _ in _COLUMNS])
    for at, cells in _lines(episodes, t):
        writer.writerow([date_time(at), *map(_harmless, cells)])
    return target.getvalue().encode("utf-8-sig")


def _lines(episodes: Episodes, t: Translator) -> Iterator[tuple[datetime, list[str]]]:
    for act, changes in episodes:
        said = [act.actor, t.pick(act.cell), act_sentence(t, act)]
        for change in changes:
            is_whole = not change.field
            old, new = (
                ("", "")
                if is_whole
                else (value_text(t, change.field, each) for each in _both(change))
            )
            cells = [
                *said,
                kind_label(t, change.record.kind),
                mention_words(t, change.record, kind=False),
                change_words(t, change),
                old,
                new,
            ]
            yield act.at, [cell.translate(_ISOLATES) for cell in cells]
        if not changes:
            yield act.at, [*said, *[""] * 5]


def _both(change: ChangeRow) -> tuple[object, object]:
    return change.old, change.new


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
