"""Entries made twice, as the officer meets them: marked, compared, made one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sportsec.domain.words import Words
from sportsec.queries.doubles import doubles
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.clubs import ClubsPage
from sportsec.ui.pages.directory.doubles_dialog import DoublesDialog, open_doubles
from tests.builders import a_club
from tests.gui.directory.conftest import Offers, Record, shown

Open = Callable[..., Any]
Wait = Callable[[], None]


def second_rif(record: Record) -> UUID:
    """Enter the Rif Club a second time."""

    def add(work: Work) -> None:
        club = a_club(work, "RIF CLUB", code="RC", founded_year=1950)
        club.name = Words("نادي الريف", "RIF CLUB", "")

    record.change(add)
    found = record.ask(lambda work: doubles(work, "club"))
    assert len(found) == 1
    return next(
        each for each in (found[0].first, found[0].second) if each != record.rif
    )


def compared(page: Any, settled: Wait) -> DoublesDialog:
    settled()
    dialog: DoublesDialog = page.list.double_link.compare()
    settled()
    assert dialog.card is not None
    return dialog


def choices(dialog: DoublesDialog) -> dict[str, Any]:
    assert dialog.card is not None
    return dict(dialog.card.choices)


def decide(dialog: DoublesDialog, button: QAbstractButton, settled: Wait) -> None:
    """Press what says what the two are; the window has nothing left to ask."""
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    button.click()
    settled()
    assert closed


@pytest.fixture
def twin(record: Record) -> UUID:
    return second_rif(record)


@pytest.fixture
def page(opened: Open, twin: UUID) -> Any:
    """The clubs, of which one was entered twice."""
    return opened(ClubsPage)


@pytest.fixture
def dialog(page: Any, settled: Wait) -> DoublesDialog:
    """The two, compared."""
    return compared(page, settled)


def test_the_list_and_the_record_say_what_looks_alike(
    opened: Open, settled: Wait, record: Record
) -> None:
    page = opened(ClubsPage, record.sahel)
    settled()
    assert page.list.double_link.isHidden()
    twin = second_rif(record)
    page.reload()
    settled()
    assert page.list.double_link.text() == "2 entries look alike"
    notices = page.list.panel.doubles.parentWidget()
    assert notices.isHidden()
    page.list.select(twin)
    settled()
    assert "1 other entry" in page.list.panel.doubles.text()
    assert page.list.panel.doubles.isVisible()
    assert "1 other entry" in page.list.model.remark(twin)


def test_two_are_made_one_with_the_values_chosen_and_two_again(
    page: Any,
    dialog: DoublesDialog,
    twin: UUID,
    settled: Wait,
    record: Record,
    visits: Offers,
) -> None:
    offered = choices(dialog)
    assert {"code", "founded_year", "name_ar", "city_fr"} <= offered.keys()
    place = 0 if twin < record.rif else 1
    assert offered["founded_year"][place].isChecked()  # the other says nothing
    offered["code"][place].setChecked(True)
    decide(dialog, dialog.merge_button, settled)
    elder = min(twin, record.rif)
    club = record.ask(lambda work: work.get(Club, elder))
    assert (club.code, club.founded_year) == ("RC", 1950)
    assert club.name.ar == "نادي الريف"
    assert club.city.fr == "Nador"
    assert len(shown(page.list.model)) == 3
    visits.actions[-1]()
    settled()
    assert len(record.ask(lambda work: doubles(work, "club"))) == 1
    assert record.ask(lambda work: work.get(Club, record.rif)).code == "RIF"
    assert record.ask(lambda work: work.get(Club, twin)).code == "RC"


def test_two_that_are_two_are_not_asked_about_again(
    page: Any, dialog: DoublesDialog, settled: Wait
) -> None:
    decide(dialog, dialog.both_button, settled)
    page.reload()
    settled()
    assert page.list.double_link.isHidden()


def test_every_choice_has_a_name_for_a_screen_reader(dialog: DoublesDialog) -> None:
    names = [
        button.accessibleName() for pair in choices(dialog).values() for button in pair
    ]
    assert all(": " in name for name in names)
    assert len(set(names)) == len(names)
    assert dialog.findChildren(QLabel)
    assert all(button.text() for button in dialog.findChildren(QPushButton))


def test_what_tells_two_of_one_name_apart_stands_under_it(
    opened: Open, settled: Wait, record: Record
) -> None:
    record.change(lambda work: a_club(work, "Sahel", code="SH"))
    page = opened(ClubsPage)
    dialog = compared(page, settled)
    assert dialog.card is not None
    said = [label.text() for label in dialog.card.findChildren(QLabel)]
    assert said.count("Sahel") >= 2
    assert "SH" in said
    first, second = dialog.list.item(0).text().splitlines()
    assert first != second


def test_two_that_the_officer_chose_are_compared_and_made_one(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(ClubsPage)
    actions = {each.text: each for each in page.list.table.actions_for_rows}
    merge = actions["Merge these two…"]
    assert not merge.when([record.rif])
    assert merge.when([record.rif, record.sahel])
    dialog = merge.act([record.rif, record.sahel])
    settled()
    assert isinstance(dialog, DoublesDialog)
    assert [pair.why for pair in dialog.pairs] == ["You chose these two"]
    decide(dialog, dialog.merge_button, settled)
    assert visits.said == ["Two records made one"]
    assert len(shown(page.list.model)) == 2


def test_from_anywhere_all_kinds_are_asked_about(
    opened: Open, settled: Wait, record: Record, visits: Offers, desk: Desk
) -> None:
    page = opened(ClubsPage)
    open_doubles(page, desk)
    settled()
    assert visits.said[0].startswith("No entries look alike.")
    second_rif(record)
    dialog = open_doubles(page, desk)
    settled()
    assert dialog.list.item(0).text().startswith("Club\n")
    dialog.close()


def test_one_pair_needs_no_list_and_several_stand_above_where_there_is_little_room(
    dialog: DoublesDialog, settled: Wait, record: Record, qtbot: QtBot
) -> None:
    assert dialog.list.isHidden()
    record.change(lambda work: a_club(work, "Sahel", code="SH"))
    dialog.reload()
    settled()
    assert dialog.list.isVisible()
    whole = dialog.list.height()
    dialog.resize(600, 560)
    qtbot.waitUntil(lambda: dialog.list.height() < whole / 2)
    assert dialog.card is not None
    assert dialog.card.mapTo(dialog, QPoint()).y() > dialog.list.geometry().bottom()
    dialog.close()


def test_a_value_is_chosen_by_a_click_on_its_text(
    dialog: DoublesDialog, qtbot: QtBot
) -> None:
    second = choices(dialog)["code"][1]
    text = second.parentWidget().findChild(QLabel)
    assert isinstance(text, QLabel)
    assert text.wordWrap()
    qtbot.mouseClick(text, Qt.MouseButton.LeftButton)
    assert second.isChecked()
    dialog.close()


def test_what_makes_one_of_two_stands_last_as_in_every_dialog(
    dialog: DoublesDialog, qtbot: QtBot
) -> None:
    qtbot.waitUntil(dialog.merge_button.isVisible)
    foot = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    rightmost = max(foot, key=lambda each: each.geometry().right())
    assert rightmost is dialog.merge_button
    dialog.close()
