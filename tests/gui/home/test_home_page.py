"""The home page: every figure is a way in, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.words import N_
from sportsec.i18n.formats import long_date
from sportsec.queries.clock import local_day
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.home.lines import EDGE, SIDE_WIDTH, Lines, link
from sportsec.ui.pages.home.page import LEAST, HomePage
from sportsec.ui.pages.home.side_cards import LateCard, VerifyCard
from sportsec.ui.targets import VerifyTarget
from sportsec.ui.theme import SHADES, Shade, colour, load_colours, scaled
from sportsec.ui.widgets.empty import EmptyState
from tests.builders import a_club, a_fixture
from tests.gui.conftest import Visits
from tests.gui.kit.contrast import contrast


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    with workspace.writing() as work:
        home, away = a_club(work, "Atlas"), a_club(work, "Phare")
        day = local_day(work) + timedelta(2)
        fixture = a_fixture(work, home, away, kick_off_date=day)
        work.session.flush()
        work.commit(N_("Match planned"))
        return fixture.id


@pytest.fixture
def page(match: UUID, desk: Desk, qtbot: QtBot) -> HomePage:
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    return page


def test_enter_on_a_card_opens_the_match(
    page: HomePage, match: UUID, visits: Visits, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.cards[0], Qt.Key.Key_Return)
    assert visits.went == [("match", match)]


def test_a_click_opens_it_too(
    page: HomePage, match: UUID, visits: Visits, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.cards[0], Qt.MouseButton.LeftButton)
    assert visits.went == [("match", match)]


def test_what_is_missing_leads_to_where_it_is_entered(
    page: HomePage, match: UUID, visits: Visits
) -> None:
    lacks = {
        button.text(): button
        for button in page.cards[0].findChildren(QPushButton)
        if button.property("role") == "lack"
    }
    lacks["Rating"].click()
    assert visits.went == [("match", (match, "risk"))]


def test_a_screen_reader_hears_the_whole_card(
    page: HomePage, speak: Callable[[str], None]
) -> None:
    speak("en")
    said = page.cards[0].accessibleName()
    assert said.startswith("Atlas – Phare")
    assert "Rating" in said


def test_it_follows_a_change(
    page: HomePage, workspace: Workspace, qtbot: QtBot, desk: Desk
) -> None:
    def plan(work):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
        home, away = a_club(work, "Nord"), a_club(work, "Sud")
        a_fixture(work, home, away, kick_off_date=local_day(work))
        work.session.flush()

    desk.runner.write(page, N_("Match planned"), plan)
    qtbot.waitUntil(lambda: len(page.cards) == 2)


def test_the_page_says_that_it_shows_seven_days_and_no_calendar_week(
    page: HomePage, speak: Callable[[str], None]
) -> None:
    speak("en")
    page.reload()
    said = texts_of(page)
    assert "Next 7 days" in said
    assert "This week" not in said


def test_a_week_without_a_match_leads_to_the_next_one(
    workspace: Workspace, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        day = local_day(work) + timedelta(8)
        teams = a_club(work, "Atlas"), a_club(work, "Phare")
        match = a_fixture(work, *teams, kick_off_date=day)
        work.session.flush()
        later = match.id
        work.commit(N_("Match planned"))
    empty = nothing_of(desk, qtbot)
    said = empty.label.text()
    assert "Atlas – Phare" in said
    assert long_date(day, "en") in said
    empty.button.click()
    assert visits.went == [("match", later)]


def test_without_any_match_a_programme_is_offered(
    desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    nothing_of(desk, qtbot).button.click()
    assert visits.went == [("intake", None)]


def test_a_contact_nobody_proved_yet_is_not_late(
    workspace: Workspace, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        work.add(Contact(name_latin="Amine", phone="+212600000000"))
        work.commit(N_("Contact added"))
    page = nothing_of(desk, qtbot).window()
    assert texts_of(page.findChild(LateCard)) == ["Late", "Nothing is late."]
    card = page.findChild(VerifyCard)
    (line,) = card.findChildren(QPushButton)
    assert line.text() == "1 contact to verify"
    line.click()
    assert visits.went == [("contacts", VerifyTarget())]


def test_cards_of_a_day_are_as_high_as_each_other_and_begin_together(
    page: HomePage, workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    def plan(work: Work) -> None:
        home, away = a_club(work, "Nord"), a_club(work, "A long name of a club " * 3)
        a_fixture(work, home, away, kick_off_date=local_day(work) + timedelta(2))
        work.session.flush()

    page.resize(1300, 700)
    desk.runner.write(page, N_("Match planned"), plan)
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    first, second = page.cards
    qtbot.waitUntil(lambda: first.x() != second.x())
    assert first.y() == second.y()
    assert first.height() == second.height()


def test_a_match_of_today_that_lacks_something_is_late_and_led_to(
    workspace: Workspace, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        teams = a_club(work, "Atlas"), a_club(work, "Phare")
        today = a_fixture(work, *teams, kick_off_date=local_day(work))
        work.session.flush()
        match = today.id
        work.commit(N_("Match planned"))
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    card = page.findChild(LateCard)
    assert texts_of(card)[:2] == ["Late", "1 match of today or tomorrow is not ready"]
    (line,) = card.findChildren(QPushButton)
    line.click()
    assert visits.went == [("match", (match, "overview"))]


def nothing_of(desk: Desk, qtbot: QtBot) -> EmptyState:
    """Open the page and return what it says of a week without a match."""
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.findChild(EmptyState) is not None)
    found: EmptyState = page.findChild(EmptyState)
    return found


def texts_of(card: QWidget) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel) if each.text()]


def test_a_long_line_that_leads_somewhere_takes_several(qtbot: QtBot) -> None:
    short, long = link("File 1", list), link("File 1 from a cell: " * 6, list)
    for each in (short, long):
        qtbot.addWidget(each)
    assert long.sizeHint().width() <= scaled(SIDE_WIDTH)
    assert long.sizeHint().height() > 2 * short.sizeHint().height()


def test_cards_are_narrower_where_that_keeps_what_is_late_beside_them(
    page: HomePage, qtbot: QtBot
) -> None:
    page.resize(1000, 600)
    QApplication.processEvents()
    usual = page.cards[0].width()
    page.resize(2 * scaled(LEAST) + 18 + 2 * 24 + 35, 600)
    card, late = page.cards[0], page.findChildren(LateCard)[0]
    qtbot.waitUntil(lambda: card.width() == scaled(LEAST) < usual)
    end = card.mapTo(page, card.rect().topRight())
    qtbot.waitUntil(lambda: late.mapTo(page, QPoint(0, 0)).x() > end.x())


def test_a_line_that_leads_somewhere_looks_so_in_every_shade(
    qtbot: QtBot, dress: Callable[[Shade], None]
) -> None:
    for shade in SHADES:
        dress(shade)
        line = link("Atlas – Phare", list)
        qtbot.addWidget(line)
        line.resize(line.sizeHint())
        drawn = line.grab().toImage()
        inks = {
            drawn.pixelColor(x, y).name()
            for x in range(drawn.width())
            for y in range(drawn.height())
        }
        assert colour("accent").name() in inks
        assert colour("text").name() not in inks
        grounds = load_colours(shade)
        assert contrast(grounds["accent"], grounds["surface"]) >= 4.5


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_lines_of_a_card_begin_where_its_heading_does(
    qtbot: QtBot, desk: Desk, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    card = Lines("Late", desk)
    qtbot.addWidget(card)
    card.note("1 task", "value")
    card.lead("Atlas – Phare", "match")
    card.resize(300, 200)
    card.show()
    labels = [each for each in card.findChildren(QLabel) if each.text()]

    def begin(widget: QWidget, inset: int = 0) -> int:
        at = widget.rect()
        if language == "ar":
            return card.width() - widget.mapTo(card, at.topRight()).x() + inset
        return widget.mapTo(card, at.topLeft()).x() + inset

    (line,) = card.findChildren(QPushButton)
    found = {*(begin(label) for label in labels), begin(line, EDGE)}
    qtbot.waitExposed(card)
    assert len(found) == 1
