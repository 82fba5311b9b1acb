"""A paper on its way out: to a printer that the officer chooses, or into a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.paper.printing import choose_printer, file_instead, print_file
from sportsec.ui.saving import ask_where, save_for_officer, save_whole

#: Takes what is to be done with the paper once it is drawn.
Make = Callable[[Callable[[bytes], object]], object]


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """What is said of a paper, in the language of the window.

    Args:
        printing, saving: Titles of the questions for a printer and for a file.
        printed: Said once it was sent to the printer.
        preview: What its preview is called.
    """

    printing: str
    saving: str
    printed: str
    preview: str = ""


class PaperSender:
    """Prints a paper or saves it, and remembers where it was saved.

    Args:
        owner: Dialogs stand over it.
        name: Returns the name of its file.
        make: Draws the paper, if it is not drawn yet.
        saved: Called once it was saved.
    """

    def __init__(
        self,
        owner: QWidget,
        desk: Desk,
        texts: PaperTexts,
        name: Callable[[], str],
        make: Make,
        saved: Callable[[], object] = lambda: None,
    ) -> None:
        self._owner = owner
        self._desk = desk
        self._texts = texts
        self._name = name
        self._make = make
        self._tell_saved = saved
        self.saved: Path | None = None

    def print_paper(self) -> None:
        """Ask for a printer and print."""
        name = self._name()
        printer = choose_printer(self._owner, self._texts.printing, name)
        workspace = self._desk.runner.workspace
        if printer is None or workspace is None:
            return
        written = file_instead(printer)
        if written is not None:
            self.save_to(written)
            return
        folder = workspace.folder / "printed"

        def send(pdf: bytes) -> None:
            # Kept beside the workspace: paper and file stay the same.
            folder.mkdir(exist_ok=True)
            if save_whole(self._desk, folder / name, pdf):
                print_file(self._owner, printer, folder / name)
                self._desk.say(self._texts.printed)

        self._make(send)

    def save_paper(self) -> None:
        """Ask where to save the PDF, and save it whole or not at all."""
        kind = tr("PDF files") + " (*.pdf)"
        title = self._texts.saving
        chosen = ask_where(self._owner, self._desk, title, self._name(), kind)
        if chosen:
            self.save_to(Path(chosen).with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Save the paper."""

        def save(pdf: bytes) -> None:
            if save_for_officer(self._desk, path, pdf):
                self.saved = path
                self._tell_saved()

        self._make(save)

    def open_folder(self) -> None:
        """Show the folder of the file saved last."""
        if self.saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved.parent)))
