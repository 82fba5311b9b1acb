"""A phone number, written as people write it and kept in E.164 form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from sportsec.ui.language import tr
from sportsec.ui.widgets.field import Field, latin_digits, ltr_line

REGION = "MA"
PAUSE_MS = 400


class PhoneField(Field):
    """A phone number; a `str` in E.164 form ("+212661234567"), "" when empty.

    What cannot be read as a number is returned as it was typed, so that nothing is
    lost; `complaint` says so.
    """

    def __init__(self) -> None:
        super().__init__()
        self.line = ltr_line(20)
        self.line.setPlaceholderText("06 12 34 56 78")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._format)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._format)
        self.box.addWidget(self.line)
        self.box.addStretch(1)

    def value(self) -> str:
        """Return the number in E.164 form, or what was typed."""
        typed = latin_digits(self.line.text()).strip()
        return _e164(typed) or typed

    def set_value(self, value: Any) -> None:
        """Show a number as people write it; None shows nothing."""
        self.line.setText(_readable(value) if value else "")

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.line,)

    def complaint(self) -> str:
        """Say why the text is not taken."""
        typed = latin_digits(self.line.text()).strip()
        if typed and not _e164(typed):
            return tr("This is not a phone number.")
        return ""

    def _edited(self, _text: str) -> None:
        self._pause.start()
        self.changed.emit()

    def _format(self) -> None:
        """Write a complete number in its usual form; leave the others alone."""
        typed = latin_digits(self.line.text()).strip()
        at_end = self.line.cursorPosition() == len(self.line.text())
        if typed and at_end and _e164(typed):
            self.line.setText(_readable(typed))


def _e164(typed: str) -> str:
    import phonenumbers  # noqa: PLC0415 - 60 ms, and most forms have no phone

    try:
        number = phonenumbers.parse(typed, REGION)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _readable(text: str) -> str:
    import phonenumbers  # noqa: PLC0415 - as above

    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return text
    home = number.country_code == phonenumbers.country_code_for_region(REGION)
    kind = phonenumbers.PhoneNumberFormat
    style = kind.NATIONAL if home else kind.INTERNATIONAL
    return phonenumbers.format_number(number, style)
