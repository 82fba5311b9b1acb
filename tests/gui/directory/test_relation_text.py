"""Names in the boxes of the map, and the words on its lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from sportsec.domain.graph_layout import Place
from sportsec.domain.groups import RelationKind
from sportsec.domain.identity import new_id
from sportsec.ui.pages.directory.relation_badge import BadgeItem
from sportsec.ui.pages.directory.relation_items import Box
from sportsec.ui.pages.directory.relation_text import fitted
from sportsec.ui.pages.directory.relation_view import Line, RelationView
from sportsec.ui.pages.directory.small_rows import EASY_TO_HIT, ValueLink

WIDE, HIGH = 170.0, 68.0


def fit(text: str, least: int = 12) -> tuple[int, tuple[str, ...]]:
    return fitted(text, QFont().toString(), WIDE, HIGH, 24, least)


def test_a_long_name_is_written_smaller_before_its_end_is_left_out(
    qtbot: QtBot,
) -> None:
    short, (line,) = fit("Alpha")
    assert (short, line) == (24, "Alpha")
    size, lines = fit("Association of the friends of Alpha")
    assert size < short
    assert len(lines) > 1
    assert " ".join(lines) == "Association of the friends of Alpha"
    _size, cut = fit("Association of the friends of Alpha " * 5)
    assert cut[-1].endswith("…")


def test_the_word_of_the_chosen_line_lies_above_the_boxes(qtbot: QtBot) -> None:
    view = RelationView()
    qtbot.addWidget(view)
    one, other = new_id(), new_id()
    boxes = [Box(one, "supporter_group", "Alpha"), Box(other, "club", "Beta")]
    places = {one: Place(0, 0), other: Place(60, 80)}
    view.show_graph(boxes, [Line(one, other, RelationKind.ALLIANCE)], places)
    assert not badges(view)
    view.choose(one)
    (badge,) = badges(view)
    assert badge.zValue() > max(item.zValue() for item in view.boxes.values())
    assert badge.pos() == QPointF(30, 40)
    view.boxes[other].setPos(100, 80)
    assert badge.pos() == QPointF(50, 40)
    view.choose(None)
    assert not badges(view)


def badges(view: RelationView) -> list[BadgeItem]:
    return [item for item in view.scene().items() if isinstance(item, BadgeItem)]


def test_a_link_among_values_is_easy_to_hit(qtbot: QtBot) -> None:
    link = ValueLink("Atlas")
    qtbot.addWidget(link)
    assert link.sizeHint().height() >= EASY_TO_HIT
    assert link.minimumSizeHint().height() >= EASY_TO_HIT


def test_a_link_among_values_wraps_where_there_is_no_room(qtbot: QtBot) -> None:
    link = ValueLink("Sports complex of the Atlantic")
    qtbot.addWidget(link)
    whole = link.sizeHint()
    assert link.heightForWidth(whole.width()) == whole.height()
    assert link.heightForWidth(whole.width() // 2) > 1.5 * whole.height()
