"""Parts beside each other: none is ever cut."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.beside import Beside


def test_parts_stand_under_each_other_once_they_need_more(qtbot: QtBot) -> None:
    """The capacity of a stadium lost its last digit: it is read after the layout."""
    safe, announced = QLabel("—"), QLabel("—")
    row = Beside((safe, 1), (announced, 1), gap=10)
    window = QWidget()
    qtbot.addWidget(window)
    row.setParent(window)
    row.resize(120, 100)
    window.show()
    assert row.stands_in_row
    safe.setText("60 682 spectators")
    qtbot.waitUntil(lambda: not row.stands_in_row)
    qtbot.waitUntil(lambda: safe.width() >= safe.minimumSizeHint().width())
    safe.setText("—")
    qtbot.waitUntil(lambda: row.stands_in_row)
