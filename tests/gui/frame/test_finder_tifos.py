"""Who types "tifo" is led to requests for tifos: they have no name to be found by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec.i18n.formats import ZONE
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.finder_entries import Entry
from sportsec.ui.frame.place import Place
from sportsec.ui.main_window import MainWindow
from sportsec.ui.shell import Shell
from sportsec.ui.targets import TIFOS
from tests.builders import a_club, a_fixture, a_group, a_request


def add_request(shell: Shell) -> UUID:
    workspace: Workspace | None = shell.runner.workspace
    assert workspace is not None
    with workspace.writing() as work:
        atlas = a_club(work)
        day = datetime.now(ZONE).date() + timedelta(days=2)
        match = a_fixture(
            *(work, atlas, a_club(work, "Rif")), kick_off_date=day, kick_off_at=None
        )
        a_request(work, match, a_group(work, atlas))
        found: UUID = match.id
        work.commit("Request added")
    return found


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk.runner.is_idle)


@pytest.fixture
def types(window: MainWindow, qtbot: QtBot) -> Callable[[str], list[Entry]]:
    """Type into the field and return what it offers."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def types(text: str) -> list[Entry]:
        field = window.top.search
        field.open()
        field.setText(text)
        qtbot.waitUntil(lambda: not field.is_waiting)
        settle(window, qtbot)
        return field.shown().entries()

    return types


def test_requests_for_tifos_are_found_in_every_language(
    types: Callable[[str], list[Entry]],
) -> None:
    for typed in ("tifo", "tifos", "تيفو", "التيفو", "demandes de tifo"):
        assert types(typed)[0].name == "tifos", typed


def test_the_search_leads_to_the_requests_of_the_next_match(
    shell: Shell,
    window: MainWindow,
    types: Callable[[str], list[Entry]],
    qtbot: QtBot,
) -> None:
    types("tifo")
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    settle(window, qtbot)
    said = "No match to come has a request for a tifo."
    assert window.toast.label.text() == said
    match = add_request(shell)
    types("tifo")
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.place == Place("match", (match, TIFOS))
