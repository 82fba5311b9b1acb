"""The history of a record in a window of its own, beside any list or panel."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.history import Mention
from sportsec.i18n.history_words import mention_words
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.history.record_history import RecordHistoryView
from sportsec.ui.pages.purge.opening import purge_button
from sportsec.ui.widgets.cards import rule, scrolled, text_label
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.toast import Toast

SIZE = (680, 640)


class HistoryDialog(QDialog):
    """Shows who changed what; values can be restored, and that undone."""

    def __init__(self, desk: Desk, kind: str, record: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("History"))
        self.view = RecordHistoryView(desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.name = text_label("", "subtitle", wrap=True)
        box.addWidget(text_label(tr("History"), "title"))
        box.addWidget(self.name)
        area = scrolled(self.view)
        self.view.warned.connect(lambda: area.ensureWidgetVisible(self.view.warning))
        box.addWidget(area, 1)
        box.addWidget(rule())
        box.addLayout(self._foot(desk, Mention(kind, record)))
        self.toast = Toast(self, self._at_foot)
        fit(self, *SIZE)
        self.view.shown.connect(self._name)
        self.view.show_record(kind, record)
        desk.runner.changed.connect(self._on_changed)

    def _foot(self, desk: Desk, record: Mention) -> QHBoxLayout:
        close = QPushButton(tr("Close"))
        close.clicked.connect(lambda _on: self.reject())
        self.purge = purge_button(desk, [record])
        self._at_foot: list[QWidget] = [close]
        row = QHBoxLayout()
        if self.purge is not None:
            self._at_foot.append(self.purge)
            row.addWidget(self.purge)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _name(self) -> None:
        if self.view.history is not None:
            said = mention_words(translator(), self.view.history.record)
            self.name.setText(said)

    def _on_changed(self, _tables: object) -> None:
        self.view.reload()
