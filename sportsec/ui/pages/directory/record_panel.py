"""The chosen record beside its list: what is known, and what can be done at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.errors import NotFound, SportsecError
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.doubles import DoubleLink
from sportsec.ui.pages.history.opening import history_button
from sportsec.ui.tasks import Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import KeyValue, rule, scrolled, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.conflict_link import ConflictLink
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.scrolled import held_still

PAD = 18
EDGE = 4  # beside notices: their words are long in French
NARROWEST = 300
#: Height below which the buttons are scrolled with the rest: all of it is read.
LOW = 240


class _Notices(QWidget):
    """Buttons above a record; they take no room while all of them are hidden."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._buttons = buttons
        box = QVBoxLayout(self)
        box.setContentsMargins(EDGE, PAD - 6, EDGE, 0)
        for button in buttons:
            box.addWidget(button)
            button.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the buttons."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.setHidden(all(button.isHidden() for button in self._buttons))
        return super().eventFilter(watched, event)


class RecordPanel(QFrame):
    """Base of the panels; a subclass reads its facts and shows them with `add_…`."""

    wants_edit = Signal(object)
    wants_delete = Signal(object)
    wants_history = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.record_id: UUID | None = None
        self._begun: UUID | None = None
        self.setProperty("role", "card")
        self._body = QWidget()
        self._box = QVBoxLayout(self._body)
        self._box.setContentsMargins(PAD, PAD - 2, PAD, PAD)
        self._box.setSpacing(10)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self._body, 1)
        self._area = area = scrolled(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.conflict = ConflictLink(desk)
        self.doubles = DoubleLink(desk)
        outer.addWidget(_Notices(self.conflict, self.doubles))
        outer.addWidget(area, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(rule())
        foot.addLayout(self._buttons())
        self._is_low = False
        outer.addWidget(self._foot)
        self.hide()

    # ---- for subclasses

    def read(self, work: Work, record_id: UUID) -> Any:
        """Read what is shown, in the read lane."""
        raise NotImplementedError

    def show_facts(self, facts: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def add_heading(self, title: str, subtitle: str = "") -> None:
        """Show what the record is called."""
        self._box.addWidget(text_label(title, "section", wrap=True))
        if subtitle:
            self._box.addWidget(text_label(subtitle, "subtitle", wrap=True))

    def add_badges(self, badges: Sequence[QWidget]) -> None:
        """Show badges beside each other."""
        row = FlowLayout(gap=6)
        for badge in badges:
            row.addWidget(badge)
        self._box.addLayout(row)

    def add_pairs(self, pairs: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show names and values; those without a value are left out."""
        known = [(name, value) for name, value in pairs if value]
        if known:
            self._box.addWidget(KeyValue(known))

    def add_texts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show longer texts under their names; empty ones are left out."""
        for name, text in pairs:
            if text:
                self._box.addWidget(text_label(name, "caption", wrap=True))
                self._box.addWidget(text_label(text, "value", wrap=True))

    def add_section(self, title: str, button: QWidget | None = None) -> None:
        """Begin a part of the panel."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(text_label(title, "field"))
        row.addStretch(1)
        if button is not None:
            row.addWidget(button)
        self._box.addLayout(row)

    def add(self, widget: QWidget) -> None:
        """Show anything else."""
        self._box.addWidget(widget)

    def add_note(self, text: str) -> None:
        """Show a sentence in small letters."""
        self._box.addWidget(text_label(text, "caption", wrap=True))

    # ---- for lists

    def show_record(self, record_id: UUID | None) -> None:
        """Show a record; None hides the panel."""
        self.record_id = record_id
        self.setVisible(record_id is not None)
        self.conflict.show_record(record_id)
        self.reload()

    def reload(self) -> None:
        """Ask again for the record on view."""
        shown = self.record_id
        if shown is None:
            return
        self.desk.runner.read(
            self, "facts", lambda work: self.read(work, shown), self._show, self._gone
        )

    def do(
        self,
        act: str,
        job: Callable[[Work], object],
        *,
        undo: Callable[[Work], object] | None = None,
        undone: str = "",
    ) -> None:
        """Carry out an act on the record, say so, and offer to undo it.

        Args:
            act: Sentence of the act, an `N_` msgid.
            undo: What takes it back; `undone` is its sentence.
        """
        runner, say = self.desk.runner, self.desk.say

        def back() -> None:
            if undo is not None:
                runner.write(self, undone, undo, lambda _r: say(tr(undone)))

        def done(_result: object) -> None:
            if undo is None:
                say(tr(act))
            else:
                say(tr(act), action=tr("Undo"), on_action=back)

        runner.write(self, act, job, done, self.desk.complain)

    def minimumSizeHint(self) -> QSize:
        """Return at least what the foot needs, also where it is scrolled by a bar.

        It is the same for a low panel and a high one: the width decides about the
        height where the panel may stand under its list.
        """
        edges = self._outer.contentsMargins()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        foot = self._foot.minimumSizeHint().width() + edges.left() + edges.right()
        least = super().minimumSizeHint()
        least.setWidth(max(scaled(NARROWEST), foot + bar))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the foot where there is room for them."""
        super().resizeEvent(event)
        is_low = self.height() < scaled(LOW)
        if is_low != self._is_low:
            self._is_low = is_low
            (self._page if is_low else self._outer).addWidget(self._foot)

    # ---- inside

    def _buttons(self) -> QHBoxLayout:
        self.edit_button = IconButton("edit", tr("Edit"))
        self.edit_button.clicked.connect(lambda _on: self._emit(self.wants_edit))
        self.history_button = history_button()  # three texts have no room in French
        self.history_button.clicked.connect(lambda _on: self._emit(self.wants_history))
        self.delete_button = IconButton("delete", tr("Delete"))
        self.delete_button.setProperty("flat", True)
        self.delete_button.clicked.connect(lambda _on: self._emit(self.wants_delete))
        row = QHBoxLayout()
        row.setContentsMargins(PAD, 10, PAD, 12)
        row.addWidget(self.edit_button)
        row.addWidget(self.history_button)
        row.addStretch(1)
        row.addWidget(self.delete_button)
        return row

    def _emit(self, signal: Any) -> None:
        if self.record_id is not None:
            signal.emit(self.record_id)

    def _show(self, facts: Any) -> None:
        with held_still(self._body):
            clear_layout(self._box)
            self.show_facts(facts)
            self._box.addStretch(1)
        if self._begun != self.record_id:  # another one is read from its name on
            self._begun = self.record_id
            self._area.verticalScrollBar().setValue(0)

    def _gone(self, error: SportsecError) -> None:
        if not isinstance(error, NotFound):
            self.desk.complain(error)
        self.hide()
