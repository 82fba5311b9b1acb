"""The backup of the day: made in the background at the first use of each day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from sportsec.ui.tasks import Progress, Runner

#: The first page has been painted by then.
PAUSE_MS = 3000


class DailyBackup(QObject):
    """Looks after opening and after acts whether the day has its backup.

    Args:
        make: Makes it if there is none yet; what it returns is None if there was one.
    """

    def __init__(self, runner: Runner, make: Callable[[Progress], object]) -> None:
        super().__init__(runner)
        self._runner = runner
        self._make = make
        self._seen_to: date | None = None
        self.clock = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.clock.timeout.connect(self._begin)
        runner.opened.connect(self.clock.start)
        runner.changed.connect(self._on_changed)

    def _on_changed(self, _touched: object) -> None:
        """A program left open overnight: the first act of the day."""
        if self._seen_to != date.today():  # noqa: DTZ011 - the day on the wall
            self.clock.start()

    def _begin(self) -> None:
        if self._runner.workspace is None:
            return
        self._seen_to = date.today()  # noqa: DTZ011 - as above
        self._runner.tend(self, "daily", self._make, self._made)

    def _made(self, made: object) -> None:
        if made is not None:
            self._runner.backed_up.emit()
