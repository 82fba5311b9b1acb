"""A problem is said beside its field, where it moves no other field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.problems import Problem
from sportsec.domain.words import Words
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part


@dataclass(frozen=True)
class Draft:
    city: str = ""
    street: str = ""


@dataclass(frozen=True)
class Named:
    city: Words = Words()


@dataclass(frozen=True)
class When:
    day: date


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    binds = [Bind("city", "City", TextField()), Bind("street", "Street", TextField())]
    form = Form([Part("Place", binds)])
    qtbot.addWidget(form)
    form.load(Draft())
    form.resize(640, 300)
    form.show()
    qtbot.waitExposed(form)
    return form


def down(form: Form, name: str) -> int:
    """Return how far down a field stands, once all is laid out."""
    for _ in range(5):
        QApplication.processEvents()
    return form.field(name).mapTo(form, QPoint()).y()


def test_a_problem_comes_and_goes_without_moving_the_next_field(form: Form) -> None:
    free = down(form, "street")
    for problems in ([Problem("city", "Give a city")], [], [Problem("city", "No")]):
        form.show_problems(problems)
        assert down(form, "street") == free
        said = form.note("city").line
        assert said.isVisible()  # also that it is in order now
        assert said.x() > form.field("city").geometry().right()


def test_a_click_on_what_is_said_leads_into_the_field(form: Form) -> None:
    form.show_problems([Problem("city", "Give a city")])
    form.field("street").focus()
    down(form, "street")
    QTest.mouseClick(form.note("city").text, Qt.MouseButton.LeftButton)
    assert form.focusWidget() is form.field("city").inputs()[0]


def test_what_has_no_room_beside_any_more_goes_under_the_field(form: Form) -> None:
    form.show_problems([Problem("city", "Give the city in which it lies")])
    down(form, "street")
    form.resize(360, 300)
    down(form, "street")
    said = form.note("city").line
    assert said.isVisible()
    assert said.parentWidget() is form.note("city")


def test_what_is_said_before_the_form_is_shown_stands_beside_too(qtbot: QtBot) -> None:
    binds = [Bind("city", "City", TextField()), Bind("street", "Street", TextField())]
    form = Form([Part("Place", binds)])
    qtbot.addWidget(form)
    form.load(Draft())
    form.show_problems([Problem(name, "Give it") for name in ("city", "street")])
    form.resize(640, 300)
    form.show()
    qtbot.waitExposed(form)
    down(form, "street")
    for name in ("city", "street"):
        assert form.note(name).line.x() > form.field(name).geometry().right()


def test_beside_a_high_field_a_text_takes_lines_rather_than_width(
    qtbot: QtBot,
) -> None:
    form = Form([Part("Place", [Bind("city", "City", WordsField())])])
    qtbot.addWidget(form)
    form.load(Named())
    form.resize(640, 300)
    form.show()
    qtbot.waitExposed(form)
    form.show_problems([Problem("city", "Give a name in at least one language")])
    said, field = form.note("city").line, form.field("city")
    qtbot.waitUntil(lambda: said.x() > field.geometry().right())
    assert said.width() < field.width()


def test_what_a_field_tells_itself_stays_whole(qtbot: QtBot) -> None:
    field = DateField()
    form = Form([Part("When", [Bind("day", "Day", field)])])
    qtbot.addWidget(form)
    form.load(When(date(2026, 12, 26)))
    form.resize(700, 200)
    form.show()
    qtbot.waitExposed(form)
    form.show_problems([Problem("day", "The day is as it was before")])
    for width in range(700, 400, -10):
        form.resize(width, 200)
        down(form, "day")
        if form.note("day").line.parentWidget() is not form.note("day"):
            assert field.said.drawn() in {"Saturday", "Sat"}


@pytest.mark.parametrize("is_shown_first", [True, False])
def test_what_explains_a_closed_field_stands_under_it(
    qtbot: QtBot, *, is_shown_first: bool
) -> None:
    """Whether it has a hint, and whether it is told before the form is laid out."""
    hinted = Bind("city", "City", TextField(), hint="As on the map")
    form = Form([Part("Place", [hinted, Bind("street", "Street", TextField())])])
    qtbot.addWidget(form)
    form.load(Draft())
    form.resize(640, 300)
    form.setVisible(is_shown_first)
    for name in (*form.names(), *form.names()):  # each check tells it again
        form.note(name).say("It was erased", "info")
        down(form, name)
    form.show()
    down(form, "street")
    for name in form.names():
        note = form.note(name)
        assert note.line.isVisible()
        assert note.line.parentWidget() is note
