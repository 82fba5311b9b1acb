"""The second tab of an intake: which column of the file means what."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from sportsec.domain.intake.mapping import Field
from sportsec.domain.intake.programme import Programme
from sportsec.ui.language import is_rtl, isolate, label, tr
from sportsec.ui.widgets.cards import Card, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.scrolled import PartScroll
from sportsec.ui.widgets.steady_combo import SteadyCombo

#: Rows of the file shown below each heading.
SAMPLES = 4


class ColumnsTab(QWidget):
    """Each column with its heading, first values, and what it is taken for."""

    chosen = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QComboBox] = []
        self.card = Card(tr("What the columns hold"))
        note = tr("Guessed from headings and values; what you change is remembered.")
        self.note = text_label(note, "caption", wrap=True)
        self.none = text_label(tr("Files of this kind have no columns."), "caption")
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.card.body.addWidget(self.note)
        self.card.body.addWidget(self.none)
        self.card.body.addWidget(self._table)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.addWidget(self.card)
        inner.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        self.area = PartScroll(body)
        box.addWidget(self.area)

    def show_programme(self, programme: Programme) -> None:
        """Show the columns of a file as they were read."""
        clear_layout(self._grid)
        self.boxes = []
        width = max((len(row) for row in programme.sample), default=0)
        width = max(width, len(programme.headings))
        self.none.setVisible(not width)
        self.note.setVisible(bool(width))
        for at in range(width):
            self._add_column(programme, at)
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)

    def _add_column(self, programme: Programme, at: int) -> None:
        headings = programme.headings
        heading = headings[at] if at < len(headings) else ""
        name = heading or tr("Column {n}", n=at + 1)
        values = (row[at] for row in programme.sample if at < len(row))
        shown = [value for value in values if value][:SAMPLES]
        field = programme.mapping.field(at)
        box = SteadyCombo()
        box.addItem(tr("Not used"), None)
        for one in Field:
            box.addItem(label(one), one)
        box.setCurrentIndex(0 if field is None else list(Field).index(field) + 1)
        box.setAccessibleName(tr("Meaning of {column}", column=name))
        box.activated.connect(lambda _i, at=at, box=box: self._choose(at, box))
        top = Qt.AlignmentFlag.AlignVCenter
        role = "value" if field is not None else "caption"
        self._grid.addWidget(text_label(name, "field", wrap=True), at, 0, top)
        self._grid.addWidget(box, at, 1, top)
        sample = text_label(_in_order(shown), role, wrap=True)
        self._grid.addWidget(sample, at, 2, top)
        self.boxes.append(box)

    def _choose(self, at: int, box: QComboBox) -> None:
        self.chosen.emit(at, box.currentData())


def _in_order(values: Iterable[str]) -> str:
    """Return values in the reading direction, whatever script they have."""
    mark = "\N{RIGHT-TO-LEFT MARK}" if is_rtl() else "\N{LEFT-TO-RIGHT MARK}"
    return mark + "   ·   ".join(isolate(value) for value in values)
