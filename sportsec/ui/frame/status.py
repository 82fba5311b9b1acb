"""The status bar: which cell, which folder, what is under way, language, theme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QStatusBar, QToolButton

from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import ZONE, date_time, short_date
from sportsec.ui.icons import icon
from sportsec.ui.language import NAMES, isolate, tr, translator, words
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import is_dark, scaled, signals
from sportsec.ui.widgets.busy import BusyIndicator
from sportsec.ui.widgets.buttons import ICON_GAP
from sportsec.ui.widgets.shortened import shortened

GAP = 12  # between parts, with a reserve
#: As much of the name of the cell stays where it gives way to the last backup.
LEAST_CELL = 120


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
        self._name = ""
        self._backups: tuple[str, ...] = ("",)
        #: What the parts were last given room for.
        self._asked: tuple[object, ...] = ()
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
        self._name = words(facts.name)
        self._backups = _told(facts.backup_at)
        self.backup.setAccessibleName(self._backups[0])
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for; the menu leads there as well."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Give way to what is under way, and take its room back."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return done

    def _make_room(self) -> None:
        """Shorten the backup, then the name of the cell, before one is left out."""
        others = (*self.switches, self.busy)
        taken = [each.sizeHint().width() for each in others if not each.isHidden()]
        room = self.width() - sum(taken) - GAP * len(taken)
        place = self.place.sizeHint().width() + GAP
        asked = room, place, self._name, self._backups, self.font().toString()
        if asked == self._asked:
            return  # what was shown for it asks for a layout, but is no other question
        self._asked = asked
        cell = _width(self.cell, self._name)
        fitting = (
            said for said in self._backups if cell + _width(self.backup, said) <= room
        )
        said = next(fitting, self._backups[-1])
        backup = _width(self.backup, said)
        has_backup = min(cell, scaled(LEAST_CELL)) + backup <= room
        room -= backup if has_backup else 0
        self._show_backup(said, is_shown=has_backup)
        self._show_cell(min(cell, room))
        self.place.setVisible(room >= cell + place)

    def _show_backup(self, said: str, *, is_shown: bool) -> None:
        full = self._backups[0]
        hint = tr(
            "All work is saved at once. Backups are safety copies of it: show them."
        )
        self.backup.setText(said)
        self.backup.setToolTip(hint if said == full else f"{full}\n{hint}")
        self.backup.setVisible(is_shown)

    def _show_cell(self, width: int) -> None:
        """Show as much of its name as so many pixels hold."""
        room = width - _width(self.cell, "")
        said = shortened(self._name, self.cell.fontMetrics(), room)
        self.cell.setText(said)
        self.cell.setToolTip("" if said == self._name else self._name)
        self.cell.setVisible(bool(said))

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


def _told(backup_at: datetime | None) -> tuple[str, ...]:
    """Return how the last backup may be told, in full and ever shorter."""
    if backup_at is None:
        return (tr("No backup yet"),)
    when = isolate(date_time(backup_at))
    day = isolate(short_date(backup_at.astimezone(ZONE).date()))
    return (
        tr("Last backup: {when}", when=when),
        *(tr("Backup: {when}", when=each) for each in (when, day)),
    )


def _width(part: QLabel | QToolButton, said: str) -> int:
    """Return the room that a part would take with a text, without changing it."""
    advance = part.fontMetrics().horizontalAdvance
    return part.sizeHint().width() + advance(said) - advance(part.text()) + GAP
