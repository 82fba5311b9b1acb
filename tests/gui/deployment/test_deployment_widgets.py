"""The parts of the deployment tab: stadium with posts, lists, phases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.deployment import Phase
from sportsec.domain.listing import by
from sportsec.domain.stadium import PlanPost, PlanSector, PostState
from sportsec.domain.stadium_drawing import draw_stadium
from sportsec.domain.venues import SectorSide
from sportsec.domain.words import LANGUAGES, Words
from sportsec.ui.desk import Desk
from sportsec.ui.pages.deployment.board import Board
from sportsec.ui.pages.deployment.checks import ChecksPanel
from sportsec.ui.pages.deployment.lists import (
    LEAST_NAME,
    detachment_columns,
    detachments_source,
    free_text,
    manning_text,
    need_and_state,
    place_text,
    post_columns,
    posts_source,
)
from sportsec.ui.pages.deployment.phase_bar import PhaseBar, hours_text
from sportsec.ui.pages.deployment.stadium import PostsView
from sportsec.ui.pages.deployment.state import DetachmentRow, deployment_state
from sportsec.ui.pages.deployment.totals import totals_text
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.stadium_view import SMALLEST
from sportsec.ui.widgets.table import TableView
from tests.gui.tables import a_table
from tests.unit.domain.deployment_samples import (
    a_detachment,
    a_plan,
    a_post,
    a_sector,
    an_id,
)

ISOLATES = "\u2068\u2069"
EAST = PlanSector(an_id("E"), "E", side=SectorSide.EAST)
POST = PlanPost(an_id("post"), "E1", EAST.id, None, PostState.EMPTY)


@pytest.fixture
def view(qtbot: QtBot) -> PostsView:
    made = PostsView("Stadium", lambda record: f"tip of {record}")
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show_plan(draw_stadium([EAST], posts=[POST]))
    made.show()
    return made


def spot(view: PostsView) -> QPoint:
    return view._marker(view._plan.shapes[-1]).center().toPoint()


def test_a_click_on_a_marker_picks_the_post(view: PostsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.post_picked) as seen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(view))
    assert seen.args == [POST.id]


def test_a_click_beside_it_picks_the_sector(view: PostsView, qtbot: QtBot) -> None:
    centre = view.centre_of(EAST.id)
    assert centre is not None
    with qtbot.waitSignal(view.picked) as seen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre.toPoint())
    assert seen.args == [EAST.id]


def test_a_click_on_nothing_clears_the_choice(view: PostsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.cleared):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_a_marker_has_the_colour_of_its_state(view: PostsView) -> None:
    image = view.grab().toImage()
    at = spot(view)
    assert image.pixelColor(at) == colour("plan_post_empty")


def test_the_plan_is_never_mirrored(view: PostsView, qtbot: QtBot) -> None:
    before = view.grab().toImage()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.grab().toImage() == before


@pytest.mark.parametrize("inside", [True, False])
def test_the_pointer_asks_for_a_hint(view: PostsView, *, inside: bool) -> None:
    at = spot(view) if inside else QPoint(2, 2)
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at))
    assert QApplication.sendEvent(view, event)


@pytest.mark.parametrize("edge", [180, 240, 400])
def test_codes_are_large_enough_and_beside_each_other(
    view: PostsView, edge: int
) -> None:
    sides = list(SectorSide) * 4
    sectors = [
        PlanSector(an_id(f"s{at}"), f"W{at}", side=side, tier=at // 4 + 1)
        for at, side in enumerate(sides)
    ]
    view.resize(edge, edge)
    view.show_plan(draw_stadium(sectors))
    written = view.written()
    assert len(written) > 1
    for at, (tag, box) in enumerate(written):
        assert view._font(tag).pixelSize() >= scaled(SMALLEST)
        assert not any(box.intersects(other) for _tag, other in written[:at])
    view.choose(sectors[-1].id)
    assert sectors[-1].id in [tag.id for tag, _box in view.written()]


def test_the_pointer_is_told_the_code(view: PostsView) -> None:
    centre = view.centre_of(EAST.id)
    assert centre is not None
    assert view.code_at(centre).startswith("E")
    assert view.code_at(QPointF(0, 0)) == ""


def test_a_flaw_higher_than_the_list_is_scrolled(qtbot: QtBot) -> None:
    panel = ChecksPanel()
    qtbot.addWidget(panel)
    panel.list.addItem("the same day elsewhere " * 30)
    panel.resize(300, 180)
    panel.show()
    qtbot.waitUntil(lambda: panel.list.verticalScrollBar().maximum() > 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_of_the_lists_can_be_read(
    language: str, speak: Callable[[str], None]
) -> None:
    speak(language)
    lion = a_detachment("Lion", is_reserve=True, function=None, women=2)
    plan = a_plan(
        lion,
        a_post("A1", needed=8, sector="N"),
        a_sector("N"),
        assigned={("Lion", "A1P3"): 12},
    )
    state = deployment_state(plan, Phase.P3)
    for column in post_columns():
        assert isinstance(column.text(state.posts[0]), str)
        assert column.level is None or column.level(state.posts[0]) in {"ok", "warn"}
    for each in detachment_columns():
        assert isinstance(each.text(state.detachments[0]), str)
        if each.level is not None:
            assert each.level(state.detachments[0]) in {"block", "info"}


def test_manning_and_places_are_said_in_words() -> None:
    plan = a_plan(
        a_detachment("Lion", headcount=10),
        replace(a_post("A1", needed=8, sector="N"), gate_code="P1"),
        assigned={("Lion", "A1P3"): 12},
    )
    state = deployment_state(plan, Phase.P3)
    assert manning_text(state.posts[0]) == "12 of 8 · 4 too many"
    assert state.posts[0].level == "warn"  # they lack elsewhere
    assert free_text(state.detachments[0]) == "2 more than it has"
    assert place_text(state.posts[0]).count("·") == 2


def test_a_post_that_needs_nobody_and_one_whose_need_is_unknown_say_so() -> None:
    plan = a_plan(a_post("A1", needed=0), a_post("A2", headcount_needed=None))
    free, unknown = deployment_state(plan, Phase.P3).posts
    assert need_and_state(free) == manning_text(free) == "nobody needed"
    assert need_and_state(unknown) == "need not stated · not manned"
    there = a_plan(
        a_detachment("Lion", headcount=10),
        a_post("A1", needed=0),
        assigned={("Lion", "A1P3"): 2},
    )
    (row,) = deployment_state(there, Phase.P3).posts
    assert manning_text(row) == "nobody needed · 2 too many"


def test_lists_sort_by_what_is_short_and_keep_the_plans_order_else() -> None:
    plan = a_plan(a_post("A", needed=2), a_post("B", needed=9), a_post("C", needed=5))
    source = posts_source()
    source.show(deployment_state(plan, Phase.P3).posts)
    work = None
    assert source.count(work, None) == 3  # type: ignore[arg-type]  # never asked
    ids = source.ids(work, None, by("-short"), 2)  # type: ignore[arg-type]
    rows = source.rows(work, ids)  # type: ignore[arg-type]
    assert [row.line.draft.code for row in rows] == ["B", "C"]
    ids = source.ids(work, None, (), None)  # type: ignore[arg-type]
    assert [row.line.draft.code for row in source.rows(work, ids)] == [  # type: ignore[arg-type]
        "A",
        "B",
        "C",
    ]


def test_a_phase_says_its_hours_in_local_time(qtbot: QtBot) -> None:
    bar = PhaseBar()
    qtbot.addWidget(bar)
    state = deployment_state(a_plan(a_post("A", needed=3)), Phase.P3)
    bar.show_states(state.phases, Phase.P3)
    match = bar.buttons[Phase.P3]
    assert match.hours.text().strip(ISOLATES) == "19:00–20:37"
    assert match.mark.level == "warn"
    assert "3 short" in match.accessibleName()
    assert "05/11" in hours_text(state.phases[0])
    without = deployment_state(a_plan(windows={}), Phase.P3)
    assert hours_text(without.phases[3]) == "hours not known"


@pytest.mark.parametrize("phase", Phase)
def test_the_edge_before_the_final_whistle_is_explained(
    qtbot: QtBot, phase: Phase
) -> None:
    bar = PhaseBar()
    qtbot.addWidget(bar)
    state = deployment_state(a_plan(), phase)
    bar.show_states(state.phases, phase)
    told = "before the whistle"
    is_early = phase in {Phase.P3, Phase.P4}
    assert (told in bar.buttons[phase].toolTip()) == is_early
    assert (told in totals_text(state)) == is_early


@pytest.fixture
def detachment_table(runner: Runner, settings: Settings, qtbot: QtBot) -> TableView:
    """Return the list of one detachment with a long name, in a wide window."""
    gates = Words(fr="Détachement des portes 12")
    team = a_detachment("Bravo", name=gates, leader_name="Mustapha El Manari")
    source = detachments_source()
    source.show(deployment_state(a_plan(team), Phase.P3).detachments)
    model: RowsModel[DetachmentRow, None] = RowsModel(
        runner, source, detachment_columns(), None
    )
    return a_table(model, settings, "detachments", qtbot, room=2000)


def test_names_of_detachments_are_read_whole_before_leaders_are(
    detachment_table: TableView,
) -> None:
    table, columns = detachment_table, detachment_table.rows.columns
    at = {each.sort: place for place, each in enumerate(columns) if each.sort}
    assert not table.isColumnHidden(at["leader"])
    needed = table.widths.demands.needs()
    kept = ("sign", "headcount", "free", "unit")
    table.resize(sum(needed[at[key]] for key in kept) + 40, 300)
    assert table.isColumnHidden(at["leader"])
    assert table.columnWidth(at["unit"]) >= needed[at["unit"]]


def test_beside_a_form_the_name_of_a_detachment_fills_what_is_left(
    detachment_table: TableView,
) -> None:
    """It is never the column that is left out, nor is the list scrolled sideways."""
    table = detachment_table
    at = {each.sort: place for place, each in enumerate(table.rows.columns)}
    needed = table.widths.demands.needs()
    others = sum(needed[at[key]] for key in ("sign", "headcount", "free"))
    table.resize(others + LEAST_NAME - 10, 300)
    assert not table.isColumnHidden(at["unit"])
    assert table.isColumnHidden(at["channel"])
    assert table.columnWidth(at["unit"]) < needed[at["unit"]]
    assert table.horizontalHeader().length() == table.viewport().width()


def test_posts_of_one_cordon_are_told_apart_by_their_ends(
    desk: Desk, qtbot: QtBot
) -> None:
    board = Board(desk, str)
    qtbot.addWidget(board)
    for table in board.tables:
        assert table.textElideMode() is Qt.TextElideMode.ElideMiddle
