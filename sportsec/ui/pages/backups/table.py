"""The list of backups: when, why, how large, and whether each is sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget
from PySide6.QtWidgets import QTableWidgetItem as Item

from sportsec.domain.backups import Backup
from sportsec.i18n.backup_words import size_text
from sportsec.i18n.formats import date_time
from sportsec.queries.backups import is_backup_sound, list_backups
from sportsec.ui.language import isolate, label, tr, translator
from sportsec.ui.tasks import Progress, Runner
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import start
from sportsec.ui.widgets.shapes import shape_icon

EDGE = 14
ROW_PADDING = 14
STATE = 3


class BackupTable(QTableWidget):
    """The backups of one workspace, newest first; each is looked through when listed.

    Signals:
        wanted: The `Backup` to bring back.
        chosen: Whether a backup that can be brought back is selected.
    """

    wanted = Signal(object)
    chosen = Signal(bool)

    def __init__(self, runner: Runner, folder: Path) -> None:
        super().__init__(0, STATE + 1)
        self._runner = runner
        self._folder = folder
        self._backups: list[Backup] = []
        self._sound: dict[Backup, bool] = {}
        self.setAccessibleName(tr("Backups"))
        self.setHorizontalHeaderLabels(
            [tr("When"), tr("Reason"), tr("Size"), tr("State")]
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setIconSize(QSize(scaled(EDGE), scaled(EDGE)))
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)
        header = self.horizontalHeader()
        header.setDefaultAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.itemSelectionChanged.connect(self._tell)
        self.itemActivated.connect(lambda _item: self.bring_back())

    @property
    def backup(self) -> Backup | None:
        """The backup selected; None for one that is damaged."""
        rows = {index.row() for index in self.selectedIndexes()}
        found = self._backups[min(rows)] if rows else None
        return found if found is not None and self._sound.get(found, True) else None

    @property
    def backups(self) -> Sequence[Backup]:
        """What is listed."""
        return self._backups

    def reload(self) -> None:
        """Look at the folder again."""
        folder = self._folder
        self._runner.tend(
            self, "list", lambda _progress: list_backups(folder), self._show
        )

    def bring_back(self) -> None:
        """Ask for the selected backup to be brought back."""
        if self.backup is not None:
            self.wanted.emit(self.backup)

    def _show(self, backups: list[Backup]) -> None:
        self._backups = backups
        self._fill()
        if backups and not self.selectedIndexes():
            self.setCurrentCell(0, 0)  # Qt finds no row by itself from right to left
        for backup in backups:
            if backup not in self._sound:
                self._look_through(backup)

    def _look_through(self, backup: Backup) -> None:
        folder, text = self._folder, tr("Checking the backups")

        def look(progress: Progress) -> bool:
            return is_backup_sound(
                folder, backup.name, lambda share: progress(share, text)
            )

        def found(sound: bool) -> None:  # noqa: FBT001 - the answer of a question
            self._sound[backup] = sound
            self._fill()
            self._tell()

        self._runner.tend(self, backup.name, look, found)

    def _fill(self) -> None:
        self.setRowCount(len(self._backups))
        t = translator()
        for row, backup in enumerate(self._backups):
            texts = (
                isolate(date_time(backup.made_at)),
                label(backup.reason),
                size_text(t, backup.size),
                self._state_of(backup),
            )
            for column, text in enumerate(texts):
                item = self.item(row, column)
                if item is None:
                    item = Item()
                    self.setItem(row, column, item)
                item.setText(text)
                item.setTextAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
                if column == STATE and backup in self._sound:
                    item.setIcon(shape_icon("ok" if self._sound[backup] else "block"))
                elif column == STATE:
                    item.setIcon(QIcon())

    def _state_of(self, backup: Backup) -> str:
        if backup not in self._sound:
            return tr("Checking…")
        return tr("Intact") if self._sound[backup] else tr("Damaged")

    def _tell(self) -> None:
        self.chosen.emit(self.backup is not None)
