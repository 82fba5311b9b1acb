"""Sectors or gates of a stadium: table edited in place, drawing, form of the chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.problems import Problem
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.edit_table import EditTable, PartsModel
from sportsec.ui.pages.directory.neighbours import neighbour
from sportsec.ui.pages.directory.state import worst_level
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import margins
from sportsec.ui.widgets.empty import EmptyState
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.one_bar import WholeLines
from sportsec.ui.widgets.scrolled import PartScroll
from sportsec.ui.widgets.splitter import LOWEST, SideSplitter
from sportsec.ui.widgets.stadium_view import StadiumView

TABLE_SHARE, FORM_SHARE = 660, 340
LEAST_TABLE, LEAST_FORM = 400, 300
ROWS_SHARE, PLAN_SHARE = 300, 180
#: Height of the head and three rows, for plain text: on view in the lowest window.
LEAST_ROWS = 145
#: Height below which the plan gives its room to the rows, and what the note can do
#: without gives its own.
ROOM_FOR_PLAN, ROOM_FOR_ALL = 400, 500


class PartsEditor(QWidget):
    """Shows parts and says what the officer wants; the page keeps the file.

    Signals:
        edited: The id of a part and its draft as it shall be.
        wants_new: Add a part.
        wants_copy: Add a part like the one with this id.
        wants_gone: Delete the part with this id.
        chosen: The id of the part on view, or None.
    """

    edited = Signal(object, object)
    wants_new = Signal()
    wants_copy = Signal(object)
    wants_gone = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, model: PartsModel, form: Form, plan_name: str, add: str, empty: str
    ) -> None:
        super().__init__()
        self.model = model
        self.form = form
        self.key: UUID | None = None
        self._drafts: Mapping[UUID, Any] = {}
        self._problems: Mapping[UUID, list[Problem]] = {}
        self.table = EditTable(model, add)
        self.plan = StadiumView(plan_name)
        self._note: QWidget | None = None
        self._spare: QWidget | None = None
        self._above, self._beside_plan = QVBoxLayout(), QVBoxLayout()
        self._lower = QWidget()
        self._is_low = False
        self.nothing = EmptyState(empty, "venues", add, self.wants_new.emit)
        self.add_button = self._button(add, "plus", self.wants_new.emit)
        self.copy_button = self._button(tr("Duplicate"), "copy", self._copy)
        self.delete_button = self._button(tr("Delete"), "delete", self._delete)
        self._lay_out()
        model.edited.connect(self._cell_edited)
        form.edited.connect(self._form_edited)
        self.table.chosen.connect(self._choose)
        self.plan.picked.connect(self.table.choose)
        KeyedShortcut(self.table, "here.delete", self._delete)

    def show_parts(
        self, drafts: Mapping[UUID, Any], problems: Mapping[UUID, list[Problem]]
    ) -> None:
        """Show the parts as they stand, with what is wrong with them."""
        self._drafts, self._problems = drafts, problems
        self.model.level_of = lambda key: worst_level(problems.get(key, ()))
        before = self.model.keys
        same = before == list(drafts)
        self.model.show_parts(drafts)
        self.nothing.setVisible(not drafts)
        self.split.setVisible(bool(drafts))
        if not same:
            self.table.fit_columns()
            key = self.key
            if key is not None and key not in drafts:
                key = neighbour(before, key, drafts)
            self.table.choose(key)
        else:
            self.table.fit_columns(only_wider=True)
        self.split.need_beside(self._left, self.table.least_width())
        self._show_problems()

    def keep_low(self, *, is_low: bool) -> None:
        """In a low window leave scrolling to the page: one bar, not three."""
        self._is_low = is_low
        self._scroll()

    def add_note(self, note: QWidget, spare: QWidget) -> None:
        """Say something of the chosen part: beside the plan, else above the form.

        Args:
            spare: The part of the note that rows are worth more than.
        """
        self._note, self._spare = note, spare
        self._beside_plan.insertWidget(0, note)
        self._beside.setStretch(1, 1)

    def choose(self, key: UUID) -> None:
        """Put a part on view."""
        self.table.choose(key)

    def begin(self, key: UUID) -> None:
        """Put a new part on view: the cursor in its first field, the form at its top.

        What is proposed there is chosen: the first letter typed replaces it.
        """
        self.choose(key)
        self.form.focus_first()
        first = self.focusWidget()
        if isinstance(first, QLineEdit):
            first.selectAll()
        self._form_area.verticalScrollBar().setValue(0)

    def complaint(self) -> bool:
        """Show texts that are no value at all; say whether there are any."""
        wrong = self.form.complaints() if self.key is not None else []
        if wrong:
            self._show_problems()
            self.form.focus_first()
        return bool(wrong)

    def load_form(self) -> None:
        """Show the chosen part anew, after its file was loaded or put back."""
        if self.key is not None and self.key in self._drafts:
            self.form.load(self._drafts[self.key])
            self._show_problems()

    # ---- inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never let a form be narrower than its widest field needs."""
        if event.type() == QEvent.Type.LayoutRequest:
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            needed = self._form_body.minimumSizeHint().width() + bar
            self._form_area.setMinimumWidth(max(needed, LEAST_FORM))
        elif event.type() == QEvent.Type.Resize:
            self._share()  # it may have come to stand under the rows
        return super().eventFilter(watched, event)

    def _scroll(self) -> None:
        """Show all rows and all of the form where they stand under each other.

        Beside each other each has its own bar: neither is to push the other away.
        """
        is_whole = self._is_whole
        self._rows.show_all(shows_all=is_whole)
        self._form_area.show_all(shows_all=is_whole)
        self._share()

    @property
    def _is_whole(self) -> bool:
        """Whether the page scrolls the rows and the form."""
        return self._is_low and self.split.orientation() == Qt.Orientation.Vertical

    def _share(self) -> None:
        """In a low window the rows matter more than the plan."""
        stacked = self.split.orientation() == Qt.Orientation.Vertical
        high = self.height() // (2 if stacked else 1)
        roomy = high >= scaled(ROOM_FOR_PLAN) and not self._is_whole
        self._lower.setVisible(roomy)
        if self._note is not None:
            place = self._beside_plan if roomy else self._above
            place.insertWidget(0, self._note)
        if self._spare is not None:
            self._spare.setVisible(not roomy or high >= scaled(ROOM_FOR_ALL))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add_button, self.copy_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.delete_button)
        top = QWidget()
        top.setMinimumWidth(scaled(LEAST_TABLE))
        self._rows = WholeLines(self.table, LEAST_ROWS)
        upper = QVBoxLayout(top)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.table, 1)
        upper.addLayout(buttons)
        self._left = left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        left.setHandleWidth(10)
        left.addWidget(top)
        self._beside = QHBoxLayout(self._lower)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(14)
        self._beside.addWidget(self.plan, 1)
        self._beside.addLayout(self._beside_plan)
        self._beside_plan.addStretch(1)
        left.addWidget(self._lower)
        left.setSizes([ROWS_SHARE, PLAN_SHARE])
        self.split = SideSplitter()
        self.split.addWidget(left)
        self._form_body = self._make_form_body()
        self._form_area = PartScroll(self._form_body, scaled(LOWEST))
        self._form_area.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._form_area.setMinimumWidth(LEAST_FORM)
        self._form_body.installEventFilter(self)
        self.split.addWidget(self._form_area)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([TABLE_SHARE, FORM_SHARE])
        self.split.turned.connect(lambda _is_below: self._scroll())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.addWidget(self.nothing, 1)
        box.addWidget(self.split, 1)

    def _make_form_body(self) -> QWidget:
        body = QWidget()
        right = QVBoxLayout(body)
        right.setContentsMargins(margins(0, 0, 6, 0))
        right.setSpacing(14)
        right.addLayout(self._above)
        right.addWidget(self.form)
        right.addStretch(1)
        return body

    def _button(self, text: str, name: str, act: Callable[[], object]) -> QPushButton:
        button = IconButton(name, text)
        button.setProperty("flat", True)
        button.clicked.connect(lambda _on: act())
        return button

    def _choose(self, key: UUID | None) -> None:
        self.key = key
        self.plan.choose(key)
        for button in (self.copy_button, self.delete_button):
            button.setEnabled(key is not None)
        self.load_form()
        self.chosen.emit(key)

    def _cell_edited(self, key: UUID, draft: Any) -> None:
        self.edited.emit(key, draft)
        if key == self.key:
            self.load_form()

    def _form_edited(self) -> None:
        """Take what the form says, unless a text is no value at all."""
        if self.key is None:
            return
        if self.form.complaints():
            self._show_problems()
            return
        self.edited.emit(self.key, self.form.values())

    def _show_problems(self) -> None:
        if self.key is None:
            return
        found = self._problems.get(self.key, [])
        self.form.show_problems([*self.form.complaints(), *found])

    def _copy(self) -> None:
        if self.key is not None:
            self.wants_copy.emit(self.key)

    def _delete(self) -> None:
        if self.key is not None:
            self.wants_gone.emit(self.key)
