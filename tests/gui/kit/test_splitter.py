"""Parts beside each other with a border to draw: under each other none is squeezed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.splitter import GAP, LOWEST, SideSplitter


def test_a_part_under_another_keeps_the_height_it_asks_for(qtbot: QtBot) -> None:
    """At 200 % the map of relations was lower than it asks for."""
    split = SideSplitter()
    qtbot.addWidget(split)
    parts = [QWidget() for _ in range(2)]
    for part in parts:
        part.setMinimumWidth(300)
        split.addWidget(part)
    high = scaled(LOWEST) + 60
    parts[0].setMinimumHeight(high)
    split.resize(400, 900)
    split.show()
    qtbot.waitUntil(lambda: split.orientation() == Qt.Orientation.Vertical)
    assert split.minimumSizeHint().height() == high + GAP + scaled(LOWEST)
