"""Purges in words: what was erased, who has confirmed it, what still holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sportsec.domain.folding import fold
from sportsec.domain.purges import BASES, LAW, Purge, PurgeDraft
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.i18n.translator import Translator, translator

#: Said while the file may still hold what was erased.
TRACES = N_("Traces remain in the file; they go when the program is restarted.")
#: The number of a law is written "09-08", "n° 09-08" or "رقم 09.08".
_WRITTEN = str.maketrans({".": "-"})
_SIGNS = {fold(sign) for sign in ("n°", "رقم")}


def basis_words(t: Translator, basis: str) -> str:
    """Return a legal basis as `t`'s readers call it.

    It is kept as it was chosen, in the language of whoever chose it; what somebody put
    in own words stays as it is.
    """
    msgid = _usual_bases().get(_key(basis))
    return t(msgid) if msgid else basis


def reason_words(t: Translator, reason: PurgeDraft) -> str:
    """Return why something was erased, as "Law 09-08 · 12/2026"; "" if unknown.

    It runs in the direction of the basis, which stands first.
    """
    parts = (basis_words(t, reason.basis), t.isolate(reason.decision))
    return " · ".join(filter(None, parts))


def purge_lines(t: Translator, purge: Purge) -> Iterator[str]:
    """Yield what is known of a purge, line by line."""
    yield t("Legal basis: {basis}", basis=t.isolate(basis_words(t, purge.basis)))
    yield t("Decision: {number}", number=t.isolate(purge.decision))
    who = [t.isolate(purge.actor), t.pick(purge.cell)]
    yield t("Ordered by {who}", who=" · ".join(part for part in who if part))
    yield from cell_lines(t, purge)
    if not purge.is_wiped:
        yield t(TRACES)
    if purge.backups:
        yield copies_line(t, len(purge.backups))


def cell_lines(t: Translator, purge: Purge) -> Iterator[str]:
    """Yield which cells have erased it too, and which have not said so yet."""
    if purge.confirmed:
        yield t("Erased there too: {cells}", cells=named(t, purge.confirmed))
    if purge.waiting:
        yield t("Not confirmed yet: {cells}", cells=named(t, purge.waiting))


def copies_line(t: Translator, n: int) -> str:
    """Return how many copies of the workspace still hold what is erased."""
    return t.count(
        "{n} backup still holds the values.",
        "{n} backups still hold the values.",
        n,
    )


def named(t: Translator, cells: Sequence[Words]) -> str:
    """Return cells by their names, in one line."""
    return t(", ").join(t.isolate(t.pick(cell)) for cell in cells)


@cache
def _usual_bases() -> dict[str, str]:
    """Return the msgids of the usual bases by what they are in every language."""
    every = (*BASES, LAW)
    return {_key(translator(code)(each)): each for code in LANGUAGES for each in every}


def _key(basis: str) -> str:
    words = fold(basis).translate(_WRITTEN).split()
    return " ".join(word for word in words if word not in _SIGNS)
