"""What is said of those who are asked to a meeting."""

from __future__ import annotations

from sportsec.i18n.translator import Translator


def unnamed_words(t: Translator, n: int) -> str:
    """Return how many a convocation asks without a name; "" where all are named."""
    if not n:
        return ""
    return t.count(
        "{n} invited without a name: the letter says only whom they speak for.",
        "{n} invited without a name: the letter says only whom they speak for.",
        n,
    )
