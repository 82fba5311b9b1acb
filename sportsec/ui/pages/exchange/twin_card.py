"""Two records that may be the same: side by side, with what would become of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.twins import Verdict
from sportsec.domain.words import Words
from sportsec.i18n.kind_words import kind_label
from sportsec.queries.conflict_versions import Author
from sportsec.ui.conflict_words import cell_name, side_name, signature
from sportsec.ui.language import label, tr, translator, words
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, Card, KeyValue, text_label
from sportsec.ui.widgets.flow import FlowLayout

#: Narrower cards stand under each other.
BESIDE = 440
#: A line of the comparison: field, value of the one, value of the other.
Line = tuple[str, str, str]


class Compared(NamedTuple):
    """What two records say, and who made the one and the other, where it is known."""

    lines: list[Line]
    first: Author | None
    second: Author | None


class TwinCard(QWidget):
    """The pair: what tells the two apart, then what they share; emits the verdict."""

    decided = Signal(object, object)

    def __init__(self, pair: TwinPair, compared: Compared) -> None:
        super().__init__()
        self.pair = pair
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(text_label(kind_label(translator(), pair.table), "caption"))
        box.addWidget(text_label(tr("Is this the same?"), "section", wrap=True))
        box.addWidget(text_label(tr(pair.why), "value", wrap=True))
        box.addLayout(self._choice())
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(12)
        differs = [line for line in compared.lines if line[1] != line[2]]
        firsts = [(name, one) for name, one, _other in differs]
        seconds = [(name, other) for name, _one, other in differs]
        self._add_side(pair.first_label, compared.first, firsts)
        self._add_side(pair.second_label, compared.second, seconds)
        box.addLayout(self._sides)
        if not differs:
            text = tr("The two say the same everywhere.")
            box.addWidget(text_label(text, "value", wrap=True))
        note = tr(
            "If they are the same, {name} stays; all that belongs to the other moves "
            "to it, and fields that differ wait here. Both histories are kept.",
            name=self._staying(compared.first),
        )
        box.addWidget(Banner(note, "info"))
        same = [(name, one) for name, one, other in compared.lines if one == other]
        if same:
            shared = Card(tr("The same in both"))
            shared.body.addWidget(KeyValue(same))
            box.addWidget(shared)
        box.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two beside each other where there is room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        beside = event.size().width() >= scaled(BESIDE)
        self._sides.setDirection(
            directions.LeftToRight if beside else directions.TopToBottom
        )

    def _staying(self, maker: Author | None) -> str:
        """Return what the one is called that stays; the same name twice says more."""
        first, second = words(self.pair.first_label), words(self.pair.second_label)
        if first != second or maker is None:
            return first
        return f"{first} ({cell_name(maker)})"

    def _add_side(
        self, name: Words, maker: Author | None, pairs: list[tuple[str, str]]
    ) -> None:
        """Show one of the two: whose it is, what it alone says, who made it when."""
        card = Card()  # a heading of its own would not wrap
        cell = side_name(maker) if maker is not None else ""
        said = words(name)
        card.setAccessibleName(said)
        if cell:
            card.setAccessibleName(tr("{name}: {text}", name=cell, text=said))
            card.body.addWidget(text_label(cell, "field", wrap=True))
        card.body.addWidget(text_label(said, "section", wrap=True))
        if pairs:
            card.body.addWidget(KeyValue(pairs))
        if maker is not None:
            text = signature(maker)
            card.body.addWidget(text_label(text, "caption", wrap=True))
        card.body.addStretch(1)
        self._sides.addWidget(card, 1)

    def _choice(self) -> FlowLayout:
        """Return the two answers; they stand above what is compared, always in view."""
        self.same = IconButton("check", label(Verdict.SAME), "accent_ink")
        self.same.setProperty("primary", True)
        self.different = QPushButton(label(Verdict.DIFFERENT))
        for button, verdict in (
            (self.same, Verdict.SAME),
            (self.different, Verdict.DIFFERENT),
        ):
            button.clicked.connect(
                lambda _on, one=verdict: self.decided.emit(self.pair, one)
            )
        row = FlowLayout(gap=12)
        row.addWidget(self.same)
        row.addWidget(self.different)
        return row
