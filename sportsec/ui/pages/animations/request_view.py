"""What a request for a tifo says, under each other: listed, or decided upon."""

from __future__ import annotations

from collections.abc import Collection

from sportsec.queries.animations import RequestRow
from sportsec.ui.animation_look import message_text
from sportsec.ui.pages.animations.wording import (
    answered_of,
    asked_of,
    heeded_of,
    limits_of,
    title_of,
)
from sportsec.ui.widgets.cards import Card, text_label
from sportsec.ui.widgets.problem_note import problem_note


def texts_of(row: RequestRow) -> list[tuple[str, str]]:
    """Return all that is known of a request, each text with its role."""
    return [
        (title_of(row), "field"),
        (message_text(row.draft.message), "value"),
        (asked_of(row), "caption"),
        (limits_of(row), "value"),
        (answered_of(row), "caption"),
        (row.day.conformity_note, "caption"),
    ]


def asked_card(row: RequestRow, *, warned: Collection[str] = ()) -> Card:
    """Return what is decided upon, for the form above which it stands.

    Args:
        warned: Fields of the request of which that form warns itself: here they are
            facts alone.
    """
    card = Card()
    card.setAccessibleName(title_of(row))
    card.body.setSpacing(4)
    facts = heeded_of(row) if warned else ""
    for text, role in (*texts_of(row), (facts, "caption")):
        if text:
            card.body.addWidget(text_label(text, role, wrap=True))
    for problem in row.doubts:
        if problem.field not in warned:
            card.body.addWidget(problem_note(problem))
    return card
