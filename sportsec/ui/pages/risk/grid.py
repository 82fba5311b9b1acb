"""The grid of an assessment: one line for each factor, one unfolded at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from sportsec.domain.risk import Factor, ItemDraft
from sportsec.queries.risk import AssessmentRow
from sportsec.ui.language import isolate, tr, words
from sportsec.ui.pages.risk.factor_row import FactorRow
from sportsec.ui.pages.risk.state import Items, RiskState
from sportsec.ui.widgets.cards import Card, rule
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.elided import ElidedLabel

#: Qt cuts an Arabic text that has its own width to the pixel.
SPARE = 4


class GridName(ElidedLabel):
    """As wide as its text, beside a heading that leaves less room shorter."""

    def __init__(self) -> None:
        super().__init__("caption")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of all of it."""
        whole = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(whole + SPARE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size: any width will do."""
        return super().sizeHint()


class Grid(Card):
    """A card with all factors.

    Signals:
        edited: After any edit of any factor.
        shown_line: The line whose evidence was opened.
        touched: The code of a factor at whose evidence the officer was.
    """

    edited = Signal()
    touched = Signal(str)
    shown_line = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Risk grid"))
        self.name = GridName()
        self.rows: dict[str, FactorRow] = {}
        self._factors: tuple[Factor, ...] = ()
        self.body.setSpacing(0)
        self._put_name()

    def load(self, row: AssessmentRow) -> None:
        """Show the values of an assessment."""
        if row.grid.factors != self._factors:
            self._rebuild(row.grid.factors)
        note = tr(
            "{name}, version {n}",
            name=words(row.grid.name),
            n=isolate(str(row.grid.version)),
        )
        self.name.show_text(note)
        for code, line in self.rows.items():
            item = row.items.get(code, ItemDraft())
            line.load(item, read_only=row.is_decided)

    def items(self) -> Items:
        """Return the items as they stand; those never touched are left out."""
        empty = ItemDraft()
        return {
            code: line.item for code, line in self.rows.items() if line.item != empty
        }

    def show_state(self, state: RiskState) -> None:
        """Show what follows from the values on the screen."""
        for each in state.factors:
            self.rows[each.factor.code].show_state(each)

    def unfold(self, code: str) -> None:
        """Open the evidence of a factor, to correct it."""
        if code in self.rows:
            self.rows[code].focus_evidence()

    def focus_first(self) -> None:
        """Take the keys to the first factor whose value is not known, or the first."""
        lines = list(self.rows.values())
        unknown = (line for line in lines if line.item.value is None)
        line = next(unknown, next(iter(lines), None))
        if line is not None:
            line.values.focus()

    def _put_name(self) -> None:
        """Put the name where other cards have a note, which could not give way."""
        heading = self.header.layout()
        if heading is not None:
            heading.replaceWidget(self.header.note, self.name)
            self.header.note.hide()

    def _step(self, number: int, by: int) -> None:
        """Go to the values of the factor above or below."""
        lines = list(self.rows.values())
        if 0 <= number + by < len(lines):
            lines[number + by].values.focus()

    def _rebuild(self, factors: tuple[Factor, ...]) -> None:
        clear_layout(self.body)
        self._factors = factors
        self.rows = {}
        body: QWidget
        for number, factor in enumerate(factors):
            if number:
                self.body.addWidget(rule())
            body = FactorRow(factor)
            body.edited.connect(lambda _code: self.edited.emit())
            body.unfolded.connect(self._fold_others)
            body.touched.connect(self.touched)
            body.values.stepped.connect(partial(self._step, number))
            self.rows[factor.code] = body
            self.body.addWidget(body)

    def _fold_others(self, code: str) -> None:
        for other, line in self.rows.items():
            if other != code and line.fold.isChecked():
                line.set_unfolded(False)
        self.shown_line.emit(self.rows[code])
