"""One received file: who signed it, where it stands, and what it waits for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from sportsec.domain.exchange import Trust
from sportsec.domain.exchange_received import Judgement, Place
from sportsec.domain.problems import Level
from sportsec.i18n.formats import date_time
from sportsec.i18n.labels import problem_text
from sportsec.ui.errors import message_of
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.exchange.state import FileState
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import IconButton, sign_button
from sportsec.ui.widgets.cards import Banner, Card, text_label
from sportsec.ui.widgets.flow import FlowLayout

TRUST_LEVELS = {
    Trust.OURS: "info",
    Trust.TRUSTED: "ok",
    Trust.UNKNOWN: "warn",
    Trust.REVOKED: "block",
}
PLACE_LEVELS = {
    Place.UNNUMBERED: "muted",
    Place.NEXT: "ok",
    Place.GAP: "warn",
    Place.OLDER: "warn",
    Place.ANEW: "warn",
    Place.AGAIN: "muted",
}
_LEVELS = {Level.BLOCK: "block", Level.WARN: "warn"}


class FileCard(Card):
    """Says what is known about a file; asks for the passphrase, leads to the words."""

    wants_trust = Signal(object)
    unlocked = Signal(object, str)
    put_aside = Signal(object)

    def __init__(self, file: FileState) -> None:
        super().__init__(isolate(file.path.name))
        self.file = file
        self.passphrase = QLineEdit()
        self.compare = IconButton("phone", tr("Compare the words…"), "accent_ink")
        aside = tr("Set this file aside")
        close = sign_button("close", aside, lambda: self.put_aside.emit(file.path))
        self.header.buttons.addWidget(close)
        if file.judgement is not None:
            self._show_judgement(file.judgement)
        if file.refusal is not None:
            if not file.wants_passphrase or file.passphrase:
                said = message_of(translator(), file.refusal)
                self.body.addWidget(Banner(said.what, "block"))
            if file.wants_passphrase:
                self.body.addWidget(self._ask_passphrase())

    def _show_judgement(self, judgement: Judgement) -> None:
        sender = judgement.sender
        name = words(sender.name) or isolate(sender.key.hex()[:8])
        made = isolate(date_time(judgement.made))
        self.body.addWidget(text_label(f"{name} · {made}", "value", wrap=True))
        badges = QWidget()
        flow = FlowLayout(badges, 8)
        flow.addWidget(Badge(label(sender.trust), TRUST_LEVELS[sender.trust]))
        for text in _place_texts(judgement):
            badge = Badge(text, PLACE_LEVELS[judgement.place])
            badge.setToolTip(label(judgement.place))
            flow.addWidget(badge)
        if judgement.withholds_personal:
            flow.addWidget(Badge(tr("Without personal fields"), "info"))
        self.body.addWidget(badges)
        changes = tr_count("{n} change", "{n} changes", judgement.changes)
        count = judgement.new_changes
        new = tr_count("{n} of them new", "{n} of them new", count) if count else ""
        text = joined(words(judgement.title), changes, new)
        self.body.addWidget(text_label(text, "caption", wrap=True))
        for found in judgement.findings:
            text = problem_text(translator(), found)
            self.body.addWidget(Banner(text, _LEVELS.get(found.level, "info")))
        if judgement.needs_trust:
            self.compare.setProperty("primary", True)
            self.compare.clicked.connect(lambda _on: self.wants_trust.emit(sender))
            row = QHBoxLayout()
            row.addWidget(self.compare)
            row.addStretch(1)
            self.body.addLayout(row)

    def _ask_passphrase(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        self.passphrase.setPlaceholderText(tr("Passphrase"))
        self.passphrase.setAccessibleName(tr("Passphrase"))
        self.passphrase.returnPressed.connect(self._unlock)
        opens = QPushButton(tr("Open"))
        opens.clicked.connect(lambda _on: self._unlock())
        row.addWidget(self.passphrase, 1)
        row.addWidget(opens)
        return part

    def _unlock(self) -> None:
        if self.passphrase.text():
            self.unlocked.emit(self.file.path, self.passphrase.text())


def _place_texts(judgement: Judgement) -> list[str]:
    """Return its number, and where it stands: a colour alone gives no reason."""
    if not judgement.number:
        return [label(judgement.place)]
    sender, number = judgement.sender, isolate(str(judgement.number))
    name = isolate(words(sender.name) or sender.key.hex()[:8])
    said = tr("File {n} from {cell}", n=number, cell=name)
    return [said, label(judgement.place)]
