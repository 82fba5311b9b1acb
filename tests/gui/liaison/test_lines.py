"""Lines of a card: their buttons say words where there is room for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QToolButton
from pytestqt.qtbot import QtBot

from sportsec.ui.language import tr
from sportsec.ui.pages.liaison.lines import NARROW, Line, LineStack
from sportsec.ui.theme import scaled
from sportsec.ui.widgets import aimed
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


def test_a_second_click_does_not_settle_the_line_that_came_under_it(
    stack: LineStack, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Once the first is kept the next one lies there; elsewhere it may be pressed."""
    stack.show_lines([a_line("Kept"), a_line("Kept")])
    button = stack.lines[0].buttons[0]
    qtbot.waitUntil(lambda: button.width() < stack.width() // 2)
    QCursor.setPos(button.mapToGlobal(button.rect().center()))
    monkeypatch.setattr(aimed, "STRAY_MS", 3_600_000)
    stack.show_lines([a_line("Kept"), a_line("Kept")])
    under, below = (line.buttons[0] for line in stack.lines)
    kept: list[str] = []
    for name, each in (("under", under), ("below", below)):
        assert isinstance(each, QAbstractButton)
        each.clicked.connect(lambda _on, said=name: kept.append(said))
    qtbot.waitUntil(lambda: below.mapTo(stack, QPoint()).y() > under.height())
    QTest.mouseClick(under, Qt.MouseButton.LeftButton)
    QTest.mouseClick(below, Qt.MouseButton.LeftButton)
    assert kept == ["below"]
    monkeypatch.setattr(aimed, "STRAY_MS", 0)
    qtbot.wait(2)
    QTest.mouseClick(under, Qt.MouseButton.LeftButton)
    assert kept == ["below", "under"]
