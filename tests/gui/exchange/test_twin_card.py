"""Two records that may be the same tell each other apart: whose, what differs, when."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.identity import new_id
from sportsec.domain.words import Words
from sportsec.queries.conflict_versions import Author
from sportsec.ui.pages.exchange.twin_card import Compared, TwinCard
from sportsec.ui.widgets.cards import Card
from tests.builders import NOW

NAME = Words(fr="Nahda")
LINES = [("Code", "NL", "NL"), ("Founded", "1950", "1951")]


def author(*, ours: bool) -> Author:
    cell = Words() if ours else Words(fr="Salé")
    who = "Nadia" if ours else "Omar"
    return Author(1, who, NOW, cell, "Club added", {}, ours)


def texts(widget: QWidget) -> list[str]:
    found = (label.text() for label in widget.findChildren(QLabel))
    return [text.translate({0x2068: None, 0x2069: None}) for text in found if text]


def card(qtbot: QtBot, lines: list[tuple[str, str, str]]) -> TwinCard:
    pair = TwinPair("club", new_id(), new_id(), NAME, NAME, "Same name", 1.0)
    made = TwinCard(pair, Compared(lines, author(ours=True), author(ours=False)))
    qtbot.addWidget(made)
    return made


def test_each_says_whose_it_is_what_differs_and_who_made_it(qtbot: QtBot) -> None:
    first, second, shared = card(qtbot, LINES).findChildren(Card)
    assert texts(first)[:4] == ["This cell", "Nahda", "Founded", "1950"]
    assert texts(second)[:4] == ["Salé", "Nahda", "Founded", "1951"]
    assert texts(first)[-1].startswith("Nadia · this cell · ")
    assert texts(second)[-1].startswith("Omar · Salé · ")
    assert texts(shared)[-2:] == ["Code", "NL"]


def test_of_two_names_alike_the_cell_says_which_stays(qtbot: QtBot) -> None:
    assert any("Nahda (this cell) stays" in text for text in texts(card(qtbot, LINES)))


def test_two_that_say_the_same_are_told_so(qtbot: QtBot) -> None:
    said = "The two say the same everywhere."
    assert said in texts(card(qtbot, LINES[:1]))
    assert said not in texts(card(qtbot, LINES))
