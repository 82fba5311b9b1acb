"""The two buttons at the end of a form: what is done, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sportsec.ui.keys import keys_here, shown
from sportsec.ui.language import tr
from sportsec.ui.widgets.cards import text_label


class SaveBar(QWidget):
    """Save and cancel, at the end of a form."""

    def __init__(self, save: str = "") -> None:
        super().__init__()
        self.note = text_label("", "caption")
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.save = QPushButton(save or tr("Save"))
        self.save.setProperty("primary", True)
        self.save.setToolTip(shown(keys_here("here.save")))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.note, 1)
        box.addWidget(self.cancel)
        box.addWidget(self.save)
