"""The parts of the risk tab: segments, bars, table of assessments."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from sportsec.domain.risk import Stage
from sportsec.queries.risk import risk_file
from sportsec.services.risk import open_assessment
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.pages.risk.bars import ContributionBar
from sportsec.ui.pages.risk.compare import CompareDialog
from sportsec.ui.pages.risk.segments import Segment, Segments
from sportsec.ui.pages.risk.strip import Strip
from sportsec.ui.theme import colour
from sportsec.ui.widgets.badges import Badge
from tests.data.risk.risk_matches import decided
from tests.gui.conftest import Do

#: Half of a small laptop: as much as there is of it for text twice as large.
HALF = 1366 // 2


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments(
        [Segment(None, "?"), Segment(0, "0", "calm"), Segment(1, "1")], "Travel"
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_click_picks_a_value(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segments.picked) as seen:
        segments.button(1).click()
    assert seen.args == [1]


def test_a_digit_picks_a_value_too(segments: Segments, qtbot: QtBot) -> None:
    segments.button(None).setFocus()
    with qtbot.waitSignal(segments.picked) as seen:
        qtbot.keyClick(segments, Qt.Key.Key_0)
    assert seen.args == [0]
    assert segments.button(0).isChecked()


def test_other_keys_pick_nothing(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.picked):
        qtbot.keyClick(segments, Qt.Key.Key_7)


def test_keys_that_lead_on_pick_nothing(segments: Segments, qtbot: QtBot) -> None:
    segments.focus()
    here = segments.button(None)
    with qtbot.assertNotEmitted(segments.picked):
        for key, by in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
            with qtbot.waitSignal(segments.stepped) as seen:
                qtbot.keyClick(here, key)
            assert seen.args == [by]
        with qtbot.waitSignal(segments.entered):
            qtbot.keyClick(here, Qt.Key.Key_Return)


def test_showing_a_value_picks_nothing(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.picked):
        segments.show_value(0)
    assert segments.button(0).isChecked()
    segments.show_value(9)
    assert not any(segments.button(v).isChecked() for v in (None, 0, 1))


def test_each_choice_is_named_for_screen_readers(segments: Segments) -> None:
    assert segments.button(0).accessibleName() == "Travel, 0: calm"


def painted(bar: ContributionBar) -> QImage:
    bar.resize(bar.sizeHint())
    return bar.grab().toImage()


@pytest.mark.parametrize(
    ("direction", "x"),
    [(Qt.LayoutDirection.LeftToRight, 10), (Qt.LayoutDirection.RightToLeft, 99)],
)
def test_a_bar_fills_from_the_side_where_reading_starts(
    direction: Qt.LayoutDirection, x: int, qtbot: QtBot
) -> None:
    bar = ContributionBar(110)
    qtbot.addWidget(bar)
    bar.setLayoutDirection(direction)
    bar.show_share(0.5, 0.5, "high")
    image = painted(bar)
    middle = bar.height() // 2
    assert image.pixelColor(x, middle) == colour("level_high_ink")
    assert image.pixelColor(109 - x, middle) != colour("level_high_ink")


def test_all_assessments_stand_in_one_table(
    qtbot: QtBot, change: Do, ask: Do, match_id: UUID
) -> None:
    def rate(work: Any) -> None:
        decided(work, work.get(Fixture, match_id), Stage.INITIAL, 2)
        open_assessment(work, match_id, Stage.FINAL)

    change(rate)
    file = ask(lambda work: risk_file(work, match_id))
    dialog = CompareDialog(file, None)  # type: ignore[arg-type]  # no parent in a test
    badges = [badge.text for badge in dialog.findChildren(Badge)]
    assert len([text for text in badges if "2" in text]) >= 13
    assert badges.count("High") >= 3
    dialog.reject()


def test_three_assessments_fit_beside_names_that_take_more_lines(
    qtbot: QtBot, change: Do, ask: Do, match_id: UUID
) -> None:
    for stage in (Stage.INITIAL, Stage.INTERIM, Stage.FINAL):
        change(lambda work, stage=stage: open_assessment(work, match_id, stage))
    file = ask(lambda work: risk_file(work, match_id))
    dialog = CompareDialog(file, None)  # type: ignore[arg-type]  # no parent in a test
    area = dialog.findChildren(QScrollArea)[0]
    assert area.widget().minimumSizeHint().width() < HALF
    dialog.reject()


def test_assessments_take_more_lines_rather_than_lose_their_words(
    qtbot: QtBot, change: Do, ask: Do, match_id: UUID
) -> None:
    for stage in Stage:
        change(lambda work, stage=stage: open_assessment(work, match_id, stage))
    file = ask(lambda work: risk_file(work, match_id))
    strip = Strip()
    qtbot.addWidget(strip)
    strip.resize(2000, 80)
    strip.show()
    strip.show_file(file, file.assessments[0].id)
    qtbot.waitUntil(lambda: strip.minimumHeight() > 0)
    line = strip.minimumHeight()
    widest = max(each.sizeHint().width() for each in strip.buttons.values())
    strip.resize(widest, 400)
    count = len(strip.buttons)
    assert strip.minimumHeight() > (count - 1) * line
    for button in strip.buttons.values():
        assert button.width() >= button.sizeHint().width()
