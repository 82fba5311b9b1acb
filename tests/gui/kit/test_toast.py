"""The message that passes by itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.cards import Mark
from sportsec.ui.widgets.toast import Toast


@pytest.mark.parametrize(
    ("level", "is_marked"), [("ok", False), ("info", False), ("block", True)]
)
def test_an_error_has_its_shape_as_in_a_banner(
    qtbot: QtBot, level: str, is_marked: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)
    toast.say("Something", level=level)
    mark = toast.findChild(Mark)
    assert mark is not None
    assert mark.isVisible() is is_marked
    assert not is_marked or mark.level == level
