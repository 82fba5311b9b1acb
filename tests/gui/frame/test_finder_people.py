"""Somebody is looked for by name and place, however many meetings were found."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.people import ContactRole
from sportsec.domain.words import Words
from sportsec.store.work import Work
from sportsec.ui.frame.finder_hits import Finding, Hit
from sportsec.ui.tasks import Runner
from tests.gui.frame.conftest import WindowFinding

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
    window_finding: WindowFinding,
    runner: Runner,
    qtbot: QtBot,
    typed: str,
    *,
    comes: bool,
) -> None:
    asked = []

    def nearly(_work: Work, text: str, plain: Sequence[Hit]) -> Sequence[Hit]:
        asked.append(text)
        return [PERSON, *plain]

    window = window_finding(Finding(meetings, nearly))
    window.top.search.open()
    window.top.search.setText(typed)
    entries = window.top.search.shown().entries
    qtbot.waitUntil(lambda: any(each.title == "Commission" for each in entries()))
    qtbot.waitUntil(lambda: runner.is_idle)  # who asks on does so at once
    assert asked == ([typed] if comes else [])
