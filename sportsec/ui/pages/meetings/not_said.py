"""What the minutes of a meeting that was held leave blank, said above them."""

from __future__ import annotations

from collections.abc import Callable

from sportsec.domain.meetings import MeetingDraft, MeetingStatus, check_minutes
from sportsec.i18n.labels import problem_text
from sportsec.ui.language import tr, translator
from sportsec.ui.widgets.cards import Banner


class NotSaid(Banner):
    """Says what minutes must say and do not: they are printed and signed anyway.

    Args:
        fill_in: Opens the form of the meeting at a field, by its name.
    """

    def __init__(self, fill_in: Callable[[str], object]) -> None:
        super().__init__(action=tr("Fill in"), on_action=self._fill_in)
        self.button.setAutoDefault(False)
        self._open = fill_in
        self._first = ""
        self.hide()

    def show_meeting(self, meeting: MeetingDraft) -> None:
        """Look at a meeting; nothing is said before it was held."""
        is_held = meeting.status is MeetingStatus.HELD
        found = check_minutes(meeting) if is_held else []
        self._first = found[0].field or "" if found else ""
        said = (problem_text(translator(), each) for each in found)
        self.say(" · ".join(said), "warn")

    def _fill_in(self) -> None:
        if self._first:
            self._open(self._first)
