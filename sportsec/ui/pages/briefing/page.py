"""The briefing tab: a live preview of the paper, and what to do with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.words import N_
from sportsec.i18n.translator import LANGUAGE_NAMES, translator
from sportsec.queries.briefing.read import BriefingRows, briefing_rows
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import tr, words
from sportsec.ui.language import translator as screen_language
from sportsec.ui.pages.briefing.before_printing import BeforePrinting
from sportsec.ui.pages.briefing.preview import PaperBar, Preview, PreviewTools
from sportsec.ui.pages.briefing.printing import (
    choose_printer,
    file_instead,
    print_file,
)
from sportsec.ui.pages.briefing.state import CHOICES, Paper, file_name
from sportsec.ui.saving import ask_where, save_for_officer, save_whole
from sportsec.ui.task import Progress
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.empty import EmptyState
from sportsec.ui.widgets.steady_combo import SteadyCombo

_CHOICE = "briefing/languages"


class BriefingTab(QWidget):
    """Shows the briefing of one fixture as it will print."""

    shown = Signal()  #: a new preview is on the screen

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._fixture_id = fixture_id
        self._rows: BriefingRows | None = None
        self._pdf = b""
        self._saved: Path | None = None
        self.languages = self._make_languages()
        self.print_button = self._button(tr("Print"), "print", self.print_paper)
        KeyedShortcut(self, "here.print", self.print_button.click, IN_WINDOW)
        self.save_button = self._button(tr("Save as PDF"), "save", self.save_paper)
        self.folder_button = self._button(
            tr("Open the folder"), "folder", self.open_folder
        )
        self.save_button.setProperty("primary", True)
        self.save_button.setIcon(icon("save", "accent_ink"))
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.preview = Preview(self, self._document)
        self.tools = PreviewTools(self.preview)
        self.before = BeforePrinting(desk, fixture_id)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(tr("Preparing the preview…"), "briefing"))
        self._stack.addWidget(self.preview)
        self._lay_out()
        self._enable()

    def reload(self) -> None:
        """Read the record again, check it and renew the preview."""
        self.before.reload()
        fixture_id = self._fixture_id
        self._desk.runner.read(
            self, "rows", lambda work: briefing_rows(work, fixture_id), self._take
        )

    # ---- what the officer does

    def print_paper(self) -> None:
        """Ask for a printer and print what is on the screen."""
        printer = choose_printer(self, tr("Print the briefing"), self._file_name())
        if printer is None:
            return
        written = file_instead(printer)
        if written is not None:
            self.save_to(written)
            return
        file = self._keep_copy()
        if file is not None:
            print_file(self, printer, file)
            self._desk.say(tr("The briefing was sent to the printer."))

    def save_paper(self) -> None:
        """Ask where to save the PDF, and save it whole or not at all."""
        chosen = ask_where(
            self,
            self._desk,
            tr("Save the briefing"),
            self._file_name(),
            tr("PDF files") + " (*.pdf)",
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save the paper on the screen to `path`."""
        if save_for_officer(self._desk, path, self._pdf):
            self._saved = path
            self._enable()

    def open_folder(self) -> None:
        """Show the folder of the file saved last."""
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    # ---- inside

    def _make_languages(self) -> QComboBox:
        box = SteadyCombo()
        box.setAccessibleName(tr("Language of the paper"))
        for languages in CHOICES:
            box.addItem(" + ".join(LANGUAGE_NAMES[code] for code in languages))
        kept = self._desk.settings.text(_CHOICE, screen_language().language)
        known = ["+".join(languages) for languages in CHOICES]
        box.setCurrentIndex(known.index(kept) if kept in known else 0)
        box.currentIndexChanged.connect(lambda _place: self._choose())
        return box

    def _button(self, text: str, name: str, act: object) -> QPushButton:
        button = IconButton(name, text)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.folder_button, self.print_button, self.save_button):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(PaperBar(self.languages, self.tools, buttons))
        box.addWidget(self.before)
        box.addWidget(self._stack, 1)

    def _choose(self) -> None:
        self._desk.settings.keep(_CHOICE, "+".join(self._languages()))
        self._render()

    def _languages(self) -> tuple[str, ...]:
        return CHOICES[self.languages.currentIndex()]

    def _take(self, rows: BriefingRows) -> None:
        self._rows = rows
        self._render()

    def _render(self) -> None:
        if self._rows is not None:
            job = partial(_print, self._rows, self._languages())
            self._desk.runner.compute(self, "pdf", job, self._show)

    def _show(self, pdf: bytes) -> None:
        place = self.preview.verticalScrollBar().value()
        self._pdf = pdf
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._stack.setCurrentWidget(self.preview)
        self.preview.verticalScrollBar().setValue(place)
        self.tools.renew()
        self._enable()
        self.shown.emit()

    def _enable(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(bool(self._pdf))
        self.folder_button.setEnabled(self._saved is not None)

    def _file_name(self) -> str:
        if self._rows is None:
            return ""
        match = self._rows.match.match
        return file_name(
            Paper(
                words(match.home),
                words(match.away),
                match.kick_off_date,
                match.version,
                self._languages(),
            )
        )

    def _keep_copy(self) -> Path | None:
        """Keep what is printed beside the workspace: paper and file stay the same."""
        workspace = self._desk.runner.workspace
        if workspace is None:
            return None
        folder = workspace.folder / "printed"
        folder.mkdir(exist_ok=True)
        path = folder / self._file_name()
        return path if save_whole(self._desk, path, self._pdf) else None


def _print(rows: BriefingRows, languages: tuple[str, ...], progress: Progress) -> bytes:
    """Build and draw the paper; runs in the worker, without the record."""
    from sportsec.reports.briefing.build import build  # noqa: PLC0415 - slow to load
    from sportsec.reports.pdf.renderer import render  # noqa: PLC0415 - slow to load

    progress(0.1, N_("Preparing the preview…"))
    first, *rest = (translator(code) for code in languages)
    return render(build(rows, first, rest[0] if rest else None))
