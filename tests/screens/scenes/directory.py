"""The directory: files, forms and tabs besides the plain pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.listing import by
from sportsec.queries.clubs import CLUBS, ClubFilter
from sportsec.queries.competitions import (
    COMPETITIONS,
    SEASONS,
    CompetitionFilter,
    SeasonFilter,
)
from sportsec.queries.groups import GROUPS, GroupFilter, relations_of
from sportsec.queries.organisations import ORGANISATIONS, OrganisationFilter
from sportsec.queries.people import CONTACTS, ContactFilter
from sportsec.queries.units import COMMANDS, UNITS, CommandFilter, UnitFilter
from sportsec.queries.venues import VENUES, VenueFilter
from sportsec.ui.pages.directory.relations import open_relation
from sportsec.ui.targets import NEW
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.screens.stage import Scene, Stage


def _first(stage: Stage, source: Any, wanted: Any, order: str = "name") -> UUID:
    """Return the first record of a list, by name."""

    def ask(work: Any) -> UUID:
        found: UUID = source.ids(work, wanted, by(order), 1)[0]
        return found

    return stage.ask(ask)


def _dialog(stage: Stage, records: Any) -> QWidget:
    """Wait for the form that a list has opened; a long one is made higher."""
    stage.settle()
    dialogs = [each for each in records.children() if isinstance(each, FormDialog)]
    dialog: FormDialog = dialogs[-1]
    if dialog._scroll.verticalScrollBar().maximum() > 0:
        dialog.resize(max(760, dialog.width()), 900)  # wider with large text
    return dialog


def _form(key: str, source: Any, wanted: Any) -> Callable[[Stage], QWidget]:
    def build(stage: Stage) -> QWidget:
        page: Any = stage.open(key)
        records = getattr(page, "list", None) or page.tabs.currentWidget()
        records.edit(_first(stage, source, wanted))
        return _dialog(stage, records)

    return build


def _form_in(
    key: str, at: int, source: Any, wanted: Any, order: str = "name"
) -> Callable[[Stage], QWidget]:
    """Open the form of the first record of a tab."""

    def build(stage: Stage) -> QWidget:
        page: Any = stage.open(key)
        page.tabs.setCurrentIndex(at)
        stage.settle()
        records = page.tabs.currentWidget()
        records.edit(_first(stage, source, wanted, order))
        return _dialog(stage, records)

    return build


def _tab(key: str, at: int) -> Callable[[Stage], QWidget]:
    def build(stage: Stage) -> QWidget:
        page: Any = stage.open(key)
        page.tabs.setCurrentIndex(at)
        stage.settle()
        window: QWidget = stage.window
        page.tabs.setCurrentIndex(at)
        return window

    return build


def _venue(at: int) -> Callable[[Stage], QWidget]:
    def build(stage: Stage) -> QWidget:
        page: Any = stage.open("venue", _first(stage, VENUES, VenueFilter()))
        page.tabs.setCurrentIndex(at)
        window: QWidget = stage.window
        return window

    return build


def _new_venue(stage: Stage) -> QWidget:
    page: Any = stage.open("venue", NEW)
    page.tabs.setCurrentIndex(0)
    stage.settle()
    window: QWidget = stage.window
    return window


def _relation(stage: Stage) -> QWidget:
    page: Any = stage.open("groups")
    group = _first(stage, GROUPS, GroupFilter())
    rows = stage.ask(lambda work: relations_of(work, group))
    return open_relation(page.list.panel, group, rows[0] if rows else None)


def _empty_search(stage: Stage) -> QWidget:
    page: Any = stage.open("clubs")
    page.list.search.setText("zzzz")
    stage.settle()
    window: QWidget = stage.window
    return window


def _reset_search(stage: Stage) -> QWidget:
    page: Any = stage.open("clubs")
    page.list.search.clear()
    stage.settle()
    window: QWidget = stage.window
    return window


SCENES = [
    Scene("club-form", _form("clubs", CLUBS, ClubFilter())),
    Scene("club-search-empty", _empty_search),
    Scene("club-search-cleared", _reset_search),
    Scene("venue-sectors", _venue(0)),
    Scene("venue-gates", _venue(1)),
    Scene("venue-particulars", _venue(2)),
    Scene("venue-new", _new_venue),
    Scene("group-form", _form("groups", GROUPS, GroupFilter())),
    Scene("group-relation", _relation),
    Scene("contact-form", _form("contacts", CONTACTS, ContactFilter())),
    Scene("contact-organisations", _tab("contacts", 1)),
    Scene(
        "organisation-form",
        _form_in("contacts", 1, ORGANISATIONS, OrganisationFilter()),
    ),
    Scene("unit-form", _form("units", UNITS, UnitFilter())),
    Scene("unit-commands", _tab("units", 1)),
    Scene("command-form", _form_in("units", 1, COMMANDS, CommandFilter())),
    Scene("unit-lists", _tab("units", 2)),
    Scene("competition-form", _form("competitions", COMPETITIONS, CompetitionFilter())),
    Scene("competition-seasons", _tab("competitions", 1)),
    Scene("season-form", _form_in("competitions", 1, SEASONS, SeasonFilter(), "label")),
]
