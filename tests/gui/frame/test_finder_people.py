"""Somebody is looked for by name and place, however many meetings were found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.people import ContactRole
from sportsec.domain.words import Words
from sportsec.store.work import Work
from sportsec.ui.frame.finder_hits import Finding, Hit
from sportsec.ui.frame.wires import Wires
from sportsec.ui.main_window import MainWindow
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner

MANY = 7
PERSON = Hit(
    "contact",
    UUID(int=99),
    Words(fr="El Fnidi"),
    Words(fr="Ocean"),
    ContactRole.GENERAL_MANAGER,
)


def meetings(_work: Work, _text: str, _lately: Sequence[UUID]) -> Sequence[Hit]:
    title = Words(fr="Commission")
    return [Hit("meeting", UUID(int=at), title, Words()) for at in range(MANY)]


@pytest.mark.parametrize(("typed", "comes"), [("fnidi ocean", True), ("fnidi", False)])
def test_of_several_words_that_found_nobody_people_are_asked_for(
    runner: Runner,
    settings: Settings,
    qtbot: QtBot,
    tmp_path: Path,
    typed: str,
    *,
    comes: bool,
) -> None:
    asked = []

    def nearly(_work: Work, text: str, plain: Sequence[Hit]) -> Sequence[Hit]:
        asked.append(text)
        return [PERSON, *plain]

    wires = Wires(tmp_path, Finding(meetings, nearly))
    window = MainWindow(runner, settings, wires)
    qtbot.addWidget(window)
    window.show()
    window.open_first("settings")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.top.search.open()
    window.top.search.setText(typed)
    entries = window.top.search.shown().entries
    qtbot.waitUntil(lambda: any(each.title == "Commission" for each in entries()))
    qtbot.waitUntil(lambda: runner.is_idle)  # who asks on does so at once
    assert asked == ([typed] if comes else [])
