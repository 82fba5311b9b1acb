"""The agenda as an Excel workbook: real dates and hours, right to left in Arabic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sportsec.domain.words import N_
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.tabular.table_workbook import TEXT, Cell, Head, table_workbook

_DATE, _HOUR = "dd/mm/yyyy", "hh:mm"

Value = Callable[[AgendaRow, Translator], Cell]


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
    (N_("Time"), 8, _HOUR, _local),
    (N_("Competition"), 26, TEXT, lambda row, t: t.pick(row.competition)),
    (N_("Round"), 9, TEXT, lambda row, _t: row.round),
    (N_("Home team"), 28, TEXT, lambda row, t: t.pick(row.home)),
    (N_("Away team"), 28, TEXT, lambda row, t: t.pick(row.away)),
    (N_("Score"), 8, TEXT, _score),
    (N_("Stadium"), 28, TEXT, lambda row, t: t.pick(row.venue)),
    (N_("City"), 16, TEXT, lambda row, t: t.pick(row.city)),
    (N_("Status"), 14, TEXT, lambda row, t: label(t, row.status)),
    (N_("Public admitted"), 24, TEXT, lambda row, t: label(t, row.attendance_regime)),
    (N_("Category"), 12, TEXT, _category),
    (N_("Reference"), 18, TEXT, lambda row, _t: row.ref_no),
)


def agenda_workbook(
    rows: Iterable[AgendaRow], t: Translator, *, made_at: datetime
) -> bytes:
    """Return the matches as an .xlsx workbook that sorts and filters.

    Args:
        made_at: Aware moment; equal matches exported at it give equal bytes.
    """
    heads = [Head(t(title), width, pattern) for title, width, pattern, _ in _COLUMNS]
    lines = ([value(row, t) for *_, value in _COLUMNS] for row in rows)
    return table_workbook(t("Matches"), heads, lines, t, made_at=made_at)
