"""A finding of a rule as a line of its own: its sign, then its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sportsec.domain.problems import Level, Problem
from sportsec.i18n.labels import problem_text
from sportsec.ui.language import translator
from sportsec.ui.theme import restyle
from sportsec.ui.widgets.cards import Mark, text_label


def problem_note(problem: Problem) -> QWidget:
    """Return the line of a problem, as grave as it is."""
    level = "block" if problem.level is Level.BLOCK else "warn"
    line = QWidget()
    text = text_label(problem_text(translator(), problem), "problem", wrap=True)
    text.setProperty("level", level)
    restyle(text)
    box = QHBoxLayout(line)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(Mark(level, 14), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(text, 1)
    return line
