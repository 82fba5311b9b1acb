"""A part that scrolls by itself, or is shown whole and scrolled with its page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.scrolled import PartScroll, WholeScroll, tell_around


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


def test_what_a_list_lies_in_knows_at_once_how_high_it_became(qtbot: QtBot) -> None:
    """Asked before Qt has told it in rounds of events, it would decide on the old."""
    lines, inner, body = QListWidget(), QWidget(), QWidget()
    lines.addItems([str(n) for n in range(40)])
    for around, part in ((inner, lines), (body, inner)):
        QVBoxLayout(around).addWidget(part)
    area = WholeScroll(body)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    QApplication.processEvents()
    for high in (900, 100, 500):
        lines.setMinimumHeight(high)
        tell_around(lines)
        assert high < body.minimumSizeHint().height() < high + 100
