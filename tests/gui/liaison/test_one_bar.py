"""Large text on a small laptop: lists of liaison and directory have one bar each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.groups import RelationDraft, RelationKind
from sportsec.domain.liaison import LiaisonDraft
from sportsec.domain.words import LANGUAGES
from sportsec.services.commitments import add_commitment
from sportsec.services.groups import add_relation
from sportsec.services.liaison import log_call
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.ui.frame.wires import Wires
from sportsec.ui.main_window import MainWindow
from sportsec.ui.page import Page
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import apply_theme
from sportsec.ui.widgets.search_field import SearchField
from tests.builders import a_group
from tests.gui.fixtures.season import SmallSeason
from tests.gui.liaison.conftest import Do

LAPTOP = 1366, 720
MANY = 20
WORDING = "Les billets des visiteurs sont vendus au siège du club, 400 sur 500"
Speak = Callable[[str], None]


@pytest.fixture(params=LANGUAGES)
def large(
    request: pytest.FixtureRequest, qapp: QApplication, speak: Speak
) -> Iterator[None]:
    speak(request.param)
    apply_theme(qapp, "light", "200")
    yield
    apply_theme(qapp, "light")


@pytest.fixture
def filled(season: SmallSeason, change: Do) -> None:
    def fill(work: Work) -> None:
        club = work.get(Club, season.atlas)
        groups = [a_group(work, club, f"Ultras {n}") for n in range(MANY)]
        work.session.flush()
        for n in range(MANY):
            work.add(Contact(name_latin=f"Foulane {n}", club_id=season.atlas))
            about: Any = {"fixture_id": season.coming, "club_id": season.atlas}
            due = date(2026, 11, 23) + timedelta(n)
            add_commitment(work, CommitmentDraft(wording=WORDING, due_on=due, **about))
            who: Any = {"fixture_id": season.coming, "with_whom": "Le gardien"}
            log_call(work, LiaisonDraft(**who, gist=WORDING))
        for other in groups[1:]:
            draft = RelationDraft(other.id, RelationKind.HOSTILITY)
            add_relation(work, groups[0].id, draft)

    change(fill)


@pytest.fixture
def window(
    *,
    filled: None,
    large: None,
    runner: Runner,
    settings: Settings,
    qtbot: QtBot,
    tmp_path: Path,
) -> MainWindow:
    window = MainWindow(runner, settings, Wires(tmp_path))
    qtbot.addWidget(window)
    window.resize(*LAPTOP)
    window.show()
    window.open_first("home")
    return window


def rest(runner: Runner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: runner.is_idle)
    qtbot.wait(80)
    qtbot.waitUntil(lambda: runner.is_idle)


def is_in(area: QWidget, others: list[QAbstractScrollArea]) -> bool:
    return any(one is not area and one.isAncestorOf(area) for one in others)


def judge(page: Page) -> None:
    """Say that no bar lies inside another, and none goes sideways."""
    around = page.parentWidget()
    frame = around.parentWidget() if around is not None else None
    assert isinstance(frame, QAbstractScrollArea)
    areas = [frame, *filter(QWidget.isVisible, page.findChildren(QAbstractScrollArea))]
    scrolled = [each for each in areas if each.verticalScrollBar().maximum() > 0]
    assert [each for each in scrolled if is_in(each, scrolled)] == []
    sideways = [each for each in areas if each.horizontalScrollBar().maximum() > 0]
    assert sideways == []


def fields(page: Page) -> list[SearchField]:
    return [*filter(SearchField.isVisible, page.findChildren(SearchField))]


@pytest.mark.parametrize("key", ["liaison", "contacts", "groups", "clubs", "units"])
def test_a_page_of_lists_has_one_bar_and_none_sideways(
    window: MainWindow, runner: Runner, qtbot: QtBot, key: str
) -> None:
    window.go(key)
    page: Any = window.page(key)
    rest(runner, qtbot)
    tabs = getattr(page, "tabs", None)
    for at in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(at)
            rest(runner, qtbot)
        judge(page)
        for field in fields(page):
            letters = field.fontMetrics().horizontalAdvance("n" * 12)
            assert field._room().width() >= letters


def test_relations_as_a_list_have_one_bar(
    window: MainWindow, runner: Runner, qtbot: QtBot
) -> None:
    window.go("groups")
    page: Any = window.page("groups")
    page.tabs.setCurrentWidget(page.map)
    page.map.as_list.check.click()
    rest(runner, qtbot)
    judge(page)
