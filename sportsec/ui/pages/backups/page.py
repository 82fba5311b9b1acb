"""The backups of this workspace: making one, and bringing one back."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QLayoutItem

from sportsec.domain.backups import Backup
from sportsec.services.backups import back_up_by_hand, backups_of, bring_back
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.page import Page
from sportsec.ui.pages.backups.restore_dialog import RestoreDialog
from sportsec.ui.pages.backups.table import BackupTable
from sportsec.ui.tasks import Progress
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.one_bar import WholeLines

#: Height of a window, for plain text, that the page is scrolled in as one.
LOW = 340
#: Of the list at least, where it scrolls its lines itself.
LEAST_LIST = 100


class BackupsPage(Page):
    """What there is, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Backups"))
        self._folder = desk.settings.file.parent
        self.dialog: RestoreDialog | None = None
        self.table = BackupTable(desk.runner, self._folder)
        self._lines = WholeLines(self.table, LEAST_LIST)
        self._is_one = False
        self.folder_button = self.add_button(
            tr("Open the folder"), self.open_folder, "folder"
        )
        self.restore = self.add_button(tr("Bring back…"), self.table.bring_back, "undo")
        self.restore.setEnabled(False)
        self.now = self.add_button(
            tr("Back up now"), self.back_up, "save", primary=True
        )
        self.table.chosen.connect(self.restore.setEnabled)
        self.table.wanted.connect(self.ask)
        note = tr(
            "One is made each day of use, before a file is received, before an earlier "
            "state is brought back and before an upgrade. Old ones are thinned out: "
            "one a day for two weeks, one a week for two months, one a month for two "
            "years. Those made by hand stay."
        )
        advice = tr("Copy them to another disk too: this one may fail.")
        for text in (note, advice):
            self.body.addWidget(text_label(text, "caption", wrap=True))
        self.body.addWidget(self.table, 1)
        desk.runner.backed_up.connect(self.table.reload)

    @property
    def main(self) -> QLayoutItem | None:
        """The list, where it is scrolled by itself."""
        return None if self._is_one else super().main

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show all backups in a low window: one bar scrolls the page then."""
        super().resizeEvent(event)
        is_one = (self.room or self.size()).height() < scaled(LOW)
        if is_one != self._is_one:
            self._is_one = is_one
            self._lines.show_all(shows_all=is_one)

    def reload(self) -> None:
        """Look at the folder again."""
        self.table.reload()

    def back_up(self) -> None:
        """Make a backup now, beside all other work."""
        folder, text = self._folder, tr("Backing up")

        def make(progress: Progress) -> Backup:
            return back_up_by_hand(folder, lambda share: progress(share, text))

        def made(_backup: Backup) -> None:
            self.desk.say(tr("Backup made and checked."))
            self.desk.runner.backed_up.emit()

        self.desk.runner.tend(self, "by hand", make, made, self.desk.complain)

    def open_folder(self) -> None:
        """Show the backups where the system shows files."""
        folder = str(backups_of(self._folder))
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def ask(self, backup: Backup) -> None:
        """Show what a backup would undo, and do it if the officer agrees."""
        runner, folder = self.desk.runner, self._folder
        dialog = RestoreDialog(runner, folder, backup, self)
        text = tr("Bringing it back…")

        def carry_out(progress: Progress) -> Backup:
            return bring_back(folder, backup.name, lambda share: progress(share, text))

        dialog.agreed.connect(
            lambda: runner.reopen(dialog, carry_out, dialog.show_failure)
        )
        self.dialog = dialog
        dialog.open()
