"""Who comes to a meeting, each with one key or click for present, excused or absent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from sportsec.domain.meetings import NOBODY_CAME_YET, Presence, is_known_before
from sportsec.i18n.phones import phone, unbroken
from sportsec.queries.participants import ParticipantRow
from sportsec.ui.language import isolate, label, tr, tr_count, words
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.liaison.adding_card import AddingCard
from sportsec.ui.pages.liaison.lines import Line, LineStack
from sportsec.ui.pages.meetings.head_button import head_button
from sportsec.ui.pages.meetings.look import PRESENCE_LEVELS, person_text
from sportsec.ui.pages.risk.segments import Segment, Segments
from sportsec.ui.widgets.buttons import IconButton, sign_button
from sportsec.ui.widgets.cards import text_label

#: In the order of the buttons: keys 1 to 3 say that somebody came or why not, 0 that
#: nothing is known yet.
ORDER = (Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT, Presence.INVITED)
_KEYS = {"1": 0, "2": 1, "3": 2, "0": 3}


class PresenceField(Segments):
    """The presence of one person: arrows, digits and the mouse choose."""

    def __init__(self, name: str) -> None:
        digits = {at: key for key, at in _KEYS.items()}
        self._tips = [tr("Key {key}", key=isolate(digits[at])) for at in range(4)]
        super().__init__(
            [
                Segment(
                    *(at, label(each)),
                    tip=self._tips[at],
                    level=PRESENCE_LEVELS[each],
                )
                for at, each in enumerate(ORDER)
            ],
            tr("{name}: {text}", name=tr("Presence"), text=name),
        )

    def allow(self, *, has_begun: bool) -> None:
        """Offer what can be known now; once the meeting has begun that is all."""
        for at, each in enumerate(ORDER):
            is_known = has_begun or is_known_before(each)
            self.button(at).setEnabled(is_known)
            self.set_tip(at, self._tips[at] if is_known else tr(NOBODY_CAME_YET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit as a choice; the rest is as in every such row."""
        at = _KEYS.get(event.text())
        if at is None:
            super().keyPressEvent(event)
        elif self.button(at).isEnabled():
            self.button(at).setChecked(True)
            self.focus()
            self.picked.emit(at)


class PeopleCard(AddingCard):
    """Those invited to a meeting.

    Args:
        add: Opens the form of somebody new; `invite` adds whom one usually invites;
            `all_came` says that all came who are named, if nothing else was said of
            them.
        edit, remove: Of one participant.
        note: Says whether one came.
    """

    def __init__(
        self,
        *,
        add: Callable[[], object],
        invite: Callable[[], object],
        all_came: Callable[[], object],
        edit: Callable[[UUID], object],
        remove: Callable[[UUID], object],
        note: Callable[[UUID, Presence], object],
    ) -> None:
        super().__init__(tr("Participants"), tr("Nobody is on the list."), add)
        self._edit, self._remove, self._note = edit, remove, note
        self.invite_button = head_button(
            *(self, "contacts", tr("Usual participants"), invite)
        )
        # Not in the heading: in large text it would be wider than the page.
        self.came_button = IconButton("check", tr("All the others came"), "accent")
        self.came_button.setProperty("flat", True)
        self.came_button.clicked.connect(lambda _on: all_came())
        self.body.addWidget(self.came_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.early = text_label(tr(NOBODY_CAME_YET), "caption", wrap=True)
        self.body.addWidget(self.early)
        self.stack = LineStack()
        self.body.addWidget(self.stack)
        self.fields: dict[UUID, PresenceField] = {}
        self._shown: list[ParticipantRow] = []

    def show_people(
        self, rows: Sequence[ParticipantRow], *, has_begun: bool = True
    ) -> None:
        """Show who is invited; where only the presence changed, the keys stay.

        Args:
            has_begun: Whether somebody may have come.
        """
        same = [replace(row, presence=Presence.INVITED) for row in rows]
        if same != self._shown:
            self._shown = same
            self.fields = {}
            self.stack.show_lines([self._line(row) for row in rows])
        for row in rows:
            self.fields[row.id].allow(has_begun=has_begun)
            self.fields[row.id].show_value(ORDER.index(row.presence))
        self.say_none(none=not rows)
        self.stack.setVisible(bool(rows))
        waiting = any(row.presence is Presence.INVITED and row.is_named for row in rows)
        came = sum(row.presence is Presence.PRESENT for row in rows)
        self.came_button.setVisible(waiting and has_begun)
        self.early.setVisible(bool(rows) and not has_begun)
        self.say_counts(
            tr_count("{n} invited", "{n} invited", len(rows)) if rows else "",
            tr_count("{n} present", "{n} present", came) if came else "",
        )

    # ---- inside

    def _line(self, row: ParticipantRow) -> Line:
        name = person_text(row)
        line = Line(name)
        line.tell(name)
        body = words(row.body)
        beside = (words(row.function), body, isolate(unbroken(phone(row.phone))))
        line.tell(joined(*(each for each in beside if each != name)), "caption")
        field = PresenceField(name)
        field.picked.connect(lambda at: self._note(row.id, ORDER[at]))
        field.stepped.connect(partial(self._step, row.id))
        self.fields[row.id] = field
        line.add(field)
        line.offer(sign_button("edit", tr("Edit"), partial(self._edit, row.id)))
        tip = tr("Take off the list")
        line.offer(sign_button("close", tip, partial(self._remove, row.id)))
        return line

    def _step(self, one: UUID, by: int) -> None:
        """Take the keys to the person above or below."""
        ids = list(self.fields)
        at = ids.index(one) + by
        if 0 <= at < len(ids):
            self.fields[ids[at]].focus()
