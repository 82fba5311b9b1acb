"""Arabic of several lines stands on the right, whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import LinesField
from sportsec.ui.widgets.fields_words import WordsField

WORD = "المباراة"
LINES = 3


@pytest.fixture(autouse=True)
def in_arabic(speak: Callable[[str], None]) -> None:
    speak("ar")


def ink(picture: QImage, rows: range, columns: range) -> list[int]:
    """Return the columns that are not of the ground."""
    ground = picture.pixelColor(columns[0], rows[0])
    return [x for x in columns if any(picture.pixelColor(x, y) != ground for y in rows)]


def shown(widget: QWidget, qtbot: QtBot) -> QImage:
    qtbot.addWidget(widget)
    widget.show()
    return widget.grab().toImage()


def test_no_line_of_a_label_stands_beside_its_edge(qtbot: QtBot) -> None:
    label = text_label(" ".join([WORD] * LINES), wrap=True)
    label.setFixedWidth(label.fontMetrics().horizontalAdvance(WORD) * 3 // 2)
    picture = shown(label, qtbot)
    high = picture.height() // LINES
    columns = range(picture.width())
    edges = {
        ink(picture, range(n * high, n * high + high), columns)[-1] for n in (0, 1)
    }
    assert edges == {ink(picture, range(2 * high, 3 * high), columns)[-1]}


def test_a_french_text_keeps_its_order_and_stands_on_the_right(qtbot: QtBot) -> None:
    """The full stop of a French note does not come before it."""
    label = text_label("iii.", wrap=True)
    label.setFixedWidth(label.fontMetrics().horizontalAdvance(label.text()) + 40)
    picture = shown(label, qtbot)
    rows, columns = range(picture.height()), range(picture.width())
    found = ink(picture, rows, columns)
    upper = range(picture.height() // 2)  # where a letter is and a full stop is not
    assert ink(picture, upper, columns)[0] == found[0]
    assert ink(picture, upper, columns)[-1] < found[-1]
    assert columns[-1] - found[-1] <= 3


def test_a_line_in_the_middle_stays_there(qtbot: QtBot) -> None:
    label = text_label(WORD, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setFixedWidth(label.fontMetrics().horizontalAdvance(WORD) * 3)
    picture = shown(label, qtbot)
    found = ink(picture, range(picture.height()), range(picture.width()))
    assert abs(found[0] - (picture.width() - 1 - found[-1])) <= 3


@pytest.mark.parametrize("field", [LinesField, lambda: WordsField(lines=3)])
def test_arabic_lines_begin_on_the_right(
    qtbot: QtBot, field: Callable[[], Field]
) -> None:
    made = field()
    made.resize(400, 300)
    shown(made, qtbot)
    (lines, *_) = made.inputs()
    assert isinstance(lines, QPlainTextEdit)
    lines.setPlainText(WORD)
    picture = lines.grab().toImage()
    middle = picture.width() // 2
    rows = range(10, 40)
    assert ink(picture, rows, range(middle, picture.width() - 8))
    assert not ink(picture, rows, range(8, middle))


def test_a_blank_before_a_break_moves_no_letter(qtbot: QtBot) -> None:
    first = []
    for text in (f"{WORD}\n{WORD}", f"{WORD} \n{WORD}"):
        label = text_label(text, wrap=True)
        label.setFixedWidth(label.fontMetrics().horizontalAdvance(WORD) * 2)
        picture = shown(label, qtbot)
        upper = range(picture.height() // 2)
        first.append(ink(picture, upper, range(picture.width())))
    assert first[0] == first[1]
