"""Chooses an earlier match whose deployment is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.words import N_
from sportsec.i18n.formats import short_date
from sportsec.queries.deployment import EarlierPlan, earlier_plans
from sportsec.services.deployment_copy import Copied, copy_deployment
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, tr_count, words
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.save_bar import SaveBar

PADDING = 16


class CopyDialog(QDialog):
    """Earlier matches with posts, those at the same stadium first.

    Signals:
        picked: Fixture to copy from, and whether its detachments come too.
    """

    picked = Signal(object, bool)

    def __init__(self, offered: Sequence[EarlierPlan], parent: QWidget) -> None:
        super().__init__(parent)
        title = tr("Copy an earlier deployment")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        for each in offered:
            item = QListWidgetItem(_text(each))
            item.setData(Qt.ItemDataRole.UserRole, each.fixture_id)
            height = 2 * self.list.fontMetrics().lineSpacing() + PADDING
            item.setSizeHint(QSize(0, height))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.with_detachments = QCheckBox(tr("With detachments and who stands where"))
        self.with_detachments.setChecked(True)
        buttons = SaveBar(tr("Use this"))
        buttons.save.setToolTip("")
        buttons.save.setDefault(True)
        buttons.save.setEnabled(bool(offered))
        buttons.save.clicked.connect(lambda _on: self.accept())
        buttons.cancel.clicked.connect(lambda _on: self.reject())
        note = tr(
            "Arrivals, departures and hours of phases that were set by hand move with "
            "the kick-off. What is already planned here stays as it is."
        )
        if not offered:
            note = tr("No earlier match has a deployment yet.")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(text_label(title, "title"))
        box.addWidget(text_label(note, "caption", wrap=True))
        box.addWidget(self.list, 1)
        box.addWidget(self.with_detachments)
        box.addWidget(buttons)
        fit(self, 620, 460)

    def accept(self) -> None:
        """Say which match was chosen, and close."""
        item = self.list.currentItem()
        if item is not None:
            source: UUID = item.data(Qt.ItemDataRole.UserRole)
            self.picked.emit(source, self.with_detachments.isChecked())
        super().accept()


class Copying(QObject):
    """Offers earlier deployments and takes one over.

    Signals:
        done: A deployment was taken over.
    """

    done = Signal()

    def __init__(self, owner: QWidget, desk: Desk, fixture_id: UUID) -> None:
        super().__init__(owner)
        self._owner = owner
        self._desk = desk
        self._fixture_id = fixture_id
        self.dialog: CopyDialog | None = None

    def offer(self) -> None:
        """Show the earlier matches."""
        fixture_id = self._fixture_id
        self._desk.runner.read(
            self, "earlier", lambda work: earlier_plans(work, fixture_id), self._show
        )

    def copy_from(self, source: UUID, with_detachments: bool) -> None:  # noqa: FBT001 - a slot
        """Take over the deployment of another match."""
        target = self._fixture_id
        self._desk.runner.write(
            self,
            N_("Deployment taken over"),
            lambda work: copy_deployment(
                work, source, target, with_detachments=with_detachments
            ),
            self._copied,
            self._desk.complain,
        )

    def _show(self, offered: Sequence[EarlierPlan]) -> None:
        self.dialog = CopyDialog(offered, self._owner)
        self.dialog.picked.connect(self.copy_from)
        self.dialog.open()

    def _copied(self, copied: Copied) -> None:
        posts = tr_count("{n} post", "{n} posts", copied.posts)
        teams = tr_count("{n} detachment", "{n} detachments", copied.detachments)
        text = tr("Copied: {posts}, {teams}", posts=posts, teams=teams)
        if copied.phases:
            hours = tr_count(
                "Hours brought as well, for {n} phase",
                "Hours brought as well, for {n} phases",
                copied.phases,
            )
            text = f"{text}\n{hours}"
        self._desk.say(text)
        self.done.emit()


def _text(each: EarlierPlan) -> str:
    posts = tr_count("{n} post", "{n} posts", each.posts)
    teams = tr_count("{n} detachment", "{n} detachments", each.detachments)
    where = tr("same stadium") if each.is_same_venue else tr("another stadium")
    match = f"{words(each.home)} – {words(each.away)}"
    day = isolate(short_date(each.played_on))
    return f"{day}   {match}\n{where} · {posts} · {teams}"
