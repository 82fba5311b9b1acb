"""What is said under a field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.words import LANGUAGES
from sportsec.ui.widgets.field_note import FieldNote


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shape_stands_in_the_middle_of_the_first_line(
    qtbot: QtBot, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    note = FieldNote("")
    qtbot.addWidget(note)
    note.say("Two lines\nof a problem", "block")
    note.resize(400, 100)
    note.show()
    QApplication.processEvents()
    text, shape = note.text, note.shape
    line = text.fontMetrics().height()
    middle = text.mapTo(note, QPoint(0, text.contentsRect().top() + line // 2)).y()
    assert abs(shape.geometry().center().y() - middle) <= 1
