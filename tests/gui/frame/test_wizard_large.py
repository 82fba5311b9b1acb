"""The first start in large text: every question is read from its beginning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from sportsec.domain.words import Words
from sportsec.ui.theme import apply_theme
from sportsec.ui.wizard import START, Wizard


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light", "200")
    yield
    apply_theme(qapp, "light")


def test_the_last_question_opens_at_its_top(large: None, qtbot: QtBot) -> None:
    wizard = Wizard("en", lambda _code: None)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.next.click()
    wizard.cell.set_value(Words(fr="Fès"))
    wizard.cell.changed.emit()
    wizard.next.click()
    assert wizard.step == START
    qtbot.waitUntil(wizard.empty.hasFocus)
    area = wizard.stack.currentWidget()
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.verticalScrollBar().value() == 0
