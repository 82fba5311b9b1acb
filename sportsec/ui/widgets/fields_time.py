"""Dates and times, typed as people write them and shown as dd/mm/yyyy and 24 h.

They are lines of text, left to right even in Arabic: Qt's own date editors turn their
sections round under right-to-left (platform.md §4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from sportsec.i18n.formats import ZONE
from sportsec.ui.icons import icon
from sportsec.ui.language import locale, tr
from sportsec.ui.widgets.field import Field, latin_digits, ltr_line

_CENTURY = 2000


def parse_date(text: str) -> date | None:
    """Read day, month, year with any separator, or 2026-11-23; None if it is none."""
    numbers = [int(part) for part in re.findall(r"\d+", latin_digits(text))]
    if len(numbers) == 1 and len(latin_digits(text).strip()) in {6, 8}:
        digits = latin_digits(text).strip()
        numbers = [int(digits[:2]), int(digits[2:4]), int(digits[4:])]
    if len(numbers) != 3:
        return None
    day, month, year = reversed(numbers) if numbers[0] > 31 else numbers
    try:
        return date(year + _CENTURY if year < 100 else year, month, day)
    except ValueError:
        return None


def parse_time(text: str) -> time | None:
    """Read 19:30, 19h30, 19.30, 1930 or 19; None if it is none."""
    digits = latin_digits(text).strip().lower()
    found = re.fullmatch(r"(\d{1,2})\s*[:h.]?\s*(\d{2})?\s*h?", digits)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class _TypedField(Field):
    """A line that is read and rewritten in its usual form when left."""

    def __init__(self, chars: int, example: str) -> None:
        super().__init__()
        self.line = ltr_line(chars)
        self.line.setPlaceholderText(example)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.editingFinished.connect(self._rewrite)
        self.line.installEventFilter(self)
        self.box.addWidget(self.line)

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.line,)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow up and down step through the values."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _rewrite(self) -> None:
        found = self.value()
        if found is not None:
            self.set_value(found)

    def _step(self, by: int) -> None:
        raise NotImplementedError


class DateField(_TypedField):
    """A day; a `date`, or None when empty.

    Arrow keys step, the button opens a calendar.
    """

    def __init__(self) -> None:
        super().__init__(10, tr("dd/mm/yyyy"))
        self.button = QToolButton()
        self.button.setIcon(icon("calendar"))
        self.button.setAccessibleName(tr("Choose a day"))
        self.button.setToolTip(tr("Choose a day"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._choose)
        self.box.addWidget(self.button)
        self.box.addStretch(1)

    def value(self) -> date | None:
        """Return the day; None when empty or not a date."""
        return parse_date(self.line.text())

    def set_value(self, value: Any) -> None:
        """Show a day; None shows nothing."""
        self.line.setText(f"{value:%d/%m/%Y}" if value else "")

    def complaint(self) -> str:
        """Say why the text is not taken."""
        if self.line.text().strip() and self.value() is None:
            return tr("This is not a date; write it as 23/11/2026.")
        return ""

    def _step(self, by: int) -> None:
        self.set_value((self.value() or datetime.now(ZONE).date()) + timedelta(by))
        self.changed.emit()

    def _choose(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "card")
        calendar = QCalendarWidget()
        calendar.setLocale(locale())
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        shown = self.value()
        if shown:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))

        def take(day: QDate) -> None:
            self.set_value(date(day.year(), day.month(), day.day()))
            self.changed.emit()
            popup.close()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        box = QVBoxLayout(popup)
        box.setContentsMargins(6, 6, 6, 6)
        box.addWidget(calendar)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        popup.show()
        calendar.setFocus()


class TimeField(_TypedField):
    """A time of day; a `time`, or None when empty. Arrow keys step by a quarter."""

    def __init__(self) -> None:
        super().__init__(6, tr("hh:mm"))
        self.box.addStretch(1)

    def value(self) -> time | None:
        """Return the time; None when empty or not a time."""
        return parse_time(self.line.text())

    def set_value(self, value: Any) -> None:
        """Show a time; None shows nothing."""
        self.line.setText(f"{value:%H:%M}" if value else "")

    def complaint(self) -> str:
        """Say why the text is not taken."""
        if self.line.text().strip() and self.value() is None:
            return tr("This is not a time; write it as 19:30.")
        return ""

    def _step(self, by: int) -> None:
        now = self.value() or time(12)
        minutes = (now.hour * 60 + now.minute + 15 * by) % (24 * 60)
        self.set_value(time(minutes // 60, minutes % 60))
        self.changed.emit()


class DateTimeField(Field):
    """A moment; an aware `datetime` in UTC, or None when empty.

    Shown and typed in the time of the cell (Africa/Casablanca, with its change
    of clocks).
    """

    def __init__(self) -> None:
        super().__init__()
        self.day = DateField()
        self.clock = TimeField()
        for part, name in ((self.day, tr("day")), (self.clock, tr("time"))):
            part.line.setProperty("part", name)
            part.changed.connect(self.changed)
            self.box.addWidget(part)
        self.box.addStretch(1)

    def value(self) -> datetime | None:
        """Return the moment; None while day or time are missing."""
        day, clock = self.day.value(), self.clock.value()
        if day is None or clock is None:
            return None
        return datetime.combine(day, clock, tzinfo=ZONE).astimezone(UTC)

    def set_value(self, value: Any) -> None:
        """Show a moment; None shows nothing."""
        local = value.astimezone(ZONE) if value else None
        self.day.set_value(local.date() if local else None)
        self.clock.set_value(local.time() if local else None)

    def inputs(self) -> Sequence[QWidget]:
        """Return the two lines."""
        return (self.day.line, self.clock.line)

    def complaint(self) -> str:
        """Say why the texts are not taken."""
        own = self.day.complaint() or self.clock.complaint()
        if own:
            return own
        if (self.day.value() is None) != (self.clock.value() is None):
            return tr("Day and time are both needed.")
        return ""
