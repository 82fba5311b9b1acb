"""The match of a meeting is found by the names of its clubs."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.match_field import match_field
from tests.gui.fixtures.season import SmallSeason


def test_a_match_is_offered_by_a_club_and_its_day(
    qtbot: QtBot,
    desk: Desk,
    season: SmallSeason,
) -> None:
    field = match_field(desk.runner)
    qtbot.addWidget(field)
    field.line.setText("atlas ocean")
    field._ask()
    qtbot.waitUntil(lambda: bool(field.offers.offers))
    offers = {each.id for each in field.offers.offers}
    assert season.coming in offers
    field.take([each.id for each in field.offers.offers].index(season.coming))
    assert field.value() == season.coming


def test_the_match_chosen_is_called_by_its_clubs(
    qtbot: QtBot, desk: Desk, season: SmallSeason
) -> None:
    field = match_field(desk.runner)
    qtbot.addWidget(field)
    field.set_value(season.coming)
    qtbot.waitUntil(lambda: "Atlas" in field.line.text())
