"""The keys page: which keys do what on this PC, and others in their place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.desk import Desk
from sportsec.ui.frame.commands import Keyed, keyed, plain
from sportsec.ui.frame.key_field import KeyField
from sportsec.ui.frame.key_rules import objection
from sportsec.ui.keys import keymap
from sportsec.ui.language import tr
from sportsec.ui.page import Page
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.theme import restyle, scaled
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import Card, margins, scrolled, text_label

WIDEST = 900
_FIELD, _ICON = 190, 16


class KeysPage(Page):
    """Every act that has keys, or may have them, menu by menu."""

    def __init__(self, desk: Desk) -> None:
        told = tr(
            "Click a field and press the keys you want; they take effect at once."
        )
        super().__init__(desk, tr("Keys"), told, scrolls=True)
        self._subtitle.setWordWrap(True)  # in large text the button needs the room
        self.usual_button = self.add_button(
            tr("Restore all the usual keys"), self.reset_all, "undo"
        )
        rows = keyed(PAGES)
        self.rows = {row.name: KeyRow(row, rows, self) for row in rows}
        body = QWidget()
        body.setMaximumWidth(scaled(WIDEST))
        box = QVBoxLayout(body)
        box.setContentsMargins(margins(0, 0, 8, 18))
        box.setSpacing(14)
        for group, members in groupby(rows, key=lambda row: row.group):
            box.addWidget(self._card(group, list(members)))
        box.addStretch(1)
        self.body.addWidget(scrolled(body))
        keymap().changed.connect(self._follow)
        self._follow()

    def reset_all(self) -> None:
        """Let the usual keys do everything again."""
        keymap().reset(self.rows)
        for row in self.rows.values():
            row.say("")

    def _card(self, group: str, members: Sequence[Keyed]) -> Card:
        card = Card(plain(tr(group)))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for at, row in enumerate(members):
            self.rows[row.name].lay_into(grid, 2 * at)
        card.body.addLayout(grid)
        return card

    def _follow(self) -> None:
        are_chosen = any(keymap().is_chosen(name) for name in self.rows)
        self.usual_button.setEnabled(are_chosen)


class KeyRow(QObject):
    """What keys do, the field for them, and the way back to the usual ones."""

    def __init__(self, row: Keyed, others: Sequence[Keyed], page: QWidget) -> None:
        super().__init__(page)
        self._row = row
        self._others = others
        name = plain(tr(row.text))
        self.label = text_label(name)
        self.field = KeyField()
        self.field.setAccessibleName(name)
        self.field.setFixedWidth(scaled(_FIELD))
        self.usual = sign_button("undo", tr("Restore the usual keys"))
        self.usual.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        policy = self.usual.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.usual.setSizePolicy(policy)
        self.usual.clicked.connect(lambda _on: self._reset())
        self.problem = text_label("", "problem", wrap=True)
        self.problem.setProperty("level", "block")
        self.field.pressed.connect(self._take)
        keymap().changed.connect(self.follow)
        self.follow()
        self.say("")

    def lay_into(self, grid: QGridLayout, at: int) -> None:
        """Take two lines of a card: the act with its keys, and what stands against."""
        grid.addWidget(self.label, at, 0)
        grid.addWidget(self.field, at, 1)
        grid.addWidget(self.usual, at, 2)
        grid.addWidget(self.problem, at + 1, 0, 1, 3, Qt.AlignmentFlag.AlignTop)

    def follow(self) -> None:
        """Show the keys in use."""
        keys = self._keys()
        self.field.show_keys(keys[0] if keys else QKeySequence())
        self.usual.setVisible(keymap().is_chosen(self._row.name))

    def say(self, text: str) -> None:
        """Say what stands against the keys pressed; nothing if nothing does."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.field.setProperty("level", "block" if text else None)
        restyle(self.field)

    def _keys(self) -> list[QKeySequence]:
        return keymap().keys(self._row.name, self._row.usual)

    def _take(self, wanted: QKeySequence) -> None:
        against = objection(wanted, self._row, self._others)
        self.say(against)
        if not against:
            self._give(wanted)
        self.follow()

    def _give(self, keys: QKeySequence) -> None:
        if keys in self._usual():
            keymap().reset([self._row.name])
        else:
            keymap().choose(self._row.name, keys)

    def _reset(self) -> None:
        """Let the usual keys do it, unless they do something else by now."""
        against = [
            said
            for keys in self._usual()
            if (said := objection(keys, self._row, self._others))
        ]
        self.say(against[0] if against else "")
        if not against:
            keymap().reset([self._row.name])

    def _usual(self) -> list[QKeySequence]:
        return [QKeySequence(each) for each in self._row.usual]
