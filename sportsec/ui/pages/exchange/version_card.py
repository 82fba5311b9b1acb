"""One side of a conflict: its value, who wrote it, and the button that takes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from sportsec.domain.conflicts import Conflict, ConflictKind, Version
from sportsec.i18n.history_words import sentence
from sportsec.ui.conflict_words import side_name, signature, version_text
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Card, text_label


class VersionCard(Card):
    """A value with its author.

    Args:
        fields: How many fields taking it decides.
    """

    taken = Signal()

    def __init__(self, conflict: Conflict, version: Version, fields: int = 1) -> None:
        super().__init__()
        value = text_label(version_text(conflict, version), "section", wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QVBoxLayout()
        top.setSpacing(6)
        side = side_name(version)
        top.addWidget(text_label(side, "field", wrap=True))
        if version.is_shown:
            top.addWidget(Badge(tr("Shown meanwhile"), "info"))
        self.button = IconButton("check", _button_text(version, conflict, fields))
        self.button.setEnabled(version.is_readable)
        self.button.clicked.connect(lambda _on: self.taken.emit())
        self.body.addLayout(top)
        self.body.addWidget(value)
        if fields > 1 and version.title:
            did = sentence(translator(), version.title, version.detail)
            self.body.addWidget(text_label(did, "value", wrap=True))
        if version.reason:
            why = tr("{name}: {text}", name=tr("Reason"), text=version.reason)
            self.body.addWidget(text_label(why, "value", wrap=True))
        self.body.addWidget(text_label(signature(version), "caption", wrap=True))
        self.body.addStretch(1)
        self.body.addWidget(self.button)
        said = version_text(conflict, version)
        self.setAccessibleName(tr("{name}: {text}", name=side, text=said))


def _button_text(version: Version, conflict: Conflict, fields: int) -> str:
    if version.is_deletion:
        return tr("Delete it")
    if conflict.kind is ConflictKind.DELETION:
        return tr("Keep it")
    if fields == 1:
        return tr("Take this")
    return tr_count("Take this in {n} field", "Take this in {n} fields", fields)
