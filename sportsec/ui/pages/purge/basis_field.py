"""A line of text for which the usual answers can be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from sportsec.ui.widgets.cards import start
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.steady_combo import SteadyCombo


class SuggestedField(Field):
    """A `str`: one of those offered, or anything else that is typed."""

    def __init__(self, offered: Iterable[str], *, max_length: int) -> None:
        super().__init__()
        self.combo = SteadyCombo()
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.addItems(list(offered))
        self.combo.setCurrentIndex(-1)
        self.combo.setMinimumContentsLength(14)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        line = self.combo.lineEdit()
        if line is not None:
            line.setMaxLength(max_length)
            line.setAlignment(start())
        self.combo.editTextChanged.connect(lambda _text: self.changed.emit())
        self.box.addWidget(self.combo, 1)

    def value(self) -> str:
        """Return the text without spaces round it."""
        return self.combo.currentText().strip()

    def set_value(self, value: Any) -> None:
        """Show a text; None shows nothing."""
        self.combo.setEditText(value or "")

    def inputs(self) -> Sequence[QWidget]:
        """Return the combo box."""
        return (self.combo,)
