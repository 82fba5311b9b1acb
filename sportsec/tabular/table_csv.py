"""One table as text with columns, which Excel opens as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

#: A cell that begins so would be taken for a formula.
_FORMULA = ("=", "+", "-", "@", "\t")


def table_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as UTF-8 text; its heads are in the language of the table."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_harmless(text) for text in row])
    return target.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
