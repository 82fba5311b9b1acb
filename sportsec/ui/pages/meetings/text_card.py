"""A card with a text of the meeting, read here and written in its form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from sportsec.i18n.quotes import isolated
from sportsec.ui.language import in_reading_direction, numbered, tr, translator
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.widgets.cards import Card, text_label


def fill_from_top(card: Card) -> None:
    """Let a card that is higher than it needs have its empty room at its end."""
    box = card.layout()
    if isinstance(box, QBoxLayout):
        box.setStretchFactor(card.body, 1)
        card.body.addStretch(1)


class TextCard(AddingCard):
    """A text with the button that opens its form.

    Args:
        none: Said while there is no text.
        numbered: Each line is a point of its own.
    """

    def __init__(
        self,
        title: str,
        none: str,
        edit: Callable[[], object],
        *,
        numbered: bool = False,
    ) -> None:
        super().__init__(title, none, edit, text=tr("Edit"), icon_name="edit")
        self._numbered = numbered
        self.text = text_label("", "value", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.text)
        fill_from_top(self)

    def show_text(self, text: str) -> None:
        """Show a text: each line begins where the others do."""
        t = translator()
        lines = [isolated(t, line) for line in text.splitlines() if line.strip()]
        if self._numbered:
            lines = [numbered(at, line) for at, line in enumerate(lines, start=1)]
        self.text.setText("\n".join(map(in_reading_direction, lines)))
        self.text.setVisible(bool(lines))
        self.say_none(none=not lines)
