"""The number on the rail: how much waits for a decision in the exchange."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sportsec.ui.frame.rail import Rail
from sportsec.ui.tasks import Runner, Work

PAGE = "exchange"


class Waiting(QObject):
    """Counts after each act; only what is open is looked at."""

    def __init__(self, parent: QObject, runner: Runner, rail: Rail) -> None:
        super().__init__(parent)
        self._runner = runner
        self._rail = rail
        runner.changed.connect(self._on_changed)

    def _on_changed(self, _tables: frozenset[str]) -> None:
        """Follow every change; a method, so that Qt forgets it with the window."""
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        if PAGE in self._rail.buttons:
            self._runner.read(self, "waiting", _count, self._show, lane="survey")

    def _show(self, count: int) -> None:
        self._rail.show_count(PAGE, count)


def _count(work: Work) -> int:
    from sportsec.queries.inbox import count_inbox  # noqa: PLC0415 - lane

    return count_inbox(work)
