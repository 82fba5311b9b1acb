"""The history as a table, one line a change: a workbook, or text with columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sportsec.domain.history import ActRow, ChangeRow
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE, date_time
from sportsec.i18n.history_words import (
    act_sentence,
    change_words,
    mention_words,
    value_text,
)
from sportsec.i18n.kind_words import kind_label
from sportsec.i18n.translator import Translator
from sportsec.tabular.table_csv import table_csv
from sportsec.tabular.table_workbook import Cell, Head, table_workbook

Episodes = Sequence[tuple[ActRow, Sequence[ChangeRow]]]

_COLUMNS = (
    Head(N_("When"), 17, "dd/mm/yyyy hh:mm"),
    Head(N_("Who"), 14),
    Head(N_("Cell"), 22),
    Head(N_("What was done"), 30),
    Head(N_("Kind"), 18),
    Head(N_("Record"), 34),
    Head(N_("Field"), 26),
    Head(N_("Before"), 30),
    Head(N_("After"), 30),
)
#: Marks that keep figures whole on screen; a cell of a table stands alone.
_ISOLATES = {0x2068: None, 0x2069: None}


def history_workbook(episodes: Episodes, t: Translator, *, made_at: datetime) -> bytes:
    """Return acts with their changes as an .xlsx workbook.

    Args:
        made_at: Aware moment; equal histories exported at it give equal bytes.
    """
    lines = (_row(at, cells) for at, cells in _lines(episodes, t))
    heads = [head._replace(title=t(head.title)) for head in _COLUMNS]
    return table_workbook(t("History"), heads, lines, t, made_at=made_at)


def history_csv(episodes: Episodes, t: Translator) -> bytes:
    """Return acts with their changes as UTF-8 text that Excel opens as a table."""
    heads = [t(head.title) for head in _COLUMNS]
    return table_csv(
        heads, ([date_time(at), *cells] for at, cells in _lines(episodes, t))
    )


def _row(at: datetime, cells: Sequence[str]) -> list[Cell]:
    return [at.astimezone(ZONE).replace(tzinfo=None), *cells]


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
