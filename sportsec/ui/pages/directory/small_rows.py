"""Small lines of a panel: a link, and a text that can be removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from sportsec.ui.icons import icon
from sportsec.ui.widgets.cards import text_label


def link_row(text: str, act: Callable[[], object]) -> QPushButton:
    """Return a line that leads to another page."""
    button = QPushButton(text)
    button.setProperty("flat", True)
    button.setIcon(icon("next", "accent"))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _on: act())
    return button


def icon_button(name: str, tip: str, act: Callable[[], object]) -> QToolButton:
    """Return a small button without a text."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _on: act())
    return button


def removable_row(text: str, tip: str, remove: Callable[[], object]) -> QWidget:
    """Return a line with a button that removes it."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(text_label(text, "value", wrap=True), 1)
    box.addWidget(icon_button("close", tip, remove))
    return row
