"""The first start: language, name of the cell and its command, empty or sample season.

Emits `finished_with(Setup)` when the officer has answered everything; then
`show_progress` while the workspace is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.identity import LONGEST_NAME, SIGNED
from sportsec.domain.words import LANGUAGES, Words
from sportsec.ui.language import NAMES, tr
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, Card, scrolled, text_label
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.fitting import fit

SIZE = (620, 640)
LANGUAGE, CELL, START, MAKING = range(4)


@dataclass(frozen=True, slots=True)
class Setup:
    """What the officer answered.

    Args:
        sample: Whether the invented season is built in.
        officer: By what name what he does is signed; "" for that of his login.
    """

    language: str
    cell: Words
    command: Words
    sample: bool
    officer: str = ""


class Wizard(QDialog):
    """Three questions, then a progress bar.

    Args:
        speak: Switches the language of the program.
    """

    finished_with = Signal(object)

    def __init__(self, language: str, speak: Callable[[str], None]) -> None:
        super().__init__()
        self.language = language
        self._speak = speak
        self._making = False
        fit(self, *SIZE)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._build(LANGUAGE)

    # ---- steps

    @property
    def step(self) -> int:
        """The step on view."""
        return self.stack.currentIndex()

    def show_progress(self, fraction: float | None, text: str) -> None:
        """Say how far the making of the workspace is."""
        self.bar.setRange(0, 0 if fraction is None else 1000)
        if fraction is not None:
            self.bar.setValue(round(fraction * 1000))
        self.doing.setText(text)

    def show_failure(self, what: str, next_step: str) -> None:
        """Go back to the last question and say why it did not work."""
        self._making = False
        self.banner.say(f"{what}\n{next_step}", "block")
        self._show(START)

    def reject(self) -> None:
        """Close, unless the workspace is being made."""
        if not self._making:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open while the workspace is being made."""
        if self._making:
            event.ignore()
        else:
            super().closeEvent(event)

    def _build(self, step: int) -> None:
        """Build all steps in the language of the screen."""
        old = self._box.takeAt(0)
        widget = old.widget() if old is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        self.setWindowTitle(tr("SportSec: first start"))
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(32, 28, 32, 24)
        box.setSpacing(18)
        self.banner = Banner()
        self.stack = QStackedWidget()
        for part in (
            self._language_step(),
            self._cell_step(),
            self._start_step(),
            self._making_step(),
        ):
            self.stack.addWidget(scrolled(part))
        box.addWidget(text_label(tr("SportSec"), "brand"))
        box.addWidget(self.banner)
        box.addWidget(self.stack, 1)
        box.addLayout(self._buttons())
        self._box.addWidget(body)
        self.next.setDefault(True)  # heard only once it is in the dialog
        self._show(step)

    def _language_step(self) -> QWidget:
        page, box = _step(
            tr("Which language should the program use?"),
            tr("You can change it at any time, at the bottom of the window."),
        )
        self.languages: dict[str, QPushButton] = {}
        for code in LANGUAGES:
            is_chosen = code == self.language
            button = (
                IconButton("check", NAMES[code], "accent_soft_ink")
                if is_chosen
                else QPushButton(NAMES[code])
            )
            button.setMinimumHeight(scaled(52))
            button.setCheckable(True)
            button.setChecked(is_chosen)
            button.setProperty("choice", True)
            button.clicked.connect(lambda _on, code=code: self._choose(code))
            self.languages[code] = button
            box.addWidget(button)
        box.addStretch(1)
        return page

    def _cell_step(self) -> QWidget:
        page, box = _step(
            tr("Which cell works here?"),
            tr("Its name appears on every paper. One language is enough for now."),
        )
        self.cell = WordsField()
        self.cell.call(tr("Name of the cell"))
        self.command = WordsField()
        self.command.call(tr("Command it belongs to"))
        for field in (self.cell, self.command):
            card = Card(field.accessibleName())
            card.body.addWidget(field)
            box.addWidget(card)
            field.changed.connect(self._enable)
        box.addStretch(1)
        return page

    def _officer_card(self) -> Card:
        self.officer = TextField(max_length=LONGEST_NAME)
        self.officer.call(tr("Your name"))
        card = Card(self.officer.accessibleName())
        card.body.addWidget(self.officer)
        card.body.addWidget(text_label(tr(SIGNED), "caption", wrap=True))
        return card

    def _start_step(self) -> QWidget:
        page, box = _step(
            tr("How do you want to begin?"),
            tr("The sample can be deleted with its folder; it contains no real names."),
        )
        self.empty = QRadioButton(tr("With an empty workspace"))
        self.sample = QRadioButton(tr("With a sample season"))
        notes = (
            tr("Ranks, kinds of units and the risk grid are there; the rest is yours."),
            tr("Two competitions, invented clubs and people, four weeks planned."),
        )
        group = QButtonGroup(page)
        for choice, note in zip((self.empty, self.sample), notes, strict=True):
            group.addButton(choice)
            card = Card()
            card.body.addWidget(choice)
            card.body.addWidget(text_label(note, "caption", wrap=True))
            box.addWidget(card)
        self.empty.setChecked(True)
        box.addWidget(self._officer_card())
        box.addStretch(1)
        return page

    def _making_step(self) -> QWidget:
        page, box = _step(tr("Making the workspace"), tr("This takes a few seconds."))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.doing = QLabel()
        self.doing.setProperty("role", "caption")
        box.addWidget(self.bar)
        box.addWidget(self.doing)
        box.addStretch(1)
        return page

    def _buttons(self) -> QHBoxLayout:
        self.back = QPushButton(tr("Back"))
        self.next = QPushButton(tr("Next"))
        self.next.setProperty("primary", True)
        self.back.clicked.connect(lambda _on: self._show(self.step - 1))
        self.next.clicked.connect(lambda _on: self._advance())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        return row

    # ---- acting

    def _choose(self, code: str) -> None:
        typed = [field.value() for field in self._typed()]
        wants_sample = self.sample.isChecked()
        self.language = code
        self._speak(code)
        self._build(LANGUAGE)
        for field, value in zip(self._typed(), typed, strict=True):
            field.set_value(value)
        self.sample.setChecked(wants_sample)

    def _typed(self) -> tuple[Field, ...]:
        return self.cell, self.command, self.officer

    def _advance(self) -> None:
        if self.step < START:
            self._show(self.step + 1)
            return
        self._making = True
        self.banner.say("")
        self._show(MAKING)
        self.show_progress(None, "")
        sample = self.sample.isChecked()
        answers = Setup(
            self.language,
            self.cell.value(),
            self.command.value(),
            sample,
            self.officer.value(),
        )
        self.finished_with.emit(answers)

    def _show(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self.back.setVisible(LANGUAGE < step < MAKING)
        self.next.setVisible(step < MAKING)
        self.next.setText(tr("Begin") if step == START else tr("Next"))
        self._enable()
        if step == CELL:
            self.cell.focus_all()  # it is only proposed
        elif step == START and not self.officer.value():
            self.next.setFocus()
            QTimer.singleShot(0, self.officer, self._begin)  # once laid out
        else:
            self.next.setFocus()  # so that Enter goes on

    def _begin(self) -> None:
        """Begin with the name where it is in view, else with the question above it.

        In large text the name stands lower than the window: a page that opens
        scrolled to it would hide what is asked.
        """
        if self.step != START:
            return
        name = self.officer
        if name.visibleRegion().boundingRect().height() >= name.height():
            name.focus()
        else:
            (self.sample if self.sample.isChecked() else self.empty).setFocus()

    def _enable(self) -> None:
        self.next.setEnabled(self.step != CELL or bool(self.cell.value()))


def _step(title: str, note: str) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(12)
    box.setAlignment(Qt.AlignmentFlag.AlignTop)
    box.addWidget(text_label(title, "title", wrap=True))
    box.addWidget(text_label(note, "subtitle", wrap=True))
    box.addSpacing(8)
    return page, box
