"""The backups that still hold what a received file has erased, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal

from sportsec.domain.backups import Backup
from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange_received import ReceiveResult
from sportsec.i18n.purge_words import copies_line
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.tasks import Progress, Work
from sportsec.ui.widgets.cards import Banner


class ErasedCopies(Banner):
    """Says how many there are; a new backup takes their place if the officer wants."""

    replaced = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(action=tr("Make a new backup and delete the old ones"))
        self._desk = desk
        self._folder = desk.settings.file.parent
        self._copies: tuple[Backup, ...] = ()
        self.button.clicked.connect(lambda _on: self.replace_them())
        self.hide()

    def look(self, result: ReceiveResult) -> None:
        """Look for them after files were taken in."""
        self._show(())
        if not any(file.purges for file in result.files):
            return
        folder, acts = self._folder, result.acts

        def job(work: Work) -> tuple[Backup, ...]:
            from sportsec.queries.purges import copies_of_erased  # noqa: PLC0415 - lane

            return copies_of_erased(work, folder, acts)

        self._desk.runner.read(self, "copies", job, self._show, lane="survey")

    def replace_them(self) -> None:
        """Make a new backup and delete those that hold what was erased."""
        folder, copies = self._folder, self._copies
        self.button.setEnabled(False)

        def job(progress: Progress) -> object:
            from sportsec.services.backups import replace_backups  # noqa: PLC0415 - lane

            text = tr("Backing up")
            return replace_backups(folder, copies, lambda share: progress(share, text))

        self._desk.runner.tend(
            *(self, "replace", job, lambda _made: self._replaced(), self._failed),
            stopped=lambda: self.button.setEnabled(True),
        )

    def _show(self, copies: tuple[Backup, ...]) -> None:
        self._copies = copies
        self.button.setEnabled(True)
        self.say(copies_line(translator(), len(copies)) if copies else "", "warn")

    def _replaced(self) -> None:
        self._show(())
        self.replaced.emit()
        self._desk.say(tr("Backup made and checked."))
        self._desk.runner.backed_up.emit()

    def _failed(self, error: SportsecError) -> None:
        self.button.setEnabled(True)
        self._desk.complain(error)
