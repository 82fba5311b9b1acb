"""A card with a list to which the button in its heading adds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from sportsec.ui.language import tr
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Card, text_label


class AddingCard(Card):
    """A card that says when it has nothing.

    Args:
        none: Said then.
        add: What the button does.
        text: What it says, with its icon; "Add" without.
    """

    counted = Signal(str)

    def __init__(
        self,
        title: str,
        none: str,
        add: Callable[[], object],
        *,
        text: str = "",
        icon_name: str = "plus",
    ) -> None:
        super().__init__(title)
        self.none = text_label(none, "caption", wrap=True)
        self.body.addWidget(self.none)
        said = text or tr("Add")
        self.add_button = IconButton(icon_name, said, "accent")
        self.add_button.setProperty("flat", True)
        self.add_button.setAccessibleName(tr("{name}: {text}", name=said, text=title))
        self.add_button.clicked.connect(lambda _on: add())
        self.header.buttons.addWidget(self.add_button)

    def say_none(self, *, none: bool) -> None:
        """Say that there is nothing, or no more."""
        self.none.setVisible(none)

    def say_counts(self, *counts: str) -> None:
        """Say beside the title how many there are of what."""
        said = " · ".join(filter(None, counts))
        self.header.note.setText(said)
        self.counted.emit(said)
