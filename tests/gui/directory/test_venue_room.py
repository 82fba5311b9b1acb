"""The file of a stadium in large text on a small laptop: whole rows, one bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.identity import new_id
from sportsec.ui.frame.page_frame import PageFrame
from sportsec.ui.pages.directory import state
from sportsec.ui.pages.directory.venue_page import VenuePage
from sportsec.ui.theme import apply_theme
from tests.gui.directory.conftest import Record

Open = Callable[..., Any]


@pytest.fixture
def page(
    opened: Open, record: Record, qtbot: QtBot, qapp: QApplication
) -> Iterator[VenuePage]:
    """A stadium of many sectors in the window of a small laptop."""
    apply_theme(qapp, "light", "200")
    made: VenuePage = opened(VenuePage, record.venue)
    frame = PageFrame(made)
    qtbot.addWidget(frame)
    frame.resize(1280, 530)
    frame.show()
    for _ in range(9):
        sector = replace(state.new_sector(made.file), seats=4000)
        made.show_file(state.with_sector(made.file, new_id(), sector))
    yield made
    made.load(made.seen)
    frame.takeWidget()
    apply_theme(qapp, "light")


def test_rows_and_form_are_scrolled_by_the_page_alone(
    page: VenuePage, qtbot: QtBot
) -> None:
    table: Any = page.sectors.table
    form: Any = page.sectors.split.widget(1)

    def has_one_bar() -> bool:
        bars = (table.verticalScrollBar(), form.verticalScrollBar())
        return not any(bar.maximum() for bar in bars)

    assert page.sectors.split.orientation() == Qt.Orientation.Vertical
    qtbot.waitUntil(has_one_bar)
    assert table.viewport().height() >= table.verticalHeader().length()


def test_no_column_is_cut_beside_the_form(page: VenuePage, qtbot: QtBot) -> None:
    table, split = page.sectors.table, page.sectors.split
    form: Any = split.widget(1)
    beside = form.minimumWidth() + split.handleWidth()
    frame = page.window()
    margin = frame.width() - split.width()
    frame.resize(margin + beside + table.least_width() - 20, 530)
    vertical = Qt.Orientation.Vertical
    qtbot.waitUntil(lambda: split.orientation() == vertical)
    frame.resize(margin + beside + table.least_width() + 40, 530)
    qtbot.waitUntil(lambda: split.orientation() != vertical)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
