"""A field that finds a record while one types: its box of suggestions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.words import N_
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.fields import LinesField, TextField
from sportsec.ui.widgets.fields_choice import RecordField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Type = Callable[[QWidget, str], None]
CLUB = UUID(int=7)
LEFT = Qt.MouseButton.LeftButton
BELOW = 300


def _find(_work: Work, text: str) -> Sequence[tuple[UUID, str]]:
    """Offer nothing before a letter is typed, as for a match."""
    return [(CLUB, "Atlas Club")] if text and text in "Atlas Club" else []


def _field(runner: Runner, window: QWidget, top: int) -> RecordField:
    field = RecordField(runner, _find, lambda _work, _id: "Atlas Club")
    field.setParent(window)
    field.setGeometry(0, top, 300, 40)
    return field


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(400, 400)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(runner: Runner, window: QWidget) -> RecordField:
    return _field(runner, window, 0)


def _typed(field: RecordField, qtbot: QtBot, type_text: Type, text: str) -> None:
    field.window().show()
    field.window().activateWindow()
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)  # the window becomes active when it likes
    type_text(field.line, text)
    qtbot.waitUntil(field.popup.isVisible)


def _click(under: QWidget) -> None:
    """Click as the mouse does: the window hears of it, an open box hears it first."""
    window = under.window().windowHandle()
    at = window.mapFromGlobal(under.mapToGlobal(QPoint(8, 8)))
    QTest.mousePress(window, LEFT, pos=at)
    QApplication.sendPostedEvents()
    QTest.mouseRelease(window, LEFT, pos=at)


def test_a_box_with_nothing_to_offer_closes(
    field: RecordField, qtbot: QtBot, type_text: Type
) -> None:
    _typed(field, qtbot, type_text, "Atl")
    type_text(field.line, "Phare")
    qtbot.waitUntil(lambda: not field.offers.offers)
    qtbot.waitUntil(lambda: not field.popup.isVisible())


def test_a_click_that_closes_the_box_reaches_what_lies_under_it(
    field: RecordField, qtbot: QtBot, type_text: Type
) -> None:
    save = QPushButton("Save", field.window())
    save.move(0, BELOW)
    _typed(field, qtbot, type_text, "Club")
    with qtbot.waitSignal(save.clicked):
        _click(save)
    assert not field.popup.isVisible()
    assert save.hasFocus()


def test_the_box_closes_and_the_caret_goes_when_another_field_gets_the_focus(
    field: RecordField, runner: Runner, qtbot: QtBot, type_text: Type
) -> None:
    other = _field(runner, field.window(), BELOW)
    _typed(field, qtbot, type_text, "Club")
    with qtbot.waitSignal(field.line.editingFinished):  # it heard that it was left
        other.line.setFocus()
    assert not field.popup.isVisible()
    assert other.line.hasFocus()


@dataclass(frozen=True)
class Draft:
    """What the form asks."""

    club: UUID | None = None
    city: str = ""


def test_who_still_chooses_is_told_to_choose_only_once_the_field_is_left(
    field: RecordField, desk: Desk, qtbot: QtBot, type_text: Type
) -> None:
    parent = field.window()
    binds = [Bind("club", "Club", field), Bind("city", "City", TextField())]
    form = Form([Part("", binds)])
    dialog = FormDialog(desk, "Visit", form, N_("Club saved"), parent)
    dialog.edit(Draft(), lambda _work, _draft: None)
    dialog.open()
    _typed(field, qtbot, type_text, "Atl")
    dialog._pause.stop()
    dialog._check_now()
    note = form.note("club").text
    assert note.text() == ""
    form.field("city").focus()
    qtbot.waitUntil(lambda: note.text() == "Choose one from the list")
    field.focus()
    type_text(field.line, "as")
    dialog._pause.stop()
    dialog._check_now()
    assert note.text() == "Choose one from the list"  # not "in order", nor flickering
    form.mark_clean()
    dialog.reject()


def test_the_list_does_not_come_to_lie_over_the_save_button(
    runner: Runner, desk: Desk, qtbot: QtBot, window: QWidget, type_text: Type
) -> None:
    """Else a click on it chooses what stands there."""

    def many(_work: Work, _text: str) -> Sequence[tuple[UUID, str]]:
        return [(UUID(int=number), f"Atlas {number}") for number in range(9)]

    low = RecordField(runner, many, lambda _work, _id: "Atlas")
    binds = [Bind("city", "City", TextField()), Bind("club", "Club", low)]
    dialog = FormDialog(desk, "Visit", Form([Part("", binds)]), N_("Saved"), window)
    dialog.edit(Draft(), lambda _work, _draft: None)
    dialog.open()
    _typed(low, qtbot, type_text, "Atl")
    listed = low.popup.geometry()
    assert not listed.intersects(on_screen(dialog.bar.save))
    assert not listed.intersects(on_screen(low.line))
    assert low.popup.model().rowCount() == len(low.offers.offers)
    dialog.form.mark_clean()
    dialog.reject()


def test_the_list_lies_below_its_line_where_there_is_room(
    runner: Runner, desk: Desk, qtbot: QtBot, window: QWidget, type_text: Type
) -> None:
    field = RecordField(runner, _find, lambda _work, _id: "Atlas Club")
    binds = [Bind("club", "Club", field), Bind("city", "City", LinesField(lines=9))]
    dialog = FormDialog(desk, "Visit", Form([Part("", binds)]), N_("Saved"), window)
    dialog.edit(Draft(), lambda _work, _draft: None)
    dialog.open()
    _typed(field, qtbot, type_text, "Atl")
    assert field.popup.geometry().top() >= on_screen(field.line).bottom() - 2
    dialog.form.mark_clean()
    dialog.reject()


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())
