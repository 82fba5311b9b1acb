"""What a convocation leaves open, said above it before it is printed."""

from __future__ import annotations

from collections.abc import Callable

from sportsec.domain.meetings import MeetingDraft, check_convocation
from sportsec.i18n.labels import problem_text
from sportsec.ui.language import tr, translator
from sportsec.ui.widgets.cards import Banner


class OpenYet(Banner):
    """Says what those who are asked to come would not be told.

    Args:
        fill_in: Opens the form of the meeting at a field, by its name.
    """

    def __init__(self, fill_in: Callable[[str], object]) -> None:
        super().__init__(action=tr("Fill in"), on_action=self._fill_in)
        self.button.setAutoDefault(False)
        self._open = fill_in
        self._first = ""
        self.hide()

    def show_meeting(self, draft: MeetingDraft) -> None:
        """Look at a meeting; nothing is said where all is fixed."""
        found = check_convocation(draft)
        self._first = found[0].field or "" if found else ""
        self.say(" ".join(problem_text(translator(), each) for each in found), "warn")

    def _fill_in(self) -> None:
        self._open(self._first)
