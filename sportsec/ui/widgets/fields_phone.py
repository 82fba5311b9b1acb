"""A phone number, written as people write it and kept in E.164 form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from sportsec.i18n.phones import e164, is_dialled, kept, phone
from sportsec.ui.language import tr
from sportsec.ui.widgets.field import Field, latin_digits, ltr_line

PAUSE_MS = 400


class PhoneField(Field):
    """A phone number; a `str` in E.164 form ("+212661234567"), "" when empty.

    Short numbers such as 19 are kept as they are. What is no number is returned as it
    was typed, so that nothing is lost; `complaint` says so.
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
        return kept(typed)

    def set_value(self, value: Any) -> None:
        """Show a number as people write it; None shows nothing."""
        self.line.setText(phone(value) if value else "")

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.line,)

    def complaint(self) -> str:
        """Say why the text is not taken."""
        typed = latin_digits(self.line.text()).strip()
        if typed and not is_dialled(typed):
            return tr("This is not a phone number")
        return ""

    def _edited(self, _text: str) -> None:
        self._pause.start()
        self.changed.emit()

    def _format(self) -> None:
        """Write a complete number in its usual form; leave the others alone."""
        typed = latin_digits(self.line.text()).strip()
        at_end = self.line.cursorPosition() == len(self.line.text())
        if typed and at_end and e164(typed):
            self.line.setText(phone(typed))
