"""A field of several lines shows all of its text; the form has the one scroll bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.fields import LinesField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.lines_edit import MOST_LINES

LINE = "Travel of the supporters is banned: turned back calmly at tolls. "


@dataclass(frozen=True)
class Draft:
    mission: str = ""
    remark: str = ""


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    binds = [
        Bind("mission", "Mission", LinesField(lines=2)),
        Bind("remark", "Remark", LinesField(lines=2)),
    ]
    form = Form([Part("Order", binds)])
    form.load(Draft(LINE * 5))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(form)
    qtbot.addWidget(area)
    area.resize(600, 300)
    area.show()
    qtbot.waitExposed(area)
    return area


def field_of(area: QScrollArea) -> LinesField:
    form = area.widget()
    assert isinstance(form, Form)
    field = form.field("mission")
    assert isinstance(field, LinesField)
    return field


def room_for(lines: int) -> int:
    """How high a field is that has room for lines."""
    field = LinesField(lines=lines)
    return field.edit.height()


def bar_of(field: LinesField) -> int:
    """How far the field is scrolled by a bar of its own at most."""
    return field.edit.verticalScrollBar().maximum()


def test_a_text_longer_than_its_field_makes_it_higher(
    area: QScrollArea, qtbot: QtBot
) -> None:
    field = field_of(area)
    qtbot.waitUntil(lambda: bar_of(field) == 0)
    assert field.edit.height() > room_for(3)
    before = field.edit.height()
    area.resize(900, 300)  # longer lines, fewer of them
    qtbot.waitUntil(lambda: field.edit.height() < before)
    assert bar_of(field) == 0


def test_only_a_very_long_text_has_a_bar_of_its_own(
    area: QScrollArea, qtbot: QtBot
) -> None:
    field = field_of(area)
    field.set_value("\n".join(["x"] * (2 * MOST_LINES)))
    qtbot.waitUntil(lambda: bar_of(field) > 0)
    most = room_for(MOST_LINES)
    assert field.edit.height() == most
    field.set_value("x")
    qtbot.waitUntil(lambda: field.edit.height() < most)


def test_what_is_written_is_in_view_and_deleting_moves_nothing(
    area: QScrollArea, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    edit = field_of(area).edit
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    type_text(edit, "\n" * 6 + "x")

    def below() -> int:
        """How far the line that is written lies under the lower edge of the form."""
        at = edit.viewport().mapTo(area.viewport(), edit.cursorRect().bottomLeft())
        return at.y() - area.viewport().height()

    qtbot.waitUntil(lambda: below() <= 0)
    high = edit.height()
    edit.selectAll()
    edit.cut()
    QApplication.processEvents()
    assert edit.height() == high
    assert edit.mapTo(area.viewport(), QPoint()).y() < area.viewport().height()
