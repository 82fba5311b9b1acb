"""Asks before personal data are erased for good, and reports what came of it."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.errors import Invalid, SportsecError
from sportsec.domain.history import PURGED
from sportsec.domain.purges import Purge, PurgeDraft, PurgePreview, check_purge
from sportsec.i18n.history_words import mention_words
from sportsec.queries.purges import purge_preview
from sportsec.services.backups import replace_backups
from sportsec.services.purges import purge_record
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.purge.content import PurgeQuestion, PurgeReport
from sportsec.ui.tasks import Progress, Work
from sportsec.ui.widgets.busy import TaskProgress
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import rule, scrolled, text_label
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.tab_order import stops

SIZE = (660, 720)


class PurgeDialog(QDialog):
    """The question while nothing is erased; the report once it is."""

    def __init__(self, desk: Desk, kind: str, record: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.question: PurgeQuestion | None = None
        self.report: PurgeReport | None = None
        self._kind, self._record = kind, record
        self._done: Purge | None = None
        self._folder = desk.settings.file.parent
        self._is_working = self._copies_too = False
        self.setWindowTitle(tr("Erase personal data for good"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.heading = text_label(self.windowTitle(), "title", wrap=True)
        self.name = text_label("", "subtitle", wrap=True)
        self._place = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(self.heading)
        box.addWidget(self.name)
        box.addLayout(self._place, 1)
        box.addWidget(rule())
        box.addLayout(self._foot())
        fit(self, *SIZE)
        self.reload()

    def reload(self) -> None:
        """Read what the record holds now, and what came of a purge."""
        kind, record, folder = self._kind, self._record, self._folder
        self.desk.runner.read(
            self,
            "preview",
            lambda work: purge_preview(work, folder, kind, record),
            self._show,
            self._refused,
        )

    def erase(self) -> None:
        """Erase, if the reasons are given."""
        asked = self.question
        if asked is None or not self.go.isEnabled():
            return
        draft: PurgeDraft = asked.form.values()
        problems = check_purge(draft)
        asked.form.show_problems(problems)
        if problems:
            asked.form.focus_first()
            return
        kind, record = self._kind, self._record
        self._wait(tr("Erasing…"))

        def job(work: Work, progress: Progress) -> None:
            progress(0.1, tr("Erasing…"))
            purge_record(work, kind, record, draft)

        self._copies_too = asked.delete_copies.isChecked()
        task = self.desk.runner.write_long(
            *(self, PURGED, job, lambda _none: self.reload(), self._refused),
            stopped=lambda: self._wait(""),
        )
        self.progress.watch(task)

    def delete_copies(self) -> None:
        """Make a new backup and delete those that hold what was erased."""
        done, folder = self._done, self._folder
        if done is None or not done.backups:
            return
        self._wait(tr("Backing up"))

        def job(progress: Progress) -> object:
            text = tr("Backing up")
            return replace_backups(
                folder, done.backups, lambda share: progress(share, text)
            )

        task = self.desk.runner.tend(
            *(self, "copies", job, lambda _made: self._copied(), self._refused),
            stopped=lambda: self._wait(""),
        )
        self.progress.watch(task)

    def reject(self) -> None:
        """Close, unless it is being done."""
        if not self._is_working:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is cancelling."""
        event.ignore()
        self.reject()

    # ---- inside

    def _foot(self) -> QHBoxLayout:
        self.note = text_label("", "caption")
        self.progress = TaskProgress(self.desk.runner)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(lambda _on: self.reject())
        self.copies = QPushButton(tr("Make a new backup and delete the old ones"))
        self.copies.setAutoDefault(False)
        self.copies.clicked.connect(lambda _on: self.delete_copies())
        self.copies.hide()
        self.go = IconButton("delete", tr("Erase for good"), "danger")
        self.go.setProperty("danger", True)
        self.go.setAutoDefault(False)
        self.go.setEnabled(False)
        self.go.clicked.connect(lambda _on: self.erase())
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        for widget in (self.progress, self.cancel, self.copies, self.go):
            row.addWidget(widget)
        return row

    def _show(self, preview: PurgePreview) -> None:
        self._wait("")
        self.name.setText(mention_words(translator(), preview.record))
        self._done = preview.done
        if preview.done is None:
            self.question = PurgeQuestion(preview)
            self.question.form.load(PurgeDraft())
            self.question.sure.toggled.connect(self.go.setEnabled)
            self._put(self.question)
            return
        self.question, self.report = None, PurgeReport(preview.done)
        self.setWindowTitle(tr(PURGED))
        self.heading.setText(tr(PURGED))
        self._put(self.report)
        self.go.hide()
        self.cancel.setText(tr("Close"))
        self.copies.setVisible(bool(preview.done.backups))
        if self._copies_too:
            self._copies_too = False
            self.delete_copies()

    def _put(self, body: QWidget) -> None:
        while (item := self._place.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        area = scrolled(body)
        self._place.addWidget(area)
        area.show()  # Qt would do so later, and only what is shown is a stop
        buttons = (self.cancel, self.copies, self.go)
        for before, after in pairwise((*stops(area), *buttons)):
            QWidget.setTabOrder(before, after)

    def _copied(self) -> None:
        self.desk.runner.backed_up.emit()
        self.reload()

    def _refused(self, error: SportsecError) -> None:
        self._wait("")
        if isinstance(error, Invalid) and self.question is not None:
            self.question.form.show_problems(error.problems)
        else:
            self.desk.complain(error)

    def _wait(self, text: str) -> None:
        """Say what is under way; nothing when it has ended."""
        self._is_working = bool(text)
        self.note.setText(text)
        is_sure = self.question is not None and self.question.sure.isChecked()
        self.go.setEnabled(not text and is_sure)
        self.cancel.setEnabled(not text)
        self.copies.setEnabled(not text)
