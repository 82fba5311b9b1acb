"""The stadium seen from above."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from sportsec.domain.stadium import Look, PlanGate, PlanPost, PlanSector, PostState
from sportsec.domain.stadium_drawing import draw_stadium
from sportsec.domain.venues import SectorSide, SectorUse
from sportsec.ui.theme import SHADES, colour, load_colours
from sportsec.ui.widgets.stadium_view import StadiumView
from tests.gui.kit.contrast import colours_in, strongest

VISIBLE = 3.0  # WCAG 2.2, 1.4.11
NORTH, EAST, GATE, POST = (UUID(int=n) for n in range(1, 5))


def a_view(qtbot: QtBot) -> StadiumView:
    view = StadiumView("Plan")
    qtbot.addWidget(view)
    view.resize(420, 400)
    plan = draw_stadium(
        [
            PlanSector(NORTH, "N", SectorUse.HOME, SectorSide.NORTH),
            PlanSector(EAST, "E", SectorUse.AWAY, SectorSide.EAST),
        ],
        [PlanGate(GATE, "P1", sector_id=NORTH)],
        [PlanPost(POST, "1", sector_id=EAST, state=PostState.EMPTY)],
    )
    view.show_plan(plan)
    return view


def middle(view: StadiumView, sector: UUID) -> QPoint:
    spot = view.centre_of(sector)
    assert spot is not None
    return QPoint(round(spot.x()), round(spot.y()))


def has(image: QImage, name: str) -> bool:
    return QColor(colour(name)).rgb() in colours_in(image)


def test_a_click_picks_the_sector_under_it(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    for sector in (NORTH, EAST):
        with qtbot.waitSignal(view.picked) as signal:
            at = middle(view, sector)
            qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
        assert signal.args == [sector]


def test_a_click_beside_the_stands_picks_nothing(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    with qtbot.assertNotEmitted(view.picked):
        centre = view.rect().center()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre)


def test_the_chosen_sector_is_framed(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    assert not has(view.grab().toImage(), "accent")
    view.choose(EAST)
    assert has(view.grab().toImage(), "accent")


def test_east_stays_on_the_right_in_arabic(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    speak("ar")
    view = a_view(qtbot)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert middle(view, EAST).x() > view.width() / 2


def test_every_theme_colours_everything_that_can_be_drawn(
    qtbot: QtBot, dress: Callable[[str], None]
) -> None:
    for shade in SHADES:
        named = load_colours(shade)
        for look in set(Look) - {Look.MORE, Look.NORTH}:
            assert f"plan_{look}" in named
        view = a_view(qtbot)
        dress(shade)
        assert has(view.grab().toImage(), "plan_sector_home")


@pytest.mark.parametrize(("shade", "outlined"), [("contrast", True), ("light", False)])
def test_a_sector_is_outlined_where_its_ground_is_dark(
    qtbot: QtBot, dress: Callable[[str], None], shade: str, outlined: bool
) -> None:
    dress(shade)
    view = a_view(qtbot)
    view.show_plan(
        draw_stadium([PlanSector(EAST, "", SectorUse.AWAY, SectorSide.EAST)], [], [])
    )
    across = QRect(middle(view, EAST), QSize(view.width() // 2, 1))
    ground = colour("plan_sector_away").name()
    seen = strongest(view.grab(across).toImage(), ground)
    assert (seen >= VISIBLE) == outlined


@pytest.mark.parametrize(("shade", "parted"), [("contrast", True), ("light", False)])
def test_letters_are_parted_from_the_lines_below_them(
    qtbot: QtBot, dress: Callable[[str], None], shade: str, parted: bool
) -> None:
    dress(shade)
    view = a_view(qtbot)
    for tag, box in view.written():
        if tag.id in {NORTH, EAST}:  # each stands in the ground of its sector
            letters = view.grab(box.toRect()).toImage()
            assert has(letters, f"plan_{tag.look}_ink")
            assert has(letters, "plan_ground") == parted


def test_an_unknown_sector_has_no_place(qtbot: QtBot) -> None:
    assert a_view(qtbot).centre_of(UUID(int=9)) is None


def test_what_has_no_place_is_told_under_the_pointer(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    assert view.toolTip() == ""
    view.show_plan(draw_stadium([PlanSector(NORTH, "N", SectorUse.AWAY)]))
    assert view.toolTip() == "?: position not known"
    assert not has(view.grab().toImage(), "plan_sector_away")
