"""What is done with a meeting as it goes on; no button takes another's place."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from sportsec.domain.meetings import MeetingStatus, Signature
from sportsec.queries.meetings import MeetingFile
from sportsec.ui.language import tr


class ActButtons:
    """The buttons that come and go in the title row of a meeting.

    An act that was done is greyed out, and gone when the meeting is seen again. The
    signing comes where the convocation stood: no second click of "held" falls there.
    """

    def __init__(
        self, held: QPushButton, convocation: QPushButton, signed: QPushButton
    ) -> None:
        self._held, self._convocation, self._signed = held, convocation, signed
        self._offered: set[QPushButton] = set()  # since the meeting is on view

    def forget(self) -> None:
        """Take no more room for what was done, from the next `show_file` on."""
        self._offered.clear()

    def show_file(self, file: MeetingFile) -> None:
        """Let be done what the meeting is ready for."""
        is_ahead = file.entry.status is MeetingStatus.PLANNED
        is_held = file.entry.status is MeetingStatus.HELD
        is_unsigned = file.draft.signature is Signature.NONE
        may_sign = (is_held and is_unsigned) or file.is_changed
        self._signed.setText(
            tr("Minutes signed again") if file.is_changed else tr("Minutes signed")
        )
        self._held.setVisible(self._is_offered(self._held, now=is_ahead))
        self._held.setEnabled(is_ahead and file.has_begun)
        self._convocation.setVisible(is_ahead)
        was_to_sign = self._is_offered(self._signed, now=may_sign) and not is_ahead
        self._signed.setVisible(may_sign or was_to_sign)
        self._signed.setEnabled(may_sign)
        self._make_even()

    def _is_offered(self, button: QPushButton, *, now: bool) -> bool:
        if now:
            self._offered.add(button)
        return button in self._offered

    def _make_even(self) -> None:
        """Give the two that follow each other one width: nothing beside them moves."""
        pair = (self._convocation, self._signed)
        width = max(each.sizeHint().width() for each in pair)
        for button in pair:
            button.setMinimumWidth(width)
