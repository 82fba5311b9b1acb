"""Pages out of sight keep their old colours until they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.desk import Desk
from sportsec.ui.frame.page_frame import PageFrame
from sportsec.ui.page import Page
from sportsec.ui.theme import Shade, restyle
from sportsec.ui.widgets.cards import text_label

Dress = Callable[[Shade], None]


class Watched(QLabel):
    """Counts how often it is dressed anew."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.times += event.type() == QEvent.Type.StyleChange


class Pages(QStackedWidget):
    """Two pages, the first of them on view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        for name in ("One", "Two"):
            page = Page(desk, name, "below it")
            button = page.add_button("Press", lambda: None, "close", primary=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            page.watched = Watched("watched")
            page.problem = text_label("wrong", "problem")
            page.problem.setProperty("level", "block")
            page.body.addWidget(page.watched)
            page.body.addWidget(page.problem)
            self.addWidget(PageFrame(page))

    def page(self, at: int) -> Page:
        return self.widget(at).page


@pytest.fixture
def pages(desk: Desk, qtbot: QtBot) -> Pages:
    pages = Pages(desk)
    qtbot.addWidget(pages)
    pages.resize(400, 300)
    pages.show()
    pages.setCurrentIndex(1)
    pages.setCurrentIndex(0)
    return pages


@pytest.fixture(autouse=True)
def light_again(dress: Dress) -> Iterator[None]:
    yield
    dress("light")


def test_a_hidden_page_is_left_alone(pages: Pages, dress: Dress) -> None:
    before = pages.page(0).watched.times, pages.page(1).watched.times
    dress("dark")
    assert pages.page(0).watched.times > before[0]
    assert pages.page(1).watched.times == before[1]


def test_what_is_on_view_is_dressed_once(pages: Pages, dress: Dress) -> None:
    before = pages.page(0).watched.times
    dress("dark")
    assert pages.page(0).watched.times == before + 2  # the old off, the new on


@pytest.mark.parametrize("walk", [("dark",), ("dark", "contrast", "light")])
def test_a_page_shown_later_looks_like_a_new_one(
    pages: Pages, desk: Desk, qtbot: QtBot, dress: Dress, walk: tuple[Shade, ...]
) -> None:
    for shade in walk:
        dress(shade)
    pages.setCurrentIndex(1)
    fresh = Pages(desk)
    qtbot.addWidget(fresh)
    fresh.resize(400, 300)
    fresh.setCurrentIndex(1)
    fresh.show()
    QApplication.processEvents()
    assert pages.grab().toImage() == fresh.grab().toImage()


def test_a_meaning_lost_meanwhile_leaves_no_colour(pages: Pages, dress: Dress) -> None:
    dress("dark")
    problem = pages.page(1).problem
    problem.setProperty("level", "")
    restyle(problem)
    pages.setCurrentIndex(1)
    plain = QApplication.palette().windowText()
    assert problem.palette().windowText() == plain
