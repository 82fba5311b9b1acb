"""The cells: this one with its words, and those that files were exchanged with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.exchange import CellRow, Trust
from sportsec.i18n.formats import date_time
from sportsec.i18n.renewal import renewal_text
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.exchange import doing
from sportsec.ui.pages.exchange.file_card import TRUST_LEVELS
from sportsec.ui.pages.exchange.trust_dialog import TrustDialog
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import (
    Banner,
    Card,
    KeyValue,
    margins,
    scrolled,
    text_label,
)
from sportsec.ui.widgets.clearing import clear_layout


class CellsTab(QWidget):
    """One card for each cell, this one first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.buttons: dict[bytes, QPushButton] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(margins(0, 0, 8, 0))
        self._list.setSpacing(12)
        inner = QWidget()
        inner.setLayout(self._list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.addWidget(scrolled(inner))

    def reload(self) -> None:
        """Ask for the cells and for the state of this one."""
        self._desk.runner.read(self, "cells", doing.read_cells, self._show)

    # ---- inside

    def _show(self, known: doing.Cells) -> None:
        clear_layout(self._list)
        self.buttons = {}
        self._list.addWidget(_own_card(known))
        for cell in known.others:
            self._list.addWidget(self._card(cell))
        if not known.others:
            text = tr(
                "No other cell is known yet. A cell becomes known with its first file."
            )
            self._list.addWidget(text_label(text, "subtitle", wrap=True))
        self._list.addStretch(1)

    def _card(self, cell: CellRow) -> Card:
        card = Card(words(cell.name) or isolate(cell.key.hex()[:8]))
        badge = Badge(label(cell.trust), TRUST_LEVELS[cell.trust])
        card.header.buttons.addWidget(badge)
        card.body.addWidget(KeyValue(_facts(cell)))
        if cell.trust is Trust.TRUSTED:
            self._add_button(card, cell, tr("Withdraw trust"), self._withdraw)
        else:
            self._add_button(card, cell, tr("Compare the words…"), self.ask_trust)
        return card

    def _add_button(
        self, card: Card, cell: CellRow, text: str, act: Callable[[CellRow], object]
    ) -> None:
        button = QPushButton(text)
        button.setProperty("danger", cell.trust is Trust.TRUSTED)
        button.clicked.connect(lambda _on: act(cell))
        self.buttons[cell.key] = button
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)

    def ask_trust(self, cell: CellRow) -> TrustDialog:
        """Show the words of a cell to be compared."""
        dialog = TrustDialog(cell, self)
        dialog.accepted.connect(
            lambda: doing.trust(self._desk.runner, self, cell, self.reload)
        )
        dialog.open()
        return dialog

    def _withdraw(self, cell: CellRow) -> None:
        doing.withdraw(self._desk.runner, self, cell.key, self.reload)


def _own_card(known: doing.Cells) -> Card:
    name = words(known.own.name)
    card = Card(name or tr("This cell"), tr("This cell") if name else "")
    if known.renewal is not None:
        text = renewal_text(translator(), *known.renewal)
        card.body.addWidget(Banner(text, "warn"))
    state = text_label(words(known.fingerprint), "section", wrap=True)
    said = text_label(words(known.own.words), "section", wrap=True)
    for heading, shown, note in (
        (
            tr("Words of this cell"),
            said,
            tr("Read them out when another cell asks: they prove a file is yours."),
        ),
        (
            tr("State of this cell in words"),
            state,
            tr("Two cells that have seen the same changes read the same words."),
        ),
    ):
        card.body.addWidget(text_label(heading, "field"))
        card.body.addWidget(shown)
        card.body.addWidget(text_label(note, "caption", wrap=True))
    return card


def _facts(cell: CellRow) -> list[tuple[str, str | QWidget]]:
    def moment(at: object) -> str:
        return isolate(date_time(at)) if at else ""  # type: ignore[arg-type]  # a moment

    def number(n: int) -> str:
        return isolate(str(n)) if n else tr("none yet")

    return [
        (tr("Words"), words(cell.words)),
        (tr("Trusted since"), moment(cell.trusted_at)),
        (tr("Last file received"), number(cell.received)),
        (tr("Last file sent"), number(cell.sent)),
        (tr("Last told us what it has"), moment(cell.seen_at)),
        *(
            [(tr("Trust withdrawn"), moment(cell.revoked_at))]
            if cell.revoked_at
            else []
        ),
    ]
