"""Names and values under each other."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sportsec.ui.widgets.cards import KeyValue

VALUE = "45,000"


def test_long_names_wrap_rather_than_squeeze_their_values(qtbot: QtBot) -> None:
    pairs = KeyValue([("A name of a value that is quite long", VALUE)])
    qtbot.addWidget(pairs)
    name, value = pairs.findChildren(QLabel)
    pairs.show()
    for width, lines in ((900, 1), (300, 2)):
        pairs.resize(width, 200)
        qtbot.waitUntil(lambda n=lines: drawn_lines(name) == n)  # type: ignore[misc]
        assert value.width() >= value.fontMetrics().horizontalAdvance(VALUE)


def drawn_lines(label: QLabel) -> int:
    return round(
        label.heightForWidth(label.width()) / label.fontMetrics().lineSpacing()
    )
