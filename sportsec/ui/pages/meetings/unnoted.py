"""Says of a meeting that was held whose presence nobody has noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from sportsec.domain.meetings import MeetingStatus, Presence
from sportsec.queries.participants import ParticipantRow
from sportsec.ui.language import tr, tr_count
from sportsec.ui.widgets.cards import Banner


class Unnoted(Banner):
    """Says how many they are, and leads to the first; the minutes are signed anyway.

    Args:
        go: Takes the keys to a participant, by the id.
    """

    def __init__(self, go: Callable[[UUID], object]) -> None:
        super().__init__(action=tr("Go to the first"), on_action=self._to_first)
        self._go = go
        self._first: UUID | None = None
        self.hide()

    def show_people(
        self, status: MeetingStatus, people: Sequence[ParticipantRow]
    ) -> None:
        """Look at those of a meeting; nothing is said before it was held."""
        is_held = status is MeetingStatus.HELD
        waiting = [
            row.id for row in people if is_held and row.presence is Presence.INVITED
        ]
        self._first = waiting[0] if waiting else None
        text = tr_count(
            "Nobody noted whether {n} participant came: the minutes say “Invited”.",
            "Nobody noted whether {n} participants came: the minutes say “Invited”.",
            len(waiting),
        )
        self.say(text if waiting else "", "warn")

    def _to_first(self) -> None:
        if self._first is not None:
            self._go(self._first)
