"""The page of contacts: people under one tab, organisations under the other."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent

from sportsec.queries.pickers import Named
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.contacts import ContactList
from sportsec.ui.pages.directory.organisations import OrganisationList
from sportsec.ui.pages.directory.tabbed_page import TabbedPage
from sportsec.ui.targets import FunctionTarget, VerifyTarget


class ContactsPage(TabbedPage):
    """Whom to call."""

    cares = frozenset(
        {
            *("contact", "organisation", "club", "supporter_group", "venue"),
            *("list_item", "commitment", "liaison_entry", "fixture"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        self.people = ContactList(desk)
        self.organisations = OrganisationList(desk)
        super().__init__(
            desk,
            tr("Contacts"),
            [
                (tr("People"), self.people, Named.CONTACT),
                (tr("Organisations"), self.organisations, Named.ORGANISATION),
            ],
        )

    def show_target(self, target: object) -> None:
        """Show a record, people of one function, or whom to call again."""
        if isinstance(target, VerifyTarget):
            self.tabs.setCurrentWidget(self.people)
            self.people.show_to_verify()
        elif isinstance(target, FunctionTarget):
            self.tabs.setCurrentWidget(self.people)
            self.people.show_function(target.role)
        else:
            super().show_target(target)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let what another page asked for end with the visit."""
        super().hideEvent(event)
        if not event.spontaneous() and self.people.end_visit():
            self._stale = True
