"""Parts beside each other: none is ever cut."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.beside import Beside


def test_parts_stand_under_each_other_once_they_need_more(qtbot: QtBot) -> None:
    """The capacity of a stadium lost its last digit: it is read after the layout."""
    safe, announced = QLabel("—"), QLabel("—")
    row = Beside((safe, 1), (announced, 1), gap=10)
    qtbot.addWidget(row)
    row.resize(130, 100)
    row.show()
    assert row.stands_in_row
    safe.setText("60 682 spectators")
    QApplication.processEvents()
    assert not row.stands_in_row
    assert safe.width() >= safe.minimumSizeHint().width()
    safe.setText("—")
    QApplication.processEvents()
    assert row.stands_in_row
