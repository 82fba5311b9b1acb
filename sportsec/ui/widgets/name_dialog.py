"""A small window that asks what something is to be called.

dialog = NameDialog(tr("Save this list"), "Week", self)
dialog.named.connect(self.save)
dialog.open()                                # never exec(): nothing blocks
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from sportsec.ui.language import tr
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.save_bar import SaveBar

_WIDTH = 380


class NameDialog(QDialog):
    """Asks for a name; an empty one cannot be saved.

    Args:
        note: What stands below the name: what is saved under it.

    Signals:
        named: The name, without blanks around it.
    """

    named = Signal(str)

    def __init__(self, title: str, name: str, parent: QWidget, note: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.line = QLineEdit(name)
        self.line.selectAll()
        label = QLabel(tr("Name"))
        label.setBuddy(self.line)
        self.bar = SaveBar()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(text_label(title, "section"))
        box.addWidget(label)
        box.addWidget(self.line)
        self.note = text_label(note, "caption", wrap=True)
        self.note.setVisible(bool(note))
        box.addWidget(self.note)
        box.addWidget(self.bar)
        self.setMinimumWidth(scaled(_WIDTH))
        self.bar.save.setDefault(True)
        self.bar.save.clicked.connect(self.accept)
        self.bar.cancel.clicked.connect(self.reject)
        self.line.textChanged.connect(self._judge)
        self._judge()

    def accept(self) -> None:
        """Say the name and close."""
        self.named.emit(self.line.text().strip())
        super().accept()

    def _judge(self) -> None:
        self.bar.save.setEnabled(bool(self.line.text().strip()))
