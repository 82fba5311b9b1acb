"""A button with an icon keeps its words off it, and readers hear the words alone."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.buttons import IconButton


def heard(button: IconButton) -> str:
    face = QAccessible.queryAccessibleInterface(button)
    return str(face.text(QAccessible.Text.Name))


def test_the_words_are_said_without_the_gap(qtbot: QtBot) -> None:
    button = IconButton("undo", "تراجع")
    qtbot.addWidget(button)
    assert (button.text(), heard(button)) == ("تراجع", "تراجع")
    button.setText("إعادة")
    assert (button.text(), heard(button)) == ("إعادة", "إعادة")
    button.setText("")
    assert (button.text(), heard(button)) == ("", "إعادة")
    button.setText("حفظ")
    assert (button.text(), heard(button)) == ("حفظ", "حفظ")


def test_there_is_a_gap_between_icon_and_words(qtbot: QtBot) -> None:
    with_gap, empty = IconButton("undo", "Undo"), IconButton("undo")
    qtbot.addWidget(with_gap)
    qtbot.addWidget(empty)
    letters = with_gap.fontMetrics().horizontalAdvance("Undo")
    assert with_gap.sizeHint().width() > empty.sizeHint().width() + letters


def test_a_name_of_its_own_outlives_other_words(qtbot: QtBot) -> None:
    button = IconButton("edit", "Edit")
    qtbot.addWidget(button)
    button.setAccessibleName("Edit: Command")
    button.setText("Change")
    assert heard(button) == "Edit: Command"
