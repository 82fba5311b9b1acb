"""What is left to do about matches that moved stands in columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sportsec.domain.identity import new_id
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.moved_matches import MovedMatch
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.intake.moved_links import MovedLinks


def a_match(name: str, *, has_old_days: bool, is_outdated: bool) -> MovedMatch:
    return MovedMatch(new_id(), Words(name, name, name), has_old_days, is_outdated)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_thing_to_do_stands_at_the_same_place_in_every_line(
    desk: Desk, qtbot: QtBot, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    links = MovedLinks(desk)
    qtbot.addWidget(links)
    matches = [
        a_match("Atlas – Ocean de Rabat", has_old_days=True, is_outdated=True),
        a_match("A – B", has_old_days=True, is_outdated=False),
        a_match("Rif – Atlas", has_old_days=False, is_outdated=True),
    ]
    lines = links._lines(matches)
    qtbot.addWidget(lines)
    lines.show()
    QApplication.processEvents()

    def places(text: str) -> list[tuple[int, int]]:
        found = [b for b in lines.findChildren(QPushButton) if b.text() == tr(text)]
        return [(each.x(), each.width()) for each in found]

    for text in ("Rate anew", "Move their days too"):
        assert len(places(text)) == 2
        assert len(set(places(text))) == 1
