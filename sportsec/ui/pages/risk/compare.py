"""All assessments of a match, factor by factor, in one table."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.risk import Factor
from sportsec.queries.risk import AssessmentRow, RiskFile
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.risk.state import LEVELS, VALUE_LEVELS
from sportsec.ui.pages.risk.summary import score_text
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import margins, rule, scrolled, text_label
from sportsec.ui.widgets.fitting import fit

CENTRE = Qt.AlignmentFlag.AlignCenter
#: Width of an assessment, and least width of the names before it: three fit beside
#: each other in large text too.
HEAD, NAME = 96, 150
NARROW = 720
#: Of the window, with its scroll bar.
MARGINS = 60


class CompareDialog(QDialog):
    """Columns are assessments, lines are factors; nothing can be changed here."""

    def __init__(self, file: RiskFile, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Assessments side by side"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(margins(0, 0, 9, 0))
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._fill(file)
        close = QPushButton(tr("Close"))
        close.clicked.connect(lambda _on: self.reject())
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(14)
        box.addWidget(text_label(self.windowTitle(), "title"))
        area = scrolled(body)
        box.addWidget(area, 1)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        rest = self.sizeHint() - area.sizeHint()
        wide = QSize(MARGINS, rest.height())
        fit(self, NARROW, 0, body.sizeHint() + wide)

    def _fill(self, file: RiskFile) -> None:
        rows = file.assessments
        for column, row in enumerate(rows, start=1):
            head = QWidget()
            box = QVBoxLayout(head)
            box.setContentsMargins(0, 0, 0, 0)
            for text, role in ((row.stage, "field"), (row.rater, "caption")):
                said = text_label(label(text), role, wrap=True)
                said.setAlignment(CENTRE)
                said.setFixedWidth(scaled(HEAD))
                box.addWidget(said)
            self._grid.addWidget(head, 0, column)
        self._grid.addWidget(rule(), 1, 0, 1, len(rows) + 1)
        line = 2
        for factor in _factors(file):
            name = text_label(words(factor.name), "value", wrap=True)
            name.setMinimumWidth(scaled(NAME))
            self._grid.addWidget(name, line, 0)
            for column, row in enumerate(rows, start=1):
                item = row.items.get(factor.code)
                value = item.value if item else None
                self._grid.addWidget(_value(value), line, column, CENTRE)
            line += 1
        self._grid.addWidget(rule(), line, 0, 1, len(rows) + 1)
        self._totals(rows, line + 1)

    def _totals(self, rows: tuple[AssessmentRow, ...], line: int) -> None:
        self._grid.addWidget(text_label(tr("Score"), "field"), line, 0)
        names = (
            (tr("Inside the stadium"), "inside"),
            (tr("Outside the stadium"), "outside"),
            (tr("Travel"), "travel"),
        )
        for column, row in enumerate(rows, start=1):
            score = text_label(score_text(row.rating.score), "value")
            self._grid.addWidget(score, line, column, CENTRE)
        for place, (name, scope) in enumerate(names, start=1):
            self._grid.addWidget(text_label(name, "field"), line + place, 0)
            for column, row in enumerate(rows, start=1):
                category = getattr(row.scopes, scope, None)
                if category is not None:
                    chip = Badge(label(category), LEVELS[category])
                    self._grid.addWidget(chip, line + place, column, CENTRE)


def _factors(file: RiskFile) -> list[Factor]:
    """Return the factors of all grids in use, once for each code."""
    found: dict[str, Factor] = {}
    for row in reversed(file.assessments):
        for factor in row.grid.factors:
            found.setdefault(factor.code, factor)
    return list(found.values())


def _value(value: int | None) -> QWidget:
    if value is None:
        return text_label("?", "caption")
    return Badge(isolate(str(value)), VALUE_LEVELS[value])
