"""How high the window of a form is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.widgets.fields import LinesField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

LONG = "Until now: Saturday at 19:00, in the stadium of the capital. " * 3


@dataclass(frozen=True)
class Draft:
    city: str = ""


def test_below_a_long_text_above_the_form_is_no_empty_room(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    parent.resize(1300, 900)
    city = Bind("city", "City", LinesField(lines=6))
    form = Form([Part("Place", [city])])
    dialog = FormDialog(desk, "Club", form, N_("Club saved"), parent)
    dialog.tell_about(LONG)
    dialog.resize(1200, dialog.height())
    dialog.edit(Draft(), lambda _work, _draft: None)
    dialog.open()
    qtbot.waitExposed(dialog)
    QApplication.processEvents()
    assert dialog.about.height() < dialog.about.sizeHint().height()
    layout, area = form.layout(), dialog.findChild(QScrollArea)
    assert layout is not None
    assert area is not None
    assert area.height() == layout.totalHeightForWidth(area.viewport().width())
    dialog.reject()
