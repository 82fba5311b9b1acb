"""Who stands on the chosen post: figures that can be changed, and who may be added."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.deployment_plan import DetachmentLine, Plan
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, tr_count, words
from sportsec.ui.pages.deployment.lists import (
    need_and_state,
    over_text,
    place_text,
    sign_of,
)
from sportsec.ui.pages.deployment.state import (
    OnPost,
    PostRow,
    available,
    post_row,
    proposed_headcount,
)
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import margins, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.elided import ElidedLabel
from sportsec.ui.widgets.fields import IntegerField
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.steady_combo import SteadyCombo


class Share(QFrame):
    """One detachment on the post, with its figure.

    Signals:
        changed: How many officers it shall give; 0 takes it off the post.
    """

    changed = Signal(int)

    def __init__(self, each: OnPost, free: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._headcount = each.headcount
        sign = sign_of(each.detachment)
        self.figure = IntegerField(most=100_000)
        self.figure.line.setFixedWidth(scaled(54))
        self.figure.set_value(each.headcount)
        self.figure.call(tr("Officers of {name}", name=sign))
        self.figure.line.editingFinished.connect(self._take)
        self.remove = sign_button(
            "close",
            tr("Take {name} off this post", name=sign),
            lambda: self.changed.emit(0),
        )
        self._names = names = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        names.setSpacing(0)
        names.addWidget(text_label(sign, "value"))
        if free < 0:
            names.addWidget(Badge(over_text(-free), "block"))
        else:
            text = tr_count("{n} free", "{n} free", free)
            names.addWidget(text_label(text, "caption"))
        box = QHBoxLayout(self)
        box.setContentsMargins(margins(12, 3, 4, 3))
        box.setSpacing(8)
        box.addLayout(names)
        box.addWidget(self.figure)
        box.addWidget(self.remove)
        self.setToolTip(words(each.detachment.title))

    def say_in_a_line(self, *, is_low: bool) -> None:
        """Put who is free beside the name, or under it."""
        way = QBoxLayout.Direction
        self._names.setDirection(way.LeftToRight if is_low else way.TopToBottom)
        self._names.setSpacing(8 if is_low else 0)

    def _take(self) -> None:
        wanted = self.figure.value()
        if wanted is None or self.figure.complaint():
            self.figure.set_value(self._headcount)
        elif wanted != self._headcount:
            self._headcount = wanted
            self.changed.emit(wanted)


#: Of the choice of a detachment in a narrow window.
LEAST_CHOICE = 110
#: What the last line of the choice stands for: none of those there are.
NEW = "new"
#: Keys that walk in a list.
_WALKING = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)


class Adding(SteadyCombo):
    """A list that is an act: nothing is taken from it while it is closed.

    A closed list of Qt takes another line with each arrow or letter.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list by the keys that would walk in it; there Enter takes."""
        if event.key() in _WALKING or event.text().strip():
            self.showPopup()
        else:
            super().keyPressEvent(event)


class AssignmentPanel(QFrame):
    """The chosen post and who stands on it.

    Signals:
        assigned: Detachment, post, and how many officers.
        wanted_new: A detachment that is not in the plan yet.
        left: The officer has done with the post.
    """

    assigned = Signal(object, object, int)
    wanted_new = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._plan: Plan | None = None
        self._shown: object = None
        self._is_low = False
        self.post_id: UUID | None = None
        self.title = text_label("", "section")
        self.place = ElidedLabel("caption")
        self.state = Badge()
        self.adding = Adding()
        self.adding.setAccessibleName(tr("Add a detachment"))
        self.adding.setMinimumContentsLength(18)
        self.adding.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.adding.setMinimumWidth(scaled(LEAST_CHOICE))
        self.adding.activated.connect(self._add)
        self.adding.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        #: Offered where the panel takes the room of the list.
        self.leave = sign_button("close", tr("Close"), self.left.emit)
        self.shares = QWidget()
        self._flow = FlowLayout(self.shares, gap=8)
        self._lay_out()
        self.hide()

    def show_post(self, plan: Plan, post_id: UUID | None) -> None:
        """Show a post of a plan; None hides the panel."""
        row = post_row(plan, post_id)
        self._plan, self.post_id = plan, row.id if row else None
        self.setVisible(row is not None)
        if row is None:
            return
        others = available(plan, row.line)
        phase = row.line.draft.phase
        free = {line.id: plan.free(line, phase) for line in plan.detachments}
        shown = (row, tuple(line.id for line in others), tuple(free.items()))
        if shown == self._shown:
            return
        self._shown = shown
        self._say(row)
        self._fill_shares(row, free)
        self._offer(others, free)

    def take_room_of_list(self, *, is_low: bool) -> None:
        """Be as low as can be where the list above has little room, and can be left."""
        self._is_low = is_low
        self.leave.setVisible(is_low)
        edge, gap = (4, 4) if is_low else (8, 8)
        self._box.setContentsMargins(14, edge, 14, edge + 2)
        self._box.setSpacing(gap)
        for share in self.shares.findChildren(Share):
            share.say_in_a_line(is_low=is_low)

    # ---- inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addWidget(self.place, 1)
        head.addWidget(self.adding)
        head.addWidget(self.leave)
        self._box = box = QVBoxLayout(self)
        self.take_room_of_list(is_low=False)
        box.addLayout(head)
        box.addWidget(self.shares)

    def _say(self, row: PostRow) -> None:
        code, phase = isolate(row.line.draft.code), label(row.line.draft.phase)
        self.title.setText(tr("Post {code}", code=code))
        self.state.show_level(need_and_state(row), row.level)
        parts = (phase, place_text(row))
        self.place.show_text(" · ".join(filter(None, parts)))

    def _fill_shares(self, row: PostRow, free: dict[UUID, int]) -> None:
        clear_layout(self._flow)
        for each in row.who:
            share = Share(each, free[each.detachment.id])
            share.say_in_a_line(is_low=self._is_low)
            share.changed.connect(
                lambda n, d=each.detachment.id, p=row.id: self.assigned.emit(d, p, n)
            )
            self._flow.addWidget(share)
        if not row.who:
            text = tr("Nobody stands here yet.")
            if not free:
                text = tr("Nobody stands here yet: make a detachment first.")
            self._flow.addWidget(text_label(text, "caption"))

    def _offer(self, others: list[DetachmentLine], free: dict[UUID, int]) -> None:
        self.adding.clear()
        self.adding.addItem(icon("plus"), tr("Add a detachment"))
        for line in others:
            count = max(free[line.id], 0)
            text = tr_count("{n} free", "{n} free", count)
            self.adding.addItem(
                f"{sign_of(line)} · {text} · {words(line.title)}", line.id
            )
        self.adding.addItem(icon("plus"), tr("New detachment"), NEW)

    def _add(self, place: int) -> None:
        detachment = self.adding.itemData(place)
        if detachment == NEW:
            self.adding.setCurrentIndex(0)  # it goes on saying what it does
            self.wanted_new.emit()
            return
        if detachment is None or self._plan is None:
            return
        plan = self._plan
        row = post_row(plan, self.post_id)
        found = (line for line in plan.detachments if line.id == detachment)
        line = next(found, None)
        if row is not None and line is not None:
            count = proposed_headcount(plan, line, row.line)
            self.assigned.emit(line.id, row.id, count)
