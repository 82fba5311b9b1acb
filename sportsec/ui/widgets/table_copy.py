"""Rows of a list as a table for other programs: Word, Excel, a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Any, NamedTuple

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication

from sportsec.ui.language import is_rtl, translator
from sportsec.ui.widgets.columns import Column

#: Marks that keep figures whole on screen; a cell of a table stands alone.
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
#: Excel takes every cell for the text that it is: no phone becomes a number.
_AS_TEXT = "mso-number-format:'\\@'"


def plain(text: str) -> str:
    """Return a text of a cell as it stands in a cell of another program."""
    return " ".join(text.translate(_ISOLATES).split())


class Copied(NamedTuple):
    """Rows with their heads: lines with tabs, and a table of HTML."""

    text: str
    html: str


def as_table(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> Copied:
    """Return rows as they are pasted elsewhere."""
    heads = [plain(column.header) for column in columns]
    cells = [[plain(column.text(row)) for column in columns] for row in rows]
    text = "\n".join("\t".join(line) for line in (heads, *cells))
    return Copied(text, _html(columns, heads, cells))


def put_on_clipboard(copied: Copied) -> None:
    """Offer a copy to other programs; each takes what it understands best."""
    # Qt keeps it beyond the end of Python, so that it must be one that Qt has made.
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    data.setText(copied.text)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)


def _html(
    columns: Sequence[Column[Any]], heads: Sequence[str], lines: Sequence[Sequence[str]]
) -> str:
    way = "rtl" if is_rtl() else "ltr"
    tags = ("th", *("td" for _ in lines))
    body = "".join(
        f"<tr>{''.join(map(partial(_cell, tag), line, columns))}</tr>"
        for tag, line in zip(tags, (heads, *lines), strict=True)
    )
    return (
        f'<html lang="{translator().language}"><head><meta charset="utf-8"></head>'
        f'<body dir="{way}"><table dir="{way}" border="1" cellspacing="0" '
        f'style="border-collapse:collapse;direction:{way}">{body}</table></body></html>'
    )


def _cell(tag: str, text: str, column: Column[Any]) -> str:
    """Return a cell; figures, phones and dates are read from left to right."""
    way = "rtl" if _is_rtl(text) else "ltr"
    start = "right" if is_rtl() else "left"
    side = {"start": start, "end": "right", "center": "center"}[column.align]
    return (
        f'<{tag} dir="{way}" style="text-align:{side};direction:{way};{_AS_TEXT}">'
        f"{escape(text)}</{tag}>"
    )


def _is_rtl(text: str) -> bool:
    """Say whether a text begins with a letter that is read from right to left."""
    for sign in text:
        way = unicodedata.bidirectional(sign)
        if way in {"L", "R", "AL"}:
            return way != "L"
    return False
