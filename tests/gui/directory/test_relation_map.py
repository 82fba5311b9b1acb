"""The map of relations: drawn, moved by mouse and keys, kept, narrowed, printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.graph_layout import Place
from sportsec.domain.groups import RelationDraft, RelationKind
from sportsec.domain.words import Words
from sportsec.services.groups import add_relation
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.groups_page import GroupsPage
from sportsec.ui.pages.directory.record_panel import NARROWEST
from sportsec.ui.pages.directory.relation_badge import Badge
from sportsec.ui.pages.directory.relation_graph import read_places, written
from sportsec.ui.pages.directory.relation_items import BoxItem, pens_of
from sportsec.ui.pages.directory.relation_map import NARROWEST_LIST, RelationTab
from sportsec.ui.pages.directory.relation_view import STEP, RelationView
from sportsec.ui.settings import Settings
from sportsec.ui.targets import MapTarget
from sportsec.ui.theme import apply_theme
from tests.builders import a_group
from tests.gui.directory.conftest import Offers, Record, shown
from tests.gui.directory.test_record_list import texts

STEP_IN = 3.0
Open = Callable[..., Any]
Wait = Callable[[], None]


@pytest.fixture
def tab(opened: Open, settled: Wait, record: Record, settings: Settings) -> RelationTab:
    settings.keep("relations/clubs", True)
    return _opened(opened, settled, record.alpha)


def _opened(opened: Open, settled: Wait, group: UUID) -> RelationTab:
    page = opened(GroupsPage, MapTarget(group))
    settled()
    found: RelationTab = page.map
    return found


def _middle(view: RelationView, item: BoxItem) -> QPoint:
    return view.mapFromScene(item.pos())


def test_groups_clubs_and_relations_are_drawn_and_said(
    tab: RelationTab, record: Record
) -> None:
    assert set(tab.view.boxes) == {record.alpha, record.beta, record.atlas, record.rif}
    alpha = tab.view.boxes[record.alpha]
    kinds = [line.kind for line in alpha.lines]
    assert sorted(kinds, key=str) == [None, RelationKind.RIVALRY]
    assert tab.view.said(alpha) == "Alpha; Rivalry: Beta"
    assert tab.view.accessibleDescription() == "Alpha; Rivalry: Beta"


def test_each_kind_has_a_line_and_a_word_of_its_own(tab: RelationTab) -> None:
    patterns = {tuple(pen.style() for pen in pens_of(k)) for k in RelationKind}
    assert len(patterns) == len(RelationKind)  # not by their width alone
    named = {check.text() for check in tab.legend.checks.values()}
    assert len(named) == len(RelationKind)


def test_the_dots_of_a_line_are_thicker_than_a_thin_line(tab: RelationTab) -> None:
    (dots,), (thin,) = (
        pens_of(kind) for kind in (RelationKind.NEUTRAL, RelationKind.FRIENDSHIP)
    )
    assert dots.style() is Qt.PenStyle.DotLine
    assert dots.widthF() > 1.5 * thin.widthF()


def test_no_end_of_a_line_tears_the_zoom_apart(tab: RelationTab) -> None:
    tab.setFixedWidth(tab.minimumSizeHint().width())
    tab.layout().activate()
    places = [button.mapTo(tab, QPoint()) for button in tab.tools.buttons]
    assert len({place.y() for place in places}) == 1
    tab.as_list.set_value(value=True)
    tab._switch()
    assert not tab.tools.isVisible()


def test_a_click_shows_the_record_beside_the_map(
    tab: RelationTab, settled: Wait, qtbot: QtBot, record: Record
) -> None:
    view = tab.view
    at = _middle(view, view.boxes[record.beta])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settled()
    assert "Beta" in texts(tab.panels["supporter_group"])
    at = _middle(view, view.boxes[record.rif])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settled()
    assert tab.panels["supporter_group"].isHidden()
    assert "Rif Club" in texts(tab.panels["club"])


def test_what_was_moved_stays_there_the_next_time(
    tab: RelationTab,
    opened: Open,
    settled: Wait,
    qtbot: QtBot,
    record: Record,
) -> None:
    view = tab.view
    item = view.boxes[record.alpha]
    start = _middle(view, item)
    goal = start + QPoint(60, 45)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view.viewport(), left, pos=start)
    qtbot.mouseMove(view.viewport(), start + QPoint(20, 20))
    qtbot.mouseMove(view.viewport(), goal)
    qtbot.mouseRelease(view.viewport(), left, pos=goal)
    moved = view.places()
    again = _opened(opened, settled, record.alpha).view.places()
    assert again.keys() == moved.keys()
    for key, place in again.items():
        assert place == pytest.approx(moved[key], abs=1)


def test_arrows_go_to_the_next_box_and_with_shift_they_move_it(
    tab: RelationTab, qtbot: QtBot, record: Record, settings: Settings
) -> None:
    view = tab.view
    view.boxes[record.alpha].setPos(0, 0)
    view.boxes[record.beta].setPos(400, 30)
    view.boxes[record.atlas].setPos(0, 500)
    view.boxes[record.rif].setPos(-900, 0)
    view.choose(record.alpha)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current is view.boxes[record.beta]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current is view.boxes[record.atlas]
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert view.current.place.y == 500 - STEP
    kept = read_places(settings.text("relations/places-all"))
    assert kept[record.atlas].y == 500 - STEP


def test_arranging_anew_can_be_undone(
    tab: RelationTab, settled: Wait, record: Record, visits: Offers, settings: Settings
) -> None:
    view = tab.view
    automatic = view.places()
    view.choose(record.alpha)
    view.boxes[record.alpha].setPos(2000, 900)
    view.moved.emit()
    tab.arrange()
    settled()
    assert view.places() == automatic
    visits.actions[-1]()
    settled()
    assert view.places()[record.alpha] == (2000, 900)


def test_a_new_group_is_put_beside_what_was_placed(
    tab: RelationTab, settled: Wait, record: Record
) -> None:
    before = tab.view.places()

    def add(work: Work) -> None:
        gamma = a_group(work, work.get(Club, record.sahel), "Gamma")
        work.session.flush()
        draft = RelationDraft(gamma.id, RelationKind.FRIENDSHIP)
        add_relation(work, record.beta, draft)

    record.change(add)
    tab.reload()
    settled()
    after = tab.view.places()
    assert len(after) == len(before) + 2  # its club too
    assert {key: after[key] for key in before} == before


def test_the_map_is_narrowed_to_a_club_with_its_counterparts(
    tab: RelationTab, settled: Wait, record: Record
) -> None:
    def add(work: Work) -> None:
        a_group(work, work.get(Club, record.sahel), "Elsewhere")

    record.change(add)
    tab.reload()
    settled()
    assert len(tab.drawn.groups) == 3
    tab.club.set_value(record.atlas)
    tab.club.changed.emit()
    settled()
    shown_groups = {each.name.fr: each.beside for each in tab.drawn.groups}
    assert shown_groups == {"Alpha": False, "Beta": True}
    tab.club.set_value(None)
    tab.city.set_value("nador")
    tab.city.changed.emit()
    settled()
    assert {each.name.fr for each in tab.drawn.groups if not each.beside} == {"Beta"}


def test_a_kind_that_is_unticked_is_not_drawn(tab: RelationTab, settled: Wait) -> None:
    tab.legend.checks[RelationKind.RIVALRY].click()
    settled()
    assert tab.drawn.relations == ()
    assert tab.model.rowCount() == 0


def test_the_same_is_there_as_a_list(
    tab: RelationTab, settled: Wait, visits: Offers, record: Record
) -> None:
    tab.as_list.check.click()
    settled()
    assert tab.stack.currentWidget() is tab.table
    assert shown(tab.model) == ["Rivalry"]
    assert "bâche" in shown(tab.model, 4)[0]
    tab.table.opened.emit(record.relation)
    assert visits.went[-1] == ("groups", record.alpha)


def test_the_paper_is_saved_in_arabic(
    desk: Desk,
    qtbot: QtBot,
    record: Record,
    settled: Wait,
    speak: Callable[[str], None],
    tmp_path: Path,
) -> None:
    speak("ar")

    def rename(work: Work) -> None:
        work.get(SupporterGroup, record.alpha).name = Words("النسور", "Alpha", "Alpha")

    record.change(rename)
    tab = RelationTab(desk)
    qtbot.addWidget(tab)
    tab.reload()
    settled()
    tab.paper.output.save_to(tmp_path / "map.pdf")
    settled()
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_damaged_places_are_passed_over() -> None:
    for text in ("", "[]", "{", '{"x": 1}', '{"' + "0" * 32 + '": [1]}', "null"):
        assert read_places(text) == {}
    places = {UUID(int=1): Place(3, 4)}
    assert read_places(written(places)) == places


def test_the_chosen_box_stays_in_sight_beside_its_panel(
    tab: RelationTab, record: Record
) -> None:
    view, item = tab.view, tab.view.boxes[record.alpha]
    view.choose(record.alpha)
    view.zoom(STEP_IN)
    view.resize(view.width() // 2, view.height())
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(item.pos())


def test_words_on_lines_follow_the_text_size(
    tab: RelationTab, qapp: QApplication
) -> None:
    badge = Badge(RelationKind.RIVALRY, tab.font())
    plain = badge.half(1.0)
    try:
        apply_theme(qapp, "light", "200")
        assert badge.half(1.0).y > plain.y * 1.5
    finally:
        apply_theme(qapp, "light")


def test_beside_a_panel_both_names_of_a_relation_have_room(
    tab: RelationTab, settled: Wait, qtbot: QtBot
) -> None:
    tab.as_list.check.click()
    settled()
    tab.split.setFixedWidth(NARROWEST_LIST + NARROWEST)
    qtbot.waitUntil(lambda: tab.split.orientation() is Qt.Orientation.Vertical)
    tab.split.setFixedWidth(NARROWEST_LIST + NARROWEST + 40)
    qtbot.waitUntil(lambda: tab.split.orientation() is Qt.Orientation.Horizontal)
    bar = tab.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_a_list_without_room_beside_it_has_no_record_below_it(
    tab: RelationTab, settled: Wait, qtbot: QtBot
) -> None:
    """Else the page is scrolled around a list with a bar of its own."""
    tab.view.choose(None)
    tab.view.choose(next(iter(tab.view.boxes)))
    settled()
    assert _panels_on_view(tab)
    window = tab.window()
    window.setFixedWidth(NARROWEST_LIST + NARROWEST)
    tab.as_list.check.click()
    qtbot.waitUntil(lambda: not _panels_on_view(tab))
    window.setFixedWidth(1100)
    qtbot.waitUntil(lambda: bool(_panels_on_view(tab)))


def _panels_on_view(tab: RelationTab) -> list[str]:
    return [name for name, panel in tab.panels.items() if panel.isVisible()]


def test_beside_a_record_the_reasons_have_room_before_the_day(
    tab: RelationTab, settled: Wait, qtbot: QtBot, record: Record
) -> None:
    def tell(work: Work) -> None:
        found = work.get(GroupRelation, record.relation)
        found.reason = Words(fr="Bâche volée dans le train de Fès, jamais rendue")

    record.change(tell)
    tab.reload()
    tab.as_list.check.click()
    settled()
    names = [column.header for column in tab.model.columns]
    since, why = names.index("Since"), names.index("Reason")
    tab.split.setFixedWidth(NARROWEST_LIST + NARROWEST + 240)
    qtbot.waitUntil(lambda: tab.table.isColumnHidden(since))
    assert not tab.table.isColumnHidden(why)
    tab.split.setFixedWidth(1600)
    qtbot.waitUntil(lambda: not tab.table.isColumnHidden(since))
