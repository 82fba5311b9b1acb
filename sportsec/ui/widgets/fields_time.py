"""Dates and times, typed as people write them and shown as dd/mm/yyyy and 24 h.

They are lines of text, left to right even in Arabic: Qt's own date editors turn their
sections round under right-to-left (platform.md §4).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from sportsec.domain.typed_moment import (
    Typed,
    month_too_short,
    read_typed,
    read_typed_hour,
)
from sportsec.i18n.formats import (
    ZONE,
    day_name,
    long_date,
    month_name,
    short_date,
    short_day_name,
)
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, translator
from sportsec.ui.widgets.day_chooser import DayChooser
from sportsec.ui.widgets.elided import ElidedLabel
from sportsec.ui.widgets.field import Field, ltr_line


def parse_time(text: str) -> time | None:
    """Read an hour as people type it; None if it is none."""
    try:
        return read_typed_hour(text)
    except ValueError:
        return None


def _typed(text: str, since: date | None = None) -> Typed:
    try:
        return read_typed(text, datetime.now(ZONE).date(), since)
    except ValueError:
        return Typed()


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

    It takes "sam 20h", "+3d" or "demain" too, says in words what it understood, and
    hands an hour typed with the day to the field of the hour. Arrow keys step, the
    button opens a calendar.

    Args:
        since: The day that is to be another: "sat" and "+3d" count from it.
    """

    hour_typed = Signal(object)

    def __init__(self, since: date | None = None) -> None:
        super().__init__(12, tr("dd/mm/yyyy"))
        self._since = since
        self.line.setToolTip(tr("Also accepts: Sat 20:00, tomorrow, +3d"))
        self.button = QToolButton()
        self.button.setIcon(icon("calendar"))
        self.button.setAccessibleName(tr("Choose a day"))
        self.button.setToolTip(tr("Choose a day"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._choose)
        self.box.addWidget(self.button)
        self.said = ElidedLabel("caption")
        self.box.addWidget(self.said, 1)
        self.line.textChanged.connect(self._say)

    def value(self) -> date | None:
        """Return the day; None when empty or not a date."""
        return _typed(self.line.text(), self._since).day

    def set_value(self, value: Any) -> None:
        """Show a day; None shows nothing."""
        self.line.setText(short_date(value))

    def least_width(self) -> int:
        """Return the width in which the name of the day is whole."""
        return super().least_width() + self.said.whole_width()

    def complaint(self) -> str:
        """Say why the text is not taken."""
        text = self.line.text()
        if not text.strip() or self.value() is not None:
            return ""
        short = month_too_short(text)
        if short is None:
            return tr("This is not a date; write it as 23/11/2026")
        month, days = short
        return tr(
            "There is no such day: {month} {year} has {days} days",
            month=month_name(month.month, translator().language),
            year=month.year,
            days=days,
        )

    def _rewrite(self) -> None:
        hour_of_day = _typed(self.line.text(), self._since).hour
        super()._rewrite()
        if hour_of_day is not None:
            self.hour_typed.emit(hour_of_day)

    def _say(self, text: str) -> None:
        """Say beside the line which day it is; in full while it is typed in short."""
        day, hour_of_day = _typed(text, self._since)
        if day is None:
            self.said.show_text("")
        elif text == short_date(day):
            language = translator().language
            name = day_name(day, language)
            self.said.show_text(name, short_day_name(day, language))
        else:
            clock = f" {hour_of_day:%H:%M}" if hour_of_day else ""
            self.said.show_text(long_date(day, translator().language) + clock)

    def _step(self, by: int) -> None:
        self.set_value((self.value() or datetime.now(ZONE).date()) + timedelta(by))
        self.changed.emit()

    def _choose(self) -> None:
        def take(day: date) -> None:
            self.set_value(day)
            self.changed.emit()

        chooser = DayChooser(self.value(), self)
        chooser.chosen.connect(take)
        chooser.open_below(self.line)


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

    def take(self, hour_of_day: time) -> None:
        """Show an hour that was typed elsewhere, as an edit of the officer's."""
        self.set_value(hour_of_day)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click takes the whole hour: Qt stops at its colon."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.line.event(event)  # so that the mouse may tremble before the release
            self.line.selectAll()
            return True
        return super().eventFilter(watched, event)

    def complaint(self) -> str:
        """Say why the text is not taken."""
        if self.line.text().strip() and self.value() is None:
            return tr("This is not a time; write it as 19:30")
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
        self.day.hour_typed.connect(self.clock.take)
        self.box.addWidget(self.day.said, 1)

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
            return tr("Day and time are both needed")
        return ""
