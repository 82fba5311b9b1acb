"""What the old and the new value of a field look like beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from sportsec.domain.animations import AnimationDecision
from sportsec.domain.history import ActRow, ChangeKind, ChangeRow, Mention
from sportsec.domain.plain_text import without_turns
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.history_words import told_values
from sportsec.i18n.translator import Translator
from sportsec.ui.desk import Desk
from sportsec.ui.pages.history.act_panel import ActFacts, ActPanel
from sportsec.ui.pages.history.change_lines import ChangeLines
from sportsec.ui.pages.history.columns import act_columns

#: A code without a blank, longer than the room beside the usual width of the names.
CODE = "senior_uniformed_officer"


def said(qtbot: QtBot, old: str, new: str) -> list[str]:
    """Return what the lines of one change say, without the name of its field."""
    record = Mention("meeting", uuid4())
    change = ChangeRow(
        *(1, 1, ChangeKind.CHANGED, record, "agenda", "agenda", old, new)
    )
    lines = ChangeLines([change], about=record.id)
    qtbot.addWidget(lines)
    return [label.text() for label in lines.findChildren(QLabel)][1:]


def test_short_values_stand_in_one_line(qtbot: QtBot) -> None:
    (line,) = said(qtbot, "Rabat", "Salé")
    assert "→" in line


def test_texts_of_several_lines_stand_below_each_other(qtbot: QtBot) -> None:
    old, new = "مراجعة الخطة.\nالنقل.", "مراجعة الخطة.\nالتذاكر."
    assert said(qtbot, old, new) == ["Before", old, "After", new]


def test_so_do_sentences(qtbot: QtBot) -> None:
    old = "The gates open three hours before the kick-off."
    assert said(qtbot, old, "At noon.") == ["Before", old, "After", "At noon."]


def test_what_changed_as_one_has_one_button_that_names_it_all(qtbot: QtBot) -> None:
    """An answer comes back whole: nobody takes its reason for all that returns."""
    record = Mention("animation_request", uuid4())
    refused, pending = AnimationDecision.REFUSED, AnimationDecision.PENDING
    kind = ChangeKind.CHANGED
    changes = [
        ChangeRow(*(1, 1, kind, record, "@answer", "decision", pending, refused)),
        ChangeRow(*(1, 1, kind, record, "@answer", "reason", "", "Too late")),
        ChangeRow(*(2, 1, kind, record, "message", "message", "Lions", "Atlas")),
    ]
    heard: list[ChangeRow] = []
    lines = ChangeLines(changes, about=record.id, restore=heard.append)
    qtbot.addWidget(lines)
    answer, message = lines.findChildren(QToolButton)
    assert [*lines.restore_buttons.values()] == [answer, message]
    assert answer.toolTip().startswith("Restore these values: ")
    assert "Pending" in answer.accessibleName()
    assert "Reason: —" in answer.accessibleName()
    assert message.toolTip() == "Restore this value: Lions"
    answer.click()
    assert heard == changes[:1]


def test_of_a_long_text_its_beginning_tells_what_comes_back() -> None:
    t = Translator("en")
    (told,) = told_values(t, [("reason", "Brought too late.\n" + 90 * "x")])
    assert without_turns(told).startswith("Reason: Brought too late. xxx")
    assert without_turns(told).endswith("x…")
    assert len(told) < 60


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_long_code_pushes_nothing_out_of_the_panel(
    language: str, desk: Desk, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    """Who did it and when stands above the codes, and is read to its end."""
    speak(language)
    record = Mention("rank", uuid4())
    change = ChangeRow(*(1, 1, ChangeKind.CREATED, record, "code", "code", None, CODE))
    panel = ActPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(panel.minimumWidth(), 500)
    cell = Words("خلية الأمن الرياضي بفاس", "Cellule de sécurité sportive de Fès", "")
    at = datetime(2026, 11, 27, 12, 24, tzinfo=UTC)
    act = ActRow(1, at, "officer", cell, is_own=True, title="Rank added")
    panel._show(ActFacts(act, [change]))
    panel.show()
    area = panel.findChild(QScrollArea)
    body = area.widget() if area is not None else None
    assert area is not None
    assert body is not None
    assert body.width() == area.viewport().width()
    labels = panel.findChildren(QLabel)
    (value,) = (each for each in labels if each.text().replace("\u200b", "") == CODE)
    qtbot.waitUntil(lambda: value.width() >= value.minimumSizeHint().width())


def test_a_code_needs_no_more_room_than_its_longest_part(qtbot: QtBot) -> None:
    record = Mention("rank", uuid4())
    change = ChangeRow(*(1, 1, ChangeKind.CREATED, record, "code", "code", None, CODE))
    lines = ChangeLines([change], about=record.id)
    qtbot.addWidget(lines)
    _name, value = lines.findChildren(QLabel)
    wide = value.fontMetrics().horizontalAdvance(CODE)
    assert value.minimumSizeHint().width() < wide
    value.resize(wide // 2, value.heightForWidth(wide // 2))
    assert value.height() > value.fontMetrics().height()


def test_no_mark_above_an_arabic_letter_is_cut(
    speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak("ar")
    record = Mention("rank", uuid4())
    lines = ChangeLines([ChangeRow(*(1, 1, ChangeKind.CREATED, record, "", ""))])
    qtbot.addWidget(lines)
    lines.show()
    (added,) = (each for each in lines.findChildren(QLabel) if "ُ" in each.text())
    picture = added.grab().toImage()
    top = {picture.pixel(x, 0) for x in range(picture.width())}
    assert len(top) == 1


def test_in_a_low_panel_the_changes_are_seen_without_scrolling(
    desk: Desk, qtbot: QtBot
) -> None:
    """Own cell, count and buttons leave them the room; they come back with it."""
    record = Mention("rank", uuid4())
    change = ChangeRow(*(1, 1, ChangeKind.CHANGED, record, "code", "code", "X1", "X2"))
    at = datetime(2026, 11, 27, 12, 24, tzinfo=UTC)
    cell = Words("", "", "Sports security cell of Fez")
    act = ActRow(1, at, "officer", cell, is_own=True, title="Rank saved", changes=1)
    panel = ActPanel(desk)
    qtbot.addWidget(panel)
    panel._show(ActFacts(act, [change]))
    panel.keep_low(is_low=True)
    panel.resize(panel.minimumWidth(), 180)
    panel.show()

    def told() -> list[QLabel]:
        return [each for each in panel.findChildren(QLabel) if each.isVisible()]

    assert not [each for each in told() if "Fez" in each.text()]
    (line,) = (each for each in told() if "X2" in each.text())
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())
    area = panel.findChild(QScrollArea)
    assert area is not None
    assert area.isAncestorOf(panel.undo)  # it is scrolled with them
    panel.keep_low(is_low=False)
    assert not area.isAncestorOf(panel.undo)
    qtbot.waitUntil(lambda: any("Fez" in each.text() for each in told()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_can_be_done_with_an_act_is_read_whole(
    language: str, speak: Callable[[str], None], desk: Desk, qtbot: QtBot
) -> None:
    speak(language)
    at = datetime(2026, 11, 27, 12, 24, tzinfo=UTC)
    acts = [
        ActRow(n, at, "officer", Words(), is_own=True, title="Club saved", changes=1)
        for n in (1, 2)
    ]
    panel = ActPanel(desk)
    qtbot.addWidget(panel)
    panel._show(ActFacts(acts[0], [], why_not="Changed again.", later=acts[1]))
    panel.resize(panel.minimumWidth(), 400)
    panel.show()
    for button in (panel.undo, panel.later):
        qtbot.waitUntil(lambda each=button: each.width() >= each.sizeHint().width())
        place = button.rect().translated(button.mapTo(panel, button.rect().topLeft()))
        assert panel.rect().contains(place)


def test_a_cell_stands_in_the_list_by_its_name_alone() -> None:
    """That it is one, its name says itself; a club is told from its stadium."""
    about = {each.key: each for each in act_columns()}["about"]
    at, name = datetime(2026, 11, 27, 12, 24, tzinfo=UTC), Words(en="Cell of Fez")

    def told(kind: str, name: Words) -> str:
        act = ActRow(1, at, "officer", Words(), is_own=True, title="Cell named")
        return about.text(replace(act, about=Mention(kind, uuid4(), name)))

    assert told("cell", name) == "Cell of Fez"
    assert told("cell", Words()) == "Cell"
    assert told("club", Words(en="Atlas")) == "Club: Atlas"
    assert about.parted
