"""The home page in little room: every name on it is read whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.words import N_
from sportsec.queries.clock import local_day
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.home.lines import SIDE_WIDTH, Lines, Link
from sportsec.ui.pages.home.match_card import WIDTH, MatchCard
from sportsec.ui.pages.home.page import LEAST, HomePage
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import RiskChip
from sportsec.ui.widgets.beside import Beside
from sportsec.ui.widgets.conflict_link import waiting_text
from tests.builders import a_club, a_fixture

CLUBS = ("Estuaire Athlétique de Salé", "Palmeraie Club de Marrakech")
MATCHES = 6


def page_of(workspace: Workspace, desk: Desk, qtbot: QtBot) -> HomePage:
    """Open the page with matches of today and tomorrow, which lack everything."""
    with workspace.writing() as work:
        for at in range(MATCHES):
            teams = [a_club(work, f"{name} {at}") for name in CLUBS]
            day = local_day(work) + timedelta(at % 2)
            a_fixture(work, *teams, kick_off_date=day)
        work.session.flush()
        work.commit(N_("Match planned"))
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == MATCHES)
    return page


def cut(part: QWidget) -> list[str]:
    """Return the texts that have less height than their lines need."""
    return [
        each.text()
        for kind in (Link, QLabel)
        for each in part.findChildren(kind)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]


def test_a_narrow_card_shows_every_line_of_what_it_leads_to(
    desk: Desk, qtbot: QtBot
) -> None:
    card = Lines("Late", desk)
    qtbot.addWidget(card)
    for length in range(1, 30):
        card.lead("Atlas " * length, "match")
    card.show()
    card.resize(scaled(LEAST), card.heightForWidth(scaled(LEAST)))
    QApplication.processEvents()
    assert cut(card) == []


def test_below_the_week_what_is_late_has_the_height_of_its_own_width(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    page = page_of(workspace, desk, qtbot)
    page.resize(2 * scaled(LEAST), 500)
    QApplication.processEvents()
    side = page.findChild(Beside).layout().itemAt(1)
    narrow, wide = scaled(SIDE_WIDTH), 3 * scaled(SIDE_WIDTH)
    assert side.heightForWidth(wide) == side.heightForWidth(narrow)
    assert page.findChildren(Link)
    assert cut(page) == []


def test_two_values_are_told_whole_and_leave_the_category_whole(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    match = page_of(workspace, desk, qtbot).cards[0].match
    card = MatchCard(desk, replace(match, conflicts=1))
    qtbot.addWidget(card)
    for width in (WIDTH, LEAST):
        card.setFixedWidth(scaled(width))
        card.show()
        QApplication.processEvents()
        buttons = card.findChildren(QPushButton)
        told = [each for each in buttons if each.text() == waiting_text(1)]
        for part in (*told, card.findChild(RiskChip)):
            assert part.width() >= part.sizeHint().width()
        assert len(told) == 1
