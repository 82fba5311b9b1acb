"""What is said of a cell whose key is a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sportsec.domain.words import Words
from sportsec.i18n.formats import date_time
from sportsec.i18n.translator import Translator


def renewal_text(t: Translator, at: datetime, untold: Sequence[Words]) -> str:
    """Return what to do about a new key.

    Args:
        at: Since when the cell has it.
        untold: The cells that must trust it.
    """
    return t(
        "The key of this cell was lost or damaged; it has a new one since {when}."
        " These cells must compare its words by phone and trust it again: {cells}",
        when=t.isolate(date_time(at)),
        cells=t(", ").join(map(t.pick, untold)),
    )
