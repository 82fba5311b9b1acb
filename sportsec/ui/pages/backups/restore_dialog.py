"""Asks once before a backup is brought back, and says what would be lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sportsec.domain.backups import Backup, RestorePreview
from sportsec.domain.errors import SportsecError
from sportsec.domain.words import Words
from sportsec.i18n.backup_words import headline
from sportsec.i18n.formats import date_time
from sportsec.queries.backups import names_of_lost, what_is_lost
from sportsec.ui.errors import message_of
from sportsec.ui.language import isolate, tr, translator
from sportsec.ui.pages.backups.lost_tree import LostTree
from sportsec.ui.tasks import Progress, Runner
from sportsec.ui.widgets.cards import Banner, rule, text_label
from sportsec.ui.widgets.fitting import fit, fit_height
from sportsec.ui.widgets.save_bar import SaveBar

SIZE = (620, 520)


class RestoreDialog(QDialog):
    """What a backup would undo; whoever opened it carries it out.

    Signals:
        agreed: The officer wants it done.
    """

    agreed = Signal()

    def __init__(
        self, runner: Runner, folder: Path, backup: Backup, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.backup = backup
        self._runner = runner
        self._is_working = False
        when = isolate(date_time(backup.made_at))
        title = tr("Bring back the state of {when}", when=when)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.banner = Banner(tr("Comparing the backup with the present…"))
        self.tree = LostTree()
        self.bar = SaveBar(tr("Bring it back"))
        self.bar.save.setToolTip("")
        self.bar.save.setEnabled(False)
        self.bar.save.clicked.connect(lambda _on: self._agree())
        self.bar.cancel.clicked.connect(lambda _on: self.reject())
        note = tr(
            "The present state is backed up first: you can come back to it. "
            "Files received since can be received again."
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(text_label(title, "title"))
        box.addWidget(self.banner)
        box.addWidget(self.tree, 1)
        box.addWidget(text_label(note, "caption", wrap=True))
        box.addStretch()
        box.addWidget(rule())
        box.addWidget(self.bar)
        self.tree.hide()
        fit(self, *SIZE)
        fit_height(self)
        text = tr("Comparing the backup with the present…")

        def compare(progress: Progress) -> RestorePreview:
            return what_is_lost(
                folder, backup.name, lambda share: progress(share, text)
            )

        runner.tend(self, "preview", compare, self._show, self.show_failure)

    def show_failure(self, error: SportsecError) -> None:
        """Say why it cannot be done; nothing was changed."""
        self._wait(waiting=False)
        message = message_of(translator(), error)
        self.banner.say(f"{message.what}\n{message.next_step}", "block")
        self.bar.save.setEnabled(False)

    def reject(self) -> None:
        """Close, unless it is being done."""
        if not self._is_working:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is cancelling."""
        event.ignore()
        self.reject()

    def _show(self, preview: RestorePreview) -> None:
        t = translator()
        is_safe = preview.is_known and not (preview.acts or preview.counts)
        self.banner.say(headline(t, preview), "ok" if is_safe else "warn")
        self._list(preview)
        if preview.counts and self._runner.workspace is not None:
            self._runner.read(
                *(self, "names", lambda work: names_of_lost(work, preview)),
                lambda names: self._list(preview, names),
            )
        self.bar.save.setEnabled(True)

    def _list(
        self, preview: RestorePreview, names: Mapping[UUID, Words] | None = None
    ) -> None:
        """List what would be lost; by name, once the names are there."""
        self.tree.show_preview(preview, names)
        if self.tree.topLevelItemCount():
            self.tree.show()
            fit(self, *SIZE)
            fit_height(self)

    def _agree(self) -> None:
        self._wait(waiting=True)
        self.agreed.emit()

    def _wait(self, *, waiting: bool) -> None:
        self._is_working = waiting
        self.bar.save.setEnabled(not waiting)
        self.bar.cancel.setEnabled(not waiting)
        self.bar.note.setText(tr("Bringing it back…") if waiting else "")
