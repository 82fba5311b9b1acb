"""What the old and the new value of a field look like beside each other."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sportsec.domain.history import ChangeKind, ChangeRow, Mention
from sportsec.ui.pages.history.change_lines import ChangeLines


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
