"""What is typed into a form outlives a crash, and nothing but a crash."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.kept_drafts import UNSAVED
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_, Words
from sportsec.ui.desk import Desk
from sportsec.ui.settings import Settings
from sportsec.ui.widgets.fields import IntegerField, TextField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True)
class GateDraft:
    code: str = "A1"
    width: int | None = None
    name: Words = field(default_factory=Words)
    position: int = 0


def dialog(desk: Desk, parent: QWidget, draft: GateDraft) -> FormDialog:
    binds = [
        Bind("code", "Code", TextField()),
        Bind("width", "Width", IntegerField()),
        Bind("name", "Name", WordsField()),
    ]
    made = FormDialog(desk, "Gate", Form([Part("", binds)]), N_("Gate saved"), parent)
    made.edit(draft, lambda _work, _draft: None)
    return made


def kept(desk: Desk) -> list[Path]:
    return list((desk.settings.file.parent / UNSAVED).glob("*"))


def type_width(form: FormDialog, qtbot: QtBot, desk: Desk) -> None:
    field = form.form.field("width").inputs()[0]
    qtbot.keyClicks(field, "12")
    qtbot.waitUntil(lambda: len(kept(desk)) == 1)


def test_the_same_form_offers_it_again(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    type_width(dialog(desk, parent, GateDraft()), qtbot, desk)
    again = dialog(desk, parent, GateDraft())  # the first one was never closed
    assert again.form.values() == GateDraft(width=12)
    assert again.form.dirty
    assert again.typed.label.text() != ""
    other = dialog(desk, parent, GateDraft("B2"))
    assert not other.form.dirty


def test_beginning_anew_forgets_it(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    type_width(dialog(desk, parent, GateDraft()), qtbot, desk)
    again = dialog(desk, parent, GateDraft())
    with_banner = again.height()
    again.typed.button.click()
    assert again.height() < with_banner  # no empty room in its place
    assert again.form.values() == GateDraft()
    assert kept(desk) == []


def test_what_is_wrong_with_it_has_room_in_the_window(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    """Nobody typed in it yet: no hand is on its buttons."""
    parent.resize(1000, 900)
    type_width(dialog(desk, parent, GateDraft()), qtbot, desk)
    again = dialog(desk, parent, GateDraft())
    again.check = lambda _draft: [Problem("code", "\n".join(["No code"] * 8))]
    again.open()
    opened, bar = again.height(), again._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: again.height() > opened)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    again.form.mark_clean()
    again.reject()


def test_giving_up_forgets_it(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    form = dialog(desk, parent, GateDraft())
    type_width(form, qtbot, desk)
    form.form.mark_clean()  # as saving and closing without saving do
    assert kept(desk) == []


def test_a_damaged_file_is_no_obstacle(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    type_width(dialog(desk, parent, GateDraft()), qtbot, desk)
    kept(desk)[0].write_text('{"width": "much"}', encoding="utf-8")
    assert not dialog(desk, parent, GateDraft()).form.dirty
    assert kept(desk) == []


def test_a_folder_that_is_gone_does_not_stop_the_typing(
    desk: Desk, parent: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    lost = replace(desk, settings=Settings(tmp_path / "stick" / "device.ini"))
    form = dialog(lost, parent, GateDraft())
    qtbot.keyClicks(form.form.field("width").inputs()[0], "12")
    qtbot.waitUntil(lambda: not form._pause.isActive())
    assert form.form.values() == GateDraft(width=12)
    assert not (tmp_path / "stick").exists()


def test_the_moment_it_was_typed_is_not_turned_round(
    desk: Desk, parent: QWidget, qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    speak("ar")
    type_width(dialog(desk, parent, GateDraft()), qtbot, desk)
    said = dialog(desk, parent, GateDraft()).typed.label.text()
    assert re.search(r"\u2068\d\d/\d\d/\d{4} \d\d:\d\d\u2069", said)
