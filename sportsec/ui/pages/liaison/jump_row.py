"""What the cards of a tab hold, in one row at its top; a press goes to a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sportsec.ui.language import tr
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.scrolled import show_from_top


class JumpRow(QWidget):
    """A small button for each card: "Promises and decisions: 6 to be kept · 1 late"."""

    def __init__(self, cards: Sequence[AddingCard]) -> None:
        super().__init__()
        self.buttons: list[IconButton] = []
        flow = FlowLayout(self, gap=4)
        for card in cards:
            button = IconButton("down", "", "accent")
            button.setProperty("flat", True)
            self.buttons.append(button)
            flow.addWidget(button)
            _follow(button, card)


def _follow(button: IconButton, card: AddingCard) -> None:
    """Let a button say what a card counts, and lead to it."""
    title = card.header.title.text()

    def say(counts: str) -> None:
        button.setText(
            tr("{name}: {text}", name=title, text=counts) if counts else title
        )

    def go() -> None:
        # By the keys one goes on inside the card; the list is then at the top.
        card.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        show_from_top(card)

    say(card.header.note.text())
    card.counted.connect(say)
    button.clicked.connect(lambda _on: go())
