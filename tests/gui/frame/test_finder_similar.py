"""What is called as typed stands before what is only spelt nearly so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.people import ContactRole
from sportsec.domain.words import Words
from sportsec.ui.frame.finder_entries import FUNCTIONS, SIMILAR
from sportsec.ui.frame.finder_hits import Finding, Hit
from tests.gui.frame.conftest import WindowFinding

AS_TYPED = Hit("organisation", UUID(int=1), Words(fr="Officer House"), Words())
NEARLY = Hit("organisation", UUID(int=2), Words(fr="Ofiser Works"), Words())
BY_FUNCTION = Hit(
    "contact", UUID(int=3), Words(fr="El Fnidi"), Words(), ContactRole.PRESS_OFFICER
)
Sections = Callable[[Sequence[Hit], Sequence[Hit], str], list[str]]


@pytest.fixture
def sections(window_finding: WindowFinding, qtbot: QtBot) -> Sections:
    """Return the heading of each line, in order, once all was found."""

    def sections(plain: Sequence[Hit], more: Sequence[Hit], typed: str) -> list[str]:
        finding = Finding(lambda *_: plain, lambda *_: [*plain, *more])
        field = window_finding(finding).top.search
        field.open()
        field.setText(typed)
        last = [*plain, *more][-1].title.fr
        qtbot.waitUntil(lambda: last in [one.title for one in field.shown().entries()])
        return [one.section for one in field.shown().entries()]

    return sections


def test_a_function_that_was_typed_comes_before_names_spelt_nearly_so(
    sections: Sections,
) -> None:
    shown = sections([], [NEARLY], "officer")
    assert shown[-1] == SIMILAR
    assert shown[0] == FUNCTIONS


def test_a_record_called_so_comes_first_and_one_spelt_nearly_so_last(
    sections: Sections,
) -> None:
    shown = sections([AS_TYPED], [NEARLY], "officer")
    assert (shown[0], shown[-1]) == ("Organisations", SIMILAR)
    assert FUNCTIONS in shown


def test_people_found_by_their_function_are_no_names_spelt_nearly_so(
    sections: Sections,
) -> None:
    shown = sections([], [BY_FUNCTION], "press officer")
    assert shown[0] == "Contacts"
    assert SIMILAR not in shown


def test_where_nothing_is_called_so_names_spelt_nearly_so_keep_their_kind(
    sections: Sections,
) -> None:
    assert sections([], [NEARLY], "offiserw") == ["Organisations"]
