"""The one form of all records, and its dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.problems import Level, Problem, warning
from sportsec.domain.words import N_, Words
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.widgets.fields import IntegerField, LinesField, TextField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.form_view import SETTLED_MS

Type = Callable[[QWidget, str], None]


@dataclass(frozen=True)
class Draft:
    name: Words = Words()
    city: str = ""
    seats: int | None = None
    hidden: str = "kept"


#: More than there is room for beside a field.
MANY = "\n".join(["Give a city"] * 8)
DRAFT = Draft(Words(fr="Atlas"), "Fès", 45_000, "kept as it was")


def a_form() -> Form:
    return Form(
        [
            Part("Identity", [Bind("name", "Name", WordsField(), needed=True)]),
            Part(
                "Place",
                [
                    Bind("city", "City", TextField(), hint="As on the map"),
                    Bind("seats", "Seats", IntegerField("persons")),
                ],
            ),
        ]
    )


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = a_form()
    qtbot.addWidget(form)
    form.load(DRAFT)
    return form


def line(form: Form, name: str) -> QLineEdit:
    widget = form.field(name).inputs()[0]
    assert isinstance(widget, QLineEdit)
    return widget


def test_what_has_no_field_stays_as_it_was(form: Form, type_text: Type) -> None:
    type_text(line(form, "city"), "!")
    assert form.values() == replace(DRAFT, city="Fès!")


def test_only_the_officer_makes_a_form_dirty(
    form: Form, qtbot: QtBot, type_text: Type
) -> None:
    assert not form.dirty
    with qtbot.waitSignal(form.dirty_changed):
        type_text(line(form, "seats"), "0")
    assert form.dirty
    form.load(DRAFT)
    assert not form.dirty


def test_a_problem_stands_at_its_field_and_the_others_on_top(form: Form) -> None:
    form.show_problems(
        [
            Problem("city", N_("This is not a number"), Level.WARN),
            Problem("city", N_("Nothing to show.")),
            Problem(None, N_("Nothing found.")),
        ]
    )
    note = form._notes["city"]
    assert note.text.text() == "Nothing to show.\nThis is not a number"
    assert line(form, "city").property("level") == "block"
    assert not note.shape.isHidden()
    assert form.banner.label.text() == "Nothing found."
    form.show_problems([])
    assert note.text.text() == "As on the map"
    assert not line(form, "city").property("level")
    assert form.banner.isHidden()


def said_of(form: Form, name: str) -> tuple[str, str]:
    note = form.note(name)
    assert not note.shape.isHidden()
    return note.text.text(), note.shape.level


def test_a_problem_that_is_gone_leaves_its_room_while_one_types(
    form: Form, qtbot: QtBot
) -> None:
    form.show()
    qtbot.waitUntil(form.isVisible)
    free = form.field("seats").mapTo(form, QPoint()).y()
    form.show_problems([Problem("name", MANY), Problem("city", "Bad")])
    qtbot.waitUntil(lambda: form.field("seats").mapTo(form, QPoint()).y() > free)
    place = form.field("seats").mapTo(form, QPoint())
    form.show_problems(())
    QApplication.processEvents()
    assert form.field("seats").mapTo(form, QPoint()) == place
    assert form.note("city").text.text() == "As on the map"
    assert said_of(form, "name") == ("In order now", "ok")  # no hole in the form
    form.show_problems([Problem("name", "Bad")])
    assert said_of(form, "name") == ("Bad", "block")
    form.show_problems(())
    form.load(DRAFT)
    assert form.note("name").isHidden()
    qtbot.waitUntil(lambda: form.field("seats").mapTo(form, QPoint()).y() == free)


def test_what_was_only_warned_of_is_not_said_to_be_in_order(
    form: Form, qtbot: QtBot
) -> None:
    """Any name would do, and only the officer knows whether it is the right one."""
    form.show()
    qtbot.waitUntil(form.isVisible)
    form.show_problems([warning("name", "Name the one who keeps them")])
    QApplication.processEvents()
    place = form.field("seats").mapTo(form, QPoint())
    form.show_problems(())
    QApplication.processEvents()
    assert form.note("name").text.text() == ""
    assert form.field("seats").mapTo(form, QPoint()) == place


def test_that_it_is_in_order_stands_at_the_top_beside_its_shape(
    form: Form, qtbot: QtBot
) -> None:
    form.show()
    qtbot.waitUntil(form.isVisible)
    form.show_problems([Problem("name", "Bad\nand worse\nand worst")])
    form.show_problems(())
    assert form.note("name").text.alignment() & Qt.AlignmentFlag.AlignTop


def test_a_text_that_is_no_value_becomes_a_problem(form: Form, type_text: Type) -> None:
    type_text(line(form, "seats"), "x")
    assert [problem.field for problem in form.complaints()] == ["seats"]


def a_dialog(
    desk: Desk, parent: QWidget, job: Callable[[Work, Any], Any]
) -> FormDialog:
    dialog = FormDialog(desk, "Club", a_form(), N_("Club saved"), parent)
    dialog.edit(DRAFT, job)
    dialog.open()
    return dialog


def test_a_window_grows_with_its_form(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = a_dialog(desk, parent, lambda _work, _draft: None)
    opened = dialog.height()
    dialog.form.show_problems([Problem("city", MANY)])
    qtbot.waitUntil(lambda: dialog.height() > opened)
    dialog.resize(dialog.width(), 300)
    dialog.form.show_problems([Problem("name", N_("Give a name"))])
    QApplication.processEvents()
    assert dialog.height() == 300
    dialog.reject()


def test_a_window_that_grows_keeps_its_buttons_on_the_screen(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = a_dialog(desk, parent, lambda _work, _draft: None)
    room = dialog.screen().availableGeometry()
    dialog.move(40, room.bottom() - dialog.height())
    opened = dialog.height()
    dialog.form.show_problems([Problem("city", MANY)])
    qtbot.waitUntil(lambda: dialog.height() > opened)
    assert dialog.frameGeometry().bottom() <= room.bottom()
    dialog.reject()


def test_a_window_that_grows_stays_within_the_one_behind(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    parent.resize(900, 560)
    dialog = a_dialog(desk, parent, lambda _work, _draft: None)
    dialog.form.show_problems([Problem("city", "\n".join([MANY] * 3))])
    bar = dialog._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert dialog.height() <= 560
    dialog.reject()


def test_the_first_problem_is_scrolled_to_on_saving(
    desk: Desk, parent: QWidget, qtbot: QtBot, type_text: Type
) -> None:
    def save(_work: Work, _draft: Draft) -> None:
        raise Invalid([Problem("name", N_("Give a name"))])

    dialog = a_dialog(desk, parent, save)
    dialog.resize(dialog.width(), 360)
    dialog.form.field("name").focus()
    bar = dialog._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    dialog.bar.save.click()
    said = dialog.form.note("name").line
    qtbot.waitUntil(lambda: said.isVisible() and is_in_view(dialog, said))
    assert is_in_view(dialog, line(dialog.form, "name"))
    dialog.form.mark_clean()
    dialog.reject()


def test_the_message_is_in_view_where_its_field_is_higher_than_the_window(
    qtbot: QtBot,
) -> None:
    field = LinesField(lines=12)
    form = Form([Part("Place", [Bind("city", "City", field)])])
    form.load(DRAFT)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(form)
    qtbot.addWidget(area)
    area.resize(400, 120)
    area.show()
    form.show_problems([Problem("city", "Say where")])
    form.focus_first()
    note = form.note("city")
    qtbot.wait(3 * SETTLED_MS)
    below = note.mapTo(area.viewport(), QPoint(0, note.height())).y()
    assert note.isVisible()
    assert note.height() < below <= area.viewport().height()


def test_a_field_that_gets_the_cursor_by_program_is_scrolled_to(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = a_dialog(desk, parent, lambda _work, _draft: None)
    dialog.resize(dialog.width(), 300)
    seats = line(dialog.form, "seats")
    qtbot.waitUntil(lambda: not is_in_view(dialog, seats))
    dialog.form.field("seats").focus()
    qtbot.waitUntil(lambda: is_in_view(dialog, seats))
    dialog.reject()


def is_in_view(dialog: FormDialog, widget: QWidget) -> bool:
    view = dialog._scroll.viewport()
    top = widget.mapTo(dialog, QPoint()).y() - view.mapTo(dialog, QPoint()).y()
    return top >= 0 and top + widget.height() <= view.height()


def test_saving_commits_and_closes(
    desk: Desk, parent: QWidget, qtbot: QtBot, type_text: Type
) -> None:
    def save(work: Work, draft: Draft) -> UUID:
        return work.add(Club(name=draft.name)).id

    dialog = a_dialog(desk, parent, save)
    type_text(line(dialog.form, "name"), " Club")
    with qtbot.waitSignals([dialog.saved, desk.runner.changed, dialog.finished]):
        dialog.bar.save.click()
    names: list[str] = []
    desk.runner.read(
        parent, "names", lambda work: work.session.query(Club).one().name, names.append
    )
    qtbot.waitUntil(lambda: len(names) == 1)


def test_what_the_rules_refuse_is_shown_and_nothing_is_lost(
    desk: Desk, parent: QWidget, qtbot: QtBot, type_text: Type
) -> None:
    def refuse(_work: Work, _draft: Draft) -> None:
        raise Invalid([Problem("city", N_("Nothing to show."))])

    dialog = a_dialog(desk, parent, refuse)
    type_text(line(dialog.form, "city"), "!")
    dialog.bar.save.click()
    city = line(dialog.form, "city")
    qtbot.waitUntil(lambda: city.property("level") == "block")
    assert dialog.isVisible()
    assert city.text() == "Fès!"
    assert dialog.bar.save.isEnabled()


def test_a_wrong_text_is_not_even_sent(
    desk: Desk, parent: QWidget, type_text: Type
) -> None:
    sent: list[Draft] = []
    dialog = a_dialog(desk, parent, lambda _work, draft: sent.append(draft))
    type_text(line(dialog.form, "seats"), "x")
    dialog.bar.save.click()
    assert line(dialog.form, "seats").property("level") == "block"
    assert desk.runner._tasks == []
    assert sent == []


def test_all_that_is_wrong_is_said_at_once_on_saving(
    desk: Desk, parent: QWidget, type_text: Type
) -> None:
    """Also what the rules say of other fields than the one that holds no value."""
    sent: list[Draft] = []
    dialog = a_dialog(desk, parent, lambda _work, draft: sent.append(draft))
    dialog.check = a_check
    dialog.edit(Draft(), lambda _work, draft: sent.append(draft))
    type_text(line(dialog.form, "seats"), "x")
    dialog.bar.save.click()
    said = {name: said_of(dialog.form, name)[0] for name in ("name", "city", "seats")}
    assert said == {
        "name": "Give name",
        "city": "Give city",
        "seats": "This is not a whole number",  # and not that it is empty
    }
    assert dialog.focusWidget() is line(dialog.form, "name")
    assert sent == []


def test_what_is_still_missing_is_not_called_in_order_while_a_text_is_no_value(
    desk: Desk, parent: QWidget, qtbot: QtBot, type_text: Type
) -> None:
    def save(_work: Work, draft: Draft) -> None:
        raise Invalid(a_check(draft))

    dialog = a_dialog(desk, parent, save)
    dialog.check = a_check
    dialog.edit(Draft(), save)
    dialog.bar.save.click()
    note = dialog.form.note("seats").text
    qtbot.waitUntil(lambda: note.text() == "Give seats")
    type_text(line(dialog.form, "seats"), "x")
    qtbot.waitUntil(lambda: note.text() == "This is not a whole number")
    assert said_of(dialog.form, "name") == ("Give name", "block")


def a_check(draft: Draft) -> list[Problem]:
    values = {"name": draft.name.fr, "city": draft.city, "seats": draft.seats}
    missing = [name for name, value in values.items() if not value]
    return [Problem(name, f"Give {name}") for name in missing]


def test_problems_show_while_typing(
    desk: Desk, parent: QWidget, qtbot: QtBot, type_text: Type
) -> None:
    dialog = a_dialog(desk, parent, lambda _work, _draft: None)
    dialog.check = lambda draft: (
        [Problem("city", N_("Nothing found."), Level.WARN)] if draft.city else []
    )
    type_text(line(dialog.form, "city"), "!")
    city = line(dialog.form, "city")
    qtbot.waitUntil(lambda: city.property("level") == "warn")


def test_an_empty_field_is_only_blamed_once_it_was_passed_or_saving_was_tried(
    desk: Desk, parent: QWidget, qtbot: QtBot, type_text: Type
) -> None:
    def levels() -> list[str]:
        fields = ("name", "city", "seats")
        return [line(dialog.form, each).property("level") or "" for each in fields]

    wrong = [Problem(each, N_("Nothing found.")) for each in ("name", "city", "seats")]
    dialog = a_dialog(desk, parent, lambda _work, _draft: None)
    dialog.edit(Draft(), lambda _work, _draft: None)
    dialog.check = lambda _draft: wrong
    type_text(line(dialog.form, "city"), "!")
    qtbot.waitUntil(lambda: levels() == ["block", "block", ""])
    dialog.bar.save.click()
    dialog.show_found(wrong)
    assert levels() == ["block", "block", "block"]


@pytest.fixture
def answer() -> Iterator[Callable[[str], None]]:
    """Press a button of the message box that is about to open."""
    clock = QTimer(interval=5)
    wanted: list[str] = []

    def look() -> None:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible() and wanted:
                text = wanted.pop()
                next(each for each in box.buttons() if each.text() == text).click()

    clock.timeout.connect(look)
    clock.start()
    yield wanted.append
    clock.stop()


def test_unsaved_input_is_not_thrown_away_unasked(
    desk: Desk,
    parent: QWidget,
    qtbot: QtBot,
    type_text: Type,
    answer: Callable[[str], None],
) -> None:
    dialog = a_dialog(desk, parent, lambda _work, _draft: None)
    type_text(line(dialog.form, "city"), "!")
    answer("Go on editing")
    dialog.bar.cancel.click()
    assert dialog.isVisible()
    answer("Close without saving")
    with qtbot.waitSignal(dialog.finished):
        dialog.bar.cancel.click()


def test_a_stale_record_offers_theirs_or_mine(
    desk: Desk, parent: QWidget, qtbot: QtBot, answer: Callable[[str], None]
) -> None:
    def stale(_work: Work, _draft: Draft) -> None:
        raise StaleWrite("club", UUID(int=1), ["city"])

    dialog = a_dialog(desk, parent, stale)
    answer("Show theirs")
    with qtbot.waitSignal(dialog.wants_theirs):
        dialog.bar.save.click()
    assert dialog.isVisible()


def test_any_other_error_goes_to_the_window(
    desk: Desk, parent: QWidget, qtbot: QtBot, visits: Any
) -> None:
    def gone(_work: Work, _draft: Draft) -> None:
        raise NotFound("club", "x")

    dialog = a_dialog(desk, parent, gone)
    dialog.bar.save.click()
    qtbot.waitUntil(lambda: len(visits.complaints) == 1)
    assert dialog.isVisible()
