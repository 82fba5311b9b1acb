"""What bringing back a backup would undo, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from sportsec.domain.backups import CountChange, LostAct, RestorePreview
from sportsec.i18n.formats import date_time, number
from sportsec.i18n.kind_words import KINDS
from sportsec.i18n.labels_exchange import kind_place
from sportsec.i18n.translator import Translator

_MEGABYTE = 1_000_000


def headline(t: Translator, preview: RestorePreview) -> str:
    """Return the sentence that matters most."""
    if not preview.is_known:
        return t("The present database cannot be read, so its content is not known.")
    if preview.counts:
        return t.count(
            "{n} record would be lost, or be again as it was then.",
            "{n} records would be lost, or be again as they were then.",
            preview.records,
        )
    if preview.acts:
        return acts_text(t, preview)
    return t("Nothing would be lost: nothing has changed since.")


def acts_text(t: Translator, preview: RestorePreview) -> str:
    """Return how many acts a backup does not know."""
    return t.count(
        "{n} act done since would be lost.",
        "{n} acts done since would be lost.",
        len(preview.acts),
    )


def act_line(t: Translator, act: LostAct) -> str:
    """Return an act as one line: when, what, who."""
    when = t.isolate(date_time(act.at))
    return " · ".join(filter(None, (when, t(act.title), t.isolate(act.actor))))


def count_lines(t: Translator, preview: RestorePreview) -> list[str]:
    """Return one line per type of record that differs."""
    return [
        t("{name}: {text}", name=kind_of(t, change), text=counts_text(t, change))
        for change in in_order(preview)
    ]


def in_order(preview: RestorePreview) -> list[CountChange]:
    """Return the types of record that differ, the officer's main ones first."""
    return sorted(preview.counts, key=lambda each: kind_place(each.table))


def kind_of(t: Translator, change: CountChange) -> str:
    """Return the name of a type of record."""
    return t(KINDS.get(change.table, change.table))


def counts_text(t: Translator, change: CountChange) -> str:
    """Return what would become of how many records of one type."""
    return t(", ").join(_parts(t, change))


def _parts(t: Translator, change: CountChange) -> Iterator[str]:
    if change.lost:
        yield t.count(
            "{n} new record would be lost",
            "{n} new records would be lost",
            change.lost,
        )
    if change.back:
        yield t.count(
            "{n} deleted record would be back",
            "{n} deleted records would be back",
            change.back,
        )
    if change.changed:
        yield t.count(
            "{n} record would return to its earlier values",
            "{n} records would return to their earlier values",
            change.changed,
        )


def size_text(t: Translator, size: int) -> str:
    """Return the size of a file in megabytes."""
    decimals = 0 if size >= 10 * _MEGABYTE else 1
    megabytes = max(0.1, size / _MEGABYTE)
    return t("{size} MB", size=t.isolate(number(megabytes, t.language, decimals)))
