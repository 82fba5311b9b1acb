"""What is said under a field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.words import LANGUAGES
from sportsec.ui.widgets import field, field_note
from sportsec.ui.widgets.field_note import FieldNote
from sportsec.ui.widgets.fields import TextField


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


def test_only_another_look_is_drawn_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page has hundreds of notes, and next to none says anything."""
    drawn: list[QWidget] = []
    monkeypatch.setattr(field_note, "restyle", drawn.append)
    monkeypatch.setattr(field, "restyle", drawn.append)
    note, line = FieldNote("As on the map"), TextField()
    for widget in (note, line):
        qtbot.addWidget(widget)
    note.say("", "")
    note.give_room_back()
    line.mark("")
    assert drawn == []
    for text in ("Bad", "Bad", "Worse"):
        note.say(text, "block")
        line.mark("block")
    assert drawn == [note.text, *line.inputs()]
