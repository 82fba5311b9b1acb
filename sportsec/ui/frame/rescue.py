"""The backups, where the present database cannot be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sportsec.domain.backups import Backup
from sportsec.ui.language import tr
from sportsec.ui.pages.backups.restore_dialog import RestoreDialog
from sportsec.ui.pages.backups.table import BackupTable
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.save_bar import SaveBar

SIZE = (680, 460)


class Rescue(QDialog):
    """Chooses a backup.

    Signals:
        agreed: Name of the backup to bring back.
    """

    agreed = Signal(str)

    def __init__(self, runner: Runner, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._runner = runner
        self._folder = folder
        self.dialog: RestoreDialog | None = None
        self.setWindowTitle(tr("Backups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.table = BackupTable(runner, folder)
        self.bar = SaveBar(tr("Bring back…"))
        self.bar.save.setToolTip("")
        self.bar.save.setEnabled(False)
        self.bar.save.clicked.connect(lambda _on: self.table.bring_back())
        self.bar.cancel.clicked.connect(lambda _on: self.reject())
        self.table.chosen.connect(self.bar.save.setEnabled)
        self.table.wanted.connect(self._ask)
        note = tr("The present database is kept beside the backups as it is.")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(text_label(tr("Backups"), "title"))
        box.addWidget(text_label(note, "caption", wrap=True))
        box.addWidget(self.table, 1)
        box.addWidget(self.bar)
        fit(self, *SIZE)
        self.table.reload()

    def _ask(self, backup: Backup) -> None:
        self.dialog = RestoreDialog(self._runner, self._folder, backup, self)
        self.dialog.agreed.connect(lambda: self._agree(backup))
        self.dialog.open()

    def _agree(self, backup: Backup) -> None:
        self.agreed.emit(backup.name)
        self.accept()
