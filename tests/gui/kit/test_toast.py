"""The message that passes by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.cards import Mark
from sportsec.ui.widgets.toast import EDGE, LETTER_MS, SHOWN_MS, Toast

LONG = "Nothing looks alike; select two of a list to merge them. " * 4


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


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_message_is_broken_within_the_window_and_stays_to_be_read(
    language: str, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak(language)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    window.show()
    toast = Toast(window)
    toast.say(LONG, action="Undo")
    assert window.rect().adjusted(EDGE, 0, -EDGE, 0).contains(toast.geometry())
    lines = toast.label.heightForWidth(toast.label.width())
    assert toast.label.height() >= lines > 2 * toast.fontMetrics().height()
    assert toast._clock.interval() == len(LONG) * LETTER_MS > SHOWN_MS
    toast.say("Saved")
    assert toast.width() < window.width() / 2
    assert toast._clock.interval() == SHOWN_MS
