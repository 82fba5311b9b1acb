"""What the window of erasing says: before, field by field; after, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from sportsec.domain.backups import Backup
from sportsec.domain.purges import BASES, LONGEST, Purge, PurgeField, PurgePreview
from sportsec.i18n.field_words import field_label
from sportsec.i18n.formats import date_time
from sportsec.i18n.history_words import mention_words, value_text
from sportsec.i18n.purge_words import (
    TRACES,
    basis_words,
    cell_lines,
    copies_line,
    named,
)
from sportsec.ui.language import isolate, label, tr, tr_count, translator
from sportsec.ui.pages.purge.basis_field import SuggestedField
from sportsec.ui.widgets.cards import Banner, Card, KeyValue, text_label
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.form import Bind, Form, Part

#: Backups and records named one by one; the rest is counted.
_NAMED = 5


def purge_form() -> Form:
    """Return the form of the reasons."""
    offered = [tr(each) for each in BASES]
    return Form(
        [
            Part(
                tr("Why"),
                [
                    Bind(
                        *("basis", tr("Legal basis")),
                        SuggestedField(offered, max_length=LONGEST),
                        needed=True,
                        hint=tr("The law, request or judgment that orders it"),
                    ),
                    Bind(
                        *("decision", tr("Decision number")),
                        TextField(max_length=LONGEST),
                        needed=True,
                        hint=tr("As written on the paper"),
                    ),
                ],
            )
        ]
    )


class PurgeQuestion(QWidget):
    """What would be erased, what would stay, and the reasons to be given."""

    def __init__(self, preview: PurgePreview) -> None:
        super().__init__()
        self.form = purge_form()
        self.sure = QCheckBox(tr("I have the decision before me: erase for good"))
        self.delete_copies = QCheckBox(
            tr("Make a new backup afterwards and delete the old ones")
        )
        box = _column(self)
        box.addWidget(
            Banner(
                tr(
                    "This cannot be undone. What is erased is gone here for good, and "
                    "in every cell that receives your next file."
                ),
                "block",
            )
        )
        box.addWidget(_fields_card(preview.fields))
        box.addWidget(self._elsewhere(preview))
        box.addWidget(self.form)
        box.addWidget(self.sure)
        box.addStretch(1)

    def _elsewhere(self, preview: PurgePreview) -> Card:
        t, card = translator(), Card(tr("Elsewhere"))
        cells = (
            tr(
                "These cells erase it when they receive your next file: {cells}",
                cells=named(t, preview.cells),
            )
            if preview.cells
            else tr("No other cell is known here.")
        )
        card.body.addWidget(text_label(cells, "value", wrap=True))
        _add_copies(card, preview.backups)
        self.delete_copies.setVisible(bool(preview.backups))
        if preview.backups:
            card.body.addWidget(self.delete_copies)
        outside = tr("Files sent before and papers printed before still hold them.")
        card.body.addWidget(text_label(outside, "caption", wrap=True))
        if preview.elsewhere:
            text = tr(
                "The same name, number or address appears in other records too; "
                "they are not touched:"
            )
            card.body.addWidget(text_label(text, "value", wrap=True))
            lines = [mention_words(t, each) for each in preview.elsewhere]
            _add_lines(card, lines)
        return card


class PurgeReport(QWidget):
    """What was erased, by whose order, who has confirmed it, what still holds it."""

    def __init__(self, done: Purge) -> None:
        super().__init__()
        t = translator()
        box = _column(self)
        box.addWidget(_verdict(done))
        who = " · ".join(filter(None, (isolate(done.actor), t.pick(done.cell))))
        card = Card(tr("The order"))
        card.body.addWidget(
            KeyValue(
                [
                    (tr("Legal basis"), basis_words(t, done.basis)),
                    (tr("Decision number"), isolate(done.decision)),
                    (tr("Who"), who),
                    (tr("When"), isolate(date_time(done.at))),
                ]
            )
        )
        box.addWidget(card)
        card = Card(tr("Elsewhere"))
        for line in list(cell_lines(t, done)) or [tr("No other cell is known here.")]:
            card.body.addWidget(text_label(line, "value", wrap=True))
        _add_copies(card, done.backups)
        box.addWidget(card)
        box.addStretch(1)


def _verdict(done: Purge) -> Banner:
    if not done.is_wiped:
        return Banner(tr(TRACES), "warn")
    if done.backups:
        text = tr("Erased here; backups still hold the values.")
        return Banner(text, "warn")
    return Banner(tr("Erased here, without a trace."), "ok")


def _column(widget: QWidget) -> QVBoxLayout:
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(14)
    return box


def _fields_card(fields: Sequence[PurgeField]) -> Card:
    t, card = translator(), Card(tr("What will be erased"))
    card.body.addWidget(
        KeyValue([(field_label(t, each.column), _of_field(each)) for each in fields])
    )
    return card


def _of_field(field: PurgeField) -> str:
    """Return what goes of a field: what it shows, and what it showed before."""
    older = field.values - bool(field.shown)
    shown = value_text(translator(), field.column, field.shown)
    if older <= 0:
        return shown
    before = tr_count("{n} older value", "{n} older values", older)
    return f"{shown} · {before}" if field.shown else before


def _add_copies(card: Card, backups: Sequence[Backup]) -> None:
    if not backups:
        card.body.addWidget(
            text_label(tr("No backup of this workspace holds the values."), wrap=True)
        )
        return
    t = translator()
    text = copies_line(t, len(backups))
    later = tr(
        "Those made by hand stay until you delete them, others until they "
        "are thinned out:"
    )
    card.body.addWidget(text_label(f"{text} {later}", "value", wrap=True))
    _add_lines(
        card, [f"{isolate(date_time(b.made_at))} · {label(b.reason)}" for b in backups]
    )


def _add_lines(card: Card, lines: Sequence[str]) -> None:
    for line in lines[:_NAMED]:
        card.body.addWidget(text_label(f"• {line}", "value", wrap=True))
    if len(lines) > _NAMED:
        text = tr_count("{n} more", "{n} more", len(lines) - _NAMED)
        card.body.addWidget(text_label(text, "caption"))
