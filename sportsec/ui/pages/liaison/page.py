"""The page of liaison: the ledger of promises, the log of calls, of all matches."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.words import N_
from sportsec.queries.liaison import ledger_of
from sportsec.ui.by_name import named
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.tabbed_page import TabbedPage
from sportsec.ui.pages.liaison.ledger_list import LedgerList
from sportsec.ui.targets import LedgerTarget

#: The tabs: English msgid, and "module:Class" of a list made with the desk. They are
#: imported when the page is made, so that their modules may use what is shared here.
TABS: tuple[tuple[str, str], ...] = (
    (
        N_("Promises and decisions"),
        "sportsec.ui.pages.liaison.commitment_list:CommitmentList",
    ),
    (N_("Calls and visits"), "sportsec.ui.pages.liaison.entry_list:EntryList"),
    (N_("Meetings"), "sportsec.ui.pages.meetings.list:MeetingList"),
)


class LiaisonPage(TabbedPage):
    """What was arranged with others, whichever match it is of."""

    cares = frozenset(
        {
            *("commitment", "liaison_entry", "meeting", "participant", "fixture"),
            *("contact", "club", "supporter_group", "organisation", "venue"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        lists = [(tr(title), _made(name, desk), None) for title, name in TABS]
        super().__init__(desk, tr("Liaison"), lists)

    def show_target(self, target: object) -> None:
        """Show the list of one table, searched and filtered, or one promise or call."""
        if isinstance(target, LedgerTarget):
            for ledger in self._ledger(target.table):
                ledger.show_target(target)
        elif isinstance(target, UUID):
            self._show_record(target)

    def _show_record(self, record_id: UUID) -> None:
        def shown(table: str) -> None:
            for ledger in self._ledger(table):
                ledger.select(record_id)

        self.desk.runner.read(
            self, "ledger", lambda work: ledger_of(work, record_id), shown
        )

    def _ledger(self, table: str) -> Iterator[LedgerList]:
        """Bring the list of a table to the front."""
        for at in range(self.tabs.count()):
            shown = self.tabs.widget(at)
            if isinstance(shown, LedgerList) and shown.table_name == table:
                self.tabs.setCurrentIndex(at)
                yield shown


def _made(name: str, desk: Desk) -> QWidget:
    made: QWidget = named(name)(desk)
    return made
