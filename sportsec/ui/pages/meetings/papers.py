"""Which paper of a meeting is the one to print now: the eye and the keys go there."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from sportsec.domain.meetings import MeetingStatus
from sportsec.queries.meetings import MeetingFile
from sportsec.ui.icons import icon
from sportsec.ui.keys import HeardButton
from sportsec.ui.theme import restyle


class PaperButtons:
    """The buttons of both papers; before the meeting the convocation is the first."""

    def __init__(
        self, page: QWidget, convocation: QPushButton, minutes: QPushButton
    ) -> None:
        self._convocation, self._minutes = convocation, minutes
        self._each = [
            (button, name, HeardButton(page, button, "here.print", button.text()))
            for button, name in ((convocation, "send"), (minutes, "print"))
        ]

    def show_file(self, file: MeetingFile) -> None:
        """Let the paper stand out that is wanted at this hour of a meeting."""
        is_planned = file.draft.status is MeetingStatus.PLANNED
        is_now = file.draft.meets_at is not None and file.has_begun
        wanted = self._convocation if is_planned and not is_now else self._minutes
        for button, name, keys in self._each:
            is_first = button is wanted
            button.setProperty("primary", is_first)
            button.setIcon(icon(name, "accent_ink" if is_first else "soft"))
            restyle(button)
            keys.setEnabled(is_first)
            if is_first:
                keys.follow()
            else:
                button.setToolTip("")
