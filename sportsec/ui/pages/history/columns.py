"""Columns of the history's lists."""

from __future__ import annotations

from sportsec.domain.history import ActRow, DeletedRow
from sportsec.i18n.formats import date_time, number
from sportsec.i18n.history_words import act_sentence, mention_words, subject_words
from sportsec.i18n.kind_words import kind_label
from sportsec.ui.language import isolate, tr, translator, words
from sportsec.ui.widgets.columns import Column

#: Room for a day and an hour: a moment without its hour says little.
MOMENT = 136
CELL = "cell"


def act_columns() -> list[Column[ActRow]]:
    """Built on demand, so that headers follow the current language."""
    return [
        Column(
            *(tr("When"), lambda r: isolate(date_time(r.at)), "time"),
            width=140,
            least=MOMENT,
        ),
        Column(tr("What was done"), _sentence, stretch=True, least=150, key="act"),
        # Who did it is asked first: of what gives way it is the last.
        Column(
            *(tr("Who"), lambda r: isolate(r.actor)),
            width=90,
            least=70,
            key="who",
            spare=True,
        ),
        # The act beside the list names its record, its cell, and that it was undone.
        Column(
            *(tr("Record"), _about),
            width=220,
            least=200,
            parted=True,
            key="about",
            spare=True,
        ),
        Column(
            *(tr("Cell"), lambda r: words(r.cell)),
            width=130,
            least=130,
            key="cell",
            hidden=True,
            spare=True,
        ),
        Column(
            tr("Changes"),
            lambda r: isolate(number(r.changes, translator().language)),
            width=90,
            align="end",
            hidden=True,
            key="n",
        ),
        Column(
            tr("State"),
            lambda r: tr("Undone") if r.undone_by else "",
            level=lambda r: "muted" if r.undone_by else None,
            width=110,
            key="state",
            spare=True,
        ),
    ]


def trash_columns() -> list[Column[DeletedRow]]:
    """Built on demand, as above."""
    return [
        Column(
            tr("Deleted at"),
            lambda r: isolate(date_time(r.deleted_at)),
            "time",
            width=140,
            least=MOMENT,
        ),
        Column(
            tr("Kind"),
            lambda r: kind_label(translator(), r.record.kind),
            "kind",
            width=170,
        ),
        Column(
            tr("Record"),
            lambda r: mention_words(translator(), r.record, kind=False),
            stretch=True,
            key="name",
        ),
        Column(tr("Deleted by"), lambda r: isolate(r.deleted_by), width=170, key="who"),
    ]


def _sentence(row: ActRow) -> str:
    return act_sentence(translator(), row)


def _about(row: ActRow) -> str:
    t = translator()
    is_cell = row.about is not None and row.about.kind == CELL
    # The long name of a cell says itself what it is.
    name = subject_words(t, row, kind=False) if is_cell else ""
    return name or subject_words(t, row)
