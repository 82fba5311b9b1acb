"""The list of pages: one line each; a page is imported when it is opened first."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page.

    Args:
        key: What `desk.go(key)` names.
        title: English msgid for the rail.
        icon: File in `resources/icons` without its ending.
        factory: "package.module:Class"; called with the `Desk`.
        group: Pages of one group stand together on the rail; "" keeps it off the rail
            ("bottom" puts it at its end).
    """

    key: str
    title: str
    icon: str
    factory: str
    group: str = ""

    def make(self, desk: Desk) -> Page:
        """Import and build the page."""
        module, _, name = self.factory.partition(":")
        kind: Callable[[Desk], Page] = getattr(importlib.import_module(module), name)
        return kind(desk)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        "home",
        N_("Next 7 days"),
        "home",
        "sportsec.ui.pages.home.page:HomePage",
        group="work",
    ),
    PageSpec(
        "agenda",
        N_("Agenda"),
        "agenda",
        "sportsec.ui.pages.agenda.page:AgendaPage",
        group="work",
    ),
    PageSpec(
        "intake",
        N_("Intake"),
        "intake",
        "sportsec.ui.pages.intake.page:IntakePage",
        group="work",
    ),
    PageSpec(
        "liaison",
        N_("Liaison"),
        "phone",
        "sportsec.ui.pages.liaison.page:LiaisonPage",
        group="work",
    ),
    PageSpec(
        "meeting",
        N_("Meeting"),
        "contacts",
        "sportsec.ui.pages.meetings.page:MeetingPage",
    ),
    PageSpec(
        "exchange",
        N_("Exchange"),
        "exchange",
        "sportsec.ui.pages.exchange.page:ExchangePage",
        group="work",
    ),
    PageSpec(
        "match", N_("Match file"), "match", "sportsec.ui.pages.match.page:MatchPage"
    ),
    PageSpec(
        "clubs",
        N_("Clubs"),
        "clubs",
        "sportsec.ui.pages.directory.clubs:ClubsPage",
        group="directory",
    ),
    PageSpec(
        "venues",
        N_("Stadiums"),
        "venues",
        "sportsec.ui.pages.directory.venues:VenuesPage",
        group="directory",
    ),
    PageSpec(
        "venue",
        N_("Stadiums"),
        "venues",
        "sportsec.ui.pages.directory.venue_page:VenuePage",
    ),
    PageSpec(
        "groups",
        N_("Supporter groups"),
        "groups",
        "sportsec.ui.pages.directory.groups_page:GroupsPage",
        group="directory",
    ),
    PageSpec(
        "contacts",
        N_("Contacts"),
        "contacts",
        "sportsec.ui.pages.directory.contacts_page:ContactsPage",
        group="directory",
    ),
    PageSpec(
        "units",
        N_("Units"),
        "units",
        "sportsec.ui.pages.directory.units_page:UnitsPage",
        group="directory",
    ),
    PageSpec(
        "competitions",
        N_("Competitions"),
        "competitions",
        "sportsec.ui.pages.directory.competitions:CompetitionsPage",
        group="directory",
    ),
    PageSpec(
        "history",
        N_("History"),
        "history",
        "sportsec.ui.pages.history.page:HistoryPage",
        group="bottom",
    ),
    PageSpec(
        "backups",
        N_("Backups"),
        "save",
        "sportsec.ui.pages.backups.page:BackupsPage",
    ),
    PageSpec("keys", N_("Keys"), "keyboard", "sportsec.ui.frame.keys_page:KeysPage"),
    PageSpec(
        "settings",
        N_("Settings"),
        "settings",
        "sportsec.ui.pages.settings:SettingsPage",
        group="bottom",
    ),
)
