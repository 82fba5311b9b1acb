"""A part that scrolls by itself, or is shown whole and scrolled with its page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.scrolled import PartScroll


def test_a_part_shown_whole_is_as_high_as_what_it_holds(qtbot: QtBot) -> None:
    body, high = QWidget(), QWidget()
    high.setFixedHeight(900)
    box = QVBoxLayout(body)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(high)
    part = PartScroll(body)
    qtbot.addWidget(part)
    part.show()
    assert part.minimumSizeHint().height() < 300
    part.show_all(shows_all=True)
    assert part.minimumSizeHint().height() == 900
    high.setFixedHeight(1100)
    QApplication.processEvents()
    assert part.minimumSizeHint().height() == 1100
    part.show_all(shows_all=False)
    assert part.minimumSizeHint().height() < 300
