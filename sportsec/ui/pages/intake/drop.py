"""The intake page before a file is chosen, while it is read, and after it is in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.intake.preview import IntakeResult
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, tr_count
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.icon_label import IconLabel

EDGE = 56


class DropPanel(QFrame):
    """Asks for a file: dropped on the window, or chosen."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.button = QPushButton(tr("Choose a file"))
        self.button.setProperty("primary", True)
        self.button.setIcon(icon("folder", "accent_ink"))
        self.button.clicked.connect(lambda _on: self.wanted.emit())
        kinds = tr(
            "Excel, OpenDocument, CSV, iCalendar, football.txt or JSON; "
            "in Arabic, French or English"
        )
        _stack(
            self,
            "drop",
            tr("Drop the programme of the federation here"),
            (text_label(kinds, "caption", wrap=True), self.button),
        )


class WaitPanel(QWidget):
    """Says that a file is being read, and lets the officer give up."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(lambda _on: self.given_up.emit())
        self.text = text_label("", "section", wrap=True)
        _stack(self, "file", "", (self.text, self.cancel))

    def show_name(self, name: str) -> None:
        """Say which file it is."""
        self.text.setText(tr("Reading {name}…", name=name))


class DonePanel(QWidget):
    """Says what was taken in, and leads on."""

    def __init__(
        self, to_agenda: Callable[[], object], another: Callable[[], object]
    ) -> None:
        super().__init__()
        self.facts = text_label("", "value", wrap=True)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.agenda = QPushButton(tr("Go to the agenda"))
        self.agenda.setProperty("primary", True)
        self.agenda.clicked.connect(lambda _on: to_agenda())
        self.again = QPushButton(tr("Take in another file"))
        self.again.clicked.connect(lambda _on: another())
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.addStretch(1)
        row.addWidget(self.agenda)
        row.addWidget(self.again)
        row.addStretch(1)
        title = tr("The programme is in the agenda")
        _stack(self, "check", title, (self.facts, buttons))

    def show_result(self, result: IntakeResult) -> None:
        """Say how many matches, clubs and stadiums there are now."""
        counted = [
            (tr_count("{n} new match", "{n} new matches", len(result.new)), result.new),
            (
                tr_count("{n} match moved", "{n} matches moved", len(result.moved)),
                result.moved,
            ),
            (
                tr_count(
                    "{n} match changed", "{n} matches changed", len(result.changed)
                ),
                result.changed,
            ),
            (
                tr_count("{n} new club", "{n} new clubs", len(result.clubs)),
                result.clubs,
            ),
            (
                tr_count("{n} new stadium", "{n} new stadiums", len(result.venues)),
                result.venues,
            ),
            (
                tr_count(
                    "{n} spelling remembered",
                    "{n} spellings remembered",
                    result.aliases,
                ),
                result.aliases,
            ),
        ]
        said = [text for text, present in counted if present]
        self.facts.setText("\n".join(said) or tr("There was nothing to do."))
        self.agenda.setFocus()


def _stack(panel: QWidget, name: str, title: str, widgets: tuple[QWidget, ...]) -> None:
    """Put icon, title and widgets into the middle of a panel."""
    middle = Qt.AlignmentFlag.AlignHCenter
    mark = IconLabel(name, EDGE, "accent")
    box = QVBoxLayout(panel)
    box.setSpacing(12)
    box.addStretch(2)
    box.addWidget(mark, 0, middle)
    if title:
        heading = text_label(title, "section", wrap=True)
        heading.setAlignment(middle)
        box.addWidget(heading)
    for widget in widgets:
        if isinstance(widget, QLabel):
            widget.setAlignment(middle)
            box.addWidget(widget)
        else:
            box.addWidget(widget, 0, middle)
    box.addStretch(3)
