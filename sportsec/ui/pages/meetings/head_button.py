"""Further buttons in the heading of a card, before the one that it has."""

from __future__ import annotations

from collections.abc import Callable

from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.widgets.buttons import IconButton


def head_button(
    card: AddingCard, name: str, text: str, act: Callable[[], object]
) -> IconButton:
    """Put a button before the last one of a card and return it."""
    button = IconButton(name, text, "accent")
    button.setProperty("flat", True)
    button.clicked.connect(lambda _on: act())
    buttons = card.header.buttons
    buttons.insertWidget(buttons.count() - 1, button)
    return button
