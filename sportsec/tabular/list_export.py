"""A list as it stands on the screen, as a workbook that sorts and filters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sportsec.i18n.translator import Translator
from sportsec.tabular.table_workbook import TEXT, Cell, Head, table_workbook

_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_FIGURE = re.compile(r"\d{1,3}(?:[.,\s]\d{3})*|\d+")
#: What Excel takes no name of a sheet with, and how much it takes.
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31


class Shape(NamedTuple):
    """A column.

    Args:
        title: In the language of the list.
        width: In letters.
        is_figure: Whether it holds whole numbers, if anything.
    """

    title: str
    width: int
    is_figure: bool = False


def list_workbook(
    title: str,
    shapes: Sequence[Shape],
    lines: Sequence[Sequence[str]],
    t: Translator,
    *,
    made_at: datetime,
) -> bytes:
    """Return a list as an .xlsx workbook; days and figures can be reckoned with.

    Args:
        made_at: Aware moment; equal lists exported at it give equal bytes.
    """
    columns = [
        _values([line[at] for line in lines], is_figure=shape.is_figure)
        for at, shape in enumerate(shapes)
    ]
    heads = [
        Head(shape.title, shape.width, pattern)
        for shape, (pattern, _) in zip(shapes, columns, strict=True)
    ]
    rows = zip(*(values for _, values in columns), strict=True)
    name = _UNFIT.sub(" ", title)[:_LONGEST]
    return table_workbook(name, heads, list(rows), t, made_at=made_at)


def _values(texts: Sequence[str], *, is_figure: bool) -> tuple[str, list[Cell]]:
    """Return the pattern of a column and its cells: all of one kind, else as text."""
    filled = [text for text in texts if text]
    if filled and all(_DAY.fullmatch(text) for text in filled):
        return "dd/mm/yyyy", [_day(text) for text in texts]
    if is_figure and filled and all(_FIGURE.fullmatch(text) for text in filled):
        return "#,##0", [int(re.sub(r"\D", "", t)) if t else None for t in texts]
    return TEXT, list(texts)


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    return date(*(int(found[part]) for part in (3, 2, 1))) if found else None
