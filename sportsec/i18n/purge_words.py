"""Purges in words: what was erased, who has confirmed it, what still holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sportsec.domain.purges import Purge
from sportsec.domain.words import N_, Words
from sportsec.i18n.translator import Translator

#: Said while the file may still hold what was erased.
TRACES = N_("Traces remain in the file; they go when the program is restarted.")


def purge_lines(t: Translator, purge: Purge) -> Iterator[str]:
    """Yield what is known of a purge, line by line."""
    yield t("Legal basis: {basis}", basis=t.isolate(purge.basis))
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
