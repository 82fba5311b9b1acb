"""No click is lost to a message that moves what one clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.widgets import mouse_hand
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

BAD = "\n".join(["It burns"] * 8)
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class Draft:
    kind: str = "smoke"
    city: str = ""


def a_form() -> Form:
    binds = [Bind("kind", "Kind", TextField()), Bind("city", "City", TextField())]
    form = Form([Part("Asked", binds)])
    form.load(Draft())
    return form


class Page(QWidget):
    """A form whose first field says what is wrong as it is left; a button below."""

    def __init__(self) -> None:
        super().__init__()
        self.form = a_form()
        self.save = QPushButton("Save")
        box = QVBoxLayout(self)
        box.addWidget(self.form)
        box.addWidget(self.save)
        box.addStretch(1)
        field = self.form.field("kind")
        assert isinstance(field, TextField)
        field.line.editingFinished.connect(
            lambda: self.form.show_problems([Problem("kind", BAD)])
        )

    def said(self) -> str:
        return self.form.note("kind").text.text()


def settle() -> None:
    for _ in range(5):  # layouts inside layouts
        QApplication.processEvents()


def test_a_press_that_takes_the_cursor_from_a_wrong_field_is_a_click_still(
    qtbot: QtBot,
) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.resize(500, 500)
    page.show()
    qtbot.waitActive(page)
    page.form.field("kind").focus()
    settle()
    clicks: list[str] = []
    page.save.clicked.connect(lambda: clicks.append("Save"))
    place = page.save.mapTo(page, page.save.rect().center())
    window = page.windowHandle()
    QTest.mousePress(window, LEFT, PLAIN, place)
    settle()
    assert page.save.hasFocus()  # the field was left, and found wrong
    assert page.said() == ""
    QTest.mouseRelease(window, LEFT, PLAIN, place)
    assert len(clicks) == 1
    qtbot.waitUntil(lambda: page.said() == BAD)


def test_a_record_on_view_is_not_said_to_have_the_problem_of_another(
    qtbot: QtBot,
) -> None:
    """A row that is pressed shows its record at once."""
    page = Page()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    window, place = page.windowHandle(), QPoint(2, 2)
    QTest.mousePress(window, LEFT, PLAIN, place)
    page.form.show_problems([Problem("kind", BAD)])
    page.form.load(Draft())
    QTest.mouseRelease(window, LEFT, PLAIN, place)
    qtbot.wait(3 * mouse_hand.LOOK_MS)
    assert page.said() == ""


def test_a_shorter_problem_and_none_leave_the_fields_where_they_are(
    qtbot: QtBot,
) -> None:
    form = a_form()
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)

    def place() -> int:
        return form.field("city").mapTo(form, QPoint()).y()

    free = place()
    form.show_problems([Problem("kind", BAD), Problem(None, BAD)])
    qtbot.waitUntil(lambda: place() > free)
    settle()
    moved = place()
    for problems in ([Problem("kind", "Bad"), Problem(None, "Bad")], []):
        form.show_problems(problems)
        settle()
        assert place() == moved
    form.load(Draft())
    qtbot.waitUntil(lambda: place() == free)


class Mouse:
    """Lies where it is put."""

    at = QPoint(3, 3)

    @classmethod
    def pos(cls) -> QPoint:
        return QPoint(cls.at)


@pytest.fixture
def mouse(monkeypatch: pytest.MonkeyPatch) -> type[Mouse]:
    Mouse.at = QPoint(-5, -5)
    monkeypatch.setattr(mouse_hand, "QCursor", Mouse)
    return Mouse


@pytest.fixture
def dialog(
    desk: Desk,
    parent: QWidget,
    qtbot: QtBot,
    mouse: type[Mouse],
    type_text: Callable[..., None],
) -> FormDialog:
    """A form in which the officer typed; each check from now on finds something."""
    dialog = FormDialog(desk, "Answer", a_form(), N_("Club saved"), parent)
    dialog.edit(Draft(), lambda _work, _draft: None)
    dialog.open()
    qtbot.waitExposed(dialog)
    settle()
    type_text(dialog.form.field("kind").inputs()[0], "x")
    dialog.check = lambda _draft: [Problem("kind", BAD)]
    return dialog


def test_a_message_waits_while_the_mouse_rests_on_what_it_is_about_to_click(
    dialog: FormDialog, mouse: type[Mouse], qtbot: QtBot
) -> None:
    note = dialog.form.note("kind").text
    field = dialog.form.field("city").inputs()[0]
    for aim in (dialog.bar.save, field):
        mouse.at = aim.mapToGlobal(aim.rect().center())
        for _ in ("it moved", "it rests"):
            dialog._pause.stop()
            dialog._check_now()
            assert note.text() == ""
    field.setFocus()  # it was clicked
    qtbot.waitUntil(lambda: note.text() == BAD)
    dialog.form.mark_clean()
    dialog.reject()


def test_who_types_on_is_told_wherever_the_mouse_was_left(
    dialog: FormDialog, mouse: type[Mouse], qtbot: QtBot, type_text: Callable[..., None]
) -> None:
    save = dialog.bar.save
    mouse.at = save.mapToGlobal(save.rect().center())
    type_text(dialog.form.field("kind").inputs()[0], "y")
    qtbot.waitUntil(lambda: dialog.form.note("kind").text.text() == BAD)
    dialog.form.mark_clean()
    dialog.reject()


def test_a_message_leaves_the_buttons_of_the_window_where_they_are(
    dialog: FormDialog, qtbot: QtBot
) -> None:
    save, note = dialog.bar.save, dialog.form.note("kind")
    place = save.mapToGlobal(QPoint())
    qtbot.waitUntil(lambda: note.text.text() == BAD)
    settle()
    assert save.mapToGlobal(QPoint()) == place
    dialog.form.mark_clean()
    dialog.reject()


@dataclass(frozen=True)
class Dated:
    day: date | None = None
    city: str = ""


def test_who_types_on_after_a_message_finds_the_buttons_where_they_were(
    desk: Desk,
    parent: QWidget,
    qtbot: QtBot,
    mouse: type[Mouse],
    type_text: Callable[..., None],
) -> None:
    """The field itself says beside the line which day it is: the form is laid out."""
    binds = [Bind("day", "Day", DateField()), Bind("city", "City", TextField())]
    form = Form([Part("Asked", binds)])
    dialog = FormDialog(desk, "Answer", form, N_("Club saved"), parent)
    dialog.edit(Dated(), lambda _work, _draft: None)
    dialog.open()
    qtbot.waitExposed(dialog)
    settle()
    save, said = dialog.bar.save, form.note("day").text
    place, line = save.mapToGlobal(QPoint()), form.field("day").inputs()[0]
    type_text(line, "30.2.26")
    qtbot.waitUntil(lambda: "no such day" in said.text())
    settle()
    assert save.mapToGlobal(QPoint()) == place
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    settle()
    assert save.mapToGlobal(QPoint()) == place
    qtbot.waitUntil(lambda: "not a date" in said.text())
    settle()
    assert save.mapToGlobal(QPoint()) == place
    dialog.save()  # it is refused for what was said
    settle()
    assert save.mapToGlobal(QPoint()) == place
    form.mark_clean()
    dialog.reject()
