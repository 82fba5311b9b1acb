"""What is said under a field of a form stays in view, and does not move it too soon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.errors import Invalid
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.widgets import mouse_hand
from sportsec.ui.widgets.fields import LinesField, TextField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.form_view import SETTLED_MS

MISSING = Problem("terms", N_("Say under what conditions"))
DOUBT = warning("kind", N_("Smoke is always refused: it burns"))
MANY = warning("kind", "\n".join(["It burns"] * 8))


@dataclass(frozen=True)
class Draft:
    kind: str = "smoke"
    terms: str = ""


def a_form() -> Form:
    return Form(
        [
            Part("Asked", [Bind("kind", "Kind", TextField())]),
            Part("Answered", [Bind("terms", "Conditions", LinesField(lines=3))]),
        ]
    )


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """A form in a low window, with its second field refused and in view."""
    form = a_form()
    form.load(Draft())
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(form)
    qtbot.addWidget(area)
    area.resize(500, 220)
    area.show()
    form.show_problems([MISSING])
    form.focus_first()
    qtbot.waitUntil(lambda: is_in_view(area))
    qtbot.wait(2 * SETTLED_MS)
    return area


def form_of(area: QScrollArea) -> Form:
    form = area.widget()
    assert isinstance(form, Form)
    return form


def is_in_view(area: QScrollArea) -> bool:
    note = form_of(area).note("terms")
    top = note.mapTo(area.viewport(), QPoint()).y()
    return 0 <= top <= area.viewport().height() - note.height()


def test_a_message_stays_in_view_when_a_later_check_says_more_above_it(
    area: QScrollArea, qtbot: QtBot
) -> None:
    before = area.verticalScrollBar().value()
    form_of(area).show_problems([MISSING, MANY])
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > before)
    assert is_in_view(area)


def turn_wheel(area: QScrollArea) -> None:
    at, none = QPointF(5, 5), QPoint()
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    is_inverted = False
    turned = QWheelEvent(
        *(at, at, none, QPoint(0, 120), buttons, keys, phase, is_inverted)
    )
    QApplication.sendEvent(area.windowHandle(), turned)


def press_key(area: QScrollArea) -> None:
    QTest.keyClick(area.windowHandle(), Qt.Key.Key_A)


def click(area: QScrollArea) -> None:
    edge = QPoint(area.width() - 2, area.height() - 2)
    QTest.mouseClick(
        *(area.windowHandle(), Qt.MouseButton.LeftButton),
        *(Qt.KeyboardModifier.NoModifier, edge),
    )


@pytest.mark.parametrize("act", [turn_wheel, press_key, click])
def test_once_the_officer_acts_the_form_is_left_where_it_is(
    area: QScrollArea, qtbot: QtBot, act: Callable[[QScrollArea], None]
) -> None:
    act(area)
    area.verticalScrollBar().setValue(0)
    form_of(area).show_problems([MISSING, MANY])
    qtbot.wait(3 * SETTLED_MS)
    assert area.verticalScrollBar().value() == 0


@pytest.fixture
def dialog(desk: Desk, parent: QWidget) -> FormDialog:
    dialog = FormDialog(desk, "Answer", a_form(), N_("Club saved"), parent)

    def refuse(_work: Work, _draft: Draft) -> None:
        raise Invalid([MISSING])

    dialog.edit(Draft(), refuse)
    dialog.open()
    return dialog


def said(dialog: FormDialog, name: str) -> str:
    return dialog.form.note(name).text.text()


def test_what_was_warned_of_is_still_said_when_saving_is_refused(
    dialog: FormDialog, qtbot: QtBot
) -> None:
    dialog.show_found([DOUBT])
    dialog.save()
    qtbot.waitUntil(lambda: bool(said(dialog, "terms")))
    assert said(dialog, "kind") == "Smoke is always refused: it burns"


def test_what_was_warned_of_other_values_is_not_said_again(
    dialog: FormDialog, qtbot: QtBot
) -> None:
    dialog.show_found([DOUBT])
    dialog.form.type_in({"kind": "drum"})
    dialog.save()
    qtbot.waitUntil(lambda: bool(said(dialog, "terms")))
    assert said(dialog, "kind") == ""
    dialog.form.mark_clean()


def test_messages_wait_while_the_mouse_is_on_its_way(
    dialog: FormDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [QPoint(9, 9), QPoint(9, 90)]  # then it rests

    class Mouse:
        @staticmethod
        def pos() -> QPoint:
            return places.pop(0) if len(places) > 1 else places[0]

    monkeypatch.setattr(mouse_hand, "QCursor", Mouse)
    dialog.check = lambda _draft: [DOUBT]
    dialog.show_found([DOUBT])
    assert said(dialog, "kind") == ""
    qtbot.waitUntil(lambda: bool(said(dialog, "kind")))


def test_a_page_opens_at_its_head_where_the_first_line_has_room(qtbot: QtBot) -> None:
    form, page, area = a_high_form(), QWidget(), QScrollArea()
    form.load(Draft())
    box = QVBoxLayout(page)
    head = QWidget()
    head.setFixedHeight(60)
    box.addWidget(head)
    box.addWidget(form)
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(500, 200)
    area.show()
    qtbot.waitExposed(area)
    form.focus_first()
    qtbot.wait(3 * SETTLED_MS)
    lines = form.field("kind")
    assert lines.mapTo(area, QPoint(0, lines.height())).y() > 200  # not all of it
    assert area.verticalScrollBar().value() == 0
    form.show_problems([Problem("kind", N_("Nothing to show."))])
    form.keep_in_view()  # as a check does: now all of it counts
    said = form.note("kind").line
    qtbot.waitUntil(lambda: not said.visibleRegion().isEmpty())


def a_high_form() -> Form:
    """Return a form whose first field has several lines."""
    return Form(
        [
            Part("Asked", [Bind("kind", "Kind", LinesField(lines=6))]),
            Part("Answered", [Bind("terms", "Conditions", TextField())]),
        ]
    )
