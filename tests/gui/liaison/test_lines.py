"""Lines of a card: their buttons say words where there is room for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from sportsec.ui.language import tr
from sportsec.ui.pages.liaison.lines import NARROW, Line, LineStack
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton, sign_button

WORDS, SIGN = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonIconOnly,
)


def a_line(*acts: str) -> Line:
    line = Line("Call of Monday")
    line.tell("What was said")
    for act in acts:
        line.offer(IconButton("check", act))
    line.offer(sign_button("edit", tr("Edit")))
    line.offer(sign_button("delete", tr("Delete")))
    return line


@pytest.fixture
def stack(qtbot: QtBot) -> LineStack:
    stack = LineStack()
    qtbot.addWidget(stack)
    stack.resize(scaled(NARROW) + 50, 300)
    stack.show()
    return stack


def styles(stack: LineStack) -> set[Qt.ToolButtonStyle]:
    found = stack.findChildren(QToolButton)
    return {each.toolButtonStyle() for each in found}


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Edit"), ("fr", "Modifier"), ("ar", "تعديل")],
)
def test_the_buttons_of_a_line_say_words(
    stack: LineStack, speak: Callable[[str], None], language: str, words: str
) -> None:
    speak(language)
    stack.show_lines([a_line(), a_line()])
    assert styles(stack) == {WORDS}
    edit = stack.lines[0].buttons[0]
    assert isinstance(edit, QToolButton)
    assert edit.text().strip() == words
    assert edit.accessibleName().startswith(words)


def test_where_one_line_has_no_room_for_them_all_show_signs_that_are_still_named(
    stack: LineStack,
) -> None:
    many = ("Answer this request", "Withdrawn by the group", "Check on the day")
    stack.show_lines([a_line(), a_line(*many)])
    assert styles(stack) == {SIGN}
    names = [each.accessibleName() for each in stack.lines[0].buttons]
    assert names == ["Edit: Call of Monday", "Delete: Call of Monday"]
    assert stack.lines[0].buttons[0].toolTip() == "Edit"


def test_under_the_text_there_is_room_again(stack: LineStack, qtbot: QtBot) -> None:
    stack.show_lines([a_line("Answer this request", "Withdrawn by the group")])
    assert styles(stack) == {SIGN}
    stack.resize(scaled(NARROW) - 50, 300)
    qtbot.waitUntil(lambda: styles(stack) == {WORDS})
