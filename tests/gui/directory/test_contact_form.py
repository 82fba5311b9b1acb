"""The form of a contact whose particulars were erased by law."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.people import ContactDraft
from sportsec.domain.problems import warning
from sportsec.domain.purges import ERASED
from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.contact_form import contact_form
from sportsec.ui.widgets import mouse_hand


def test_why_a_field_is_empty_is_said_also_where_the_mouse_was_pressed(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits for the release, that nothing is wrong, does not wipe it away."""
    form = contact_form(desk)
    qtbot.addWidget(form)
    form.load(ContactDraft(name_latin="Zoulikha"))
    down = [True]
    monkeypatch.setattr(mouse_hand, "is_pressed", lambda: down[0])
    form.show_problems([warning("phone", ERASED)])
    assert form.field("phone").isEnabled()
    down[0] = False
    qtbot.waitUntil(lambda: not form.field("phone").isEnabled())
    qtbot.wait(2 * mouse_hand.LOOK_MS)
    assert form.note("phone").text.property("level") == "info"
    assert not form.note("phone").line.isHidden()
