"""Fields that only matches have: an hour of the match day, a season, a sector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.fixtures import HOME_ZONE
from sportsec.domain.folding import fold
from sportsec.domain.kick_off import is_skipped, local_hour, local_moment
from sportsec.queries.agenda_choices import season_choices, season_label
from sportsec.ui.language import tr
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields_choice import RecordField
from sportsec.ui.widgets.fields_time import TimeField


class HourField(Field):
    """An hour on the day of the match; an aware `datetime` in UTC, or None.

    Args:
        day: Gives the local day, which another field may hold.
        zone: In whose time the hour is typed.
    """

    def __init__(self, day: Callable[[], date | None], zone: str = HOME_ZONE) -> None:
        super().__init__()
        self._day = day
        self._zone = zone
        self.clock = TimeField()
        self.clock.changed.connect(self.changed)
        self.box.addWidget(self.clock)
        self.box.addStretch(1)

    def value(self) -> datetime | None:
        """Return the moment; None while day or hour are missing."""
        day, hour = self._day(), self.clock.value()
        if day is None or hour is None:
            return None
        return local_moment(day, hour, self._zone)

    def set_value(self, value: Any) -> None:
        """Show the local hour of a moment; None shows nothing."""
        self.clock.set_value(None if value is None else local_hour(value, self._zone))

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return self.clock.inputs()

    def complaint(self) -> str:
        """Say why the text is not taken: no hour, or one that clocks skip."""
        day, hour = self._day(), self.clock.value()
        if day and hour and is_skipped(day, hour, self._zone):
            return tr("The clocks go forward that night: this hour does not exist")
        return self.clock.complaint()


def season_field(runner: Runner) -> RecordField:
    """Return a field that offers the seasons, the latest first."""

    def find(work: Work, text: str) -> Sequence[tuple[UUID, str]]:
        wanted = fold(text)
        return [pair for pair in season_choices(work) if wanted in fold(pair[1])]

    return RecordField(runner, find, season_label, tr("Such as 2026-2027"))
