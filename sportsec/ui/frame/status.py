"""The status bar: which cell, which folder, what is under way, language, theme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QStatusBar, QToolButton

from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import date_time
from sportsec.ui.icons import icon
from sportsec.ui.language import NAMES, isolate, tr, translator, words
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import is_dark, signals
from sportsec.ui.widgets.busy import BusyIndicator
from sportsec.ui.widgets.buttons import ICON_GAP

GAP = 12  # between parts, with a reserve


@dataclass(frozen=True, slots=True)
class CellFacts:
    """What the status bar says about the workspace.

    Args:
        name: Of the cell.
        backup_at: When the last backup was made, aware UTC; None before the first.
        renewal: Since when the cell has a new key, and whom it must tell that.
    """

    name: Words = Words()
    backup_at: datetime | None = None
    renewal: tuple[datetime, tuple[Words, ...]] | None = None


class StatusBar(QStatusBar):
    """Facts at its start, switches at its end."""

    language_wanted = Signal(str)
    shade_wanted = Signal(str)
    backups_wanted = Signal()

    def __init__(self, runner: Runner, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setSizeGripEnabled(False)
        self.setAccessibleName(tr("Status"))
        self.cell = QLabel()
        self.place = QToolButton()
        self.place.setProperty("role", "status")
        self.place.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.place.setText(f"{ICON_GAP}{isolate(folder.name)}")
        self.place.setToolTip(
            tr("Open the folder of the workspace: {path}", path=isolate(str(folder)))
        )
        self.place.clicked.connect(lambda _on: self.open_folder())
        self.backup = QToolButton()
        self.backup.setProperty("role", "status")
        self.backup.setToolTip(
            tr("All work is saved at once. Backups are safety copies of it: show them.")
        )
        self.backup.clicked.connect(lambda _on: self.backups_wanted.emit())
        self.busy = BusyIndicator(runner)
        for part in (self.cell, self.place, self.backup, self.busy):
            self.addWidget(part)
        self.languages = QButtonGroup(self)
        self.buttons = {code: self._language_button(code) for code in LANGUAGES}
        self.shade = QToolButton()
        self.shade.clicked.connect(lambda _on: self._switch_shade())
        self.addPermanentWidget(self.shade)
        signals().changed.connect(self._draw)
        self._draw()
        self.show_facts(CellFacts())

    @property
    def switches(self) -> tuple[QToolButton, ...]:
        """The languages and the shade, at its end."""
        return (*self.buttons.values(), self.shade)

    def show_facts(self, facts: CellFacts) -> None:
        """Show the cell and its last backup."""
        name = words(facts.name)
        self.cell.setText(name)
        when = (
            tr("Last backup: {when}", when=isolate(date_time(facts.backup_at)))
            if facts.backup_at
            else tr("No backup yet")
        )
        self.backup.setText(when)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room; the menu leads there as well."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        taken = sum(each.sizeHint().width() + GAP for each in self.switches)
        room = self.width() - taken
        for part in (self.cell, self.backup, self.place):
            room -= part.sizeHint().width() + GAP
            part.setVisible(room >= 0 and bool(part.text()))

    def _language_button(self, code: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "status")
        button.setText(NAMES[code])
        button.setCheckable(True)
        button.setChecked(translator().language == code)
        button.setToolTip(NAMES[code])
        button.setAccessibleName(NAMES[code])
        button.clicked.connect(lambda _on: self.language_wanted.emit(code))
        self.languages.addButton(button)
        self.addPermanentWidget(button)
        return button

    def open_folder(self) -> None:
        """Show the folder of the workspace in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _switch_shade(self) -> None:
        self.shade_wanted.emit("light" if is_dark() else "dark")

    def _draw(self) -> None:
        text = tr("Light colours") if is_dark() else tr("Dark colours")
        self.shade.setIcon(icon("sun" if is_dark() else "moon"))
        self.shade.setToolTip(text)
        self.shade.setAccessibleName(text)
        self.place.setIcon(icon("folder"))
