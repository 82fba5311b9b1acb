"""The tour leads through the real window, and never stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec import __version__
from sportsec.app.wiring import open_workspace
from sportsec.domain.words import LANGUAGES, N_
from sportsec.queries.clock import local_day
from sportsec.ui.frame.guide import SEEN
from sportsec.ui.frame.tour import STEPS, Tour, told
from sportsec.ui.main_window import MainWindow
from sportsec.ui.shell import Shell
from tests.builders import a_club, a_fixture
from tests.gui.frame.conftest import no_progress


@pytest.fixture
def cell_folder(cell_folder: Path) -> Path:
    """A workspace in which a match is to come."""
    workspace = open_workspace(cell_folder, no_progress)
    with workspace.writing() as work:
        day = local_day(work) + timedelta(2)
        a_fixture(work, a_club(work, "Atlas"), a_club(work, "Phare"), kick_off_date=day)
        work.commit(N_("Match planned"))
    workspace.close()
    return cell_folder


@pytest.fixture
def tour(window: MainWindow, qtbot: QtBot) -> Tour:
    window.actions_of["tour"].trigger()
    qtbot.waitUntil(lambda: window.guide.tour is not None)
    tour = window.guide.tour
    assert tour is not None
    return tour


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_stop_is_told_in_each_language(
    speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    stops = told(language)
    assert len(stops) == len(STEPS)
    assert all(title and text for title, text in stops)


def test_it_opens_each_page_and_frames_what_it_speaks_of(
    tour: Tour, window: MainWindow, qtbot: QtBot
) -> None:
    for step in STEPS:
        assert window.place is not None
        assert window.place.key == step.page
        assert tour.frame.isVisible()
        assert window.rect().contains(tour.card.geometry())
        qtbot.keyClick(tour.card.next, Qt.Key.Key_Space)
    assert not tour.card.isVisible()
    assert not tour.frame.isVisible()


def test_escape_ends_it_where_the_officer_is(
    tour: Tour, window: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(2):
        tour.card.next.click()
    qtbot.keyClick(tour.card.next, Qt.Key.Key_Escape)
    assert not tour.card.isVisible()
    assert window.place is not None
    assert window.place.key == "agenda"


def test_it_goes_back(tour: Tour) -> None:
    first = tour.card.title.text()
    tour.card.next.click()
    assert tour.card.title.text() != first
    tour.card.back.click()
    assert tour.card.title.text() == first
    assert not tour.card.back.isVisible()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_card_stands_under_the_start_of_the_menus(
    shell: Shell, language: str, qtbot: QtBot
) -> None:
    shell.switch("language", language)
    window = shell.window
    assert window is not None
    tour = Tour(window, window.go, window.guide._find)
    tour.start(None)
    while not tour.card.leave.isHidden():
        tour.card.next.click()
    card = tour.card.geometry()
    assert card.top() > window.menuBar().geometry().bottom()
    at_right = card.center().x() > window.rect().center().x()
    assert at_right == (language == "ar")


def test_without_a_match_its_file_is_left_out(tour: Tour) -> None:
    tour.start(None)
    kept = [step for step in STEPS if step.page != "match"]
    assert tour.card.count.text().endswith(f"of {len(kept)}")


def test_only_the_sample_is_called_invented(tour: Tour) -> None:
    def last_words() -> str:
        for _ in STEPS[1:]:
            tour.card.next.click()
        return tour.card.text.text()

    assert "invented" not in last_words()  # of a cell that is at work
    tour.start(tour._match, is_sample=True)
    assert "invented" in last_words()


def test_the_news_are_offered_once_after_an_update(
    shell: Shell, window: MainWindow, qtbot: QtBot
) -> None:
    assert shell.settings.text(SEEN) == __version__  # a first start is no update
    shell.settings.keep(SEEN, "0.0.1")
    window.guide.offer_news()
    assert __version__ in window.toast.label.text()
    window.toast.button.click()
    manual = window.guide.manual
    assert manual is not None
    qtbot.addWidget(manual)
    assert "What is new" in manual.text.toPlainText()
    window.toast.hide()
    window.guide.offer_news()
    assert not window.toast.isVisible()
