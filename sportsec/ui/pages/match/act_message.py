"""The message after a match moved or was called off, and the way on from there."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.queries.kept_days import KeptDays
from sportsec.services.fixture_moves import Moved
from sportsec.ui.desk import Desk
from sportsec.ui.due_days import ask_due_days
from sportsec.ui.language import tr
from sportsec.ui.pages.match.said import kept_text, moved_text
from sportsec.ui.targets import LIAISON

#: What a message offers: its words, and what they do.
Offer = tuple[str, Callable[[], object] | None]


class ActMessage:
    """Says what an act on the state of a match did.

    Args:
        owner: Asks the runner; what it asked ends with it.
    """

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk = desk
        self._owner = owner

    def say(self, act: str, result: object, fixture_id: UUID) -> None:
        """Say an act and what it left as it was, with the way to deal with that.

        Args:
            act: Its sentence, translated.
            result: What the act returned.
        """
        text = ""
        offer: Offer = ("", None)
        if isinstance(result, Moved):
            text = moved_text(result)
            offer = self._offer_days(result, fixture_id)
        elif isinstance(result, KeptDays):
            text = kept_text(result)
            if result.promises or result.meetings:
                offer = self._offer_look(fixture_id)
        words, do = offer
        said = "\n".join(filter(None, (act, text)))
        level = "warn" if words else "ok"  # what is left behind must not be missed
        self._desk.say(said, level=level, action=words, on_action=do)

    def _offer_days(self, moved: Moved, fixture_id: UUID) -> Offer:
        if moved.promises:
            return tr("Move their days too"), lambda: self._ask_days(fixture_id)
        return self._offer_look(fixture_id) if moved.meetings else ("", None)

    def _offer_look(self, fixture_id: UUID) -> Offer:
        return tr("Look at them"), lambda: self._look(fixture_id)

    def _look(self, fixture_id: UUID) -> None:
        self._desk.go("match", (fixture_id, LIAISON))

    def _ask_days(self, fixture_id: UUID) -> None:
        """Ask over the promises themselves: meetings that stay are beside them."""
        self._look(fixture_id)
        ask_due_days(self._owner, self._desk, fixture_id)
