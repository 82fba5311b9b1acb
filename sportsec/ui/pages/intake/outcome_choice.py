"""Which lines of a file are shown: a button for each outcome, or one list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.intake.programme import Outcome
from sportsec.ui.language import label, tr
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.steady_combo import SteadyCombo

_GAP = 6


class OutcomeChoice(QWidget):
    """One outcome is chosen, or all lines are.

    Signals:
        chosen: The officer chose an outcome; None for all lines.

    Attributes:
        buttons: That of each outcome; None is the one of all lines.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Outcome | None, QPushButton] = {}
        self._row = QWidget()
        flow = FlowLayout(self._row, gap=_GAP)
        group = QButtonGroup(self)
        for outcome in (None, *Outcome):
            button = QPushButton(label(outcome) if outcome else tr("All lines"))
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.setChecked(outcome is None)
            button.clicked.connect(lambda _on, one=outcome: self.chosen.emit(one))
            group.addButton(button)
            flow.addWidget(button)
            self.buttons[outcome] = button
        self.list = SteadyCombo()
        self.list.setAccessibleName(tr("Outcome"))
        self.list.activated.connect(lambda at: self.chosen.emit(self.list.itemData(at)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._row)
        box.addWidget(self.list)
        self.fold(is_low=False)

    def offer(self, texts: Mapping[Outcome | None, str]) -> None:
        """Offer these outcomes, each with what it is called."""
        kept = self._current()
        self.list.clear()
        for outcome, button in self.buttons.items():
            button.setVisible(outcome in texts)
            if outcome in texts:
                button.setText(texts[outcome])
                self.list.addItem(texts[outcome], outcome)
        self.press(kept if kept in texts else None)

    def press(self, outcome: Outcome | None) -> None:
        """Show which one is chosen."""
        self.buttons[outcome].setChecked(True)
        self.list.setCurrentIndex(self.list.findData(outcome))

    def fold(self, *, is_low: bool) -> None:
        """Show the list, which needs one line, or the buttons, which need a click."""
        self._row.setVisible(not is_low)
        self.list.setVisible(is_low)

    def _current(self) -> Outcome | None:
        pressed = (one for one, button in self.buttons.items() if button.isChecked())
        return next(pressed, None)
