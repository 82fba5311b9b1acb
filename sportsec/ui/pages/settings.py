"""Settings: language, colours, text size, names, where things are, about."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec import __version__
from sportsec.domain.cells import CellDraft, check_cell
from sportsec.domain.words import N_
from sportsec.queries.cells import CellRow, own_cell
from sportsec.services.cells import name_cell
from sportsec.ui.desk import Desk
from sportsec.ui.language import NAMES, isolate, tr, translator, words
from sportsec.ui.page import Page
from sportsec.ui.pages.history.opening import history_button, show_history
from sportsec.ui.pages.settings_officer import OfficerCard
from sportsec.ui.problem_window import ProblemWindow
from sportsec.ui.resources import FONTS, ICONS
from sportsec.ui.targets import SettingTarget
from sportsec.ui.theme import NORMAL, SHADE_NAMES, TEXT_SIZES, scaled, signals
from sportsec.ui.widgets.cards import Card, KeyValue, margins, scrolled, text_label
from sportsec.ui.widgets.conflict_link import ConflictLink
from sportsec.ui.widgets.field_marks import mark_fields
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

WIDEST = 900
LICENCES = (
    ("SportSec", "Apache-2.0"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("Vazirmatn", "OFL-1.1"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("SQLCipher, ReportLab", "BSD"),
)


class SettingsPage(Page):
    """What the officer may choose, and what the program is."""

    cares: ClassVar[frozenset[str]] = frozenset({"cell"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Settings"), scrolls=True)
        self._cell: CellRow | None = None
        self.cell_facts = KeyValue()
        body = QWidget()
        body.setMaximumWidth(scaled(WIDEST))
        box = QVBoxLayout(body)
        box.setContentsMargins(margins(0, 0, 8, 18))
        box.setSpacing(14)
        self.looks = self._screen_card()
        self.you = OfficerCard(desk)
        self.cell = self._cell_card()
        self.place = self._place_card()
        box.addWidget(self.looks)
        box.addWidget(self._keys_card())
        box.addWidget(self.you)
        box.addWidget(self.cell)
        box.addWidget(self.place)
        self.about = self._about_card()
        box.addWidget(self.about)
        box.addStretch(1)
        self._scroll = scrolled(body)
        self.body.addWidget(self._scroll)
        signals().changed.connect(self._follow)

    def reload(self) -> None:
        """Ask for the cell's name, and for the officer's."""
        self.you.reload()
        self.desk.runner.read(self, "cell", own_cell, self._show_cell)

    def show_target(self, target: object) -> None:
        """Bring a part into view and go into it; it is laid out a moment later."""
        if isinstance(target, SettingTarget):
            QTimer.singleShot(0, self, lambda: self._lead_to(target.part))

    def _lead_to(self, part: str) -> None:
        card, field = self._parts()[part]
        self._scroll.ensureWidgetVisible(card)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _parts(self) -> dict[str, tuple[QWidget, QWidget]]:
        """Return each part that one may be led to: its card, and what to go into."""
        return {
            "language": (self.looks, self.languages.chosen()),
            "shade": (self.looks, self.shades.chosen()),
            "text_size": (self.looks, self.sizes.chosen()),
            "keys": (self.keys, self.keys),
            "officer": (self.you, self.you.field.line),
            "cell": (self.cell, self.edit),
            "folder": (self.place, self.open_folder),
            "about": (self.about, self.report),
        }

    # ---- the screen

    def _screen_card(self) -> Card:
        card = Card(tr("Screen"))
        settings, switch = self.desk.settings, self.desk.switch
        self.languages = Choices(
            NAMES, translator().language, lambda key: switch("language", key)
        )
        self.shades = Choices(
            {key: tr(text) for key, text in SHADE_NAMES.items()},
            settings.text("shade", "system"),
            lambda key: switch("shade", key),
        )
        self.sizes = Choices(
            {key: isolate(f"{key} %") for key in TEXT_SIZES},
            settings.text("text_size", NORMAL),
            lambda key: switch("text_size", key),
        )
        pairs: list[tuple[str, str | QWidget]] = [
            (tr("Language"), self.languages),
            (tr("Colours"), self.shades),
            (tr("Text size"), self.sizes),
        ]
        card.body.addWidget(KeyValue(pairs))
        return card

    def _follow(self) -> None:
        """Show the theme switched at the bottom of the window."""
        self.shades.press(self.desk.settings.text("shade", "system"))

    def _keys_card(self) -> Card:
        card = Card(tr("Keys"))
        self.keys = QPushButton(tr("Change the keys"))
        self.keys.clicked.connect(lambda _on: self.desk.go("keys"))
        card.header.buttons.addWidget(self.keys)
        note = tr(
            "Everything can be done from the keyboard; you choose the keys, "
            "for this PC."
        )
        card.body.addWidget(text_label(note, "caption", wrap=True))
        return card

    # ---- the cell

    def _cell_card(self) -> Card:
        card = Card(tr("Cell"))
        self.edit = QPushButton(tr("Edit"))
        self.edit.clicked.connect(lambda _on: self.edit_cell())
        self.history = history_button()
        self.history.setEnabled(False)
        self.history.clicked.connect(lambda _on: self.show_history())
        self.conflict = ConflictLink(self.desk)
        for button in (self.conflict, self.history, self.edit):
            card.header.buttons.addWidget(button)
        card.body.addWidget(self.cell_facts)
        return card

    def _show_cell(self, cell: CellRow | None) -> None:
        self._cell = cell
        self.history.setEnabled(cell is not None)
        self.conflict.show_record(cell.id if cell else None)
        draft = cell.draft if cell else CellDraft()
        self.cell_facts.show_pairs(
            [
                (tr("Name of the cell"), words(draft.name)),
                (tr("Command it belongs to"), words(draft.command_name)),
                (tr("City"), words(draft.city)),
                (tr("References of papers begin with"), isolate(draft.ref_prefix)),
            ]
        )

    def show_history(self) -> None:
        """Open the history of the cell's own record."""
        if self._cell is not None:
            show_history(self, self.desk, "cell", self._cell.id)

    def edit_cell(self) -> FormDialog:
        """Open the form of the cell's own record."""
        parts = Part(
            "",
            [
                Bind("name", tr("Name of the cell"), WordsField(), needed=True),
                Bind("command_name", tr("Command it belongs to"), WordsField()),
                Bind("city", tr("City"), WordsField()),
                Bind(
                    "ref_prefix",
                    tr("References of papers begin with"),
                    TextField(ltr=True, max_length=20),
                ),
            ],
        )
        seen = self._cell.draft if self._cell else None
        dialog = FormDialog(
            self.desk, tr("Cell"), Form([parts]), N_("Cell named"), self
        )
        dialog.check = check_cell
        dialog.edit(
            seen or CellDraft(), lambda work, draft: name_cell(work, draft, seen)
        )
        mark_fields(self.desk, dialog, self._cell.id if self._cell else None)
        dialog.open()
        return dialog

    # ---- places

    def _place_card(self) -> Card:
        card = Card(tr("Workspace"))
        folder = self.desk.settings.file.parent
        self.open_folder = button = QPushButton(tr("Open the folder"))
        url = QUrl.fromLocalFile(str(folder))
        button.clicked.connect(lambda _on: QDesktopServices.openUrl(url))
        backups = QPushButton(tr("Backups"))
        backups.clicked.connect(lambda _on: self.desk.go("backups"))
        card.header.buttons.addWidget(backups)
        card.header.buttons.addWidget(button)
        path = isolate(str(folder))
        note = tr("Everything of this cell lies in this folder, with its backups.")
        card.body.addWidget(KeyValue([(tr("Folder"), path)]))
        card.body.addWidget(text_label(note, "caption", wrap=True))
        return card

    # ---- the program

    def _about_card(self) -> Card:
        card = Card(tr("About"))
        self.report = report = QPushButton(tr("Problem report…"))
        report.clicked.connect(lambda _on: ProblemWindow(self.desk, self).open())
        card.header.buttons.addWidget(report)
        licences = ", ".join(f"{name} ({licence})" for name, licence in LICENCES)
        card.body.addWidget(
            KeyValue(
                [
                    (tr("Version"), isolate(__version__)),
                    (tr("Python"), isolate(platform.python_version())),
                    (tr("Licences"), isolate(licences)),
                    (tr("Licence texts"), isolate(f"{FONTS}\n{ICONS}")),
                ]
            )
        )
        return card


class Choices(QWidget):
    """A row of buttons of which one is pressed; Tab stops at that one alone."""

    def __init__(
        self, texts: Mapping[str, str], chosen: str, choose: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        group = QButtonGroup(self)
        for key, text in texts.items():
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.clicked.connect(lambda _on, key=key: choose(key))
            button.toggled.connect(lambda _on: self._follow_choice())
            group.addButton(button)
            box.addWidget(button)
            self.buttons[key] = button
        self.press(chosen)
        self._follow_choice()

    def chosen(self) -> QPushButton:
        """Return the button that is pressed; the first one if none is."""
        buttons = list(self.buttons.values())
        return next((each for each in buttons if each.isChecked()), buttons[0])

    def press(self, key: str) -> None:
        """Show a choice made elsewhere; one that is not offered is left alone."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def _follow_choice(self) -> None:
        """Let Tab stop at the button that is pressed; arrows go to the others."""
        for button in self.buttons.values():
            stops = button is self.chosen()
            policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
