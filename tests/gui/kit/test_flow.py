"""How widgets fill lines like words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.flow import FlowLayout


@pytest.mark.parametrize(
    ("widths", "room", "on_lines"),
    [
        ((80, 130, 75, 75, 100), 410, [2, 3]),  # else the last stands alone
        ((100, 100, 100, 100, 100), 410, [3, 2]),
        ((100, 100, 100), 300, [3]),
        ((500, 100, 100), 200, [1, 2]),  # wider than the room
        ((100, 100), 100, [1, 1]),
    ],
)
def test_lines_are_about_as_long_as_each_other_and_no_more_than_needed(
    qtbot: QtBot, widths: tuple[int, ...], room: int, on_lines: list[int]
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=0, even=True)
    parts = [QLabel(holder) for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setFixedSize(width, 30)
        flow.addWidget(part)
    holder.resize(room, 200)
    holder.show()
    tops = [part.y() for part in parts]
    assert [tops.count(top) for top in sorted(set(tops))] == on_lines
    assert flow.heightForWidth(room) == 30 * len(on_lines)


class Yielding(QLabel):
    """Likes 300 pixels, can do with 80."""

    def sizeHint(self) -> QSize:
        return QSize(300, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 30)


@pytest.mark.parametrize(("room", "width"), [(400, 300), (200, 200), (50, 80)])
def test_what_is_wider_than_a_line_is_narrowed_to_it(
    qtbot: QtBot, room: int, width: int
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    part = Yielding()
    flow.addWidget(part)
    flow.setGeometry(QRect(0, 0, room, 100))
    assert part.width() == width


def test_a_text_that_is_narrowed_takes_more_lines(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    text = QLabel("Several words that wrap where they have no room. " * 4)
    text.setWordWrap(True)
    flow.addWidget(text)
    narrow = text.sizeHint().width() // 2
    assert flow.heightForWidth(narrow) == text.heightForWidth(narrow)
    assert flow.heightForWidth(narrow) > text.sizeHint().height()
