"""The bars that show what limits a sector."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec.domain.capacity import Limit, SectorCapacity
from sportsec.ui.language import label
from sportsec.ui.pages.directory.limits_view import (
    LEAST_BAR,
    LimitsView,
    capacity_sentence,
)
from sportsec.ui.theme import colour
from tests.gui.kit.contrast import colours_in

KNOWN = SectorCapacity(5280, 4500, 4224, None)


def ink(view: LimitsView, *, left: bool) -> bool:
    """Say whether the deciding bar shows in one half of the picture."""
    image = view.grab().toImage()
    half = image.width() // 2
    seen = image.copy(0 if left else half, 0, half, image.height())
    return colour("accent").rgb() in colours_in(seen)


def test_the_sentence_names_the_deciding_limit() -> None:
    sentence = capacity_sentence(KNOWN)
    assert "4,224" in sentence
    assert "Normal exit" in sentence


def test_an_unknown_sector_says_that_it_is_not_counted() -> None:
    nothing = SectorCapacity(None, None, None, None)
    assert "not counted" in capacity_sentence(nothing)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_bars_grow_from_the_side_where_reading_starts(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    view = LimitsView()
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    view.resize(600, 200)
    view.show_capacity(SectorCapacity(10_000, 10, None, None))
    rtl = direction == Qt.LayoutDirection.RightToLeft
    assert ink(view, left=not rtl)
    assert not ink(view, left=rtl)


def test_the_view_takes_another_theme(
    qtbot: QtBot, dress: Callable[[str], None]
) -> None:
    view = LimitsView()
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show_capacity(KNOWN)
    assert ink(view, left=True) or ink(view, left=False)
    dress("dark")
    assert ink(view, left=True) or ink(view, left=False)


def test_what_is_not_known_has_its_room(qtbot: QtBot) -> None:
    view = LimitsView()
    qtbot.addWidget(view)
    view.show_capacity(SectorCapacity(None, None, None, 12))
    unknown = "not known"
    assert view._widest([unknown]) >= view.fontMetrics().horizontalAdvance(unknown)


def test_a_long_name_is_whole_before_the_bars_are_long(qtbot: QtBot) -> None:
    view = LimitsView()
    qtbot.addWidget(view)
    names = view._widest(map(label, Limit))
    view.resize(names + 120, 200)
    assert view._name_width(names + LEAST_BAR) == names
    view.resize(3 * names, 200)
    assert view._name_width(2 * names) > names  # there is room for both
