"""The minutes as they will print, in a window of their own: language, print, save."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.words import LANGUAGES, N_
from sportsec.i18n.formats import ZONE
from sportsec.i18n.translator import LANGUAGE_NAMES, translator
from sportsec.queries.minutes import MinutesRows, minutes_rows
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import label, tr
from sportsec.ui.language import translator as screen_language
from sportsec.ui.pages.briefing.preview import PaperBar, Preview, PreviewTools
from sportsec.ui.pages.briefing.printing import (
    choose_printer,
    file_instead,
    print_file,
)
from sportsec.ui.saving import ask_where, save_for_officer, save_whole
from sportsec.ui.task import Progress
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.empty import EmptyState
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.steady_combo import SteadyCombo

SIZE = (900, 900)
_CHOICE = "minutes/language"


class MinutesWindow(QDialog):
    """Shows the minutes of one meeting and prints them.

    Signals:
        shown: A new preview is on the screen.
    """

    shown = Signal()

    def __init__(self, desk: Desk, meeting_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: MinutesRows | None = None
        self._pdf = b""
        self.setWindowTitle(tr("Minutes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.languages = self._make_languages()
        self.print_button = self._button(tr("Print"), "print", self.print_paper)
        self.save_button = self._button(tr("Save as PDF"), "save", self.save_paper)
        self.save_button.setProperty("primary", True)
        self.save_button.setIcon(icon("save", "accent_ink"))
        KeyedShortcut(self, "here.print", self.print_button.click, IN_WINDOW)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.preview = Preview(self, self._document)
        self.preview.setAccessibleName(tr("Preview of the minutes"))
        self.tools = PreviewTools(self.preview)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(tr("Preparing the preview…"), "briefing"))
        self._stack.addWidget(self.preview)
        self._lay_out()
        self._enable()
        desk.runner.read(
            self, "rows", lambda work: minutes_rows(work, meeting_id), self._take
        )

    def print_paper(self) -> None:
        """Ask for a printer and print what is on the screen."""
        name = self.file_name()
        printer = choose_printer(self, tr("Print the minutes"), name)
        workspace = self._desk.runner.workspace
        if printer is None or workspace is None:
            return
        written = file_instead(printer)
        if written is not None:
            self.save_to(written)
            return
        folder = workspace.folder / "printed"
        folder.mkdir(exist_ok=True)
        if save_whole(self._desk, folder / name, self._pdf):
            print_file(self, printer, folder / name)
            self._desk.say(tr("The minutes were sent to the printer."))

    def save_paper(self) -> None:
        """Ask where to save the PDF, and save it whole or not at all."""
        kind = tr("PDF files") + " (*.pdf)"
        title = tr("Save the minutes")
        chosen = ask_where(self, self._desk, title, self.file_name(), kind)
        if chosen:
            self.save_to(Path(chosen).with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Save the paper on the screen."""
        save_for_officer(self._desk, path, self._pdf)

    def file_name(self) -> str:
        """Return a name that sorts by day and says which meeting it was."""
        if self._rows is None:
            return ""
        meeting = self._rows.meeting
        begins = meeting.meets_at or self._rows.printed_at
        day = begins.astimezone(ZONE).date()
        kind = label(meeting.kind).replace(" ", "-")
        return f"{day:%Y-%m-%d}_{tr('Minutes')}_{kind}_{self._language()}.pdf"

    # ---- inside

    def _make_languages(self) -> QComboBox:
        box = SteadyCombo()
        box.setAccessibleName(tr("Language of the paper"))
        box.addItems([LANGUAGE_NAMES[code] for code in LANGUAGES])
        kept = self._desk.settings.text(_CHOICE, screen_language().language)
        box.setCurrentIndex(LANGUAGES.index(kept) if kept in LANGUAGES else 0)
        box.currentIndexChanged.connect(lambda _place: self._choose())
        return box

    def _button(self, text: str, name: str, act: object) -> QPushButton:
        button = IconButton(name, text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(lambda _on: self.reject())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (close, self.print_button, self.save_button):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(12)
        box.addWidget(PaperBar(self.languages, self.tools, buttons))
        box.addWidget(self._stack, 1)
        fit(self, *SIZE)

    def _language(self) -> str:
        return LANGUAGES[self.languages.currentIndex()]

    def _choose(self) -> None:
        self._desk.settings.keep(_CHOICE, self._language())
        self._render()

    def _take(self, rows: MinutesRows) -> None:
        self._rows = rows
        self._render()

    def _render(self) -> None:
        if self._rows is not None:
            job = partial(_print, self._rows, self._language())
            self._desk.runner.compute(self, "pdf", job, self._show)

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._stack.setCurrentWidget(self.preview)
        self.tools.renew()
        self._enable()
        self.shown.emit()

    def _enable(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(bool(self._pdf))


def _print(rows: MinutesRows, language: str, progress: Progress) -> bytes:
    """Build and draw the paper; runs in the worker, without the record."""
    from sportsec.reports.minutes import build  # noqa: PLC0415 - slow to load
    from sportsec.reports.pdf.renderer import render  # noqa: PLC0415 - slow to load

    progress(0.1, N_("Preparing the preview…"))
    return render(build(rows, translator(language)))
