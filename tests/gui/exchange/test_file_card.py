"""The card of a received file: what it says about where the file stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.exchange import CellRow, Scope, Trust
from sportsec.domain.exchange_received import Judgement, Place
from sportsec.domain.words import Words
from sportsec.ui.language import label
from sportsec.ui.pages.exchange.file_card import FileCard
from sportsec.ui.pages.exchange.file_list import FileList
from sportsec.ui.pages.exchange.state import FileState
from sportsec.ui.widgets.badges import Badge
from tests.builders import NOW

RABAT = Words(fr="Rabat")


@pytest.mark.parametrize("place", [Place.NEXT, Place.GAP, Place.OLDER, Place.ANEW])
def test_words_tell_where_a_file_stands_not_a_colour_alone(
    place: Place, qtbot: QtBot
) -> None:
    sender = CellRow(b"k", RABAT, Trust.TRUSTED, Words(), can_be_sealed_for=True)
    path = Path("in.ssx")
    judgement = Judgement(path, sender, place, 5, NOW, Scope())
    card = FileCard(FileState(path, judgement))
    qtbot.addWidget(card)
    badges = {badge.text: badge.toolTip() for badge in card.findChildren(Badge)}
    assert label(place) in badges
    ((said, tip),) = [each for each in badges.items() if "5" in each[0]]
    assert tip == label(place)
    assert "Rabat" in said  # each cell counts its own files


def test_the_list_grows_as_wide_as_its_cards(qtbot: QtBot) -> None:
    """In French at 200 % the cross of a card lay behind a scroll bar."""
    listed = FileList(40)
    qtbot.addWidget(listed)
    listed.show()
    card = FileCard(FileState(Path("a_file_from_the_cell_that_has_a_long_name.ssx")))
    listed.files.addWidget(card)
    qtbot.waitUntil(card.isVisible)
    listed.resize(listed.minimumSizeHint().width(), 40)
    qtbot.waitUntil(lambda: card.width() >= card.minimumSizeHint().width() > 0)
    qtbot.waitUntil(lambda: not listed.horizontalScrollBar().isVisible())
