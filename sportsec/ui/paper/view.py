"""A paper as it will print, in the language chosen, with what is done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sportsec.i18n.translator import LANGUAGE_NAMES
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import tr, translator
from sportsec.ui.paper.preview import PaperBar, Preview, PreviewTools
from sportsec.ui.paper.sending import PaperSender, PaperTexts
from sportsec.ui.task import Progress
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.empty import EmptyState
from sportsec.ui.widgets.steady_combo import SteadyCombo

Policy = QSizePolicy.Policy
#: So low that a page of the window need not be scrolled besides the paper itself.
LEAST_PAPER = 72
#: Of the view, below which what stands above the paper keeps to a line.
LOW = 300
#: One language, or two side by side.
Languages = tuple[str, ...]
#: Draws the paper in the worker, without the record.
Draw = Callable[[Languages, Progress], bytes]


class PaperView(QWidget):
    """Shows a paper and prints or saves it.

    Args:
        choices: The languages on offer.
        kept_as: Name under which the choice is kept for the next paper of its kind.
        above: Stand above the preview, one below the other.

    Signals:
        shown: A new preview is on the screen.
    """

    shown = Signal()

    def __init__(
        self,
        desk: Desk,
        texts: PaperTexts,
        choices: Sequence[Languages],
        kept_as: str,
        above: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._desk = desk
        self._choices = choices
        self._kept_as = kept_as
        self._draw: Draw | None = None
        self._name: Callable[[Languages], str] = lambda _languages: ""
        self._pdf = b""
        self._is_scrolled = False
        self.output = PaperSender(
            *(self, desk, texts, self.file_name, lambda done: done(self._pdf)),
            self._enable,
        )
        self.languages = self._make_languages()
        self._make_buttons()
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.preview = Preview(self, self._document)
        if texts.preview:
            self.preview.setAccessibleName(texts.preview)
        self.tools = PreviewTools(self.preview)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(tr("Preparing the preview…"), "briefing"))
        self._stack.addWidget(self.preview)
        # Beside a text that wraps Qt would take what it likes for what it needs.
        self._stack.setSizePolicy(Policy.Preferred, Policy.Ignored)
        self._stack.setMinimumHeight(scaled(LEAST_PAPER))
        self._lay_out(above)
        self._enable()

    def show_paper(self, draw: Draw, name: Callable[[Languages], str]) -> None:
        """Draw a paper in the language chosen, and again when another one is.

        Args:
            name: Returns the name of its file.
        """
        self._draw, self._name = draw, name
        self._render()

    def file_name(self) -> str:
        """Return the name of the file of the paper on the screen."""
        return self._name(self._languages())

    def save_to(self, path: Path) -> None:
        """Save the paper on the screen."""
        self.output.save_to(path)

    def fit_room(self, height: int) -> None:
        """Leave the paper as many lines as there can be in a low window.

        Args:
            height: Of the window it is seen in. Where that scrolls it, its own height
                follows from the lines that its bar takes, and cannot decide them.
        """
        self._is_scrolled = True
        self.bar.keep_to_a_line(is_close=height < scaled(LOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do the same in a window of its own."""
        super().resizeEvent(event)
        if not self._is_scrolled:
            self.bar.keep_to_a_line(is_close=self.height() < scaled(LOW))

    # ---- inside

    def _make_languages(self) -> QComboBox:
        box = SteadyCombo()
        box.setAccessibleName(tr("Language of the paper"))
        for languages in self._choices:
            box.addItem(" + ".join(LANGUAGE_NAMES[code] for code in languages))
        kept = self._desk.settings.text(self._kept_as, translator().language)
        known = ["+".join(languages) for languages in self._choices]
        box.setCurrentIndex(known.index(kept) if kept in known else 0)
        box.currentIndexChanged.connect(lambda _place: self._choose())
        return box

    def _make_buttons(self) -> None:
        output = self.output
        self.folder_button = _button(
            tr("Open the folder"), "folder", output.open_folder
        )
        self.print_button = _button(tr("Print"), "print", output.print_paper)
        self.save_button = _button(tr("Save as PDF"), "save", output.save_paper)
        self.save_button.setProperty("primary", True)
        self.save_button.setIcon(icon("save", "accent_ink"))
        KeyedShortcut(self, "here.print", self.print_button.click, IN_WINDOW)

    def _lay_out(self, above: Sequence[QWidget]) -> None:
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        made = (self.folder_button, self.print_button, self.save_button)
        for button in made:
            self.buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        self.bar = PaperBar(self.languages, self.tools, self.buttons, made)
        box.addWidget(self.bar)
        for each in above:
            box.addWidget(each)
        box.addWidget(self._stack, 1)

    def _languages(self) -> Languages:
        return self._choices[self.languages.currentIndex()]

    def _choose(self) -> None:
        self._desk.settings.keep(self._kept_as, "+".join(self._languages()))
        self._render()

    def _render(self) -> None:
        if self._draw is not None:
            job = partial(self._draw, self._languages())
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
        self.folder_button.setEnabled(self.output.saved is not None)


def _button(text: str, name: str, act: Callable[[], object]) -> QPushButton:
    button = IconButton(name, text)
    button.setAutoDefault(False)  # Enter is no answer in a dialog that shows a paper
    button.clicked.connect(lambda _on: act())
    return button
