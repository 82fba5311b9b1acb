"""What the lists of the page of liaison have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sportsec.ui.pages.directory.record_list import RecordList
from sportsec.ui.targets import LedgerTarget


class LedgerList(RecordList):
    """A list of all matches that other pages lead to, searched and filtered.

    Its texts begin with what they are about: they are cut at their end.
    """

    def _lay_out(self) -> None:
        super()._lay_out()
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_target(self, target: LedgerTarget) -> None:
        """Show what another page asked for, whatever was searched for before."""
        self.choose(target)
        self.search.say(target.text)
        self._ask()

    def choose(self, target: LedgerTarget) -> None:
        """Set the filters as the target wants them."""
        raise NotImplementedError
