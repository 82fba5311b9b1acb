"""Parts beside each other with a border to draw: under each other none is squeezed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
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


def test_a_part_stands_alone_where_beside_another_it_would_be_cut(
    qtbot: QtBot,
) -> None:
    """It may be narrower than that where it stands alone already."""
    split = SideSplitter()
    qtbot.addWidget(split)
    parts = [QWidget() for _ in range(2)]
    for part in parts:
        inner = QWidget()
        inner.setMinimumWidth(300)
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(inner)
        split.addWidget(part)
    split.resize(700, 900)
    split.show()
    assert split.orientation() == Qt.Orientation.Horizontal
    split.need_beside(parts[0], 450)
    qtbot.waitUntil(lambda: split.orientation() == Qt.Orientation.Vertical)
    assert split.minimumSizeHint().width() == 300
    split.resize(450 + GAP + 300, 900)
    qtbot.waitUntil(lambda: split.orientation() == Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: parts[0].width() == 450)
