"""The history of every record can be reached from where the record is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from sportsec.domain.history import PART_OF
from sportsec.domain.words import N_
from sportsec.services.workspace import create, sample_names
from sportsec.store.base import Record
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.wires import Wires
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.history.dialog import HistoryDialog
from sportsec.ui.pages.risk.grid_dialog import GridDialog
from sportsec.ui.settings import Settings
from sportsec.ui.targets import LedgerTarget
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.table import TableView

#: Shown in the histories of the records that they are about.
ABOUT_OTHERS = {"twin"}
DAY = date(2026, 11, 24)


@pytest.fixture
def season(workspace: Workspace) -> Workspace:
    """The sample season, with a rating and a deployment of one of its matches."""
    with workspace.writing() as work:
        cell, command, city = sample_names()
        create(work, cell, command, city=city, sample_on=DAY)
        work.commit(N_("Workspace made"))
    return workspace


class Desk:
    """The window, and ways to its pages."""

    def __init__(self, window: MainWindow, season: Workspace, qtbot: QtBot) -> None:
        self.window, self.season, self.qtbot = window, season, qtbot

    def settle(self) -> None:
        runner = self.window.desk.runner
        self.qtbot.wait(60)
        self.qtbot.waitUntil(lambda: runner.is_idle)

    def open(self, page: str, target: object = None) -> Any:
        self.window.go(page, target)
        self.settle()
        return self.window.page(page)

    def first(self, table: str) -> UUID:
        """Return a live record of a table: the first that has a history of its own."""
        columns = Record.metadata.tables[table].c
        query = select(columns.id).where(columns.deleted_at.is_(None))
        with self.season.reading() as work:
            found = work.session.scalars(query.order_by(columns.id)).first()
        assert found is not None, table
        return UUID(str(found))

    def match(self) -> UUID:
        """Return a match that has a rating and a deployment."""
        rated = Record.metadata.tables["risk_assessment"].c
        posts = Record.metadata.tables["post"].c
        with self.season.reading() as work:
            query = select(rated.fixture_id).where(rated.deleted_at.is_(None))
            both = query.where(rated.fixture_id.in_(select(posts.fixture_id)))
            found = work.session.scalars(both.order_by(rated.id)).first()
        assert found is not None
        return UUID(str(found))

    def dialog(self) -> HistoryDialog:
        """Return the history that was opened."""
        found: list[HistoryDialog] = self.window.findChildren(HistoryDialog)
        self.qtbot.waitUntil(lambda: found[-1].view.history is not None)
        return found[-1]


@pytest.fixture
def desk(
    runner: Runner,
    settings: Settings,
    season: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
) -> Desk:
    window = MainWindow(runner, settings, Wires(tmp_path))
    qtbot.addWidget(window)
    window.resize(1280, 820)
    window.show()
    window.open_first("agenda")
    return Desk(window, season, qtbot)


def from_list(page: str, name: str) -> Callable[[Desk], object]:
    """Choose the record in its list and press the button beside it."""

    def way(desk: Desk) -> object:
        shown = desk.open(page)
        records = getattr(shown, name)
        if hasattr(shown, "tabs"):
            shown.tabs.setCurrentWidget(records)
        desk.settle()
        record = records.model.id_at(0)
        records.table.select(record)
        desk.settle()
        if records.panel is None:
            return from_menu(records.table)
        return records.panel.history_button.click()

    return way


def from_menu(table: TableView) -> None:
    (action,) = (a for a in table.row_menu().actions() if a.text() == "History")
    action.trigger()


def of_venue(desk: Desk) -> None:
    desk.open("venue", desk.first("venue")).history_button.click()


def of_meeting(desk: Desk) -> None:
    desk.open("meeting", desk.first("meeting")).history_button.click()


def of_ledger(table: str) -> Callable[[Desk], object]:
    """Choose the first one on its tab of the page of liaison."""

    def way(desk: Desk) -> object:
        records = desk.open("liaison", LedgerTarget(table)).tabs.currentWidget()
        records.table.select(records.model.id_at(0))
        desk.settle()
        return records.panel.history_button.click()

    return way


def of_entry(desk: Desk) -> None:
    page = desk.open("units")
    page.ranks.view.setCurrentRow(0)
    page.ranks.history_button.click()


def of_cell(desk: Desk) -> None:
    desk.open("settings").history.click()


def of_match(desk: Desk) -> None:
    page = desk.open("agenda")
    page.table.selectRow(0)
    from_menu(page.table)


def on_tab(desk: Desk, key: str) -> Any:
    page = desk.open("match", (desk.match(), key))
    desk.settle()
    return page.tab


def of_rating(desk: Desk) -> None:
    on_tab(desk, "risk").board.history.trigger()


def of_grid(desk: Desk) -> None:
    on_tab(desk, "risk").edit_grid()
    (dialog,) = desk.window.findChildren(GridDialog)
    dialog.history.click()


def of_post(desk: Desk) -> None:
    tab = on_tab(desk, "deployment")
    tab.board.lists.setCurrentIndex(0)
    tab.board.post_table.selectRow(0)
    tab.board.history.click()


def of_detachment(desk: Desk) -> None:
    tab = on_tab(desk, "deployment")
    tab.board.lists.setCurrentIndex(1)
    tab.board.detachment_table.selectRow(0)
    tab.board.history.click()


WAYS: dict[str, Callable[[Desk], object]] = {
    "cell": of_cell,
    "club": from_list("clubs", "list"),
    "command": from_list("units", "commands"),
    "commitment": of_ledger("commitment"),
    "competition": from_list("competitions", "competitions"),
    "contact": from_list("contacts", "people"),
    "detachment": of_detachment,
    "fixture": of_match,
    "liaison_entry": of_ledger("liaison_entry"),
    "list_item": of_entry,
    "meeting": of_meeting,
    "organisation": from_list("contacts", "organisations"),
    "post": of_post,
    "risk_assessment": of_rating,
    "risk_grid": of_grid,
    "season": from_list("competitions", "seasons"),
    "supporter_group": from_list("groups", "list"),
    "unit": from_list("units", "units"),
    "venue": of_venue,
}


def shown_with(table: str) -> str:
    """Return the record in whose history one of a table stands."""
    while table not in WAYS and table in PART_OF:
        column = Record.metadata.tables[table].c[PART_OF[table]]
        table = next(iter(column.foreign_keys)).column.table.name
    return table


def test_no_table_is_without_a_way_to_its_history() -> None:
    tables = set(Record.metadata.tables)
    assert {shown_with(each) for each in tables - ABOUT_OTHERS} == set(WAYS)


def test_the_history_is_reached_from_every_record(desk: Desk) -> None:
    for kind, way in WAYS.items():
        way(desk)
        dialog = desk.dialog()
        shown = dialog.view.history
        assert shown is not None, kind
        assert shown.record.kind == kind
        assert shown.episodes, kind
        for window in (dialog, *desk.window.findChildren(GridDialog)):
            window.reject()
            window.deleteLater()
        desk.settle()

    tab = on_tab(desk, "history")
    desk.settle()
    assert tab.view.history.record.kind == "fixture"
    kinds = {
        change.record.kind
        for episode in tab.view.history.episodes
        for change in episode.changes
    }
    assert {"fixture", "risk_item"} <= kinds
