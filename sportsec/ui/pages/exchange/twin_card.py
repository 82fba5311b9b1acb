"""Two records that may be the same: side by side, with what would become of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.twins import Verdict
from sportsec.i18n.field_words import kind_label
from sportsec.ui.language import label, tr, translator, words
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, Card, KeyValue, text_label
from sportsec.ui.widgets.flow import FlowLayout

#: Narrower cards stand under each other.
BESIDE = 440
#: A line of the comparison: field, value of the one, value of the other.
Line = tuple[str, str, str]


class TwinCard(QWidget):
    """The pair; emits the verdict."""

    decided = Signal(object, object)

    def __init__(self, pair: TwinPair, lines: list[Line]) -> None:
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
        for at, name in enumerate((pair.first_label, pair.second_label)):
            card = Card()  # a heading of its own would not wrap
            card.setAccessibleName(words(name))
            card.body.addWidget(text_label(words(name), "section", wrap=True))
            card.body.addWidget(KeyValue([(line[0], line[at + 1]) for line in lines]))
            card.body.addStretch(1)
            self._sides.addWidget(card, 1)
        box.addLayout(self._sides)
        note = tr(
            "If they are the same, {name} stays; all that belongs to the other moves "
            "to it, and fields that differ wait here. Both histories are kept.",
            name=words(pair.first_label),
        )
        box.addWidget(Banner(note, "info"))
        box.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two beside each other where there is room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        beside = event.size().width() >= scaled(BESIDE)
        self._sides.setDirection(
            directions.LeftToRight if beside else directions.TopToBottom
        )

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
